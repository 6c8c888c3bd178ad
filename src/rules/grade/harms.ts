import type { Entry } from "../../model/entry.ts";
import type { GradeRow, GradeTable } from "../../model/profile.ts";

/** What an event did, as far as it is filled in; null is not filled in. */
export interface Harms {
  readonly dead: number | null;
  readonly serious: number | null;
  /** 万元. */
  readonly loss: number | null;
  /** Those who may yet turn out dead or 重伤: 失联, and 受伤 that are not told apart. */
  readonly missing: number;
  readonly injured: number;
}

/** Null where none of 死亡, 重伤 and 损失 is filled in. 无 fills in all of 伤亡. */
export function harmsOf({ casualties, loss, places }: Entry): Harms | null {
  const parts = ["dead", "serious", "minor", "injured", "missing"].filter((part) => places.has(`casualties.${part}`));
  const filled = (part: string): boolean => casualties !== null && (parts.length === 0 || parts.includes(part));
  const dead = filled("dead") ? (casualties?.dead ?? null) : null;
  const serious = filled("serious") ? (casualties?.serious ?? null) : null;
  if (dead === null && serious === null && loss === null) return null;
  return { dead, serious, loss, missing: casualties?.missing ?? 0, injured: casualties?.injured ?? 0 };
}

/** The most that may come of what is told: everybody missing is dead, everybody injured 重伤. */
export function mostOf({ dead, serious, loss, missing, injured }: Harms): Harms {
  return { dead: (dead ?? 0) + missing, serious: (serious ?? 0) + injured, loss, missing: 0, injured: 0 };
}

/** The harshest row that one of the figures reaches; 以上 holds the figure itself. A row without figures takes the rest. */
export function gradeOf(harms: Harms, { rows, complete }: GradeTable): GradeRow | null {
  const met = rows.find((row) => reached(harms, row) !== null);
  const rest = complete
    ? rows.find(({ dead, serious, loss }) => dead === null && serious === null && loss === null)
    : null;
  return met ?? rest ?? null;
}

const NAMES = { dead: ["死亡", "人"], serious: ["重伤", "人"], loss: ["直接经济损失", "万元"] } as const;
type Part = keyof typeof NAMES;
const PARTS: readonly Part[] = ["dead", "serious", "loss"];

function reached(harms: Harms, row: GradeRow): Part | null {
  const found = PARTS.find((part) => {
    const [value, least] = [harms[part], row[part]];
    return value !== null && least !== null && value >= least;
  });
  return found ?? null;
}

/** `死亡 3 人，达到 3 人以上，`: which figure reaches a row. */
export function whyOf(harms: Harms, row: GradeRow): string {
  const part = reached(harms, row);
  if (part === null) return "";
  const [name, unit] = NAMES[part];
  return `${name} ${harms[part]} ${unit}，达到 ${row[part]} ${unit}以上，`;
}

/** `死亡 1 人、重伤 2 人`: all that is filled in. */
export function toldOf(harms: Harms): string {
  const told = PARTS.flatMap((part) => {
    const [name, unit] = NAMES[part];
    return harms[part] === null ? [] : [`${name} ${harms[part]} ${unit}`];
  });
  if (harms.missing > 0) told.push(`失联 ${harms.missing} 人`);
  if (harms.injured > 0) told.push(`受伤 ${harms.injured} 人`);
  return told.join("、");
}
