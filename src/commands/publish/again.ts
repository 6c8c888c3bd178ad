import { sha256 } from "../../base/sha256.ts";
import { numberOf } from "../../base/matters.ts";
import { visible } from "../../base/visible.ts";
import type { IssueRecord } from "../../model/ledger.ts";
import { print } from "../../pipeline/print.ts";
import { signatureOf, signedPaper } from "../../pipeline/signed.ts";
import { UsageError, type Call } from "../command.ts";
import type { OpenLedger } from "../ledger/open.ts";
import { dirname, shownPath, typedPath } from "../paths.ts";
import { PAPER_LIMIT } from "../workspace.ts";
import { refuseOthersPaper } from "./refuse.ts";
import type { Ready } from "./request.ts";
import { named } from "./signing.ts";
import { issuePath } from "./take.ts";

/** What was done about the paper of an issue that has its number already. */
export interface Again {
  /** Whether the recorded file was missing, and was written again. */
  readonly isRestored: boolean;
  /** The copy that -o asked for, absolute; null where it asked for none. */
  readonly copy: string | null;
  readonly notice: string | null;
}

/**
 * The paper of an issue that has its number already: it must be there as it was recorded. One that is missing, as after
 * a crash between number and paper, is made again from the same plan, byte for byte; one that somebody changed is never
 * touched. -o writes a copy of what was recorded.
 */
export async function restorePaper(call: Call, ready: Ready, { open, record }: Known): Promise<Again> {
  const { files } = call.world;
  const { root } = ready.workspace;
  const path = typedPath(root, record.paper.path);
  const ordered = call.options["output"] === undefined ? path : `${issuePath(call, ready, record)}.docx`;
  const copy = ordered === path ? null : ordered;
  const there = files.kind(path) === null ? null : files.read(path, PAPER_LIMIT);
  const isSound = there !== null && sha256(there) === record.paper.sha256;
  const changed = `成稿 ${visible(record.paper.path)} 与台账记的不一致，没有动它`;
  if (there !== null && !isSound && copy === null)
    throw new UsageError(`${nameOf(record)}已编发，但${changed}`, "移开这个文件再运行，可以照台账重新写出");
  if (copy !== null) refuseOthersPaper(open, shownPath(root, copy), record);
  const bytes = isSound ? there : await printedAgain(ready, record, there === null ? "不在" : "不对");
  for (const target of [...(there === null ? [path] : []), ...(copy === null ? [] : [copy])]) {
    files.makeFolder(dirname(target));
    files.replace(target, bytes);
  }
  return { isRestored: there === null, copy, notice: there === null || isSound ? null : `注意：${changed}` };
}

interface Known {
  readonly open: OpenLedger;
  readonly record: IssueRecord;
}

function nameOf(record: IssueRecord): string {
  return `《${visible(record.publication)}》${record.year}年${numberOf(record)}`;
}

async function printedAgain({ issue }: Ready, record: IssueRecord, state: string): Promise<Uint8Array> {
  const bytes = await print(signedPaper(issue, signatureOf(record)), "docx");
  if (sha256(bytes) === record.paper.sha256) return bytes;
  throw new UsageError(
    `${nameOf(record)}已编发，但成稿 ${visible(record.paper.path)} ${state}，现在重排出来的又与台账记的不一致`,
    "模板、版式或程序在编发以后改过：请从备份恢复成稿，或改回原来的模板再运行",
  );
}

/** Who signs is written down once: another name on the command line changes nothing, and that is said. */
export function otherSigning(call: Call, record: IssueRecord): string[] {
  const fields = [
    ["签发人", named(call, "signer"), record.signer],
    ["责任编辑", named(call, "editor"), record.editor],
  ] as const;
  return fields.flatMap(([what, given, own]) =>
    given === null || given === own ? [] : [`注意：台账记的${what}是 ${visible(own)}，没有改`],
  );
}
