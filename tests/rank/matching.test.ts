import { describe, expect, it } from "vitest";
import { dayOf } from "../../src/base/time.ts";
import { themeWords } from "../../src/base/themes.ts";
import type { Published } from "../../src/model/published.ts";
import { printedBefore } from "../../src/rank/novelty.ts";
import { rank } from "../../src/rank/rank.ts";
import { entryText, filesOf, surveyOf } from "../pipeline/support.ts";

const theme = (...keywords: string[]) => ({ name: "防汛抗旱", keywords });

function only(text: string) {
  const [entry] = surveyOf(filesOf(text)).entries;
  if (!entry) throw new Error("not read");
  return entry;
}

const words = (text: string, ...keywords: string[]): string[] =>
  themeWords(only(text), theme(...keywords)).map(({ where, word, keyword }) => `${where} ${word}/${keyword}`);

describe("how a theme is met", () => {
  it.each<[string, string, string[], string[]]>([
    ["by its name under 主题", entryText({ 编号: "甲", 主题: "防汛抗旱" }), [], ["主题 防汛抗旱/防汛抗旱"]],
    [
      "by a word of the title, and of the text",
      entryText({ 编号: "甲", 标题: "抗旱保供", 正文: "抗旱用水3处。" }),
      ["抗旱"],
      ["标题 抗旱/抗旱", "正文 抗旱/抗旱"],
    ],
    [
      "by a synonym, named with what it stands for",
      entryText({ 编号: "甲", 正文: "石坝村缺水。" }),
      ["抗旱/旱情/缺水"],
      ["正文 缺水/抗旱"],
    ],
    [
      "not by a word within the name of a school or a company",
      entryText({ 编号: "甲", 标题: "水库希望小学开学", 正文: "水库旅游有限公司开业。" }),
      ["水库"],
      [],
    ],
    [
      "by the same word elsewhere in the text",
      entryText({ 编号: "甲", 标题: "水库希望小学开学", 正文: "水库清淤，学校开学。" }),
      ["水库"],
      ["正文 水库/水库"],
    ],
    ["not by what is not there", entryText({ 编号: "甲" }), ["抗旱"], []],
  ])("is %s", (_, text, keywords, expected) => {
    expect(words(text, ...keywords)).toEqual(expected);
  });
});

const DECISIONS = `机关: 测试
决策:
  - {编号: 决-1, 名称: 公交方案, 日期: 2026-11-20, 关键词: [公交方案]}
  - {编号: 决-2, 名称: 供水方案, 阶段: 决策中, 关键词: [供水方案]}
`;

function reasons(parts: Record<string, string>): string[] {
  const found = surveyOf(filesOf(entryText({ 编号: "甲", ...parts })), { office: DECISIONS });
  const [item] = rank(found.entries, found.grounds);
  return (item?.reasons ?? [])
    .filter(({ text }) => text.startsWith("决策"))
    .map(({ text, points, detail }) => `${text} ${points}｜${detail() ?? ""}`);
}

describe("how an entry fits a decision", () => {
  it.each<[string, Record<string, string>, string[]]>([
    [
      "before it, by what it foresees",
      { 报送时间: "2026-11-19 09:00", 正文: "公交方案实施后学生乘车可能增加。" },
      ["决策前·有预见 2｜正文“公交方案”，说到 公交方案"],
    ],
    [
      "before it, and without foresight it gets nothing",
      { 报送时间: "2026-11-19 09:00", 正文: "公交方案座谈会召开。" },
      [],
    ],
    [
      "after it, by effects and new problems",
      { 报送时间: "2026-11-21 09:00", 正文: "公交方案实施后效果好，居民认为方便；仍有2个村不通车。" },
      ["决策后·有反响有新问题 3｜正文“公交方案”，说到 公交方案"],
    ],
    [
      "in the midst of it, by figures, practice and advice that can be done",
      { 类别: "建议", 决策事项: "决-2", 正文: "供水方案试点累计接通86户。建议县水利局12月5日前推行一户一表。" },
      ["决策中·有数据有做法有可操作 4｜决策事项 供水方案"],
    ],
    [
      "by the stage it declares itself",
      { 决策阶段: "决策后", 正文: "群众反映很好。" },
      ["决策后·有反响 2｜写明决策阶段"],
    ],
    ["a decision there is none of is no tie", { 决策事项: "决-9", 正文: "公交方案效果好。" }, []],
  ])("%s", (_, parts, expected) => {
    expect(reasons(parts)).toEqual(expected);
  });
});

const printed = (more: Partial<Published>): Published => ({
  id: "旧",
  fingerprint: "00",
  publication: "信息专报",
  kind: "正刊",
  year: 2026,
  number: 12,
  day: dayOf(2026, 11, 16) as number,
  title: "石坝村三组86户缺水",
  units: ["青石镇"],
  text: "11月12日起，青石镇石坝村三组86户缺水，蓄水池渗漏，镇里每天送水18吨，主管0.4公里待更换。",
  category: "动态",
  themes: [],
  decision: null,
  stage: null,
  place: null,
  occurred: null,
  submitted: null,
  report: null,
  ...more,
});

describe("what was printed before", () => {
  const SAME = entryText({
    编号: "新",
    标题: "石坝村三组86户缺水待解决",
    类别: "问题",
    正文: "11月12日起，青石镇石坝村三组86户缺水，蓄水池渗漏，镇里每天送水18吨，主管0.4公里待更换。",
  });

  function scoreOf(text: string, published: readonly Published[]): string[] {
    const found = surveyOf(filesOf(text));
    const context = {
      ...found.grounds,
      published,
      printed: printedBefore(found.entries, { ...found.grounds, published }),
    };
    const [item] = rank(found.entries, context);
    return (item?.reasons ?? [])
      .filter(({ points }) => points < 0)
      .map(({ text: reason, points }) => `${reason} ${points}`);
  }

  it("lowers an entry on the same matter, naming the issue", () => {
    expect(scoreOf(SAME, [printed({})])).toEqual(["已刊相近（信息专报2026年第12期） -3"]);
    expect(scoreOf(SAME, [])).toEqual([]);
  });

  it("names the latest of several", () => {
    expect(
      scoreOf(SAME, [printed({}), printed({ id: "更新", number: 13, day: dayOf(2026, 11, 20) as number })]),
    ).toEqual(["已刊相近（信息专报2026年第13期） -3"]);
  });

  it("does not lower what tells of something else, nor a 反馈", () => {
    expect(scoreOf(entryText({ 编号: "别" }), [printed({})])).toEqual([]);
    expect(scoreOf(SAME.replace("类别: 问题", "类别: 反馈"), [printed({})])).toEqual([]);
  });

  it("lowers the very entry that was printed", () => {
    expect(scoreOf(entryText({ 编号: "旧" }), [printed({})])).toEqual(["已刊相近（信息专报2026年第12期） -3"]);
  });
});
