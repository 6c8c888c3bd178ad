import type { Database, Query } from "./postgres-pool.ts";
import { LedgerError } from "./store.ts";

/**
 * What the database is built from, one step a version: only ever added to. A record is one row of its office, its text
 * kept as it is and never rewritten; the hash is held to the text by the database itself.
 */
const STEPS: readonly string[] = [
  `CREATE TABLE zhuanbao.records (
     office text COLLATE "C" NOT NULL,
     series text COLLATE "C" NOT NULL,
     year integer NOT NULL CHECK (year BETWEEN 0 AND 9999),
     seq bigint NOT NULL CHECK (seq >= 0),
     text text COLLATE "C" NOT NULL,
     hash text COLLATE "C" NOT NULL CHECK (hash = encode(sha256(convert_to(text, 'UTF8')), 'hex')),
     at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (office, series, year, seq)
   );
   CREATE FUNCTION zhuanbao.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN RAISE EXCEPTION '台账的记录不能改，也不能删；更正请另记一条' USING ERRCODE = 'integrity_constraint_violation'; END $$;
   CREATE TRIGGER records_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON zhuanbao.records
     FOR EACH STATEMENT EXECUTE FUNCTION zhuanbao.refuse();
   ALTER TABLE zhuanbao.records ENABLE ALWAYS TRIGGER records_stay;`,
];

/** The newest structure that this program knows. */
export const SCHEMA_VERSION = STEPS.length;

/** What may take its turn with nobody else: two commands may find an empty database at once. */
const MIGRATION_LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('zhuanbao schema', 0))";

/** Makes the database ready for this program: creates what is missing, refuses what is newer than it knows. */
export async function prepareSchema(database: Database): Promise<void> {
  refuseEncoding(await encodingOf(database.query), database.place);
  const version = await schemaVersion(database.query);
  if (version !== null) refuseNewer(version, database.place);
  if (version === SCHEMA_VERSION) return;
  await database.transaction((query) => migrate(query, database.place));
}

/** Asked of the catalogue itself: `to_regclass` may remember that there was nothing before the lock was waited for. */
const THERE = `SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = 'zhuanbao' AND c.relname = 'version'`;

/** Version of the structure; null where there is none yet. */
export async function schemaVersion(query: Query): Promise<number | null> {
  const [found] = await query(THERE);
  if (!found) return null;
  const [row] = await query("SELECT max(version) AS version FROM zhuanbao.version");
  return Number(row?.["version"] ?? 0);
}

async function migrate(query: Query, place: string): Promise<void> {
  await query(MIGRATION_LOCK);
  const version = await schemaVersion(query);
  if (version === null) {
    await makeSchema(query);
    await query("CREATE TABLE zhuanbao.version (version integer PRIMARY KEY, at timestamptz NOT NULL DEFAULT now())");
  }
  refuseNewer(version ?? 0, place);
  for (let next = (version ?? 0) + 1; next <= SCHEMA_VERSION; next++) {
    await query(STEPS[next - 1] as string);
    await query("INSERT INTO zhuanbao.version (version) VALUES ($1)", [next]);
  }
}

/** An administrator may have made it for a user who may not. */
async function makeSchema(query: Query): Promise<void> {
  const [found] = await query("SELECT 1 FROM pg_namespace WHERE nspname = 'zhuanbao'");
  if (!found) await query("CREATE SCHEMA zhuanbao");
}

async function encodingOf(query: Query): Promise<string> {
  const [row] = await query("SELECT current_setting('server_encoding') AS encoding");
  return String(row?.["encoding"]);
}

function refuseEncoding(encoding: string, place: string): void {
  if (encoding === "UTF8") return;
  throw new LedgerError(
    `台账数据库的编码是 ${encoding}，不是 UTF8：${place}`,
    "请另建一个库：CREATE DATABASE … ENCODING 'UTF8'",
  );
}

function refuseNewer(version: number, place: string): void {
  if (version <= SCHEMA_VERSION) return;
  throw new LedgerError(
    `台账数据库的结构是第 ${version} 版，这个程序只认到第 ${SCHEMA_VERSION} 版：${place}`,
    "请把这台机器上的 zhuanbao 升级到和其他机器一样；没有读，也没有写",
  );
}
