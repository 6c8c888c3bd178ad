import { chineseDay, showClock } from "../base/time.ts";
import { numberOf } from "../base/matters.ts";
import type { IssueRef, NoteRecord } from "../model/ledger.ts";
import type { Content } from "./document.ts";

/** What a unit is told of its entries: what leaders or higher offices made of them. */
export interface FeedbackNotice {
  readonly office: string;
  /** Day since 1970-01-01. */
  readonly day: number;
  readonly unit: string;
  readonly internal: boolean;
  /** The issue that printed them. */
  readonly issue: IssueRef;
  readonly titles: readonly { readonly id: string; readonly title: string }[];
  readonly note: NoteRecord;
}

/** The values that the template 反馈通知 may use. */
export function feedbackNoticeContent({ office, day, unit, internal, issue, titles, note }: FeedbackNotice): Content {
  const at = note.when ?? note.at;
  const values = {
    内部: internal,
    单位: unit,
    刊物: issue.publication,
    年: String(issue.year),
    期号: numberOf(issue),
    条目: titles.map(({ id, title }) => ({ 题: title, 编号: id })),
    批示: note.event === "批示",
    圈阅: note.event === "圈阅",
    退回: note.event === "退回",
    反馈: note.event === "反馈",
    上报: note.event === "上报",
    采用: note.event === "采用",
    领导: note.leader ?? "",
    内容: note.text ?? "",
    时间: `${chineseDay(at.day)}${note.when?.clock == null ? "" : showClock(note.when.clock)}`,
    承办: note.owner ?? "",
    限期: note.due === null ? "" : chineseDay(note.due),
    层级: note.level ?? "",
    何处: note.publication ?? "",
    机关: office,
    日期: chineseDay(day),
  };
  return { title: `${unit}：信息${note.event}情况反馈通知`, author: office, values, bodies: new Map() };
}
