import { visible } from "../../base/visible.ts";
import type { Finding } from "../../model/diagnostic.ts";
import { isOwnPaper } from "../../pipeline/own-paper.ts";
import type { Paper } from "../../pipeline/paper.ts";
import { print } from "../../pipeline/print.ts";
import { EXIT, UsageError, type Call, type ExitCode } from "../command.ts";
import { prettyFindings } from "../findings.ts";
import { refuseOther } from "../own-files.ts";
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

/** Writes one paper whole and says where; an exit code where template or layout is at fault, null where it was written. */
export async function writePaper(call: Call, { root }: Workspace, order: Order): Promise<ExitCode | null> {
  const { world, globals } = call;
  const path = typedPath(globals.folder, order.path);
  if (!order.paper) {
    world.stderr.write(`${prettyFindings(call, order.findings)}模板或版式有差错，没有写文件\n`);
    return EXIT.errors;
  }
  const { title } = order.paper.document;
  refuseOther(world, { root, path }, (bytes) => isOwnPaper(bytes, title));
  const bytes = await print(order.paper, "docx");
  world.files.makeFolder(dirname(path));
  world.files.replace(path, bytes);
  world.stdout.write(`已写出 ${visible(shownPath(root, path))}（${order.paper.pages} 页）\n`);
  return null;
}
