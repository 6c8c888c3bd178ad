import type { PostgresAddress } from "./postgres-url.ts";

type Wanted = Pick<PostgresAddress, "host" | "port" | "database" | "user">;

/**
 * The password that a ~/.pgpass holds for an address, as psql looks for it: the first line of
 * `host:port:database:user:password` that fits, `*` fits all, `\:` and `\\` stand for `:` and `\`. Null where none fits.
 */
export function passwordIn(passfile: string, { host, port, database, user }: Wanted): string | null {
  for (const line of passfile.split(/\r?\n/u)) {
    if (line.startsWith("#")) continue;
    const fields = [...line.matchAll(/((?:\\.|[^:\\])*)(?::|$)/gu)].map(([, field]) => field as string);
    const [password, ...rest] = [fields[4], ...fields.slice(0, 4)];
    // A user that the address leaves out is the one of the system, whose name nobody has told us.
    const fits = [host, port, database, user].every((own, at) => rest[at] === "*" || unescaped(rest[at]) === own);
    if (password !== undefined && password !== "" && fits) return unescaped(password);
  }
  return null;
}

function unescaped(field: string | undefined): string {
  return (field ?? "").replace(/\\(.)/gu, "$1");
}
