import { sha256 } from "../../base/sha256.ts";
import { isoDay } from "../../base/time.ts";
import { originalKey, type Registered } from "../../ledger/register.ts";
import { judgeFile, type Judged } from "../../pipeline/intake.ts";
import { survey, type RawFile, type Survey } from "../../pipeline/survey.ts";
import type { World } from "../../world.ts";
import { loadAllEntries, readContent, watched } from "../entries.ts";
import { shownPath, typedPath } from "../paths.ts";
import type { Workspace } from "../workspace.ts";
import type { Inbox } from "./inbox.ts";

/** An entry file of the inbox. */
export interface Incoming {
  /** Absolute; and as it is shown. */
  readonly path: string;
  readonly shown: string;
  /** Relative to the inbox, with `/`. */
  readonly near: string;
  readonly content: Uint8Array;
  readonly sha256: string;
}

/** An entry of it: judged now, and what the register has of it from before. */
export interface Item extends Judged {
  readonly known: Registered | null;
}

/** A file of the inbox and its entries; `repeats` is an earlier file of this run with the same bytes. */
export interface Sorted {
  readonly file: Incoming;
  readonly items: readonly Item[];
  readonly repeats: Incoming | null;
}

/** All that a run sorts. */
export interface Batch {
  readonly sorted: readonly Sorted[];
  /** Files that could not be read, and stay where they are. */
  readonly unread: readonly { readonly shown: string; readonly why: string }[];
  readonly found: Survey;
  /** Entry files of the office, and which of the numbers known before stand in them. */
  readonly office: readonly RawFile[];
  readonly numbers: ReadonlySet<string>;
  /** Every 编号 of the office, of the inbox and of the register; those given in this run are added. */
  readonly ids: Set<string>;
}

/** Reads the inbox and judges it together with the entries there are: a double is one wherever its other half lies. */
export function loadBatch(
  world: World,
  workspace: Workspace,
  { inbox, files, register }: { inbox: string; files: Inbox; register: ReadonlyMap<string, Registered> },
): Batch {
  const read = files.entries.map((path) => ({ path, content: readContent(world, path) }));
  const unread = read.flatMap(({ path, content }) =>
    content instanceof Uint8Array ? [] : [{ shown: shownPath(workspace.root, path), why: content.problem }],
  );
  const incoming: Incoming[] = [];
  for (const { path, content } of read) {
    if (!(content instanceof Uint8Array)) continue;
    const [shown, near] = [shownPath(workspace.root, path), shownPath(inbox, path)];
    incoming.push({ path, shown, near, content, sha256: sha256(content) });
  }
  const firsts = new Map<string, Incoming>();
  for (const file of incoming) if (!firsts.has(file.sha256)) firsts.set(file.sha256, file);
  const day = isoDay(workspace.grounds.now.day);
  const office = officeFiles(world, workspace);
  const placed = placedBefore(office, [...firsts.values()], { workspace, register });
  const raws = rawsOf([...firsts.values()], day, new Set(office.map(({ defaultId }) => defaultId)));
  const unreadable = read.flatMap(({ path, content }) =>
    content instanceof Uint8Array ? [] : [{ path: shownPath(workspace.root, path), defaultId: path, content }],
  );
  const others = office.filter(({ path }) => !placed.paths.has(path));
  const all = [...others, ...raws, ...unreadable];
  const found = survey(all, workspace.grounds, { whole: true, stopwatch: watched(world, all.length) });
  const sorted = incoming.map((file): Sorted => {
    const first = firsts.get(file.sha256) as Incoming;
    const items = judgeFile({ path: first.shown, content: first.content }, found).map((judged, index): Item => {
      const before = register.get(originalKey({ sha256: file.sha256, item: index + 1 })) ?? null;
      // What was sent back once, wrongly or for a fault that is none any more, need not stay out for ever.
      const known = before?.record.way === "退回" && judged.way === "收下" ? null : before;
      return { ...judged, known, way: known?.record.way ?? judged.way };
    });
    return { file, items, repeats: first === file ? null : first };
  });
  return { sorted, unread, found, office, numbers: placed.numbers, ids: idsOf(found, office, register) };
}

/** What of the files that were registered before lies among the office's entries already: no entry is a double of itself. */
function placedBefore(
  office: readonly RawFile[],
  incoming: readonly Incoming[],
  { workspace, register }: { workspace: Workspace; register: ReadonlyMap<string, Registered> },
): { paths: ReadonlySet<string>; numbers: ReadonlySet<string> } {
  const [paths, numbers] = [new Set<string>(), new Set<string>()];
  const hashes = new Set(incoming.map(({ sha256 }) => sha256));
  const own = [...register.values()].filter(({ record }) => hashes.has(record.original?.sha256 ?? ""));
  if (own.length === 0) return { paths, numbers };
  const known = new Set(own.map(({ number }) => number));
  for (const { source, register: number } of survey(office, workspace.grounds, { alone: true }).entries) {
    if (number === null || !known.has(number)) continue;
    paths.add(source.path);
    numbers.add(number);
  }
  return { paths, numbers };
}

/** Each with an id of its own for what has no 编号: two units may well send files of the same name. */
function rawsOf(files: readonly Incoming[], day: string, taken: Set<string>): RawFile[] {
  return files.map(({ shown, near, content }) => {
    const stem = `${day}/${near.replace(/\.[^.]*$/u, "").replace(/^.*\//u, "")}`;
    let defaultId = stem;
    for (let count = 2; taken.has(defaultId); count++) defaultId = `${stem}-${count}`;
    taken.add(defaultId);
    return { path: shown, defaultId, content };
  });
}

/** The names of the files too: `new` names them by their 编号. */
function idsOf(
  { readings }: Survey,
  office: readonly RawFile[],
  register: ReadonlyMap<string, Registered>,
): Set<string> {
  const names = office.map(({ path }) => path.replace(/^.*\//u, "").replace(/\.[^.]*$/u, ""));
  return new Set([...readings.map(({ id }) => id), ...names, ...[...register.values()].map(({ record }) => record.id)]);
}

function officeFiles(world: World, workspace: Workspace): readonly RawFile[] {
  const folder = typedPath(workspace.root, workspace.grounds.office.paths.entries);
  if (world.files.kind(folder) === null) return [];
  return loadAllEntries(world, workspace, { mayBeEmpty: true }).files;
}
