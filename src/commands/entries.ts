import { visible } from "../base/visible.ts";
import { READING, survey, type RawFile, type Survey, type SurveyOptions } from "../pipeline/survey.ts";
import { FileError, type World } from "../world.ts";
import { UsageError } from "./command.ts";
import { join, shownPath, typedPath } from "./paths.ts";
import { OFFICE_FILE, TEXT_LIMIT, type Workspace } from "./workspace.ts";

const ENTRY_FILE = /\.(?:ya?ml|md)$/iu;

/** Entry files, and why the command cannot run with them: said only once they are known to hold nothing classified. */
export interface Loaded {
  readonly files: readonly RawFile[];
  readonly unable: UsageError | null;
  /** Whether they are all the entries there are: those of the office, or what was named where there is no office. */
  readonly whole: boolean;
}

/** Reads and checks what was loaded. Classified material comes before everything that keeps a command from running. */
export function surveyLoaded(
  world: World,
  { files, unable, whole }: Loaded,
  { grounds, unable: why }: Workspace,
  options: Omit<SurveyOptions, "whole"> = {},
): Survey {
  const stopwatch = watched(world, files.length, options.stopwatch);
  const found = survey(files, grounds, { ...options, stopwatch, whole });
  const stops = unable ?? why;
  if (stops && found.classified.length === 0) throw stops;
  return found;
}

type Stopwatch = NonNullable<SurveyOptions["stopwatch"]>;

/** Tells who waits how far reading and checking are. */
export function watched({ status }: World, files: number, stopwatch: Stopwatch = (_, work) => work()): Stopwatch {
  let read = 0;
  return (name, work) => {
    if (name === READING) status.show("正在读条目", ` ${++read}/${files}`);
    else status.show(`正在校核 ${files} 个文件`, `：${name}`);
    return stopwatch(name, work);
  };
}

/** All entry files of an office; without any, the command cannot run, unless there may be none. */
export function loadAllEntries(
  world: World,
  workspace: Workspace,
  { mayBeEmpty = false }: { readonly mayBeEmpty?: boolean } = {},
): Loaded {
  const folder = typedPath(workspace.root, workspace.grounds.office.paths.entries);
  const shown = shownPath(workspace.root, folder);
  const kind = world.files.kind(folder);
  if (kind === null)
    throw new UsageError(`没有条目目录 ${shown}`, "用 zhuanbao new 写第一条信息，或把报来的文件放进去");
  if (kind !== "folder")
    throw new UsageError(`${shown} 应是目录，却是文件`, "请移开这个文件，或在 zhuanbao.yaml 的“目录”里另指条目目录");
  const files = loadFiles(world, workspace, walk(world, folder, workspace));
  if (files.length === 0 && !mayBeEmpty)
    throw new UsageError(
      `${shown} 里没有条目（.yaml、.yml、.md）`,
      "用 zhuanbao new 写第一条信息，或把报来的文件放进去",
    );
  return { files, unable: null, whole: true };
}

/** The entry files named on the command line: files, and all below folders. */
export function loadNamedEntries(world: World, workspace: Workspace, paths: readonly string[]): Loaded {
  const found = new Set<string>();
  let unable: UsageError | null = null;
  for (const path of paths) {
    const expanded = expand(world, workspace, path);
    if (expanded instanceof UsageError) unable ??= expanded;
    else for (const each of expanded) found.add(each);
  }
  if (found.size === 0) unable ??= new UsageError(`${paths.join("、")} 里没有条目（.yaml、.yml、.md）`, "请核对路径");
  return { files: loadFiles(world, workspace, [...found]), unable, whole: !workspace.hasOffice };
}

/** What came through standard input, as the file it is said to be. */
export function loadStandardInput(workspace: Workspace, path: string, bytes: Uint8Array): Loaded {
  const file = { path: shownPath(workspace.root, path), defaultId: defaultIdOf(workspace, path), content: bytes };
  return { files: [file], unable: null, whole: !workspace.hasOffice };
}

/** The entry files that `paths` come to, or all of the office: no complaint about what is not there. */
export function entryFilesBelow(world: World, workspace: Workspace, paths: readonly string[]): string[] {
  const { root, grounds } = workspace;
  const from = paths.length > 0 ? paths : [typedPath(root, grounds.office.paths.entries)];
  return from.flatMap((path) => {
    try {
      const found = expand(world, workspace, path);
      return found instanceof UsageError ? [] : found;
    } catch (error) {
      if (error instanceof FileError || error instanceof UsageError) return [];
      throw error;
    }
  });
}

