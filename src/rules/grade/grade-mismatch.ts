import { DEFAULT_KIND } from "../../base/limits.ts";
import { GRADES, type Entry, type Grade } from "../../model/entry.ts";
import type { GradeTable, Profile } from "../../model/profile.ts";
import type { EntryRule, Report } from "../rule.ts";
import { basisOf } from "../shared/wording.ts";
import { gradeOf, harmsOf, mostOf, toldOf, whyOf, type Harms } from "./harms.ts";

/** The 等级 of an event by its 死亡, 重伤 and 损失, where a table of that 事件类型 says. */
export const gradeMismatch: EntryRule = {
  name: "grade-mismatch",
  group: "grade",
  severity: "error",
  summary: "等级与死亡、重伤、损失不符",
  stops: false,
  fixed: false,
  uses: ["分级标准"],
  scope: "entry",
  needs: ["kind", "grade", "casualties", "loss", "report", "title", "body"],
  *check(entry, { profile }) {
    if (entry.grade === null) return;
    const table = tableFor(entry, profile);
    const harms = harmsOf(entry);
    if (table === null || harms === null) return;
    const found = tooMild(entry.grade, harms, table) ?? tooHarsh(entry, harms, table);
    if (found) yield { at: entry.places.of("grade"), ...found };
  },
};

function tableFor({ kind, title, body }: Entry, profile: Profile): GradeTable | null {
  const table = profile.grading.get(kind ?? DEFAULT_KIND);
  if (!table) return null;
  const { words } = table;
  return words.length === 0 || words.some((word) => title.includes(word) || body.text.includes(word)) ? table : null;
}

/** Position in the list of grades: the harsher, the smaller. */
const rank = (grade: Grade): number => GRADES.indexOf(grade);

type Found = Omit<Report, "at">;

/** A figure that reaches a grade settles that it is no milder one, whatever else becomes known. */
function tooMild(grade: Grade, harms: Harms, table: GradeTable): Found | null {
  const row = gradeOf(harms, table);
  if (row === null || rank(grade) <= rank(row.grade)) return null;
  const least = table.complete ? "" : "至少";
  return {
    message: `等级写“${grade}”，${whyOf(harms, row)}${least}应为“${row.grade}”${basisOf(table)}`,
    hint: `人数、损失没有写错的，把等级改为“${row.grade}”，并按“${row.grade}”的要求报告；写错的，改正“伤亡”“损失”`,
  };
}

/**
 * That the figures reach a milder grade only is no proof against a harsher one: more may come, and some events are graded by
 * other things (people evacuated, supply cut off). It is an error only where all three are final and somebody was hurt.
 */
function tooHarsh(entry: Entry, harms: Harms, table: GradeTable): Found | null {
  const { grade } = entry;
  const stage = entry.report?.stage ?? null;
  if (grade === null || !table.complete || stage === "首报" || stage === "续报") return null;
  const most = gradeOf(mostOf(harms), table);
  if (most === null || rank(grade) >= rank(most.grade)) return null;
  const known = harms.dead !== null && harms.serious !== null && harms.loss !== null;
  const sure = known && (harms.dead ?? 0) + (harms.serious ?? 0) > 0;
  return {
    message: `等级写“${grade}”，按${toldOf(harms)}只到“${most.grade}”${basisOf(table)}`,
    hint: sure
      ? `人数、损失没有写错的，把等级改为“${most.grade}”；写错的，改正“伤亡”“损失”`
      : "核对等级；伤亡、损失没有填全的补填，按疏散人数、影响范围等另外的标准定级的，在正文写明依据",
    ...(sure ? {} : { severity: "note" as const }),
  };
}
