import { sameBytes } from "../../base/bytes.ts";
import { civil, isoDay, showMoment } from "../../base/time.ts";
import { takeRegister, type Registered } from "../../ledger/register.ts";
import type { Store } from "../../ledger/store.ts";
import { registerFields } from "../../pipeline/intake.ts";
import { stampFile, type Stamp } from "../../pipeline/stamp.ts";
import type { World } from "../../world.ts";
import { FileError } from "../../world.ts";
import { readContent } from "../entries.ts";
import { takeId } from "../new-id.ts";
import { dirname, join, shownPath, typedPath } from "../paths.ts";
import type { Workspace } from "../workspace.ts";
import type { Batch, Item, Sorted } from "./batch.ts";
import { RETURN_FOLDER, TAKEN_FOLDER } from "./inbox.ts";
import { piecesOf, type Piece } from "./pieces.ts";
import { createBeside, moveBeside } from "./names.ts";

/** What taking in needs. */
export interface Desk {
  readonly world: World;
  readonly workspace: Workspace;
  readonly store: Store;
  readonly inbox: string;
  readonly clerk: string | null;
}

/** Where a piece of a file went, and under which numbers. */
export interface Placed {
  readonly piece: Piece;
  readonly registered: readonly Registered[];
  /** As it is shown; null where it was there already, from a run that broke off. */
  readonly path: string | null;
  /** Whether the office's fields could be written into the file. */
  readonly stamped: boolean;
}

/** Registers a file's entries and puts them where they go. The original stays until that is on disk. */
export async function takeIn(desk: Desk, batch: Batch, sorted: Sorted): Promise<Placed[]> {
  const placed: Placed[] = [];
  for (const piece of piecesOf(sorted)) {
    const registered: Registered[] = [];
    for (const item of piece.items) registered.push(await register(desk, batch, sorted, { ...item, way: piece.way }));
    placed.push(place(desk, batch, { sorted, piece, registered }));
  }
  return placed;
}

/** One 登记号 for the same bytes, however often they come. */
function register(
  desk: Desk,
  { ids }: Batch,
  { file, repeats }: Sorted,
  item: Piece["items"][number],
): Promise<Registered> {
  const { store, workspace, clerk } = desk;
  if (item.known) return Promise.resolve({ ...item.known, isNew: false });
  const { now, office } = workspace.grounds;
  const original = { name: (repeats ?? file).near, sha256: file.sha256, item: item.place };
  const fields = registerFields(item, workspace.grounds);
  const given = wantsId(item) ? { id: takeId(fields.units[0] ?? "", now.day, ids) } : {};
  const record = { event: "登记" as const, at: now, ...fields, ...given, taken: now, clerk, original };
  return takeRegister({ store, zone: office.zone }, civil(now.day).year, record);
}

/** What goes in without a 编号 gets one: it could not be published otherwise. */
function wantsId({ way, reading: { entry } }: Pick<Item, "way" | "reading">): boolean {
  return way === "收下" && entry !== null && !entry.idGiven;
}

interface Placing {
  readonly sorted: Sorted;
  readonly piece: Piece;
  readonly registered: readonly Registered[];
}

function place({ world, workspace }: Desk, batch: Batch, { sorted, piece, registered }: Placing): Placed {
  const { root, grounds } = workspace;
  const name = sorted.file.near.replace(/^.*\//u, "");
  const day = isoDay((registered[0]?.record.taken ?? grounds.now).day);
  const way = registered[0]?.record.way ?? piece.way;
  if (way === "退回") {
    const path = createBeside(world, join(root, RETURN_FOLDER, day, name), piece.bytes);
    return { piece, registered, path: shownPath(root, path), stamped: false };
  }
  const stamps = registered.map((one, index) => stampOf(one, piece.items[index]));
  const stamped = stampFile({ path: sorted.file.shown, bytes: piece.bytes }, stamps, grounds);
  const bytes = stamped ?? piece.bytes;
  if (isThere(batch, registered, bytes)) return { piece, registered, path: null, stamped: stamped !== null };
  const path = createBeside(world, join(typedPath(root, grounds.office.paths.entries), day, name), bytes);
  return { piece, registered, path: shownPath(root, path), stamped: stamped !== null };
}

function stampOf({ number, record: { id, taken, clerk } }: Registered, item: Item | undefined): Stamp {
  const given = item && wantsId({ ...item, way: "收下" }) ? { id } : {};
  return {
    ...given,
    register: number,
    ...(taken ? { taken: showMoment(taken) } : {}),
    ...(clerk === null ? {} : { clerk }),
  };
}

/** Whether a run that broke off has put it among the entries already: by its number, or by its bytes where no number could be written in. */
function isThere({ numbers, office }: Batch, registered: readonly Registered[], bytes: Uint8Array): boolean {
  if (registered.every(({ number }) => numbers.has(number))) return true;
  return office.some(({ content }) => content instanceof Uint8Array && sameBytes(content, bytes));
}

/** The original goes to `已收`, by the day, under its own name: only now, when all of it is where it belongs. False where it is not what was read: that one is for the next run. */
export function putAway({ world, workspace, inbox }: Desk, { file }: Sorted): boolean {
  const to = join(inbox, TAKEN_FOLDER, isoDay(workspace.grounds.now.day), ...file.near.split("/"));
  // Another run was faster.
  if (world.files.kind(file.path) === null) return true;
  const content = readContent(world, file.path);
  if (!(content instanceof Uint8Array) || !sameBytes(content, file.content))
    return world.files.kind(file.path) === null;
  try {
    world.files.makeFolder(dirname(to));
    moveBeside(world, file.path, to);
    return true;
  } catch (error) {
    if (error instanceof FileError && error.fault === "absent" && world.files.kind(file.path) === null) return true;
    throw error;
  }
}
