import type { LedgerRecord } from "../model/ledger.ts";
import type { Fault } from "./audit-fault.ts";
import { isSealed, readRecord, type Decoded } from "./codec.ts";
import { MOST } from "./folder-name.ts";
import { NOTES, REGISTER } from "./series.ts";
import { refOf } from "./ledger.ts";
import type { Chain, Kept } from "./store.ts";

/** How a chain ends, for the next year to begin with. */
export interface ChainEnd {
  readonly series: string;
  /** Hash that the next record must hold; undefined where that cannot be known, since what it stood in is gone. */
  readonly hash: string | null | undefined;
}

interface Context {
  /** How the year before ended; null for the first of all. */
  readonly before: ChainEnd | null;
  readonly zone: string;
  /** Whether a number was declared void: then nothing is said of its record. */
  readonly isSettled: (at: Pick<Kept, "chain" | "seq">) => boolean;
}

const RESTORE = "从备份恢复这个文件；确实找不回的，用 zhuanbao ledger void 作废这个号";
const ORIGINAL = "从备份恢复原来的文件；记录不能改，更正请另记一条";

/** Looks at the records of one chain, each by itself and against the one before. */
export function auditChain(
  chain: Chain,
  kept: readonly Kept[],
  { before, zone, isSettled }: Context,
): { faults: Fault[]; state: ChainEnd } {
  const faults: Fault[] = [];
  const [first] = kept;
  // What stood before the first may be lost and settled: then nobody knows its hash any more.
  const isKnown = first === undefined || first.seq === 1 || !isSettled({ chain, seq: first.seq - 1 });
  let hash: ChainEnd["hash"] = isKnown ? (before === null ? null : before.hash) : undefined;
  let last: number | null = null;
  for (const each of kept) {
    const missing = last === null ? [] : between(last, each.seq);
    if (missing.length > 0) hash = undefined;
    faults.push(
      ...gaps(
        chain,
        missing.filter((seq) => !isSettled({ chain, seq })),
      ),
    );
    const own = auditRecord(each, { hash, zone, isFirst: last === null });
    if (!isSettled(each) || own.known) faults.push(...own.faults);
    // An empty file never was a record: the next one was written after the one before it.
    if (each.text !== "") hash = own.faults.length > 0 ? undefined : each.hash;
    last = each.seq;
  }
  return { faults, state: { series: chain.series, hash } };
}

/** So many missing numbers in a row are named one by one: a file with a number far off must not fill the screen. */
const NAMED = 100;

function gaps(chain: Chain, missing: readonly number[]): Fault[] {
  const rest = missing.length - NAMED;
  const named = missing.slice(0, NAMED).map((seq) => gap(chain, seq));
  if (rest <= 0) return named;
  const last = missing.at(-1) as number;
  const message = `到第 ${last} 号为止，另有 ${rest} 个号的记录不见了`;
  const hint = `核对第 ${last + 1} 号是不是误放的文件，是的移走它；不是的${RESTORE}`;
  return [...named, { kind: "缺号", chain, seq: last, message, hint }];
}

function between(from: number, to: number): number[] {
  const length = Math.max(0, Math.min(to, MOST) - from - 1);
  return Array.from({ length }, (_, at) => from + 1 + at);
}

function gap(chain: Chain, seq: number): Fault {
  return { kind: "缺号", chain, seq, message: "记录不见了", hint: RESTORE };
}

interface Expected {
  readonly hash: string | null | undefined;
  readonly zone: string;
  readonly isFirst: boolean;
}

/** `known` is whether it could be read. */
function auditRecord(kept: Kept, expected: Expected): { faults: Fault[]; known: boolean } {
  const { chain, seq } = kept;
  const fault = (kind: Fault["kind"], message: string, hint: string): Fault => ({ kind, chain, seq, message, hint });
  const found = readRecord(kept, expected.zone);
  if (typeof found === "string") {
    const kind = kept.text === "" ? "空号" : "读不出";
    return { faults: [fault(kind, found, RESTORE)], known: false };
  }
  const faults: Fault[] = [];
  if (!isSealed(kept.text)) faults.push(fault("改动", "与自己的校验不符，写下以后被改过", ORIGINAL));
  const wrong = misplaced(found, kept);
  if (wrong !== null) faults.push(fault("错位", wrong, "把文件改回原来的名字，放回原来的目录"));
  if (faults.length === 0 && expected.hash !== undefined && found.head.before !== expected.hash)
    faults.push(fault("断链", unlinked(expected), "核对前面的记录；从备份恢复原来的文件"));
  return { faults, known: true };
}

function unlinked({ hash, isFirst }: Expected): string {
  if (hash === null) return "它前面还有过记录，现在不见了";
  return isFirst ? "与上一年度最后一条对不上：那一条被改过，或后面还有过记录" : "与前一条对不上：前一条被改过或换过";
}

/** Where a record says it belongs, if that is elsewhere. */
function misplaced({ head, record }: Decoded, kept: Kept): string | null {
  const { chain, seq } = kept;
  if (head.series !== chain.series || head.year !== chain.year || head.seq !== seq)
    return `文件里写的是 ${head.series} ${head.year} 年第 ${head.seq} 号`;
  return fits(record, kept) ? null : "记的事与所在的系列不符";
}

function fits(record: LedgerRecord, kept: Kept): boolean {
  const ref = refOf(kept);
  if (record.event === null) return true;
  if (record.event === "登记") return kept.chain.series === REGISTER;
  if (record.event !== "编发") return kept.chain.series === NOTES;
  return (
    ref !== null &&
    record.publication === ref.publication &&
    record.kind === ref.kind &&
    record.year === ref.year &&
    record.number === ref.number
  );
}
