import type { Published } from "../model/published.ts";
import { standing, type Ledger } from "./ledger.ts";

/** Every entry that an issue which counts has printed. */
export function publishedOf(ledger: Ledger): Published[] {
  return standing(ledger).flatMap(({ record: { publication, kind, year, number, day, entries } }) =>
    entries.map((entry) => Object.assign({}, entry, { publication, kind, year, number, day })),
  );
}
