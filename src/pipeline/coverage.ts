import { COMMISSION_SHEET, commissionSheetContent, type CommissionSheet } from "../compose/commission-sheet.ts";
import type { Finding } from "../model/diagnostic.ts";
import type { Window } from "../rank/coverage/context.ts";
import { cover, type Coverage } from "../rank/coverage/coverage.ts";
import { lags, type Lags } from "../rank/coverage/lags.ts";
import { unanswered } from "../rank/decisions.ts";
import { isOwnPaper } from "./own-paper.ts";
import { readForm, setPaper, type FormFiles, type Paper } from "./paper.ts";
import type { Survey } from "./survey.ts";

export { isOwnCommissions, writeCommissions } from "../read/write-commissions.ts";
export type { Coverage, Window };

/** The whole picture, and what of it the reading knows. */
export interface Overview {
  readonly coverage: Coverage;
  /** How many of its entries an error stops. */
  readonly stopped: number;
  /** How many entries could not be read at all: nobody knows when they came. */
  readonly unread: number;
}

/** The whole picture of a survey's entries. Those that an error stops were submitted all the same. */
export function overviewOf(survey: Survey, window: Window): Overview {
  const { grounds, entries, readings, stopped } = survey;
  const coverage = cover(entries, unanswered(entries, grounds), { ...grounds, window });
  return {
    coverage,
    stopped: coverage.entries.filter(({ id }) => stopped.has(id)).length,
    unread: readings.filter(({ entry }) => entry === null).length,
  };
}

/** The rules that find a report late. */
const LATE = new Set(["late-phone", "late-written", "phone-without-text", "late-entry"]);

/** How long the entries of a window took from 发现 to 解决, by unit. */
export function lagsOf({ grounds, entries, findings }: Survey, window: Window): Lags {
  const late = findings.flatMap(({ rule, severity, entry }) =>
    LATE.has(rule) && severity !== "note" && entry !== null ? [entry] : [],
  );
  return lags(entries, new Set(late), { ...grounds, window });
}

/** The 约稿单 on paper; null where template or layout is at fault. */
export function makeCommissionSheet(
  sheet: CommissionSheet,
  files: FormFiles,
): { paper: Paper | null; findings: readonly Finding[] } {
  const { form, findings } = readForm(files);
  if (!form || findings.length > 0) return { paper: null, findings };
  return setPaper(form, commissionSheetContent(sheet));
}

/** Whether a file is a 约稿单 made here that no word processor has saved since. */
export function isOwnSheet(file: Uint8Array): boolean {
  return isOwnPaper(file, COMMISSION_SHEET);
}
