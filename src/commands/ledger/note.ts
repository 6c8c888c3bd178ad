import { civil } from "../../base/time.ts";
import { quote, visible } from "../../base/visible.ts";
import { standing, type Ledger } from "../../ledger/ledger.ts";
import { instructionsOf, openFor, writeNote, type Instruction } from "../../ledger/notes.ts";
import type { NoteRecord } from "../../model/ledger.ts";
import { EXIT, UsageError, type Call, type ExitCode } from "../command.ts";
import { textOption } from "../options.ts";
import type { Workspace } from "../workspace.ts";
import { noteDoubts } from "./note-doubts.ts";
import { noteFields } from "./note-fields.ts";
import { noticeFolder, writeNotices } from "./notices.ts";
import type { OpenLedger } from "./open.ts";
import { findIssue, noteLine } from "./show.ts";

/** `ledger note`: writes down what leaders and higher offices made of an issue or an entry, and what was answered. */
export async function note(call: Call, open: OpenLedger, workspace: Workspace): Promise<ExitCode> {
  const folder = noticeFolder(call);
  const fields = noteFields(call, workspace);
  const answered = answeredBy(call, open.ledger, fields);
  const about = answered?.asked.record ?? fields;
  const record: NoteRecord = {
    ...fields,
    issue: fields.issue ?? about.issue,
    entry: fields.entry ?? about.entry,
    answers: answered && { year: answered.asked.kept.chain.year, seq: answered.asked.kept.seq },
  };
  refuseUnknown(open.ledger, record);
  const doubts = noteDoubts(record, { ledger: open.ledger, office: workspace.grounds.office, answered });
  const year = civil(workspace.grounds.now.day).year;
  const { kept, isNew } = await writeNote(open, year, record);
  const line = noteLine({ kept, record });
  for (const doubt of isNew ? doubts : []) call.world.stderr.write(`注意：${doubt}\n`);
  call.world.stdout.write(`${isNew ? "已记入台账" : "台账里已有这一条"}：${line}\n`);
  if (folder === null) return EXIT.clean;
  return writeNotices(call, { open, workspace, folder, noted: { kept, record } });
}

/** The instruction that a 反馈 answers: the one named, or the only one that waits. */
function answeredBy({ options }: Call, ledger: Ledger, fields: Omit<NoteRecord, "answers">): Instruction | null {
  const given = textOption(options, "answers");
  if (fields.event !== "反馈") {
    if (given !== null) throw new UsageError("--answers 只用于 --kind 反馈", "请去掉 --answers");
    return null;
  }
  if (given !== null) {
    const found = instructionsOf(ledger, 0).find(({ asked: { kept } }) => `${kept.chain.year}-${kept.seq}` === given);
    if (found) return found;
    throw new UsageError(`没有记事 ${quote(given)} 这件批示`, "待反馈的看 zhuanbao ledger due");
  }
  const open = openFor(ledger, fields);
  if (open.length <= 1) return open[0] ?? alone(fields);
  const ids = open.map(({ asked: { kept } }) => `${kept.chain.year}-${kept.seq}`).join("、");
  throw new UsageError(`待反馈的有 ${open.length} 件：${ids}`, "请用 --answers 写明答复哪一件");
}

/** A 反馈 that answers nothing must at least say what it is about. */
function alone({ issue, entry }: Pick<NoteRecord, "issue" | "entry">): null {
  if (issue !== null || entry !== null) return null;
  throw new UsageError("没有待反馈的批示", "请用 --issue 或 --entry 写明反馈的是哪一期、哪一条");
}

/** An issue must be in the ledger, and the entry one that it printed. */
function refuseUnknown(ledger: Ledger, { issue, entry }: NoteRecord): void {
  if (issue !== null) {
    const { record } = findIssue(ledger, issue);
    if (entry === null || record.entries.some(({ id }) => id === entry)) return;
    const ids = record.entries.map(({ id }) => visible(id)).join("、");
    throw new UsageError(`那一期没有编号为 ${quote(entry)} 的信息`, `那一期的编号：${ids}`);
  }
  if (standing(ledger).some(({ record }) => record.entries.some(({ id }) => id === entry))) return;
  throw new UsageError(`台账里没有编号为 ${quote(entry ?? "")} 的信息`, "没有编发的信息，批示请写进信息的“批示”一项");
}
