import { FileStore } from "../ledger/file-store.ts";
import type { Store } from "../ledger/store.ts";
import type { World } from "../world.ts";
import { UsageError } from "./command.ts";
import { typedPath } from "./paths.ts";
import type { Workspace } from "./workspace.ts";

/** The ledger of an office. */
export function openStore(world: World, { root, grounds }: Workspace): Store {
  const { ledger } = grounds.office.paths;
  if (/^postgres(?:ql)?:/iu.test(ledger)) throw new UsageError("台账在 PostgreSQL 上，这条命令还不支持", "请改用目录");
  return new FileStore(world.files, typedPath(root, ledger), (ms) => world.pause(ms));
}
