import { isAbsolute, relative } from "node:path";
import { maskPasswords } from "../base/passwords.ts";
import { visible, visibleLines } from "../base/visible.ts";
import { EXIT, UsageError, type ExitCode } from "../commands/command.ts";
import { FileError, type FileFault, type World } from "../world.ts";
import { versionOf } from "./version.ts";

/** Tells stderr why a command could not run, and returns the exit code that says so. */
export function reportFailure(world: World, error: unknown): ExitCode {
  if (isInterrupt(error)) return EXIT.interrupted;
  if (error instanceof UsageError || isLedgerError(error)) tell(world, error.message, error.hint);
  else if (error instanceof FileError) tell(world, ...fileMessage(world, error));
  else return reportBug(world, error);
  return EXIT.unable;
}

function tell({ stderr }: World, message: string, hint: string): void {
  const [said, advice] = [message, hint].map((text) => visible(maskPasswords(text)));
  stderr.write(`zhuanbao：${said}\n${hint === "" ? "" : `  → ${advice}\n`}`);
}

/** Known by name, since few commands open the ledger. */
function isLedgerError(error: unknown): error is Error & { readonly hint: string } {
  return error instanceof Error && error.name === "LedgerError" && "hint" in error;
}

/** Ctrl-C at a question. Known by name, since the prompts are not loaded here. */
function isInterrupt(error: unknown): boolean {
  return error instanceof Error && ["ExitPromptError", "AbortPromptError"].includes(error.name);
}

const FILE_FAULTS: Readonly<Record<FileFault, readonly [string, string]>> = {
  absent: ["没有这个文件或目录", "请核对路径；相对路径从当前目录（或 -C 所指的目录）算起"],
  "not-a-file": ["这里应是普通文件，却不是", "请核对路径，改用文件的路径"],
  "not-a-folder": ["这里应是目录，却不是", "请核对路径，改用目录的路径，或移开同名的文件"],
  forbidden: ["没有读写的权限", "请检查文件和目录的权限，或换一个位置"],
  "too-big": ["文件太大", "请核对是不是选错了文件；内容确实很多的，分成几个文件"],
  full: ["磁盘空间不足，没有写成", "请腾出空间后重试；原有文件没有改动"],
  locked: ["文件正被其他程序占用，没有写成", "请关闭正打开它的 Word、WPS 等程序后重试，或用 -o 另存"],
  other: ["文件读写出错", "请检查磁盘和路径后重试"],
};

function fileMessage({ cwd }: World, { fault, path, message }: FileError): [string, string] {
  const [what, hint] = FILE_FAULTS[fault];
  const detail = fault === "other" ? `（${message}）` : "";
  return [`${what}：${shownPath(cwd, path)}${detail}`, hint];
}

function shownPath(cwd: string, path: string): string {
  if (path === "-") return "标准输入";
  const near = relative(cwd, path);
  return near === "" || near.startsWith("..") || isAbsolute(near) ? path : near;
}

/** A fault of this program: all that is needed to find it, and nothing of the entries' text. */
function reportBug(world: World, error: unknown): ExitCode {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const call = world.argv.map((word) => visible(maskPasswords(word))).join(" ");
  world.stderr.write(
    [
      "zhuanbao：这是程序的缺陷，不是您的操作有误",
      "  → 请把以下内容发给维护者（发送前请删去涉密和不宜外传的文字）：",
      "",
      `版本：${version(world)}；${world.runtime}`,
      `命令：zhuanbao ${call}`,
      visibleLines(maskPasswords(stack)),
      "",
    ].join("\n"),
  );
  return EXIT.bug;
}

function version(world: World): string {
  try {
    return versionOf(world);
  } catch {
    return "不详";
  }
}
