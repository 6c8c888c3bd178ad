import type { Pool, PoolClient } from "pg";
import { commitFault, postgresFault } from "./postgres-fault.ts";
import { addressOf, connectionString } from "./postgres-url.ts";

/** Numbers of 64 bits arrive as text. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;
/** Runs one statement with its parameters; what goes wrong is a LedgerError. */
export type Query = (text: string, values?: readonly unknown[]) => Promise<readonly Row[]>;

/** How long a server may take to answer, in milliseconds, before it is given up. */
const PATIENCE = 10_000;
/** A command needs one connection, or a few while it reads all chains at once. */
const MOST_CONNECTIONS = 4;
/** So long the farewell may take; a server that is gone never answers it. */
const FAREWELL = 1000;

export interface PoolOptions {
  /** Null: as the address, PGPASSWORD or the server's trust has it. */
  readonly password?: string | null;
  readonly patience?: number;
}

/** A few connections to one database, and the only place that talks to it. */
export class Database {
  /** Host, port and database: all of the address that may be shown. */
  readonly place: string;
  readonly #pool: Pool;
  readonly #patience: number;

  private constructor(pool: Pool, place: string, patience: number) {
    this.#pool = pool;
    this.place = place;
    this.#patience = patience;
    // A connection that breaks while nobody uses it is left out by the pool; the next statement opens another one.
    pool.on("error", () => undefined);
  }

  /** Does not connect yet. The client is loaded here, so that nobody else pays for it. */
  static async at(url: string, { password = null, patience = PATIENCE }: PoolOptions = {}): Promise<Database> {
    const address = addressOf(url);
    const { Pool: PgPool } = await import("pg");
    const pool = new PgPool({
      connectionString: connectionString(url, address.password ?? password),
      fallback_application_name: "zhuanbao",
      max: MOST_CONNECTIONS,
      connectionTimeoutMillis: patience,
      // Counted here, not by the server: a cable that was pulled cancels no statement.
      query_timeout: 3 * patience,
      keepAlive: true,
      allowExitOnIdle: true,
    });
    return new Database(pool, address.place, patience);
  }

  query: Query = (text, values = []) => this.#use((client) => this.#run(client, text, values));

  /**
   * Does work in one transaction. Where anything goes wrong the connection is closed, and with it all that was done is
   * undone by the server, in whatever state either of them is.
   */
  transaction<T>(work: (query: Query) => Promise<T>): Promise<T> {
    return this.#use(async (client) => {
      await this.#run(client, "BEGIN ISOLATION LEVEL READ COMMITTED");
      await this.#run(client, LIMITS, [`${this.#patience}ms`, `${2 * this.#patience}ms`]);
      const result = await work((text, values = []) => this.#run(client, text, values));
      try {
        await client.query("COMMIT");
      } catch (error) {
        throw commitFault(error, this.place);
      }
      return result;
    });
  }

  /** Never waits for a server that is gone. */
  async close(): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, FAREWELL)));
    await Promise.race([this.#pool.end(), patience]);
    clearTimeout(timer);
  }

  async #use<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.#guarded(() => this.#pool.connect());
    // Between two statements a broken connection is an event; the next statement tells of it.
    const hear = (): void => undefined;
    client.on("error", hear);
    let isWell = false;
    try {
      const result = await work(client);
      isWell = true;
      return result;
    } finally {
      client.off("error", hear);
      client.release(!isWell);
    }
  }

  async #run(client: PoolClient, text: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    const result = await this.#guarded(() => client.query<Row>(text, [...values]));
    // Several statements at once, which only the structure is made by, answer with a list.
    return Array.isArray(result) ? [] : result.rows;
  }

  async #guarded<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw postgresFault(error, this.place);
    }
  }
}

/**
 * Holds for one transaction: nobody waits for ever, whoever falls silent is thrown out, and what is committed is on
 * disk, also where the server is told to be quick about it.
 */
const LIMITS = `SELECT set_config('lock_timeout', $1, true), set_config('statement_timeout', $2, true),
  set_config('idle_in_transaction_session_timeout', $2, true),
  set_config('synchronous_commit', CASE current_setting('synchronous_commit') WHEN 'off' THEN 'on'
    ELSE current_setting('synchronous_commit') END, true)`;
