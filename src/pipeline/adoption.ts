import { bulletinContent, type Bulletin, type BulletinRow } from "../compose/adoption-bulletin.ts";
import { chineseDay, civil, dayOf } from "../base/time.ts";
import type { Finding } from "../model/diagnostic.ts";
import { adoptionOf, LEVELS, type AdoptionGround, type AdoptionRow } from "../rank/coverage/adoption.ts";
import type { Window } from "../rank/coverage/context.ts";
import { readForm, setPaper, type FormFiles, type Paper } from "./paper.ts";

export type { AdoptionGround, Bulletin, BulletinRow };

/** What is asked for: the days, and whether titles are told that not everybody may see. */
export interface BulletinRequest {
  readonly window: Window;
  readonly allTitles: boolean;
  readonly office: string;
  readonly day: number;
}

/** Units without a 组 stand last, under this name. */
const OTHERS = "其他单位";
const ALL = "各单位";

/** The bulletin of a window. */
export function makeBulletin(ground: AdoptionGround, { window, allTitles, office, day }: BulletinRequest): Bulletin {
  const { rows, entries } = adoptionOf(ground, window);
  const { year } = civil(window.to);
  // Never less than the window itself, which may begin in the year before.
  const since = adoptionOf(ground, { from: Math.min(window.from, dayOf(year, 1, 1) ?? window.from), to: window.to });
  const totals = new Map(since.rows.map(({ unit, score }) => [unit, score]));
  const publications = [...new Set(rows.flatMap(({ own }) => [...own.keys()]))];
  const levels = LEVELS.filter((level) => rows.some((row) => row.levels.has(level)));
  const lineOf = (row: AdoptionRow): BulletinRow => ({
    unit: row.unit,
    submitted: row.submitted,
    own: publications.map((name) => row.own.get(name) ?? 0),
    above: levels.map((level) => row.levels.get(level) ?? 0),
    noted: row.noted,
    score: row.score,
    total: totals.get(row.unit) ?? 0,
  });
  const told = entries.filter(({ open }) => open || allTitles);
  return {
    office,
    day,
    period: periodOf(window),
    submitted: rows.reduce((sum, { submitted }) => sum + submitted, 0),
    adopted: entries.filter((entry) => entry.publications.length > 0).length,
    above: entries.filter((entry) => entry.levels.length > 0).length,
    noted: entries.filter(({ noted }) => noted).length,
    publications,
    levels,
    groups: groupsOf(rows, ground).map(({ name, rows: own }) => ({ name, rows: own.map(lineOf) })),
    titles: told.map(({ title, units, publications: where, levels: above, noted }) => ({
      title,
      units: units.join("、"),
      where: [...where.map((name) => `《${name}》`), ...above].join("、"),
      noted,
      above: above.length > 0,
    })),
    untold: entries.length - told.length,
    silent: rows.flatMap(({ unit, submitted }) => (submitted === 0 ? [unit] : [])),
  };
}

/** The units by 组, in the order in which the office lists these. */
function groupsOf(
  rows: readonly AdoptionRow[],
  { office: { units } }: AdoptionGround,
): { name: string; rows: readonly AdoptionRow[] }[] {
  const names = [...new Set(units.flatMap(({ group }) => (group === null ? [] : [group])))];
  const rest = rows.filter(({ group }) => group === null);
  const named = names.map((name) => ({ name, rows: rows.filter(({ group }) => group === name) }));
  return rest.length === 0 ? named : [...named, { name: names.length > 0 ? OTHERS : ALL, rows: rest }];
}

/** 2026年11月份 for a whole month, else its days. */
function periodOf({ from, to }: Window): string {
  const [first, last] = [civil(from), civil(to + 1)];
  const whole = first.date === 1 && last.date === 1 && (last.year - first.year) * 12 + last.month - first.month === 1;
  if (whole) return `${first.year}年${first.month}月份`;
  return `${chineseDay(from)}至${chineseDay(to)}`;
}

/** The bulletin on paper; null where template or layout is at fault. */
export function printBulletin(
  bulletin: Bulletin,
  files: FormFiles,
): { paper: Paper | null; findings: readonly Finding[] } {
  const { form, findings } = readForm(files);
  if (!form || findings.length > 0) return { paper: null, findings };
  return setPaper(form, bulletinContent(bulletin));
}
