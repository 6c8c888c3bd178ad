import { momentOf, showClock } from "../../base/time.ts";
import { visible } from "../../base/visible.ts";
import { reportFailure } from "../../cli/failure.ts";
import { FileError, type World } from "../../world.ts";
import { EXIT, UsageError, type Call, type ExitCode } from "../command.ts";
import { entryFilesBelow } from "../entries.ts";
import { shownPath, typedPath } from "../paths.ts";
import { OFFICE_FILE, openWorkspace, SUPPRESSIONS_FILE, type Workspace } from "../workspace.ts";

/** Between two looks, in milliseconds; a look that takes long is not taken all the time. */
const INTERVAL = 500;
const LOOKS_AT_MOST = 0.1;
/** An editor saves in several steps: so long nothing must have changed, and this many times it is waited for. */
const QUIET = 200;
const PATIENCE = 15;

/** What is watched, as it was: paths and stamps. */
type Seen = ReadonlyMap<string, string | null>;

/** Checks again whenever an entry, the office's settings or its own rule packs change, until Ctrl-C or classified material. */
export async function watch(call: Call, check: () => Promise<ExitCode>): Promise<ExitCode> {
  const { world } = call;
  let workspace = openWorkspace(call);
  let seen = look(call, workspace);
  let code = await check();
  for (;;) {
    if (code === EXIT.classified) return code;
    tell(world, workspace, "等候改动，按 Ctrl-C 结束");
    const changed = await nextChange(call, workspace, seen);
    if (changed === null) return EXIT.interrupted;
    tell(world, workspace, `${named(changed, workspace)} 有改动，重新校核`);
    seen = changed.now;
    code = await withoutEnding(world, async () => {
      workspace = openWorkspace(call);
      // What a new rule pack or folder brings in has not changed; what changes from here on has.
      seen = look(call, workspace);
      return check();
    });
  }
}

interface Change {
  readonly now: Seen;
  readonly paths: readonly string[];
}

/** Waits for a change, and then until nothing changes any more; null where one is to end. */
async function nextChange(call: Call, workspace: Workspace, seen: Seen): Promise<Change | null> {
  const { world } = call;
  for (;;) {
    const began = world.ticks();
    let now = look(call, workspace);
    const interval = Math.max(INTERVAL, (world.ticks() - began) / LOOKS_AT_MOST);
    if (differences(seen, now).length === 0) {
      if (!(await world.pause(interval))) return null;
      continue;
    }
    for (let tries = 0; tries < PATIENCE; tries++) {
      if (!(await world.pause(QUIET))) return null;
      const later = look(call, workspace);
      const settled = differences(now, later).length === 0;
      now = later;
      if (settled) break;
    }
    const paths = differences(seen, now);
    if (paths.length > 0) return { now, paths };
  }
}

function look({ world, globals, args }: Call, workspace: Workspace): Seen {
  const { root, grounds } = workspace;
  const own = grounds.office.profiles.filter((name) => /\.ya?ml$/iu.test(name));
  const kept = [OFFICE_FILE, SUPPRESSIONS_FILE, ...own].map((name) => typedPath(root, name));
  const named = args.map((path) => typedPath(globals.folder, path));
  const paths = [...kept, ...named, ...entryFilesBelow(world, workspace, named)];
  return new Map(paths.map((path) => [path, stampOf(world, path)]));
}

function stampOf({ files }: World, path: string): string | null {
  try {
    return files.stamp(path);
  } catch (error) {
    if (error instanceof FileError) return error.fault;
    throw error;
  }
}

function differences(before: Seen, after: Seen): string[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])];
  return paths.filter((path) => (before.get(path) ?? null) !== (after.get(path) ?? null));
}

/** A file half written, or a folder moved for a moment, does not end the watch: it is told, and the next change is waited for. */
async function withoutEnding(world: World, work: () => Promise<ExitCode>): Promise<ExitCode> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UsageError || error instanceof FileError) return reportFailure(world, error);
    throw error;
  }
}

function named({ paths: [first = "", ...rest] }: Change, { root }: Workspace): string {
  const shown = visible(shownPath(root, first));
  return rest.length > 0 ? `${shown} 等 ${rest.length + 1} 个文件` : shown;
}

function tell(world: World, { grounds }: Workspace, text: string): void {
  const now = world.now();
  const { clock } = momentOf(now, grounds.office.zone);
  const second = String(Math.floor(now / 1000) % 60).padStart(2, "0");
  world.stderr.write(`[${showClock(clock ?? 0)}:${second}] ${text}\n`);
}
