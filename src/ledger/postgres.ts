import { sha256 } from "../base/sha256.ts";
import { Database, type PoolOptions, type Query, type Row } from "./postgres-pool.ts";
import { prepareSchema } from "./postgres-schema.ts";
import { addressOf } from "./postgres-url.ts";
import { LedgerError, type Appended, type Chain, type Kept, type Next, type Store } from "./store.ts";

export interface PostgresOptions extends PoolOptions {
  /** 机关: several offices share one database, and see nothing of each other. */
  readonly office: string;
}

/** Others may be faster for a while; more often than this in a row is a fault. */
const MOST_TRIES = 10_000;
/** So many records go to the server at once. */
const BATCH = 200;

const CHAINS = "SELECT DISTINCT series, year FROM zhuanbao.records WHERE office = $1 ORDER BY series, year";
const CHAIN = "SELECT seq, text FROM zhuanbao.records WHERE office = $1 AND series = $2 AND year = $3 ORDER BY seq";
const SEQS = "SELECT seq FROM zhuanbao.records WHERE office = $1 AND series = $2 AND year = $3 ORDER BY seq";
const SOME = `SELECT seq, text FROM zhuanbao.records
  WHERE office = $1 AND series = $2 AND year = $3 AND seq = ANY($4::bigint[]) ORDER BY seq`;
/** How a series ends in a year: a record that is empty has a number and is followed by nothing. */
const TAIL = `SELECT
  (SELECT max(seq) FROM zhuanbao.records WHERE office = $1 AND series = $2 AND year = $3) AS seq,
  (SELECT hash FROM zhuanbao.records WHERE office = $1 AND series = $2 AND year <= $3 AND text <> ''
    ORDER BY year DESC, seq DESC LIMIT 1) AS before`;
/** Whoever writes in a series waits here for whoever is just doing so: some milliseconds. */
const TURN = "SELECT pg_advisory_xact_lock(hashtextextended($1 || chr(10) || $2, 0))";
const INSERT = `INSERT INTO zhuanbao.records (office, series, year, seq, text, hash)
  SELECT $1, * FROM unnest($2::text[], $3::integer[], $4::bigint[], $5::text[], $6::text[])
  ON CONFLICT DO NOTHING RETURNING seq`;

/** Opens a ledger in PostgreSQL; the first one to come creates what it needs there. */
export async function openPostgres(url: string, { office, ...pool }: PostgresOptions): Promise<Store> {
  const database = await Database.at(url, pool);
  try {
    await prepareSchema(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return new PostgresStore(database, addressOf(url).office ?? office);
}

/** How the series ended when a record was made for the place behind it. */
interface Tail {
  /** Null where the chain has no records. */
  readonly seq: number | null;
  readonly before: string | null;
}

/**
 * Records as rows. A record is made before its transaction begins, so that nobody waits for a paper to be rendered, and
 * nothing is open while it is; the transaction takes the number only if the series still ends as it did.
 */
class PostgresStore implements Store {
  readonly #database: Database;
  readonly #office: string;

  constructor(database: Database, office: string) {
    this.#database = database;
    this.#office = office.normalize();
  }

  async chains(): Promise<readonly Chain[]> {
    const rows = await this.#database.query(CHAINS, [this.#office]);
    return rows.map(({ series, year }) => ({ series: String(series), year: Number(year) }));
  }

  async read(chain: Chain): Promise<readonly Kept[]> {
    const rows = await this.#database.query(CHAIN, this.#key(chain));
    return rows.map((row) => keptOf(chain, row));
  }

  async seqs(chain: Chain): Promise<readonly number[]> {
    const rows = await this.#database.query(SEQS, this.#key(chain));
    return rows.map(({ seq }) => Number(seq));
  }

  async records(chain: Chain, seqs: readonly number[]): Promise<readonly Kept[]> {
    const rows = await this.#database.query(SOME, [...this.#key(chain), [...seqs]]);
    return rows.map((row) => keptOf(chain, row));
  }

  async append(chain: Chain, first: number, make: (next: Next) => Promise<string | Kept>): Promise<Appended> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const tail = await this.#tail(chain, this.#database.query);
      const [seq, held] = [Math.max(tail.seq ?? 0, first - 1) + 1, await this.read(chain)];
      const made = await make({ seq, before: tail.before, held });
      if (typeof made !== "string") return { kept: made, isNew: false };
      const kept = { chain, seq, text: made, hash: sha256(made) };
      if (await this.#take(kept, tail)) return { kept, isNew: true };
    }
    throw new LedgerError(`台账一直有人在写，没有轮到：${chain.series} ${chain.year}`, "请稍后再运行");
  }

  async adopt(records: readonly Kept[]): Promise<void> {
    await this.#database.transaction(async (query) => {
      for (const series of new Set(records.map(({ chain }) => chain.series)))
        await query(TURN, [this.#office, series.normalize()]);
      for (let at = 0; at < records.length; at += BATCH) {
        const batch = records.slice(at, at + BATCH);
        if ((await this.#insert(batch, query)) < batch.length)
          throw new LedgerError("台账里正有人在写，没有搬，什么也没有写入", "请等别人写完，再运行一次");
      }
    });
  }

  heads(): Promise<null> {
    return Promise.resolve(null);
  }

  close(): Promise<void> {
    return this.#database.close();
  }

  /** Whether the place was still free, and now is this record's. */
  #take(kept: Kept, seen: Tail): Promise<boolean> {
    return this.#database.transaction(async (query) => {
      await query(TURN, this.#key(kept.chain).slice(0, 2));
      const tail = await this.#tail(kept.chain, query);
      return tail.seq === seen.seq && tail.before === seen.before && (await this.#insert([kept], query)) === 1;
    });
  }

  async #tail(chain: Chain, query: Query): Promise<Tail> {
    const [row] = await query(TAIL, this.#key(chain));
    const [seq, before] = [row?.["seq"] ?? null, row?.["before"] ?? null];
    return { seq: seq === null ? null : Number(seq), before: before === null ? null : String(before) };
  }

  /** How many of the places were free. */
  async #insert(records: readonly Kept[], query: Query): Promise<number> {
    const rows = await query(INSERT, [
      this.#office,
      records.map(({ chain }) => chain.series.normalize()),
      records.map(({ chain }) => chain.year),
      records.map(({ seq }) => seq),
      records.map(({ text }) => text),
      records.map(({ hash }) => hash),
    ]);
    return rows.length;
  }

  /** One series has one name, however the machine it was typed on writes its accents. */
  #key({ series, year }: Chain): [office: string, series: string, year: number] {
    return [this.#office, series.normalize(), year];
  }
}

/** The hash is taken of the text anew: what the database says of itself proves nothing to an audit. */
function keptOf(chain: Chain, { seq, text }: Row): Kept {
  return { chain, seq: Number(seq), text: String(text), hash: sha256(String(text)) };
}
