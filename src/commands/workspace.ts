import { dirname } from "node:path";
import { momentOf, parseMoment, momentAt } from "../base/time.ts";
import type { Finding } from "../model/diagnostic.ts";
import type { Moment } from "../model/moment.ts";
import { wholeFile, type Source } from "../model/source.ts";
import {
  BASE_PACKS,
  makeGrounds,
  NO_OFFICE,
  readOfficeFile,
  sourceOf,
  unreadable,
  withTree,
  type Grounds,
  type OfficeFile,
  type ParsedSource,
} from "../pipeline/grounds.ts";
import type { World } from "../world.ts";
import { UsageError, type Call } from "./command.ts";
import { missingLooks } from "./looks.ts";
import { join, shownPath, typedPath } from "./paths.ts";

export const OFFICE_FILE = "zhuanbao.yaml";
/** At the root of the office: the faults that `check` no longer tells of. */
export const SUPPRESSIONS_FILE = "zhuanbao-suppressions.json";
/** Entries, plans, layouts: no honest one comes near this many bytes. */
export const TEXT_LIMIT = 1_048_576;
/** Issues and what they are printed to, likewise. */
export const PAPER_LIMIT = 256 * 1_048_576;

/** The folder one works in, and what everything in it is judged by. */
export interface Workspace {
  /** Folder of the office; the working folder where there is none. */
  readonly root: string;
  readonly hasOffice: boolean;
  readonly grounds: Grounds;
  /** Why nothing can be done here, said once it is known that nothing classified was met. */
  readonly unable?: Error;
}

/** Finds the office from the working folder upwards and reads it, with its profiles; without one, the defaults hold. */
export function openWorkspace({ world, globals }: Call): Workspace {
  if (world.files.kind(globals.folder) !== "folder")
    throw new UsageError(`没有这个目录：${globals.folder}`, "请核对 -C 后面的路径");
  const found = findOffice(world, globals.folder);
  const root = found ?? globals.folder;
  const file =
    found === null
      ? NO_OFFICE
      : readOfficeFile(sourceOf(OFFICE_FILE, world.files.read(join(root, OFFICE_FILE), TEXT_LIMIT)));
  return { root, hasOffice: found !== null, grounds: loadGrounds(world, file, { root, date: globals.date }) };
}

/** The same, for commands that make no sense without an office. */
export function openOffice(call: Call): Workspace {
  const workspace = openWorkspace(call);
  if (workspace.hasOffice) return workspace;
  throw new UsageError(
    `从 ${call.globals.folder} 往上都没有找到 ${OFFICE_FILE}`,
    "第一次使用：zhuanbao init 目录 —— 新建一个工作区；已有工作区：用 -C 目录 指明它在哪里",
  );
}

function findOffice(world: World, folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    if (world.files.kind(join(at, OFFICE_FILE)) !== null) return at;
    if (dirname(at) === at) return null;
  }
}

/** The packs that hold everywhere come first, so that any profile may overrule them. */
function loadGrounds(world: World, file: OfficeFile, { root, date }: { root: string; date: string | null }): Grounds {
  const faults: Finding[] = [];
  const profiles = [...BASE_PACKS, ...file.office.profiles].flatMap((name) => {
    const path = /\.ya?ml$/iu.test(name)
      ? typedPath(root, name)
      : join(world.home, "templates", "profiles", `${name}.yaml`);
    const shown = shippedPath(world, root, path);
    const found = world.files.kind(path) === "file" ? sourceOf(shown, world.files.read(path, TEXT_LIMIT)) : null;
    if (found && !("problem" in found)) return [/\.ya?ml$/iu.test(name) ? found : withTreeOf(world, name, found)];
    if (found) faults.push(unreadable(shown, found));
    else if (file.source) faults.push(noProfile(file.source, name, shippedPacks(world)));
    return [];
  });
  const { source, office } = file;
  if (source) faults.push(...missingLooks(world, { source, publications: office.publications }, root));
  return makeGrounds(file, { profiles, faults, now: nowOf(world, file.office.zone, date) });
}

/** A shipped pack with the tree that the build made of it; without one, or where the pack was changed, it is parsed. */
function withTreeOf(world: World, name: string, source: Source): ParsedSource {
  const path = join(world.home, "dist", "profiles", `${name}.json`);
  if (world.files.kind(path) !== "file") return source;
  return withTree(source, new TextDecoder().decode(world.files.read(path, 8 * TEXT_LIMIT)));
}

/** A file of the installed package is shown from the package's root on: where that lies says nothing to anyone. */
export function shippedPath(world: World, root: string, path: string): string {
  const inside = shownPath(world.home, path);
  return inside.startsWith("templates/") ? inside : shownPath(root, path);
}

/** The rule packs of the package that an office may list; those that hold everywhere are none of them. */
function shippedPacks({ files, home }: World): string[] {
  const names = files
    .list(join(home, "templates", "profiles"))
    .flatMap((file) => /^(.+)\.yaml$/u.exec(file)?.[1] ?? []);
  return names.filter((name) => !BASE_PACKS.includes(name)).toSorted();
}

function noProfile(source: Source, name: string, shipped: readonly string[]): Finding {
  const start = Math.max(0, source.text.indexOf(name));
  return {
    rule: "bad-value",
    severity: "error",
    message: `没有规则集“${name}”`,
    hint: `自带的有 ${shipped.join("、")}；自己的请写文件名，如 规则/本县.yaml（相对工作区）`,
    at: start > 0 ? { source, start, end: start + name.length } : wholeFile(source),
    entry: null,
    related: [],
  };
}

/** `--date`, or the clock; a day alone stands for its last minute. */
function nowOf(world: World, zone: string, date: string | null): Moment {
  if (date === null) return momentOf(world.now(), zone);
  const found = parseMoment(date, zone);
  if (!found)
    throw new UsageError(
      `--date 的时间“${date}”无法识别`,
      '请写成 2026-11-23、"2026-11-23 17:00" 或 2026年11月23日17时',
    );
  return found.clock === null ? momentAt(found.day, 1439, zone) : found;
}

/** Reads a text file that must be there. */
export function readText(world: World, path: string, shown: string): Source {
  const source = sourceOf(shown, world.files.read(path, TEXT_LIMIT));
  if ("problem" in source) throw new UsageError(`${shown}：${source.problem}`, source.hint);
  return source;
}
