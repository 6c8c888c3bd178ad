import { chineseDay, isoDay } from "../base/time.ts";
import type { Content } from "./document.ts";

/** What the paper is called; its title in the file begins so. */
export const COMMISSION_SHEET = "采编要目（约稿单）";

/** One thing that is asked for. */
export interface CommissionRow {
  readonly id: string;
  readonly topic: string;
  /** Names of the units asked; none is any. */
  readonly units: readonly string[];
  /** Day since 1970-01-01; null is left blank. */
  readonly due: number | null;
  readonly why: string;
}

/** 采编要目（约稿单）: what an office asks its units for. */
export interface CommissionSheet {
  readonly office: string;
  /** Days since 1970-01-01: the day it is dated, and those it was made from. */
  readonly day: number;
  readonly from: number;
  readonly to: number;
  readonly rows: readonly CommissionRow[];
}

/** The values that the template 约稿单 may use. */
export function commissionSheetContent({ office, day, from, to, rows }: CommissionSheet): Content {
  const values = {
    起: chineseDay(from),
    止: chineseDay(to),
    条数: rows.length,
    条目: rows.map(({ id, topic, units, due, why }, index) => ({
      序: String(index + 1),
      编号: id,
      题目: topic,
      单位: units.join("、"),
      截止: due === null ? "" : isoDay(due),
      由来: why,
    })),
    机关: office,
    日期: chineseDay(day),
  };
  return { title: `${COMMISSION_SHEET}${chineseDay(day)}`, author: office, values, bodies: new Map() };
}
