import { padEnd, width } from "../../base/width.ts";

/** Rows in columns that stand right under Chinese, two spaces apart. */
export function tableLines(rows: readonly (readonly string[])[]): string[] {
  const widths = rows.reduce<number[]>((most, row) => {
    row.forEach((cell, at) => (most[at] = Math.max(most[at] ?? 0, width(cell))));
    return most;
  }, []);
  return rows.map((row) =>
    row
      .map((cell, at) => padEnd(cell, widths[at] as number))
      .join("  ")
      .trimEnd(),
  );
}
