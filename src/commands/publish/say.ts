import { isoDay } from "../../base/time.ts";
import { numberOf } from "../../base/matters.ts";
import { visible } from "../../base/visible.ts";
import type { IssueRecord } from "../../model/ledger.ts";
import { signedPaper } from "../../pipeline/signed.ts";
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
}

/** Writes the other formats, and then, last of all, says that the issue is published. */
export async function sayPublished(call: Call, ready: Ready, { record, state }: Done): Promise<void> {
  const { world, options } = call;
  const { workspace, publication, found, issue, diagnostics, plan, planDate } = ready;
  const { format, ...paper } = { format: "docx", ...record.paper };
  const outputs = [{ format, ...paper }, ...(await otherFormats(call, ready, record))];
  const { day } = record;
  const result = { publication: publication.name, day, plan, diagnostics, found, issue };
  warn(call, result, planDate);
  for (const line of urgentWaiting(world, workspace, found, publication.name)) world.stderr.write(`${line}\n`);
  if (options["json"] === true) {
    world.stdout.write(
      renderIssueJson({
        publication: publication.name,
        day,
        plan,
        diagnostics,
        outputs,
        signed: record,
        arranged: issue.arranged,
      }),
    );
    return;
  }
  const lines = outputs.map(
    ({ path, bytes, pages }) => `  ${visible(path)}（${pages} 页，${Math.ceil(bytes / 1024)} KB）`,
  );
  world.stdout.write(`${[headline(record, state), ...lines].join("\n")}\n`);
}

function headline(record: IssueRecord, state: Done["state"]): string {
  const total = record.total !== null && record.total !== record.number ? `（总第${record.total}期）` : "";
  const own = `《${visible(record.publication)}》${record.year}年${numberOf(record)}${total}`;
  const signed = `${isoDay(record.day)}，签发人 ${visible(record.signer)}，责任编辑 ${visible(record.editor)}`;
  if (state === "new") return `已编发${own}（${signed}），${record.entries.length} 条`;
  return `${own}已编发（${signed}）${state === "restored" ? "；成稿不在，已照原样补写" : "，没有另取期号"}`;
}

/** Beside the DOCX, from the very same paper. */
async function otherFormats(
  call: Call,
  { workspace, publication, issue }: Ready,
  record: IssueRecord,
): Promise<OutputFile[]> {
  const formats = chosenFormats(call.options, OUTPUT_FORMATS).filter((format) => format !== "docx");
  if (formats.length === 0) return [];
  const { kind, number, total, day } = record;
  const print = signedPaper(issue, { number: { kind, number, total }, day });
  const base = typedPath(workspace.root, record.paper.path).replace(/\.docx$/iu, "");
  const made = await makeOutputs(call, { workspace, formats, publication: publication.name, print, base });
  writeOutputs(call.world, made);
  return made.map(({ file }) => ({ ...file, path: shownPath(workspace.root, file.path) }));
}
