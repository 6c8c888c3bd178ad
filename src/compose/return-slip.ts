import { chineseNumber } from "../base/numeral.ts";
import { chineseDay } from "../base/time.ts";
import type { Content } from "./document.ts";

/** One finding as a unit is told of it. */
export interface SlipPoint {
  /** Whether it keeps the entry out; whether it is an error. */
  readonly stops: boolean;
  readonly error: boolean;
  /** Line of the file from 1; null for the file as a whole. */
  readonly line: number | null;
  /** How many faults of this kind are on that line. */
  readonly count: number;
  /** What stands there; empty where it is not shown. */
  readonly text: string;
  readonly message: string;
  readonly hint: string;
}

/** An urgent entry goes up whatever is wrong with it; another is returned where something stops it, and else kept. */
export type SlipStanding = "urgent" | "returned" | "kept";

/** An entry and what is to be mended in it. */
export interface SlipCase {
  readonly standing: SlipStanding;
  /** Empty where it may not be shown. */
  readonly title: string;
  /** Empty where it could not be read. */
  readonly id: string;
  readonly file: string;
  readonly submitted: string;
  /** Units that filed it together. */
  readonly units: readonly string[];
  /** Its category could not be read: it may be urgent. */
  readonly unsure: boolean;
  readonly points: readonly SlipPoint[];
}

/** What a unit gets back. */
export interface ReturnSlip {
  readonly office: string;
  /** Day since 1970-01-01. */
  readonly day: number;
  /** Null where the unit could not be read. */
  readonly unit: string | null;
  /** 分管领导, as the office lists it; empty where it does not. */
  readonly leader: string;
  readonly internal: boolean;
  readonly cases: readonly SlipCase[];
  /** What the unit owes besides, one sentence each. */
  readonly notices: readonly string[];
  readonly reply: SlipReply;
}

/** Whom the unit may ask, and until when it is to answer; what is empty is left blank to be filled in by hand. */
export interface SlipReply {
  readonly contact: string;
  readonly phone: string;
  /** Working days, and the day since 1970-01-01 on which the last of them is. */
  readonly days: number | null;
  readonly due: number | null;
}

const STANDINGS: readonly SlipStanding[] = ["urgent", "returned", "kept"];

/** The values that the template 退稿单 may use. */
export function returnSlipContent(slip: ReturnSlip): Content {
  const { office, day, unit, leader, internal, cases, notices, reply } = slip;
  const parts = STANDINGS.map((standing) => ({ standing, own: cases.filter((each) => each.standing === standing) }));
  const has = (standing: SlipStanding): boolean => cases.some((each) => each.standing === standing);
  const values = {
    内部: internal,
    有退稿: has("returned"),
    有补正: has("urgent") || has("kept"),
    单位: unit ?? "",
    未署名: unit === null,
    分管领导: leader,
    条数: cases.length,
    处数: cases.reduce((sum, { points }) => sum + points.reduce((own, { count }) => own + count, 0), 0),
    部分: parts
      .filter(({ own }) => own.length > 0)
      .map(({ standing, own }, index) => ({
        序: chineseNumber(index + 1),
        紧急: standing === "urgent",
        退稿: standing === "returned",
        补正: standing === "kept",
        条目: own.map((each, at) => caseValues(each, at + 1)),
      })),
    另请注意: notices,
    联系人: reply.contact,
    电话: reply.phone,
    期限: reply.due === null ? "" : chineseDay(reply.due),
    工作日数: reply.days === null ? "" : String(reply.days),
    机关: office,
    日期: chineseDay(day),
  };
  return {
    title: `${unit ?? "未署名"}：${has("returned") ? "信息退稿单" : "信息补正单"}`,
    author: office,
    values,
    bodies: new Map(),
  };
}

function caseValues({ title, id, file, submitted, units, standing, unsure, points }: SlipCase, number: number): object {
  return {
    序: String(number),
    题: title,
    编号: id,
    文件: file,
    报送时间: submitted,
    联合: units.length > 1 ? units.join("、") : "",
    紧急: standing === "urgent",
    另办: standing === "urgent" && points.some(({ stops }) => stops),
    类别不明: unsure,
    意见: points.map((point) => ({
      性质: point.stops ? "须改正" : point.error ? "差错" : "提醒",
      行: point.line === null ? "" : String(point.line),
      处: point.count > 1 ? String(point.count) : "",
      原文: point.text,
      查出: point.message,
      怎么改: point.hint,
    })),
  };
}
