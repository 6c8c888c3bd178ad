import { chineseNumber } from "../base/numeral.ts";
import { chineseDay } from "../base/time.ts";
import type { Content } from "./document.ts";

/** What the paper is called, after the days it is of. */
const ADOPTION_BULLETIN = "信息采用情况通报";

/** A unit's line: figures by column, null where the column has none. */
export interface BulletinRow {
  readonly unit: string;
  readonly submitted: number;
  readonly own: readonly number[];
  readonly above: readonly number[];
  readonly noted: number;
  readonly score: number;
  /** Of the year up to the end of the window. */
  readonly total: number;
}

export interface BulletinGroup {
  readonly name: string;
  readonly rows: readonly BulletinRow[];
}

/** A title that is told to the units, and what became of it. */
export interface BulletinTitle {
  readonly title: string;
  readonly units: string;
  readonly where: string;
  readonly noted: boolean;
  readonly above: boolean;
}

/** 信息采用情况通报: who sent what and what came of it. Days since 1970-01-01. */
export interface Bulletin {
  readonly office: string;
  readonly day: number;
  /** 2026年11月份, or the days where it is no whole month. */
  readonly period: string;
  readonly submitted: number;
  readonly adopted: number;
  readonly above: number;
  readonly noted: number;
  readonly publications: readonly string[];
  readonly levels: readonly string[];
  readonly groups: readonly BulletinGroup[];
  readonly titles: readonly BulletinTitle[];
  /** Titles that are not told, since not all they stand in is 公开. */
  readonly untold: number;
  /** Units that sent nothing. */
  readonly silent: readonly string[];
}

/** The values that the template 信息采用情况通报 may use. */
export function bulletinContent(bulletin: Bulletin): Content {
  const { office, day, period, publications, levels, groups, titles } = bulletin;
  const title = `${period}${ADOPTION_BULLETIN}`;
  const columns = [...publications, ...levels.map((level) => `${level}采用`)];
  const values = {
    标题: title,
    期间: period,
    报送: bulletin.submitted,
    采用: bulletin.adopted,
    上级采用: bulletin.above,
    批示: bulletin.noted,
    栏: columns,
    组: groups.map(({ name, rows }, index) => ({
      序: chineseNumber(index + 1),
      名称: name,
      报送: rows.reduce((sum, { submitted }) => sum + submitted, 0),
      采用: rows.reduce((sum, row) => sum + total(row.own), 0),
      行: rows.map((row, at) => rowValues(row, rankOf(rows, at))),
    })),
    篇目: titles.map(({ title: text, units, where, noted, above }, index) => ({
      序: String(index + 1),
      题: text,
      单位: units,
      刊物: where,
      记号: `${noted ? "★" : ""}${above ? "☆" : ""}`,
    })),
    未列: bulletin.untold,
    零报送: bulletin.silent.join("、"),
    机关: office,
    日期: chineseDay(day),
  };
  return { title, author: office, values, bodies: new Map() };
}

function rowValues(row: BulletinRow, rank: number): object {
  return {
    名次: row.score === 0 ? "" : String(rank),
    单位: row.unit,
    报送: figure(row.submitted),
    数: [...row.own, ...row.above].map(figure),
    批示: figure(row.noted),
    得分: String(row.score),
    累计: String(row.total),
  };
}

/** Units with one score share a place. */
function rankOf(rows: readonly BulletinRow[], at: number): number {
  return 1 + rows.findIndex(({ score }) => score === rows[at]?.score);
}

/** An empty cell reads better than a nought among many. */
function figure(count: number): string {
  return count === 0 ? "" : String(count);
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
