import { sameBytes } from "../../base/bytes.ts";
import { quote, visible } from "../../base/visible.ts";
import type { TextChange } from "../../report/diff.ts";
import { mend, type Mended, type Unmended } from "../../pipeline/mend.ts";
import type { Survey } from "../../pipeline/survey.ts";
import { FileError, type FileFault, type World } from "../../world.ts";
import { UsageError, type Call } from "../command.ts";
import { surveyLoaded, type Loaded } from "../entries.ts";
import { typedPath } from "../paths.ts";
import { TEXT_LIMIT, type Workspace } from "../workspace.ts";
import { isForPeople, type Output } from "./outputs.ts";

/** Whether faults with one right answer are mended: in the files, in the text that goes to standard output, or only to be looked at. */
export type FixMode = "off" | "files" | "stdout" | "look";

/** Reads --fix and --dry-run, and refuses what cannot go with them. */
export function fixModeOf({ args, options }: Call, outputs: readonly Output[]): FixMode {
  const [fix, look] = [options["fix"] === true, options["dryRun"] === true];
  if (look && !fix)
    throw new UsageError(
      "--dry-run 要与 --fix 同用",
      "只看有什么差错，运行 zhuanbao check；看会怎么改，运行 zhuanbao check --fix --dry-run",
    );
  if (!fix) return "off";
  const screen = outputs.find(({ path }) => path === null);
  const isDocument = screen !== undefined && !isForPeople(screen.format);
  if (look) {
    const writes = WRITING.find(([option]) => options[option] !== undefined && options[option] !== false);
    if (writes) throw new UsageError(`--dry-run 什么都不写，不能与 ${writes[1]} 同用`, `请去掉 ${writes[1]}`);
    if (isDocument || outputs.some(({ path }) => path !== null))
      throw new UsageError("--dry-run 只印改动的对照，不能指定格式", "请去掉 --format");
    return "look";
  }
  if (!args.includes("-")) return "files";
  if (isDocument)
    throw new UsageError(
      "“- --fix”要把改好的全文印到标准输出，不能再印 json、sarif、junit",
      "请写进文件，如 -f json=out/校核.json",
    );
  return "stdout";
}

/** What writes besides. */
const WRITING: readonly (readonly [option: string, flag: string])[] = [
  ["suppressAll", "--suppress-all"],
  ["pruneSuppressions", "--prune-suppressions"],
  ["returnSlip", "--return-slip"],
  ["procedureSheet", "--procedure-sheet"],
];

/** What came of mending. */
export interface Fixed {
  /** What is found in the entries as they are now, or would be. */
  readonly found: Survey;
  readonly changes: readonly TextChange[];
  /** The text of standard input, mended as far as can be; null in other modes. */
  readonly text: Uint8Array | null;
  readonly said: readonly string[];
  /** Whether a file could not be written. */
  readonly failed: boolean;
}

interface Looked {
  readonly workspace: Workspace;
  readonly loaded: Loaded;
  readonly found: Survey;
}

/** Mends what was loaded, and writes it back where that was asked for. After classified material nothing is mended. */
export function fixLoaded(call: Call, mode: FixMode, { workspace, loaded, found }: Looked): Fixed {
  const none = { found, changes: [], text: null, said: [], failed: false };
  if (mode === "off" || found.classified.length > 0) return none;
  const { mended, unmended } = mend(loaded.files, found);
  const failed = mode === "files" ? mended.flatMap((one) => writeBack(call.world, workspace, { one, loaded })) : [];
  const lost = new Set(failed.map(({ path }) => path));
  const done = mended.filter(({ path }) => !lost.has(path));
  const [input] = mode === "stdout" ? loaded.files : [];
  const bytes = new Map(done.map((one) => [one.path, one.bytes]));
  const files = loaded.files.map((file) => ({ ...file, content: bytes.get(file.path) ?? file.content }));
  return {
    found: done.length === 0 ? found : surveyLoaded(call.world, { ...loaded, files }, workspace),
    changes: done,
    text: input ? (bytes.get(input.path) ?? bytesOf(input.content)) : null,
    said: [
      totals(mode, done),
      ...(mode === "files" && call.options["quiet"] !== true
        ? done.map(({ path, count }) => `  ${visible(path)}：${count} 处`)
        : []),
      ...[...unmended, ...failed].map(({ path, why }) => `没有改 ${quote(path, 200)}：${why}`),
    ],
    failed: failed.length > 0,
  };
}

function totals(mode: FixMode, done: readonly Mended[]): string {
  const count = done.reduce((sum, one) => sum + one.count, 0);
  if (count === 0) return "没有可以自动改正的";
  if (mode === "look") return `可以改正 ${count} 处（${done.length} 个文件），没有写入`;
  return `已改正 ${count} 处（${done.length} 个文件）`;
}

function bytesOf(content: Loaded["files"][number]["content"]): Uint8Array | null {
  return content instanceof Uint8Array ? content : (content.bytes ?? null);
}

interface WriteBack {
  readonly one: Mended;
  readonly loaded: Loaded;
}

/** Whoever saved the file in the meantime keeps what was saved. */
function writeBack(world: World, { root }: Workspace, { one, loaded }: WriteBack): Unmended[] {
  const path = typedPath(root, one.path);
  const before = loaded.files.find((file) => file.path === one.path)?.content;
  try {
    if (!(before instanceof Uint8Array) || !sameBytes(world.files.read(path, TEXT_LIMIT), before))
      return [{ path: one.path, why: "校核以后文件又有改动，请再运行一次" }];
    world.files.replace(path, one.bytes);
    return [];
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return [{ path: one.path, why: FAULTS[error.fault] ?? "写不进去，请检查磁盘和路径" }];
  }
}

const FAULTS: Partial<Record<FileFault, string>> = {
  absent: "文件不在了",
  forbidden: "没有写入的权限",
  full: "磁盘空间不足",
  locked: "文件正被其他程序占用，请关闭后再运行",
};
