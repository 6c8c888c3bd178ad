import { chineseDay } from "../base/time.ts";
import type { Content } from "./document.ts";

/** One item for the meeting that fixes the order. */
export interface OrderRow {
  readonly title: string;
  readonly unit: string;
  readonly id: string;
  readonly score: string;
  readonly reasons: string;
  /** What the editor did to it: 固定, 改题, 并入甲; empty where nothing. */
  readonly hand: string;
}

/** What stays out, for the same meeting. */
export interface LeftRow {
  readonly title: string;
  readonly unit: string;
  readonly category: string;
  readonly id: string;
  readonly score: string;
  readonly why: string;
}

/** The order of an issue with scores and reasons: for the editors, never for the brief. */
export interface OrderSheet {
  readonly office: string;
  /** Day since 1970-01-01. */
  readonly day: number;
  readonly publication: string;
  readonly internal: boolean;
  readonly groups: readonly { readonly name: string; readonly rows: readonly OrderRow[] }[];
  readonly left: readonly LeftRow[];
}

/** The values that the template 编排表 may use. */
export function orderSheetContent({ office, day, publication, internal, groups, left }: OrderSheet): Content {
  let number = 0;
  const values = {
    内部: internal,
    刊物: publication,
    日期: chineseDay(day),
    条数: groups.reduce((sum, { rows }) => sum + rows.length, 0),
    分组: groups.map(({ name, rows }) => ({
      名称: name,
      条目: rows.map(({ title, unit, id, score, reasons, hand }) => ({
        序: String(++number),
        题: title,
        单位: unit,
        编号: id,
        得分: score,
        理由: reasons,
        编辑: hand,
      })),
    })),
    不用: left.map(({ title, unit, category, id, score, why }) => ({
      题: title,
      单位: unit,
      类别: category,
      编号: id,
      得分: score,
      因: why,
    })),
    机关: office,
  };
  return { title: `${publication}编排表`, author: office, values, bodies: new Map() };
}
