import { HEADS_FOLDER } from "./heads-file.ts";

import type { EditionKind } from "../model/issue-number.ts";

/** 登记号 of every entry taken in: one series for the whole office. */
export const REGISTER = "登记";

/** Everything that happens afterwards. */
export const NOTES = "记事";

const SUPPLEMENT = "-增刊";

/** The series in which a publication is numbered. */
export function issueSeries(publication: string, kind: EditionKind): string {
  return kind === "增刊" ? `${publication}${SUPPLEMENT}` : publication;
}

/** Whether a publication of this name would be numbered in a series that is something else's. */
export function isReserved(publication: string): boolean {
  return (
    publication === HEADS_FOLDER ||
    publication === REGISTER ||
    publication === NOTES ||
    publication.endsWith(SUPPLEMENT)
  );
}

/** What a series numbers; null for one that numbers no issues. */
export function issuesIn(series: string): { publication: string; kind: EditionKind } | null {
  if (series === REGISTER || series === NOTES) return null;
  return series.endsWith(SUPPLEMENT)
    ? { publication: series.slice(0, -SUPPLEMENT.length), kind: "增刊" }
    : { publication: series, kind: "正刊" };
}