function expand(world: World, workspace: Workspace, path: string): string[] | UsageError {
  const kind = world.files.kind(path);
  if (kind === null)
    return new UsageError(`没有这个文件或目录：${path}`, "请核对路径；相对路径从当前目录（或 -C 所指的目录）算起");
  if (kind === "folder") return walk(world, path, workspace);
  if (ENTRY_FILE.test(path)) return [path];
  return new UsageError(`${path} 不是条目文件`, "条目是 .yaml、.yml 或 .md 文件；Word 文件请先另存为文本再填入");
}

/** Nobody files deeper than this: beyond it there is a link that leads back up. */
const MAX_DEPTH = 16;

/** Entry files below a folder, sorted. Names that begin with a dot, and what the office itself keeps, are left alone. */
function walk(world: World, folder: string, workspace: Workspace, depth = 1): string[] {
  if (depth > MAX_DEPTH) throw new UsageError(`目录层次过深：${folder}`, "请检查其中有没有绕回上级目录的链接");
  const own = ownPaths(workspace);
  return world.files.list(folder).flatMap((name) => {
    const path = join(folder, name);
    if (name.startsWith(".") || name.startsWith("~$") || own.has(path)) return [];
    if (world.files.kind(path) === "folder") return walk(world, path, workspace, depth + 1);
    return ENTRY_FILE.test(name) ? [path] : [];
  });
}

/** Papers people send by mistake: they look like entries to whoever filed them. */
const PAPER_FILE = /\.(?:docx?|wps|txt|rtf|pdf|xlsx?)$/iu;

/** Papers below the entries of the office, which no command reads: an entry must not vanish without a word. */
export function unreadPapers(world: World, { root, grounds }: Workspace): string[] {
  const below = (folder: string, depth: number): string[] =>
    world.files.list(folder).flatMap((name) => {
      const path = join(folder, name);
      if (name.startsWith(".") || name.startsWith("~$")) return [];
      if (world.files.kind(path) === "folder") return depth < MAX_DEPTH ? below(path, depth + 1) : [];
      return PAPER_FILE.test(name) ? [shownPath(root, path)] : [];
    });
  const folder = typedPath(root, grounds.office.paths.entries);
  return world.files.kind(folder) === "folder" ? below(folder, 1) : [];
}

/** The office's settings, plans, output and ledger: no entries, though some are YAML. */
function ownPaths({ root, hasOffice, grounds }: Workspace): Set<string> {
  const { plans, out, ledger } = grounds.office.paths;
  return new Set(hasOffice ? [OFFICE_FILE, plans, out, ledger].map((path) => typedPath(root, path)) : []);
}

function loadFiles(world: World, workspace: Workspace, paths: readonly string[]): RawFile[] {
  return paths.map((path, index) => {
    world.status.show("正在打开文件", ` ${index + 1}/${paths.length}`);
    return loadFile(world, workspace, path);
  });
}

function loadFile(world: World, workspace: Workspace, path: string): RawFile {
  return {
    path: shownPath(workspace.root, path),
    defaultId: defaultIdOf(workspace, path),
    content: readContent(world, path),
  };
}

/** The path below `entries/`, without extension; what a name may hold and an id may not is written out. */
function defaultIdOf({ root, grounds }: Workspace, path: string): string {
  const below = shownPath(typedPath(root, grounds.office.paths.entries), path);
  const shown = below === path ? shownPath(root, path) : below;
  return visible(shown.replace(ENTRY_FILE, ""));
}

/** One file that cannot be read is a finding on that file, not the end of the run. */
export function readContent(world: World, path: string): RawFile["content"] {
  try {
    return world.files.read(path, TEXT_LIMIT);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    if (error.fault === "too-big") return { ...TOO_BIG, ...scanned(world, path) };
    return PROBLEMS[error.fault] ?? { problem: "文件读不出来", hint: "请检查磁盘和权限后重试" };
  }
}

/** A file too big for an entry is still looked through for marks of secrecy, up to this many bytes. */
const SCAN_LIMIT = 64 * TEXT_LIMIT;

function scanned(world: World, path: string): { bytes?: Uint8Array } {
  try {
    return { bytes: world.files.read(path, SCAN_LIMIT) };
  } catch (error) {
    if (error instanceof FileError) return {};
    throw error;
  }
}

const TOO_BIG = { problem: "文件超过 1 MB，不像是一条信息", hint: "请核对是不是放错了文件；多条信息请分成几个文件" };

const PROBLEMS: Partial<Record<FileError["fault"], RawFile["content"]>> = {
  forbidden: { problem: "没有读取的权限", hint: "请检查文件的权限" },
  "not-a-file": { problem: "这里应是普通文件，却不是", hint: "请移走它，或改用普通文件" },
  absent: { problem: "链接所指的文件不存在", hint: "请改用普通文件" },
};
