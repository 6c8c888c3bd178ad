import { isoDay, showMoment } from "../../base/time.ts";
import type { Recorded } from "../../ledger/ledger.ts";
import type { IssueRecord, NoteRecord, PrintedEntry, VoidRecord } from "../../model/ledger.ts";

/** An issue of the ledger for programs. */
export function issueJson({ kept, record }: Recorded<IssueRecord>, isVoid: boolean): object {
  const { publication, kind, year, number, total, day, signer, editor, title, secrecy, key, plan, paper } = record;
  return {
    publication,
    kind,
    year,
    number,
    total,
    date: isoDay(day),
    signer,
    editor,
    title,
    secrecy,
    void: isVoid,
    recorded: showMoment(record.at),
    plan,
    key,
    hash: kept.hash,
    paper,
    entries: record.entries.map(entryJson),
  };
}

function entryJson({ id, title, units, category, group }: PrintedEntry): object {
  return { id, title, unit: units, category, group };
}

/** What happened afterwards, for programs. */
export function noteJson({ kept, record }: Recorded<NoteRecord>): object {
  const { event, issue, entry, leader, text, when, owner, due, level, publication, answers, clerk } = record;
  return {
    id: `${kept.chain.year}-${kept.seq}`,
    kind: event,
    recorded: showMoment(record.at),
    issue,
    entry,
    leader,
    text,
    at: when === null ? null : showMoment(when),
    owner,
    due: due === null ? null : isoDay(due),
    level,
    in: publication,
    answers: answers === null ? null : `${answers.year}-${answers.seq}`,
    clerk,
  };
}

export function voidJson({ kept, record }: Recorded<VoidRecord>): object {
  const { issue, reason, clerk } = record;
  return { id: `${kept.chain.year}-${kept.seq}`, kind: "作废", recorded: showMoment(record.at), issue, reason, clerk };
}
