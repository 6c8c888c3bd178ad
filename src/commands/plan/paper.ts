import { visible } from "../../base/visible.ts";
import type { Finding } from "../../model/diagnostic.ts";
import type { Document } from "../../model/document.ts";
import { isOwnPaper } from "../../pipeline/own-paper.ts";
import type { Paper } from "../../pipeline/paper.ts";
import type { World } from "../../world.ts";
import { print } from "../../pipeline/print.ts";
import { locate } from "../../report/locate.ts";
import { renderPretty } from "../../report/pretty.ts";
import { EXIT, UsageError, type Call, type ExitCode } from "../command.ts";
import { dirname, shownPath, typedPath } from "../paths.ts";
import type { Workspace } from "../workspace.ts";

/** A paper to be written, or what is wrong with its template. */
interface Order {
  /** As typed. */
  readonly path: string;
  readonly paper: Paper | null;
  readonly findings: readonly Finding[];
}

/** Refuses a name that is no DOCX. */
export function checkPaperName(path: string): void {
  if (!/\.docx$/iu.test(path)) throw new UsageError(`文件名应以 .docx 结尾，现为 ${path}`, "例如 out/编排表.docx");
}

/** Whether what stands at a path may give way: it is such a paper made here, and no word processor has saved it since. */
function refuseOther({ files }: World, path: string, { title }: Document): void {
  const kind = files.kind(path);
  if (kind === null || (kind === "file" && isOwnPaper(files.read(path, LIMIT), title))) return;
  throw new UsageError(`${path} 已经有了，不是本命令写的，或者写出以后改过，没有覆盖`, "请换一个文件名，或者先移开它");
}

const LIMIT = 32 * 1_048_576;

/** Writes one paper whole and says where; an exit code where template or layout is at fault, null where it was written. */
export async function writePaper(call: Call, { root }: Workspace, order: Order): Promise<ExitCode | null> {
  const { world, globals } = call;
  const path = typedPath(globals.folder, order.path);
  if (!order.paper) {
    const sources = new Map(order.findings.map(({ at }) => [at.source.path, at.source] as const));
    const look = { sources, colour: globals.colour, columns: world.stderr.columns };
    world.stderr.write(`${renderPretty(locate(order.findings), look)}模板或版式有差错，没有写文件\n`);
    return EXIT.errors;
  }
  refuseOther(world, path, order.paper.document);
  const bytes = await print(order.paper, "docx");
  world.files.makeFolder(dirname(path));
  world.files.replace(path, bytes);
  world.stdout.write(`已写出 ${visible(shownPath(root, path))}（${order.paper.pages} 页）\n`);
  return null;
}
