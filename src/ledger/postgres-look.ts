import { Database } from "./postgres-pool.ts";
import type { PostgresOptions } from "./postgres.ts";
import { SCHEMA_VERSION, schemaVersion } from "./postgres-schema.ts";
import { addressOf } from "./postgres-url.ts";

/** What a database is found to be, without changing anything in it. */
export interface PostgresState {
  readonly place: string;
  /** Version of the server: 15.18. */
  readonly server: string;
  /** Version of the structure; null where nothing was created yet. */
  readonly schema: number | null;
  /** The version that this program works with. */
  readonly knows: number;
  /** Records of this office. */
  readonly records: number;
  /** Whether what was written survives a power cut. */
  readonly isDurable: boolean;
  readonly isEncrypted: boolean;
}

/** Looks at a database; throws a LedgerError where it does not answer. */
export async function lookAtPostgres(url: string, { office, ...pool }: PostgresOptions): Promise<PostgresState> {
  const database = await Database.at(url, pool);
  try {
    const [row] = await database.query(SERVER);
    const schema = await schemaVersion(database.query);
    const own = [(addressOf(url).office ?? office).normalize()];
    const isReadable = schema !== null && schema <= SCHEMA_VERSION;
    const [count] = isReadable ? await database.query(COUNT, own) : [];
    return {
      place: database.place,
      server: String(row?.["server"]).split(" ")[0] as string,
      schema,
      knows: SCHEMA_VERSION,
      records: Number(count?.["records"] ?? 0),
      isDurable: row?.["durable"] === true,
      isEncrypted: row?.["encrypted"] === true,
    };
  } finally {
    await database.close();
  }
}

const SERVER = `SELECT current_setting('server_version') AS server,
  current_setting('fsync') = 'on' AND current_setting('full_page_writes') = 'on' AS durable,
  COALESCE((SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()), false) AS encrypted`;
const COUNT = "SELECT count(*) AS records FROM zhuanbao.records WHERE office = $1";
