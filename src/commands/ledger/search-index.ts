import { IndexFolder, INDEX_FOLDER } from "../../ledger/search/index-files.ts";
import { SearchIndex } from "../../ledger/search/search-index.ts";
import type { Store } from "../../ledger/store.ts";
import type { World } from "../../world.ts";
import { join, typedPath } from "../paths.ts";
import type { Workspace } from "../workspace.ts";
import { hasLedger, ledgerFolder, withStore } from "./open.ts";

type Making = Parameters<typeof SearchIndex.open>[0];

/** Opens what is searched of the ledger, does the work and closes it; null is given where there is no ledger yet. */
export async function withIndex<T>(
  world: World,
  workspace: Workspace,
  work: (index: SearchIndex | null) => Promise<T>,
): Promise<T> {
  if (!hasLedger(world, workspace)) return work(null);
  return withStore(world, workspace, async (store) => {
    const index = await SearchIndex.open(makingOf(world, workspace, store));
    try {
      return await work(index);
    } finally {
      index.close();
    }
  });
}

/** Makes the index anew of all records of a store: how many entries it holds. */
export function rebuildIndex(world: World, workspace: Workspace, store: Store): Promise<number> {
  return SearchIndex.rebuild(makingOf(world, workspace, store));
}

/** Of a ledger that is no folder the index is kept with what the office puts out. */
function makingOf(world: World, workspace: Workspace, store: Store): Making {
  const { root, grounds } = workspace;
  const beside = ledgerFolder(workspace) ?? typedPath(root, grounds.office.paths.out);
  return {
    source: store,
    folder: new IndexFolder(world.files, join(beside, INDEX_FOLDER).replaceAll("\\", "/")),
    zone: grounds.office.zone,
    onBuild: () => {
      world.status.show("正在建立检索用的索引，只在第一次和台账变动较大时需要");
    },
  };
}
