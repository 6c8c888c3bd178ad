import { reasonsInWords } from "../base/reasons.ts";
import { orderSheetContent, type OrderRow, type OrderSheet } from "../compose/order-sheet.ts";
import type { Finding } from "../model/diagnostic.ts";
import { itemAlone } from "./draft-plan.ts";
import type { ArrangedRow } from "./arrange.ts";
import type { Draft } from "./draft.ts";
import { readForm, setPaper, type FormFiles, type Paper } from "./paper.ts";
import type { Survey } from "./survey.ts";

/** The order of an issue with scores and reasons, set on paper; null where template or layout is at fault. */
export function makeOrderSheet(
  survey: Survey,
  made: Draft,
  files: FormFiles,
): { paper: Paper | null; findings: readonly Finding[] } {
  const { form, findings } = readForm(files);
  if (!form || findings.length > 0) return { paper: null, findings };
  return setPaper(form, orderSheetContent(sheetOf(survey, made)));
}

function sheetOf(survey: Survey, { plan, arranged }: Draft): OrderSheet {
  const { grounds } = survey;
  const entries = new Map(survey.entries.map((entry) => [entry.id, entry]));
  return {
    office: grounds.office.name,
    day: grounds.now.day,
    publication: plan.publication,
    // Scores and what was put away are the office's own, whatever the entries are.
    internal: true,
    groups: arranged.groups.map(({ name, rows }) => ({ name, rows: rows.map(rowOf) })),
    left: arranged.left.map(({ id, why }) => {
      const entry = entries.get(id);
      const score = entry ? String(itemAlone(survey, entry).score) : "";
      return {
        title: entry?.title ?? "",
        unit: entry?.unit.join("、") ?? "",
        category: entry?.category ?? "",
        id,
        score,
        why,
      };
    }),
  };
}

function rowOf({ row, item, merged }: ArrangedRow): OrderRow {
  return {
    title: row.printTitle ?? item.entry.title,
    unit: item.entry.unit.join("、"),
    id: item.entry.id,
    score: String(item.score),
    reasons: reasonsInWords(item.reasons),
    hand: [
      ...(row.pinned ? ["固定"] : []),
      ...(row.printTitle === null ? [] : ["改题"]),
      ...(row.printBody === null ? [] : ["改文"]),
      ...(merged.length > 0 ? [`并入 ${merged.map(({ id }) => id).join("、")}`] : []),
    ].join("，"),
  };
}
