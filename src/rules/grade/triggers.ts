import { DEFAULT_KIND } from "../../base/limits.ts";
import { GRADES, type Entry } from "../../model/entry.ts";
import type { Trigger } from "../../model/trigger.ts";

/** A trigger without any condition is one that a later pack took away. */
export function isBare({ grade, dead, injured, loss, words }: Trigger): boolean {
  return (
    grade === null && dead === null && injured === null && loss === null && words.every((group) => group.length === 0)
  );
}

/** Whether the conditions on fields hold: the path of the first of them, or of the category where there is none; null where one fails. */
export function fieldMet(trigger: Trigger, entry: Entry): string | null {
  const { kinds, grade, dead, injured, loss } = trigger;
  if (kinds.length > 0 && !kinds.includes(entry.kind ?? DEFAULT_KIND)) return null;
  const { casualties } = entry;
  const hurt = casualties === null ? null : casualties.serious + casualties.minor + casualties.injured;
  const conditions: [boolean, string, boolean][] = [
    [grade !== null, "grade", grade !== null && entry.grade !== null && isAsHarsh(entry.grade, grade)],
    [dead !== null, "casualties.dead", atLeast(casualties?.dead ?? null, dead)],
    [injured !== null, "casualties", atLeast(hurt, injured)],
    [loss !== null, "loss", atLeast(entry.loss, loss)],
  ];
  const asked = conditions.filter(([given]) => given);
  if (asked.some(([, , holds]) => !holds)) return null;
  return asked[0]?.[1] ?? "category";
}

function isAsHarsh(grade: (typeof GRADES)[number], least: (typeof GRADES)[number]): boolean {
  return GRADES.indexOf(grade) <= GRADES.indexOf(least);
}

function atLeast(value: number | null, least: number | null): boolean {
  return value !== null && least !== null && value >= least;
}
