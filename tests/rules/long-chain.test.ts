import { expect, test } from "vitest";
import { judge } from "./harness.ts";

const FIRST = `现场负责人: {姓名: 赵刚, 职务: 镇长}
正文: 11月18日8时20分，石坝村三组发生山体滑坡，冲毁村道30米，镇长已赶赴现场，正在抢险。`;
const LATER = "正文: 已转移群众12户，影响村道通行，目前可控，暂不需要支援。";

/** The report numbered `at` of one event; each goes on from the one before. */
function report(at: number, rest: string): string {
  const stage = at === 0 ? "{阶段: 首报}" : `{阶段: 续报, 次: ${at}, 续: 甲${at - 1}}`;
  return `编号: 甲${at}\n类别: 紧急\n标题: 石坝村滑坡${at}\n事件类型: 自然灾害\n伤亡: 无\n报告: ${stage}\n${rest}\n`;
}

const missing = (...texts: string[]): string[] =>
  judge(texts.join("---\n"))
    .filter(({ rule }) => rule === "missing-element")
    .flatMap(({ entry, message }) => (message.includes("现场负责人") ? [entry ?? ""] : []));

test("the sixtieth 续报 has what the 首报 told, in whatever order the reports are read", () => {
  const chain = Array.from({ length: 60 }, (_, at) => report(at, at === 0 ? FIRST : LATER));
  expect(missing(...chain)).toEqual([]);
  expect(missing(...chain.toReversed())).toEqual([]);
});

test("what no report has told is missing in each 续报", () => {
  expect(missing(report(0, LATER), report(1, LATER), report(2, LATER)).toSorted()).toEqual(["甲1", "甲2"]);
});

test("reports that follow one another in a ring tell one another nothing new", () => {
  const ring = (at: number, next: number): string =>
    report(at, LATER).replace(/报告: .*/u, `报告: {阶段: 续报, 次: 1, 续: 甲${next}}`);
  expect(missing(ring(1, 2), ring(2, 1)).toSorted()).toEqual(["甲1", "甲2"]);
});
