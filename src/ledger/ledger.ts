import { issueKey } from "../base/issue-key.ts";
import { byCodePoint } from "../base/order.ts";
import type { IssueRecord, IssueRef, LedgerRecord, NoteRecord, VoidRecord } from "../model/ledger.ts";
import { readRecord } from "./codec.ts";
import { issuesIn, REGISTER } from "./series.ts";
import type { Chain, Kept, Store } from "./store.ts";

/** A record that could be read, and where it is kept. */
export interface Recorded<T extends LedgerRecord = LedgerRecord> {
  readonly kept: Kept;
  readonly record: T;
}

/** A record that could not be read, and why. */
export interface Broken {
  readonly kept: Kept;
  readonly why: string;
}

/** All that happened to issues, in order of series, year and place. */
export interface Ledger {
  readonly issues: readonly Recorded<IssueRecord>[];
  readonly voids: readonly Recorded<VoidRecord>[];
  readonly notes: readonly Recorded<NoteRecord>[];
  /** Records of kinds that this version does not know. */
  readonly unknown: readonly Recorded[];
  readonly broken: readonly Broken[];
}

/** Reads issues and what happened to them; the register of entries is not looked at. */
export async function loadLedger(store: Store, zone: string): Promise<Ledger> {
  const chains = (await store.chains()).filter(({ series }) => series !== REGISTER).toSorted(byChain);
  const kept = (await Promise.all(chains.map((chain) => store.read(chain)))).flat();
  const [read, broken]: [Recorded[], Broken[]] = [[], []];
  for (const each of kept) {
    const found = readRecord(each, zone);
    if (typeof found === "string") broken.push({ kept: each, why: found });
    else read.push({ kept: each, record: found.record });
  }
  const of = <T extends LedgerRecord>(is: (record: LedgerRecord) => record is T): Recorded<T>[] =>
    read.filter((each): each is Recorded<T> => is(each.record));
  return { issues: of(isIssue), voids: of(isVoid), notes: of(isNote), unknown: of(isUnknown), broken };
}

export function byChain(a: Chain, b: Chain): number {
  return byCodePoint(a.series, b.series) || a.year - b.year;
}

const isIssue = (record: LedgerRecord): record is IssueRecord => record.event === "编发";
const isVoid = (record: LedgerRecord): record is VoidRecord => record.event === "作废";
const isUnknown = (record: LedgerRecord): record is LedgerRecord & { event: null } => record.event === null;
const isNote = (record: LedgerRecord): record is NoteRecord =>
  record.event !== null && record.event !== "编发" && record.event !== "作废" && record.event !== "登记";

/** The numbers that count no longer. */
export function voidedKeys({ voids }: Pick<Ledger, "voids">): ReadonlySet<string> {
  return new Set(voids.map(({ record }) => issueKey(record.issue)));
}

/** Issues that count. */
export function standing(ledger: Ledger): Recorded<IssueRecord>[] {
  const voided = voidedKeys(ledger);
  return ledger.issues.filter(({ record }) => !voided.has(issueKey(record)));
}

/** The number that a record of a chain of issues has by its place alone; null in a chain of something else. */
export function refOf({ chain: { series, year }, seq }: Pick<Kept, "chain" | "seq">): IssueRef | null {
  const issues = issuesIn(series);
  return issues && { ...issues, year, number: seq };
}

/** What was lost, and may have been any brief: nothing more can be numbered, or known to be new, before that is settled. An empty file never was one. */
export function unsettled(ledger: Ledger): Broken[] {
  const voided = voidedKeys(ledger);
  return ledger.broken.filter(({ kept }) => {
    const ref = refOf(kept);
    return kept.text !== "" && !(ref !== null && voided.has(issueKey(ref)));
  });
}
