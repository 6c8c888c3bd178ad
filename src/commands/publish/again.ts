import { sha256 } from "../../base/sha256.ts";
import { numberOf } from "../../base/matters.ts";
import { visible } from "../../base/visible.ts";
import type { IssueRecord } from "../../model/ledger.ts";
import { print } from "../../pipeline/print.ts";
import { signedPaper } from "../../pipeline/signed.ts";
import { UsageError, type Call } from "../command.ts";
import { dirname, typedPath } from "../paths.ts";
import type { Ready } from "./request.ts";

/** A file larger than this is no issue. */
const LIMIT = 256 * 1_048_576;

/**
 * The paper of an issue that has its number already: it must be there as it was recorded. One that is missing, as after
 * a crash between number and paper, is made again from the same plan, byte for byte. Says whether it was.
 */
export async function restorePaper(call: Call, { workspace, issue }: Ready, record: IssueRecord): Promise<boolean> {
  const { files } = call.world;
  const { paper, kind, number, total, day } = record;
  const path = typedPath(workspace.root, paper.path);
  const there = files.kind(path) === null ? null : await sha256(files.read(path, LIMIT));
  if (there === paper.sha256) return false;
  const named = `《${visible(record.publication)}》${record.year}年${numberOf(record)}`;
  const mayReplace = there === null || call.options["output"] !== undefined;
  if (!mayReplace)
    throw new UsageError(
      `${named}已编发，但成稿 ${visible(paper.path)} 与台账记的不一致，没有动它`,
      "移开这个文件再运行，可以照台账重新写出",
    );
  const bytes = await print(signedPaper(issue, { number: { kind, number, total }, day }), "docx");
  if ((await sha256(bytes)) !== paper.sha256)
    throw new UsageError(
      `${named}已编发，但成稿 ${visible(paper.path)} ${there === null ? "不在" : "不对"}，现在重排出来的又与台账记的不一致`,
      "模板、版式或程序在编发以后改过：请从备份恢复成稿，或改回原来的模板再运行",
    );
  files.makeFolder(dirname(path));
  files.replace(path, bytes);
  return true;
}
