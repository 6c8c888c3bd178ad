import { loadLedger, unsettled, type Ledger } from "../../ledger/ledger.ts";
import { publishedOf } from "../../ledger/published.ts";
import { isPostgresUrl } from "../../ledger/postgres-url.ts";
import { LedgerError, type Store } from "../../ledger/store.ts";
import type { World } from "../../world.ts";
import { FileError } from "../../world.ts";
import { UsageError, type Call } from "../command.ts";
import { shownPath, typedPath } from "../paths.ts";
import { openOffice, type Workspace } from "../workspace.ts";
import { openStoreAt, type OpenStore } from "./store-at.ts";

/** The ledger of an office, open: its store, and what it holds. */
export interface OpenLedger extends OpenStore {
  readonly ledger: Ledger;
  readonly zone: string;
}

/** Opens the ledger, does the work and closes it, whatever comes of the work. */
export async function withLedger<T>(
  world: World,
  workspace: Workspace,
  work: (open: OpenLedger) => Promise<T>,
): Promise<T> {
  const { store, files } = await openStoreOf(world, workspace);
  try {
    const { zone } = workspace.grounds.office;
    return await work({ store, files, zone, ledger: await loadLedger(store, zone) });
  } finally {
    await store.close();
  }
}

/** The same for who needs the store alone, as the register does. A share that is not connected is no empty ledger. */
export async function withStore<T>(world: World, workspace: Workspace, work: (store: Store) => Promise<T>): Promise<T> {
  hasLedger(world, workspace);
  const { store } = await openStoreOf(world, workspace);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** The store that the office names under 台账. */
function openStoreOf(world: World, workspace: Workspace): Promise<OpenStore> {
  const { root, grounds } = workspace;
  return openStoreAt(world, workspace, { ledger: grounds.office.paths.ledger, folder: root });
}

/** The folder of the ledger, absolute; null where it is no folder. */
export function ledgerFolder({ root, grounds }: Workspace): string | null {
  const { ledger } = grounds.office.paths;
  return isPostgresUrl(ledger) ? null : typedPath(root, ledger);
}

/**
 * Whether there is a ledger to look into. A folder of the office that is not there yet is an empty one; one that lies
 * elsewhere is a share that is not connected, and no number may be taken from an empty folder in its stead.
 */
export function hasLedger(world: World, workspace: Workspace): boolean {
  if (!workspace.hasOffice) return false;
  const folder = ledgerFolder(workspace);
  if (folder === null || world.files.kind(folder) !== null) return true;
  const shown = shownPath(workspace.root, folder);
  if (shown !== folder) return false;
  throw new LedgerError(`没有台账目录 ${shown}`, "共享盘是不是没有连上？确是第一次使用的，请先建好这个目录");
}

/** The office with what its ledger says was printed; what is wrong with the ledger is told once nothing classified was found. */
export async function withPublished(world: World, workspace: Workspace): Promise<Workspace> {
  try {
    if (!hasLedger(world, workspace)) return workspace;
    const published = await withLedger(world, workspace, ({ ledger }) => {
      refuseUnsettled(ledger);
      return Promise.resolve(publishedOf(ledger));
    });
    return { ...workspace, grounds: { ...workspace.grounds, published } };
  } catch (error) {
    if (error instanceof LedgerError || error instanceof UsageError || error instanceof FileError)
      return { ...workspace, unable: error };
    throw error;
  }
}

/** The same for commands that make no sense without an office. */
export function openPublished(call: Call): Promise<Workspace> {
  return withPublished(call.world, openOffice(call));
}

/** A record that cannot be read may have been any brief: nothing goes on as if it had never been. */
function refuseUnsettled(ledger: Ledger): void {
  const [first, ...more] = unsettled(ledger);
  if (!first) return;
  const { chain, seq } = first.kept;
  const others = more.length > 0 ? `，另有 ${more.length} 条` : "";
  throw new LedgerError(
    `台账的记录${first.why}（${chain.series} ${chain.year} 年第 ${seq} 号${others}）`,
    "运行 zhuanbao ledger verify 看全部；从备份恢复原来的文件，找不回的用 zhuanbao ledger void 作废这个号",
  );
}
