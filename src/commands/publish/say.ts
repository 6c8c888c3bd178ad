import { isoDay } from "../../base/time.ts";
import { numberOf } from "../../base/matters.ts";
import { visible } from "../../base/visible.ts";
import type { IssueRecord } from "../../model/ledger.ts";
import { signatureOf, signedPaper } from "../../pipeline/signed.ts";
import type { Call } from "../command.ts";
import { warn } from "../compile/say.ts";
import { renderIssueJson, type OutputFile } from "../issue-json.ts";
import { chosenFormats } from "../options.ts";
import { makeOutputs, OUTPUT_FORMATS, writeOutputs } from "../outputs.ts";
import { shownPath, typedPath } from "../paths.ts";
import { urgentWaiting } from "../urgent-waiting.ts";
import type { Ready } from "./request.ts";

interface Done {
  readonly record: IssueRecord;
  /** Published now; published before, with its paper there; or with a paper that had to be made again. */
  readonly state: "new" | "known" | "restored";
  /** Another file of the same bytes, absolute. */
  readonly copy: string | null;
}

/** Writes the other formats, and then, last of all, says that the issue is published; of one that was before, that comes first. */
export async function sayPublished(call: Call, ready: Ready, done: Done): Promise<void> {
  const { workspace, publication, found, issue, plan, planDate } = ready;
  const { record, state } = done;
  const outputs = await outputsOf(call, ready, done);
  // What was found in it because it is printed by now is no news to who publishes it again.
  const diagnostics = ready.diagnostics.filter(({ rule }) => state === "new" || rule !== "already-published");
  const result = { publication: publication.name, day: record.day, plan, diagnostics, found, issue };
  const prints = record.entries.map(({ id }) => id);
  const tell = (): void => {
    warn(call, result, planDate);
    for (const line of urgentWaiting(call.world, workspace, found, {
      publication: publication.name,
      prints,
      isNumbered: true,
    }))
      call.world.stderr.write(`${line}\n`);
  };
  if (state === "new") tell();
  sayIssue(call, { ...result, outputs, signed: record, arranged: issue.arranged }, headline(done, ready));
  if (state !== "new") tell();
}

function sayIssue({ world, options }: Call, issue: Parameters<typeof renderIssueJson>[0], first: string): void {
  if (options["json"] === true) {
    const { publication, day, plan, diagnostics, outputs, signed, arranged } = issue;
    world.stdout.write(
      renderIssueJson({ publication, day, plan, diagnostics, outputs, signed, arranged } as typeof issue),
    );
    return;
  }
  const lines = issue.outputs.map(
    ({ path, bytes, pages }) => `  ${visible(path)}（${pages} 页，${Math.ceil(bytes / 1024)} KB）`,
  );
  world.stdout.write(`${[first, ...lines].join("\n")}\n`);
}

async function outputsOf(call: Call, ready: Ready, { record, copy }: Done): Promise<OutputFile[]> {
  const { root } = ready.workspace;
  const paper = { format: "docx" as const, ...record.paper };
  const copied = copy === null ? [] : [{ ...paper, path: shownPath(root, copy) }];
  return [paper, ...copied, ...(await otherFormats(call, ready, { record, beside: copy }))];
}

function headline({ record, state, copy }: Done, { workspace }: Ready): string {
  const total = record.total !== null && record.total !== record.number ? `（总第${record.total}期）` : "";
  const own = `《${visible(record.publication)}》${record.year}年${numberOf(record)}${total}`;
  const signed = `${isoDay(record.day)}，签发人 ${visible(record.signer)}，责任编辑 ${visible(record.editor)}`;
  if (state === "new") return `已编发${own}（${signed}），${record.entries.length} 条`;
  const done = state === "restored" ? "；成稿不在，已照原样补写" : "，没有另取期号";
  const also = copy === null ? "" : `；照原样另写一份到 ${visible(shownPath(workspace.root, copy))}`;
  return `${own}已编发（${signed}）${done}${also}`;
}

/** Beside the DOCX, from the very same paper. */
async function otherFormats(
  call: Call,
  { workspace, publication, issue }: Ready,
  { record, beside }: { readonly record: IssueRecord; readonly beside: string | null },
): Promise<OutputFile[]> {
  const formats = chosenFormats(call.options, OUTPUT_FORMATS).filter((format) => format !== "docx");
  if (formats.length === 0) return [];
  const print = signedPaper(issue, signatureOf(record));
  const base = (beside ?? typedPath(workspace.root, record.paper.path)).replace(/\.docx$/iu, "");
  const made = await makeOutputs(call, { workspace, formats, publication: publication.name, print, base });
  writeOutputs(call.world, made);
  return made.map(({ file }) => ({ ...file, path: shownPath(workspace.root, file.path) }));
}
