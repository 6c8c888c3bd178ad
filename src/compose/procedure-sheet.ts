import { chineseDay } from "../base/time.ts";
import type { Content } from "./document.ts";

/** One step in the chain of times. */
export interface Step {
  /** `2026-11-18 09:10`. */
  readonly time: string;
  /** 事发, 接报, 报县委办 … */
  readonly what: string;
  readonly name: string;
  readonly via: string;
  readonly by: string;
  /** Since the chain's base; empty where it has none or the step has no time of day. */
  readonly since: string;
}

/** A rule and what the entry shows of it. */
export interface Breach {
  readonly rule: string;
  readonly fact: string;
  /** The figure it goes by; empty where it has none. */
  readonly limit: string;
  readonly basis: string;
}

/** A limit for reports of an event: the county's or the law's. */
export interface Clock {
  readonly lawful: boolean;
  readonly duty: string;
  readonly limit: string;
  readonly basis: string;
}

/** An entry and the facts of how it was reported. */
export interface ProcedureCase {
  /** Empty where it may not be shown. */
  readonly title: string;
  readonly id: string;
  readonly category: string;
  readonly kind: string;
  readonly grade: string;
  readonly approver: string;
  readonly reporter: string;
  /** Units that filed it together. */
  readonly units: readonly string[];
  /** What `since` counts from; empty where it is not known. */
  readonly base: string;
  readonly chain: readonly Step[];
  readonly breaches: readonly Breach[];
  readonly clocks: readonly Clock[];
}

/** The facts of time and procedure of a unit's entries. */
export interface ProcedureSheet {
  readonly office: string;
  /** Day since 1970-01-01. */
  readonly day: number;
  /** Null where the unit could not be read. */
  readonly unit: string | null;
  /** 分管领导, as the office lists it; empty where it does not. */
  readonly leader: string;
  readonly internal: boolean;
  readonly cases: readonly ProcedureCase[];
}

/** The values that the template 程序情况表 may use. */
export function procedureSheetContent({ office, day, unit, leader, internal, cases }: ProcedureSheet): Content {
  const values = {
    内部: internal,
    单位: unit ?? "",
    未署名: unit === null,
    分管领导: leader,
    条数: cases.length,
    条目: cases.map(caseValues),
    机关: office,
    日期: chineseDay(day),
  };
  return { title: `${unit ?? "未署名"}：信息报送时间和程序情况表`, author: office, values, bodies: new Map() };
}

function caseValues(one: ProcedureCase, index: number): object {
  return {
    序: String(index + 1),
    题: one.title,
    编号: one.id,
    类别: one.category,
    事件: [one.kind, one.grade].filter((part) => part !== "").join("，"),
    签发人: one.approver,
    报送员: one.reporter,
    联合: one.units.length > 1 ? one.units.join("、") : "",
    起点: one.base,
    经过: one.chain.map(({ time, what, name, via, by, since }) => ({
      时间: time,
      环节: what,
      名称: name,
      方式: via,
      接报人: by,
      相距: since,
    })),
    事项: one.breaches.map(({ rule, fact, limit, basis }) => ({ 规则: rule, 情况: fact, 时限: limit, 依据: basis })),
    时限: one.clocks.map(({ lawful, duty, limit, basis }) => ({ 法定: lawful, 责任: duty, 时限: limit, 依据: basis })),
  };
}
