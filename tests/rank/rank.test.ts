import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Item } from "../../src/model/ranking.ts";
import { rank } from "../../src/rank/rank.ts";
import { entryText, filesOf, OFFICE, surveyOf, urgentText } from "../pipeline/support.ts";

const THEMES = `${OFFICE}关注:
  - {名称: 防汛抗旱, 类型: 阶段, 起: 2026-11-01, 止: 2026-11-30, 权重: 5, 关键词: [防汛, 抗旱]}
  - {名称: 已过的, 类型: 阶段, 起: 2026-10-01, 止: 2026-11-22, 权重: 9, 关键词: [秋收]}
  - {名称: 未到的, 类型: 阶段, 起: 2026-11-24, 权重: 9, 关键词: [冬修]}
  - {名称: 当日起, 类型: 阶段, 起: 2026-11-23, 止: 2026-11-23, 权重: 2, 关键词: [当日]}
  - {名称: 长期的, 类型: 长期, 权重: 3, 关键词: [重点项目]}
决策: [{编号: 会-1, 名称: 供水方案, 阶段: 决策中}]
`;

function ranked(texts: readonly string[], office = THEMES): Item[] {
  const found = surveyOf(filesOf(...texts), { office });
  return rank(found.entries, found.grounds);
}

function only(text: string): Item {
  const [item] = ranked([text]);
  if (!item) throw new Error("not ranked");
  return item;
}

const shown = ({ group, score, reasons }: Item): string =>
  `${group} ${score}：${reasons.map(({ text, points }) => `${text} ${points}`).join("，")}`;

const NEWS = { 编号: "甲", 类别: "动态", 正文: "石坝村水渠已修复。" };

const GROUPS: readonly (readonly [string, string, string])[] = [
  ["紧急", urgentText({ 编号: "甲" }), "紧急要情 13：紧急要情 10，事件未了（首报） 3"],
  [
    "紧急, though it answers a 批示",
    urgentText({ 编号: "甲", 批示: "[{领导: 韩}]" }),
    "紧急要情 17：紧急要情 10，落实韩批示 4，事件未了（首报） 3",
  ],
  [
    "a 批示 before a theme",
    entryText({ ...NEWS, 批示: "[{领导: 韩}, {领导: 韩}]", 主题: "防汛抗旱" }),
    "领导关注 15：领导关注 6，关注点 防汛抗旱 5，落实韩批示 4",
  ],
  ["a theme in force, declared", entryText({ ...NEWS, 主题: "防汛抗旱" }), "中心工作 9：中心工作 4，关注点 防汛抗旱 5"],
  [
    "a theme in force, by a word in the title",
    entryText({ ...NEWS, 标题: "抗旱修渠" }),
    "中心工作 9：中心工作 4，关注点 防汛抗旱 5",
  ],
  [
    "a theme in force, by a word in the text",
    entryText({ ...NEWS, 正文: "重点项目开工。" }),
    "中心工作 7：中心工作 4，关注点 长期的 3",
  ],
  [
    "two themes",
    entryText({ ...NEWS, 正文: "重点项目防汛。" }),
    "中心工作 12：中心工作 4，关注点 防汛抗旱 5，关注点 长期的 3",
  ],
  [
    "a theme on its first and last day",
    entryText({ ...NEWS, 正文: "当日完成。" }),
    "中心工作 6：中心工作 4，关注点 当日起 2",
  ],
  ["a theme that is over", entryText({ ...NEWS, 正文: "秋收完成。" }), "工作动态 0：工作动态 0"],
  ["a theme still to come", entryText({ ...NEWS, 正文: "冬修完成。", 主题: "未到的" }), "工作动态 0：工作动态 0"],
  ...["问题", "建议", "预测", "舆情", "社情民意", "综合"].map(
    (category) => [category, entryText({ ...NEWS, 类别: category }), "问题与建议 3：问题与建议 3"] as const,
  ),
  ["经验", entryText({ ...NEWS, 类别: "经验" }), "经验做法 1：经验做法 1"],
  ["动态", entryText(NEWS), "工作动态 0：工作动态 0"],
  ["反馈", entryText({ ...NEWS, 类别: "反馈" }), "工作动态 0：工作动态 0"],
  [
    "敏感 and 约稿 score, but do not choose the group",
    entryText({ ...NEWS, 敏感: "[时间, 人群]", 约稿: "2026-3" }),
    "工作动态 5：工作动态 0，敏感（时间、人群） 3，应约稿报送 2",
  ],
  [
    "原因 and 建议",
    entryText({ ...NEWS, 正文: "原因是管网老化，建议修复。" }),
    "工作动态 2：工作动态 0，有原因有建议 2",
  ],
  [
    "the stage of a decision with what it wants",
    entryText({ ...NEWS, 决策事项: "会-1", 正文: "累计修复3处。" }),
    "工作动态 2：工作动态 0，决策中·有数据 2",
  ],
  ["the stage of a decision without what it wants", entryText({ ...NEWS, 决策事项: "会-1" }), "工作动态 0：工作动态 0"],
  [
    "three working days old",
    entryText({ ...NEWS, 事发时间: "2026-11-17", 报送时间: "2026-11-18 09:00" }),
    "工作动态 -1：工作动态 0，3 个工作日前报送 -1",
  ],
  ["a weekend does not age it", entryText({ ...NEWS, 报送时间: "2026-11-20 09:00" }), "工作动态 0：工作动态 0"],
];

