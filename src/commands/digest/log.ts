import { isoDay, showMoment } from "../../base/time.ts";
import { visible } from "../../base/visible.ts";
import { LedgerError } from "../../ledger/store.ts";
import { FileError, type World } from "../../world.ts";
import { EXIT, UsageError, type Call, type ExitCode } from "../command.ts";
import { textOption } from "../options.ts";
import { dirname, join, shownPath, typedPath } from "../paths.ts";
import type { Workspace } from "../workspace.ts";
import type { Span } from "./period.ts";

/** What the log tells of a run, as far as it came. */
export interface Noted {
  readonly publication: string;
  span: Span | null;
  /** What came of it, in Chinese, on one line. */
  what: string;
}

/** Runs the work and adds one line to the log, whatever comes of it; what it throws goes on. */
export async function logged(
  call: Call,
  workspace: Workspace,
  { noted, work }: { readonly noted: Noted; readonly work: () => Promise<ExitCode> },
): Promise<ExitCode> {
  try {
    const code = await work();
    append(call, workspace, lineOf(noted, code, workspace));
    return code;
  } catch (error) {
    const [why, code] = whyNot(error, workspace.root);
    append(call, workspace, lineOf({ ...noted, what: why }, code, workspace));
    throw error;
  }
}

function lineOf({ publication, span, what }: Noted, code: ExitCode, { grounds }: Workspace): string {
  const days = span === null ? "" : `${isoDay(span.from)}至${isoDay(span.to)}`;
  return `${showMoment(grounds.now)} 《${publication}》${days} ${what}；退出码 ${code}`;
}

function whyNot(error: unknown, root: string): [string, ExitCode] {
  if (error instanceof UsageError || error instanceof LedgerError) return [`没有运行：${error.message}`, EXIT.unable];
  if (error instanceof FileError) return [`没有写成：${shownPath(root, error.path)}（${error.fault}）`, EXIT.unable];
  return ["没有运行：程序的缺陷，请看屏幕上或邮件里的话", EXIT.bug];
}

/** The log beside the output, unless it was put elsewhere. */
export function logPath({ globals, options }: Call, { root, grounds }: Workspace): string {
  const named = textOption(options, "log");
  return named === null ? join(typedPath(root, grounds.office.paths.out), LOG_NAME) : typedPath(globals.folder, named);
}

export const LOG_NAME = "digest.log";

/** A log that cannot be written undoes nothing that was done: it is said, and that is all. */
function append(call: Call, workspace: Workspace, line: string): void {
  const path = logPath(call, workspace);
  try {
    write(call.world, path, `${visible(line)}\n`);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    call.world.stderr.write(`日志没有写成：${visible(shownPath(workspace.root, path))}（${error.fault}）\n`);
  }
}

function write({ files }: World, path: string, text: string): void {
  files.makeFolder(dirname(path));
  files.append(path, new TextEncoder().encode(text));
}
