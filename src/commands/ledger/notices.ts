import { visible } from "../../base/visible.ts";
import { standing, type Ledger, type Recorded } from "../../ledger/ledger.ts";
import type { IssueRecord, NoteRecord } from "../../model/ledger.ts";
import { makeNotices } from "../../pipeline/feedback-notice.ts";
import { isOwnPaper } from "../../pipeline/own-paper.ts";
import { print } from "../../pipeline/print.ts";
import { EXIT, UsageError, type Call, type ExitCode } from "../command.ts";
import { prettyFindings } from "../findings.ts";
import { textOption } from "../options.ts";
import { refuseOther } from "../own-files.ts";
import { join, safeName, shownPath, typedPath } from "../paths.ts";
import { loadPaper } from "../publication.ts";
import type { Workspace } from "../workspace.ts";
import type { OpenLedger } from "./open.ts";
import { findIssue } from "./show.ts";

/** The folder that notices go to, absolute; null where none were asked for. */
export function noticeFolder({ world, globals, options }: Call): string | null {
  const named = textOption(options, "notice");
  if (named === null) return null;
  const folder = typedPath(globals.folder, named);
  const kind = world.files.kind(folder);
  if (named.trim() !== "" && (kind === null || kind === "folder")) return folder;
  throw new UsageError("--notice 后应是目录，每个单位写一份", "例如 --notice out/反馈通知");
}

interface Order {
  readonly open: OpenLedger;
  readonly workspace: Workspace;
  readonly folder: string;
  readonly noted: Recorded<NoteRecord>;
}

/** Writes a notice to each unit whose entries the note is about. */
export async function writeNotices(call: Call, { open, workspace, folder, noted }: Order): Promise<ExitCode> {
  const { world } = call;
  const { kept, record } = noted;
  const issue = issueOf(open.ledger, record);
  const files = loadPaper(world, workspace, "反馈通知");
  const { notices, findings } = makeNotices({ issue, note: record }, workspace.grounds, files);
  if (findings.length > 0) {
    world.stderr.write(`${prettyFindings(call, findings)}已记入台账；模板或版式有差错，没有写反馈通知\n`);
    return EXIT.errors;
  }
  world.files.makeFolder(folder);
  for (const { unit, paper } of notices) {
    const path = join(folder, `反馈通知-${safeName(unit)}-${kept.chain.year}-${kept.seq}.docx`);
    refuseOther(world, { root: workspace.root, path }, (bytes) => isOwnPaper(bytes, paper.document.title));
    world.files.replace(path, await print(paper, "docx"));
    world.stdout.write(`已写出 ${visible(shownPath(workspace.root, path))}\n`);
  }
  return EXIT.clean;
}

/** The issue that a note is about; of an entry, the latest that printed it. */
function issueOf(ledger: Ledger, { issue, entry }: NoteRecord): IssueRecord {
  if (issue !== null) return findIssue(ledger, issue).record;
  const found = standing(ledger).findLast(({ record }) => record.entries.some(({ id }) => id === entry));
  return (found as Recorded<IssueRecord>).record;
}
