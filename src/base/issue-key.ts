import type { IssueRef } from "../model/ledger.ts";

/** A number as a key of maps. */
export function issueKey({ publication, kind, year, number }: IssueRef): string {
  return [publication, kind, year, number].join("\n");
}
