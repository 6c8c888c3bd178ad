import { DEFAULT_KIND } from "../../base/limits.ts";
import { showMoment } from "../../base/time.ts";
import type { DraftRecord, EntryDraft } from "../../pipeline/new-entry.ts";
import type { Answers } from "./answers.ts";
import { profileOf, splitCasualties, splitTold, splitVerified, type Desk } from "./desk.ts";

/** The answers as an entry, still without 编号. */
export function draftOf(answers: Answers, desk: Desk): EntryDraft {
  const one = (flag: string): string => answers.get(flag)?.[0] ?? "";
  const now = showMoment(desk.now);
  const { category: urgent } = profileOf(desk).urgent;
  const category = desk.phone ? urgent : one("category");
  const submitted = one("submitted") || now;
  const units = answers.get("unit") ?? [];
  const casualties = one("casualties");
  return {
    title: one("title"),
    category,
    unit: units.length === 1 ? (units[0] as string) : units,
    reporter: one("reporter"),
    phone: one("phone-number"),
    approver: one("approver"),
    secrecy: one("secrecy") || (desk.phone ? "内部" : ""),
    submitted,
    occurred: one("occurred"),
    received: one("received"),
    sources: answers.get("source") ?? (desk.phone ? [`${units[0]}电话报告`] : []),
    ...(one("verified") === "" ? {} : { verification: splitVerified(one("verified"), desk) }),
    themes: answers.get("theme") ?? [],
    place: one("place"),
    ...(casualties === "" ? {} : { casualties: splitCasualties(casualties) }),
    // The kind that holds where none is given is written down, so that the entry says it.
    kind: one("kind") || (category === urgent ? DEFAULT_KIND : ""),
    grade: one("grade"),
    loss: one("loss"),
    ...(one("onsite") === "" ? {} : { onsite: onSite(one("onsite")) }),
    ...(desk.phone ? phoneOnly(one("taker"), now) : {}),
    timeline: timeline(answers, desk, { urgent: category === urgent, submitted }),
    body: one("body"),
  };
}

/** `贾同舟 枫笕乡乡长 0570-1234567`: name first, a number last, what is between is the post. */
function onSite(answer: string): DraftRecord {
  const [name = "", ...rest] = answer.trim().split(/\s+/u);
  const phone = /\d{5,}/u.test(rest.at(-1) ?? "") ? (rest.pop() as string) : "";
  return { 姓名: name, ...(rest.length > 0 ? { 职务: rest.join(" ") } : {}), ...(phone === "" ? {} : { 电话: phone }) };
}

/** 收到时间 and 录入人 are the office's, which takes it down itself. */
function phoneOnly(taker: string, now: string): EntryDraft {
  return { channel: "电话补录", report: { 阶段: "首报" }, taken: now, clerk: taker };
}

interface Written {
  readonly urgent: boolean;
  readonly submitted: string;
}

/** Who was told, in the order of the times. */
function timeline(answers: Answers, desk: Desk, { urgent, submitted }: Written): DraftRecord[] {
  const taker = answers.get("taker")?.[0] ?? "";
  const call = answers.get("told-office")?.[0] ?? (desk.phone ? showMoment(desk.now) : null);
  const rows: DraftRecord[] = call === null ? [] : [{ 对象: "县委办", 方式: "电话", 时间: call, 接报人: taker }];
  if (urgent && !desk.phone) rows.push({ 对象: "县委办", 方式: "书面", 时间: submitted });
  rows.push(
    ...told(answers.get("told-superior"), "上级部门", desk),
    ...told(answers.get("told-leader"), "县领导", desk),
  );
  return rows.sort((a, b) => ((a["时间"] as string) < (b["时间"] as string) ? -1 : 1));
}

function told(given: readonly string[] | undefined, to: string, desk: Desk): DraftRecord[] {
  return (given ?? []).map((answer) => {
    const { name, at } = splitTold(answer, desk);
    return { 对象: to, 名称: name, 时间: at };
  });
}
