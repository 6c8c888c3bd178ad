import { join } from "node:path";
import { FileStore } from "../../ledger/file-store.ts";
import { passwordIn } from "../../ledger/passfile.ts";
import { openPostgres, type PostgresOptions } from "../../ledger/postgres.ts";
import { addressOf, isPostgresUrl } from "../../ledger/postgres-url.ts";
import type { Store } from "../../ledger/store.ts";
import type { World } from "../../world.ts";
import { typedPath } from "../paths.ts";
import type { Workspace } from "../workspace.ts";

const PASSFILE_LIMIT = 1_048_576;

/** A store, open. */
export interface OpenStore {
  readonly store: Store;
  /** The same where it is kept in files, which can tell more of themselves. */
  readonly files: FileStore | null;
}

/** Opens a folder of record files (a path as typed in `folder`), or an office's records in PostgreSQL. */
export async function openStoreAt(
  world: World,
  workspace: Workspace,
  { ledger, folder }: { readonly ledger: string; readonly folder: string },
): Promise<OpenStore> {
  if (isPostgresUrl(ledger)) {
    return { store: await openPostgres(ledger, postgresOptions(world, workspace, ledger)), files: null };
  }
  const path = typedPath(folder, ledger).replaceAll("\\", "/");
  const files = new FileStore(world.files, path, (ms) => waitFor(world, ms));
  return { store: files, files };
}

/** Who is stopped while he waits for others has taken nothing yet, and takes nothing any more: it ends as a question does, by the name of its error. */
async function waitFor(world: World, ms: number): Promise<void> {
  if (!(await world.pause(ms * (0.5 + world.random()))))
    throw Object.assign(new Error("Ctrl-C"), { name: "ExitPromptError" });
}

/** Whose records, and the password: as the address has it, then PGPASSWORD, then ~/.pgpass. */
export function postgresOptions(world: World, { grounds }: Workspace, url: string): PostgresOptions {
  const { env } = world;
  const address = addressOf(url);
  const user = address.user ?? env["PGUSER"] ?? env["USER"] ?? env["USERNAME"] ?? null;
  const passfile = passfileOf(world);
  const password =
    address.password ?? env["PGPASSWORD"] ?? (passfile === null ? null : passwordIn(passfile, { ...address, user }));
  return { office: grounds.office.name, password };
}

/** Text of the file in which psql too looks for passwords; null where there is none. */
function passfileOf({ env, files }: World): string | null {
  const [home, roaming] = [env["HOME"], env["APPDATA"]];
  const path =
    env["PGPASSFILE"] ??
    (home !== undefined
      ? join(home, ".pgpass")
      : roaming !== undefined
        ? join(roaming, "postgresql", "pgpass.conf")
        : null);
  if (path === null || files.kind(path) !== "file") return null;
  return new TextDecoder().decode(files.read(path, PASSFILE_LIMIT));
}
