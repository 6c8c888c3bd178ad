import { LedgerError } from "./store.ts";

/** Where a ledger in PostgreSQL is, taken apart. Only `place` may be shown to anybody. */
export interface PostgresAddress {
  /** Host, port and database: `db.example:5432/zhuanbao`. */
  readonly place: string;
  readonly host: string;
  readonly port: string;
  readonly database: string;
  /** Null where the address names none. */
  readonly user: string | null;
  readonly password: string | null;
  /** Whose records they are, where the address says so: an office that was renamed keeps its ledger. */
  readonly office: string | null;
}

/** Whether 台账 names a database. */
export function isPostgresUrl(ledger: string): boolean {
  return /^postgres(?:ql)?:/iu.test(ledger);
}

/** Takes an address apart; one that is none throws a LedgerError that tells nothing of it. */
export function addressOf(url: string): PostgresAddress {
  try {
    const { username, password, hostname, port, pathname, search, hash, searchParams } = new URL(url);
    // A password with a bare @, / or # in it would be taken for something that is shown.
    if (!/^\w+:\/\//u.test(url) || hash !== "" || `${pathname}${search}`.includes("@"))
      throw new TypeError("a stray part");
    const address = {
      host: searchParams.get("host") ?? (plain(hostname) || "localhost"),
      port: searchParams.get("port") ?? (port || "5432"),
      database: plain(pathname.slice(1)),
      user: searchParams.get("user") ?? (plain(username) || null),
      password: searchParams.get("password") ?? (plain(password) || null),
      office: searchParams.get("office"),
    };
    if (address.database === "") throw new TypeError("no database");
    return { ...address, place: `${address.host}:${address.port}/${address.database}` };
  } catch {
    throw new LedgerError(
      "台账的数据库地址写得不对",
      "请写 postgres://用户@主机:5432/库名；口令不必写在里面，写了的话，其中的 @ / : # ? % 要写成 %40 %2F %3A %23 %3F %25",
    );
  }
}

/** The address as the client of PostgreSQL takes it: with the password, TLS as libpq has it, nothing of our own. */
export function connectionString(url: string, password: string | null): string {
  const whole = new URL(url);
  if (password !== null) whole.searchParams.set("password", password);
  whole.searchParams.delete("office");
  // Without this, `sslmode=require` means something else than in psql, and a warning in English says so.
  whole.searchParams.set("uselibpqcompat", "true");
  return whole.href;
}

function plain(part: string): string {
  return decodeURIComponent(part);
}
