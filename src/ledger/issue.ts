import type { IssueNumber } from "../model/issue-number.ts";
import type { IssueRecord } from "../model/ledger.ts";
import { readRecord, writeRecord } from "./codec.ts";
import { loadLedger, standing, type Ledger, type Recorded } from "./ledger.ts";
import { issueSeries } from "./series.ts";
import { endsBeside, endsOf, type Ends } from "./taken.ts";
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

/** Where numbers are taken. */
export interface Taking {
  readonly store: Store;
  readonly zone: string;
}

/** More often than this in a row nobody publishes in another year. */
const MOST_TRIES = 100;

/** What was read before is no longer so: everything is to be looked at anew. */
class Stale extends Error {}

/**
 * Takes the next number for a brief, or finds the one it has. `make` writes the record for a number, and may be asked
 * again where somebody else took that number meanwhile; it is given the ledger as it stands then. Other years of the
 * series have no place in common with this one that could be fought for: they are looked at before and after.
 */
export async function takeNumber(
  { store, zone }: Taking,
  wanted: Numbering,
  make: (number: IssueNumber, ledger: Ledger) => Promise<IssueRecord>,
): Promise<Recorded<IssueRecord> & { readonly isNew: boolean }> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    try {
      return await tryNumber({ store, zone }, wanted, make);
    } catch (error) {
      if (!(error instanceof Stale)) throw error;
    }
  }
  throw new LedgerError(`台账一直有人在写，没有轮到：${wanted.publication} ${wanted.year}`, "请稍后再运行");
}

async function tryNumber(
  { store, zone }: Taking,
  wanted: Numbering,
  make: Parameters<typeof takeNumber>[2],
): Promise<Recorded<IssueRecord> & { readonly isNew: boolean }> {
  const chain: Chain = { series: issueSeries(wanted.publication, wanted.kind), year: wanted.year };
  const look = async (): Promise<{ ledger: Ledger; ends: Ends }> => {
    const ledger = await loadLedger(store, zone);
    return { ledger, ends: endsOf(ledger, await store.heads(), chain.series) };
  };
  const before = (await look()).ends;
  const beside = endsBeside(before, wanted.year);
  const { kept, isNew } = await store.append(chain, firstOf(wanted, before), async (next) => {
    const { ledger, ends } = await look();
    const known = issueWithKey(ledger, wanted);
    if (known) return known.kept;
    refuseOldYear(ends, wanted);
    if (endsBeside(ends, wanted.year) !== beside) throw new Stale();
    const total = totalOf(wanted, next, { ledger, ends });
    const record = await make({ kind: wanted.kind, number: next.seq, total }, ledger);
    // To lay out a paper takes a while.
    if (endsBeside((await look()).ends, wanted.year) !== beside) throw new Stale();
    return writeRecord(record, chain, next);
  });
  const [recorded] = issuesAmong([kept], zone);
  if (!recorded) throw new LedgerError("台账的记录写成以后读不回来", "请运行 zhuanbao ledger verify");
  return { ...recorded, isNew };
}

/** The first record of a year is linked to the last of the year before: a year once left cannot be gone back to. */
export function refuseOldYear(ends: Ends, { publication, kind, year }: Numbering): void {
  const newest = Math.max(...ends.keys());
  if (ends.size === 0 || newest <= year) return;
  throw new LedgerError(
    `《${publication}》${kind === "增刊" ? "增刊" : ""}已编到 ${newest} 年，不能再编 ${year} 年的：期号、总期和台账的先后都会乱`,
    `请核对 --on、--date；晚出的这一期，日期写在 ${newest} 年，编 ${newest} 年的期号`,
  );
}

function issuesAmong(kept: readonly Kept[], zone: string): Recorded<IssueRecord>[] {
  return kept.flatMap((each) => {
    const found = readRecord(each, zone);
    return typeof found === "string" || found.record.event !== "编发" ? [] : [{ kept: each, record: found.record }];
  });
}

function firstOf({ kind, year, runsOn, firstNumber, firstTotal }: Numbering, ends: Ends): number {
  const own = ends.get(year) ?? 0;
  if (own > 0) return own + 1;
  if (kind === "增刊") return 1;
  if (!runsOn) return ends.size > 0 ? 1 : firstNumber;
  return ends.size > 0 ? Math.max(...ends.values()) + 1 : Math.max(firstNumber, firstTotal);
}

/** Counted on from the newest issue that can be read, also over numbers that are lost; never below one that is taken. */
function totalOf(wanted: Numbering, { seq }: Next, { ledger, ends }: { ledger: Ledger; ends: Ends }): number | null {
  if (wanted.kind === "增刊") return null;
  if (wanted.runsOn) return seq;
  if (!wanted.keepsTotal) return null;
  const own = ledger.issues.flatMap(({ record }) =>
    record.publication === wanted.publication && record.kind === wanted.kind ? [record] : [],
  );
  const newest = own.at(-1);
  if (newest && newest.total === null) return wanted.firstTotal;
  const upTo = new Map([...ends, [wanted.year, seq]]);
  const from = newest ?? {
    year: Math.min(...upTo.keys()),
    number: wanted.firstNumber - 1,
    total: wanted.firstTotal - 1,
  };
  const counted = (from.total ?? 0) + countedAfter(from, upTo);
  return Math.max(counted, ...own.map(({ total }) => (total ?? 0) + 1));
}

/** How many numbers were taken after one, it not counted: every year begins at 1. */
function countedAfter({ year, number }: { year: number; number: number }, ends: Ends): number {
  let count = 0;
  for (const [one, end] of ends) if (one >= year) count += one === year ? Math.max(0, end - number) : end;
  return count;
}
