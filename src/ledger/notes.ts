import { issueKey } from "../base/issue-key.ts";
import type { LedgerRecord, NoteRecord, VoidRecord } from "../model/ledger.ts";
import { readRecord, writeRecord } from "./codec.ts";
import { formOf, type KnownRecord } from "./forms.ts";
import type { Ledger, Recorded } from "./ledger.ts";
import { NOTES } from "./series.ts";
import type { Appended, Store } from "./store.ts";

/** Writes down what happened; the same once more is the record that is there. */
export function writeNote(
  { store, zone }: { readonly store: Store; readonly zone: string },
  year: number,
  record: NoteRecord | VoidRecord,
): Promise<Appended> {
  const chain = { series: NOTES, year };
  return store.append(chain, 1, async (next) => {
    const same = next.held.find((kept) => {
      const found = readRecord(kept, zone);
      return typeof found !== "string" && sameNote(found.record, record);
    });
    return same ?? writeRecord(record, chain, next);
  });
}

/** Alike in all but when they were written down. */
function sameNote(known: LedgerRecord, record: NoteRecord | VoidRecord): boolean {
  if (known.event !== record.event) return false;
  const form = formOf(record.event);
  const [a, b] = [{ ...known, at: record.at }, record].map((one) => JSON.stringify(form?.write(one as KnownRecord)));
  return a === b;
}

/** What a leader asked for, and what became of it. */
export interface Instruction {
  readonly asked: Recorded<NoteRecord>;
  readonly answers: readonly Recorded<NoteRecord>[];
  /** Past its day and not answered. */
  readonly overdue: boolean;
}

/** 批示 and 退回 that somebody is to act on, each with its 反馈, in order. */
export function instructionsOf({ notes }: Ledger, today: number): Instruction[] {
  const asked = notes.filter(({ record: { event, owner, due } }) => {
    return event === "批示" || (event === "退回" && (owner !== null || due !== null));
  });
  return asked.map((one) => {
    const answers = notes.filter(({ record }) => answersTo(record, one));
    return { asked: one, answers, overdue: answers.length === 0 && one.record.due !== null && one.record.due < today };
  });
}

function answersTo({ event, answers }: NoteRecord, { kept }: Recorded): boolean {
  return event === "反馈" && answers !== null && answers.year === kept.chain.year && answers.seq === kept.seq;
}

/** The instructions on an issue or entry that wait for an answer. */
export function openFor(ledger: Ledger, { issue, entry }: Pick<NoteRecord, "issue" | "entry">): Instruction[] {
  return instructionsOf(ledger, 0).filter(({ asked: { record }, answers }) => {
    const sameIssue = issue === null || (record.issue !== null && issueKey(record.issue) === issueKey(issue));
    return answers.length === 0 && sameIssue && (entry === null || record.entry === entry);
  });
}