describe("group, score and reasons", () => {
  it.each(GROUPS)("%s", (_, text, expected) => {
    expect(shown(only(text))).toBe(expected);
  });

  it("holds to the office's own groups where it has some", () => {
    const office = `${OFFICE}分组: [{名称: 先, 类别: [动态], 分值: 1}, {名称: 后, 分值: 2}]\n`;
    expect(ranked([entryText(NEWS), entryText({ ...NEWS, 编号: "乙", 类别: "经验" })], office).map(shown)).toEqual([
      "先 1：先 1",
      "后 2：后 2",
    ]);
  });
});

describe("order", () => {
  it("goes by group before score", () => {
    const ids = ranked([
      entryText({ ...NEWS, 编号: "动", 敏感: "[时间]", 约稿: "1" }),
      entryText({ ...NEWS, 编号: "问", 类别: "问题" }),
      urgentText({ 编号: "急" }),
    ]).map(({ entry }) => entry.id);
    expect(ids).toEqual(["急", "问", "动"]);
  });

  it("breaks ties by 报送时间, then by id in code points", () => {
    const text = (id: string, time: string): string => entryText({ ...NEWS, 编号: id, 报送时间: time });
    const same = "2026-11-23 09:00";
    const texts = [
      text("𬱖", same),
      text("\uffee", same),
      text("b", same),
      text("B", same),
      text("10", same),
      text("9", same),
      text("z", "2026-11-23 08:59"),
    ];
    expect(ranked(texts).map(({ entry }) => entry.id)).toEqual(["z", "10", "9", "B", "b", "\uffee", "𬱖"]);
  });

  it("puts a day without a time behind the times of that day: counted as equal to each, it would upset their order", () => {
    const text = (id: string, time: string): string => entryText({ ...NEWS, 编号: id, 报送时间: time });
    const texts = [text("乙", "2026-11-23"), text("丙", "2026-11-23 08:00"), text("丁", "2026-11-23 09:00")];
    for (const each of [texts, texts.toReversed()]) expect(idsOf(ranked(each))).toEqual(["丙", "丁", "乙"]);
  });
});

const WORDS = ["防汛", "重点项目", "秋收", "原因", "建议", "累计", "预计", "满意", "水渠", "修复"];
const entry = fc
  .record({
    类别: fc.constantFrom("动态", "经验", "问题", "建议", "反馈", "预测"),
    报送时间: fc.constantFrom(
      "2026-11-23 09:00",
      "2026-11-23 08:00",
      "2026-11-23",
      "2026-11-20 10:00",
      "2026-11-12 08:00",
    ),
    敏感: fc.constantFrom("", "[时间]"),
    约稿: fc.constantFrom("", "1"),
    批示: fc.constantFrom("", "[{领导: 韩}]"),
    决策事项: fc.constantFrom("", "会-1"),
    words: fc.uniqueArray(fc.constantFrom(...WORDS), { maxLength: 3 }),
  })
  .map(({ words, ...keys }) => ({ ...keys, 事发时间: "2026-11-11", 正文: `${words.join("，")}。` }));
const batch = fc.array(entry, { minLength: 2, maxLength: 7 });
const numbered = (entries: readonly Record<string, string>[]): string[] =>
  entries.map((each, index) => entryText({ ...each, 编号: `e${index}` }));
const idsOf = (items: readonly Item[]): string[] => items.map((item) => item.entry.id);

describe("properties of the order", { timeout: 120_000 }, () => {
  const options = { numRuns: 60, seed: 20261123 };

  it("reasons add up to the score, and the group's comes first", () => {
    fc.assert(
      fc.property(batch, (entries) => {
        for (const { reasons, score, group } of ranked(numbered(entries))) {
          expect(reasons.length).toBeGreaterThanOrEqual(1);
          expect(reasons[0]?.text).toBe(group);
          expect(reasons.reduce((sum, { points }) => sum + points, 0)).toBe(score);
        }
      }),
      options,
    );
  });

  it("the order of the files does not matter", () => {
    fc.assert(
      fc.property(
        batch.chain((entries) =>
          fc.tuple(
            fc.constant(numbered(entries)),
            fc.shuffledSubarray(numbered(entries), { minLength: entries.length }),
          ),
        ),
        ([texts, shuffled]) => {
          expect(ranked(shuffled).map((item) => `${item.entry.id} ${shown(item)}`)).toEqual(
            ranked(texts).map((item) => `${item.entry.id} ${shown(item)}`),
          );
        },
      ),
      options,
    );
  });

  it("text with a cause or advice never lowers the rank of its entry", () => {
    const substance = fc.constantFrom(
      "原因是管网老化。",
      "建议由县水利局牵头。",
      "预计影响扩大。",
      "累计3处。",
      "群众满意。",
      "防汛要紧。",
    );
    fc.assert(
      fc.property(batch, fc.nat(6), substance, (entries, chosen, more) => {
        const at = chosen % entries.length;
        const richer = entries.map((each, index) => (index === at ? { ...each, 正文: `${each.正文}${more}` } : each));
        const before = idsOf(ranked(numbered(entries))).indexOf(`e${at}`);
        expect(idsOf(ranked(numbered(richer))).indexOf(`e${at}`)).toBeLessThanOrEqual(before);
      }),
      options,
    );
  });

  it("an entry that has nothing to do with the others changes nothing among them", () => {
    fc.assert(
      fc.property(batch, entry, (entries, other) => {
        const texts = numbered(entries);
        const alone = ranked(texts).map((item) => `${item.entry.id} ${shown(item)}`);
        const together = ranked([...texts, entryText({ ...other, 编号: "other" })]);
        expect(
          together.filter((item) => item.entry.id !== "other").map((item) => `${item.entry.id} ${shown(item)}`),
        ).toEqual(alone);
      }),
      options,
    );
  });
});
