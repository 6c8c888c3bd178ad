import type { IssueNumber } from "../model/issue-number.ts";
import type { IssueRecord } from "../model/ledger.ts";
import { readRecord, writeRecord } from "./codec.ts";
import { standing, voidedKeys, issueKey, type Ledger, type Recorded } from "./ledger.ts";
import { issueSeries } from "./series.ts";
import { LedgerError, type Chain, type Kept, type Next, type Store } from "./store.ts";

/** What is to be numbered, and how. */
export interface Numbering {
  readonly publication: string;
  readonly kind: IssueNumber["kind"];
  readonly year: number;
  readonly key: string;
  /** Whether it is counted on over the years. */
  readonly runsOn: boolean;
  /** Whether 总期 is counted beside the number of the year. */
  readonly keepsTotal: boolean;
  /** Where an office begins that has counted before. */
  readonly firstNumber: number;
  readonly firstTotal: number;
}

/** The issue that this brief is already, in whatever year. */
export function issueWithKey(ledger: Ledger, { publication, kind, key }: Numbering): Recorded<IssueRecord> | null {
  const found = standing(ledger).find(
    ({ record }) => record.publication === publication && record.kind === kind && record.key === key,
  );
  return found ?? null;
}

/**
 * Takes the next number for a brief, or finds the one it has. `make` writes the record for a number, and may be asked
 * again where somebody else took that number meanwhile.
 */
export async function takeNumber(
  { store, ledger, zone }: { readonly store: Store; readonly ledger: Ledger; readonly zone: string },
  wanted: Numbering,
  make: (number: IssueNumber) => Promise<IssueRecord>,
): Promise<Recorded<IssueRecord> & { readonly isNew: boolean }> {
  const known = issueWithKey(ledger, wanted);
  if (known) return { ...known, isNew: false };
  const chain: Chain = { series: issueSeries(wanted.publication, wanted.kind), year: wanted.year };
  const earlier = earlierIssues(ledger, wanted);
  const voided = voidedKeys(ledger);
  const { kept, isNew } = await store.append(chain, firstOf(wanted, highestBefore(ledger, chain)), async (next) => {
    const held = issuesAmong(next.held, zone);
    const same = held.find(({ record }) => record.key === wanted.key && !voided.has(issueKey(record)));
    if (same) return same.kept;
    const total = totalOf(wanted, next, held.at(-1)?.record ?? earlier.at(-1) ?? null);
    return writeRecord(await make({ kind: wanted.kind, number: next.seq, total }), chain, next);
  });
  const [recorded] = issuesAmong([kept], zone);
  if (!recorded) throw new LedgerError("台账的记录写成以后读不回来", "请运行 zhuanbao ledger verify");
  return { ...recorded, isNew };
}

function issuesAmong(kept: readonly Kept[], zone: string): Recorded<IssueRecord>[] {
  return kept.flatMap((each) => {
    const found = readRecord(each, zone);
    return typeof found === "string" || found.record.event !== "编发" ? [] : [{ kept: each, record: found.record }];
  });
}

/** The issues of the same series in earlier years, void ones too: their numbers are not given again. */
function earlierIssues({ issues }: Ledger, { publication, kind, year }: Numbering): IssueRecord[] {
  const own = issues.map(({ record }) => record);
  return own.filter((record) => record.publication === publication && record.kind === kind && record.year < year);
}

/** The highest place that is taken in earlier years of the series, by whatever record; 0 where there is none. */
function highestBefore({ issues, broken }: Ledger, { series, year }: Chain): number {
  const taken = [...issues, ...broken].map(({ kept }) => kept);
  return Math.max(
    0,
    ...taken.filter(({ chain }) => chain.series === series && chain.year < year).map(({ seq }) => seq),
  );
}

function firstOf({ kind, runsOn, firstNumber, firstTotal }: Numbering, highest: number): number {
  if (kind === "增刊") return 1;
  if (!runsOn) return highest > 0 ? 1 : firstNumber;
  return highest > 0 ? highest + 1 : Math.max(firstNumber, firstTotal);
}

/** Counted on from the issue before, also over numbers whose records cannot be read. */
function totalOf(wanted: Numbering, { seq }: Next, before: IssueRecord | null): number | null {
  if (wanted.kind === "增刊") return null;
  if (wanted.runsOn) return seq;
  if (!wanted.keepsTotal) return null;
  if (before?.total == null) return wanted.firstTotal;
  return before.total + (before.year === wanted.year ? seq - before.number : 1);
}
