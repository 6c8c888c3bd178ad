import { describe, expect, it } from "vitest";
import { mergeTexts, type MergedText } from "../../src/rank/merging.ts";
import { draft, type Draft } from "../../src/pipeline/draft.ts";
import { findPublication } from "../../src/pipeline/grounds.ts";
import { entryText, filesOf, surveyOf } from "../pipeline/support.ts";

const HAIL = {
  标题: "东湖镇遭受冰雹灾害",
  类别: "问题",
  报送单位: "东湖镇",
  报送时间: "2026-11-21 09:00",
  事发时间: "2026-11-20 16:20",
  地点: "东湖镇莲花村",
  正文: `11月20日16时20分，东湖镇莲花村遭受冰雹，持续18分钟，受灾面积120亩，大棚倒塌46座，无人员伤亡。
  请县农业农村局12月1日前安排种子补贴。`,
};
const FARM = {
  ...HAIL,
  标题: "莲花村冰雹致大棚受损",
  报送单位: "县农业农村局",
  报送时间: "2026-11-21 10:30",
  正文: `11月20日16时20分，东湖镇莲花村遭受冰雹，持续18分钟，受灾面积180亩，大棚倒塌46座，无人员伤亡。
  县农业农村局已派出农技员12名，指导菜农清理棚膜、抢收萝卜31吨。`,
};

function merged(...entries: readonly Readonly<Record<string, string>>[]): MergedText {
  const files = filesOf(...entries.map((entry, index) => entryText({ 编号: `${index}`, ...entry })));
  const [first, ...others] = surveyOf(files).entries.map(({ body, unit }) => ({
    text: body.text.trim().replace(/^ +/gmu, ""),
    unit: unit.join("、"),
  }));
  if (!first) throw new Error("nothing read");
  return mergeTexts([first, ...others]);
}

describe("entries on one matter as one text", () => {
  it("tell the common facts once, what the others add behind them, and figures that differ side by side", () => {
    expect(merged(HAIL, FARM)).toEqual({
      text: `11月20日16时20分，东湖镇莲花村遭受冰雹，持续18分钟，受灾面积120亩（县农业农村局报为180亩），大棚倒塌46座，无人员伤亡。
请县农业农村局12月1日前安排种子补贴。
另据县农业农村局报送：县农业农村局已派出农技员12名，指导菜农清理棚膜、抢收萝卜31吨。`,
      differs: ["受灾面积：东湖镇 120亩，县农业农村局 180亩"],
    });
  });

  it("are the first text alone where the others add nothing", () => {
    expect(merged(HAIL, { ...HAIL, 报送单位: "县应急管理局" }).text).toBe(merged(HAIL).text);
  });

  it("lose no figure: one without a like in the first text keeps its sentence, 1.9万 is no heading", () => {
    const other = { ...FARM, 正文: "1.9万亩柑橘进入采收期，冰雹未伤及。" };
    expect(merged(HAIL, other).text).toContain("另据县农业农村局报送：1.9万亩柑橘进入采收期，冰雹未伤及。");
    const more = {
      ...FARM,
      正文: "11月20日16时20分，东湖镇莲花村遭受冰雹，持续18分钟，受灾面积120亩，大棚倒塌46座，直接损失96万元，无人员伤亡。",
    };
    expect(merged(HAIL, more).text).toContain("直接损失96万元");
  });

  it.each<[string, string, string, string]>([
    [
      "a fact of its own",
      "受灾面积120亩。",
      "受灾面积120亩，2名村民被埋失联。",
      "另据县农业农村局报送：2名村民被埋失联。",
    ],
    ["a denial", "冰雹无人员伤亡。", "冰雹造成人员伤亡。", "另据县农业农村局报送：冰雹造成人员伤亡。"],
  ])("lose nothing of another report: %s", (_, one, two, expected) => {
    expect(merged({ ...HAIL, 正文: one }, { ...FARM, 正文: two }).text).toBe(`${one}\n${expected}`);
  });

  it("put figures of another wording beside theirs", () => {
    const text = merged({ ...HAIL, 正文: "死亡3人、受伤5人。" }, { ...FARM, 正文: "3人死亡、7人受伤。" }).text;
    expect(text).toBe("死亡3人、受伤5人（县农业农村局报为7人）。");
  });

  it("find the like of a figure by its place where no word stands before it", () => {
    const one = { ...HAIL, 正文: "莲花村遭受冰雹，大棚：46座、120亩，无人员伤亡。" };
    const two = { ...FARM, 正文: "莲花村遭受冰雹，大棚：46座、180亩，无人员伤亡。" };
    expect(merged(one, two).text).toBe("莲花村遭受冰雹，大棚：46座、120亩（县农业农村局报为180亩），无人员伤亡。");
  });

  it("leave out headings of the others", () => {
    const headed = { ...FARM, 正文: "一、处置情况\n  县农业农村局已派出农技员12名，指导清理棚膜。" };
    expect(merged(HAIL, headed).text).toContain("另据县农业农村局报送：县农业农村局已派出农技员12名");
    expect(merged(HAIL, headed).text).not.toContain("处置情况");
  });
});

const OFFICE = "机关: 中共青岚县委办公室\n";

function planned(former: string | null, ...entries: readonly Readonly<Record<string, string>>[]): Draft {
  const survey = surveyOf(filesOf(...entries.map((entry) => entryText(entry))), { office: OFFICE });
  return draft(survey, findPublication(survey.grounds, "信息专报"), {
    path: "plans/x.yaml",
    former: former === null ? null : { path: "plans/x.yaml", text: former },
  });
}

const PAIR = [
  { 编号: "甲", ...HAIL },
  { 编号: "乙", ...FARM },
];
const rowsOf = ({ plan }: Draft): string[] =>
  plan.groups.flatMap(({ rows }) => rows.map(({ id, merged: also }) => [id, ...also].join("+")));
const answer = (text: string, taken: string): string => text.replace(/采纳: *(?:""|)$/mu, `采纳: ${taken}`);

describe("what a plan proposes", () => {
  it("is one item for entries of one kind on one matter, and it is only proposed", () => {
    const made = planned(null, ...PAIR);
    expect(rowsOf(made)).toEqual(["甲", "乙"]);
    expect(made.plan.proposals).toMatchObject([
      { kind: "同一件事", ids: ["甲", "乙"], differs: ["受灾面积：东湖镇 120亩，县农业农村局 180亩"], taken: null },
    ]);
    expect(made.text).toContain("拟合并:");
  });

  it("is done where the editor accepts: one row, its text to be edited, all units credited", () => {
    const made = planned(answer(planned(null, ...PAIR).text, "是"), ...PAIR);
    expect(rowsOf(made)).toEqual(["甲+乙"]);
    const [row] = made.plan.groups[0]?.rows ?? [];
    expect(row?.whole).toBe(true);
    expect(row?.printBody).toContain("受灾面积120亩（县农业农村局报为180亩）");
    expect(made.plan.proposals).toMatchObject([{ ids: ["甲", "乙"], taken: "已办" }]);
    expect(rowsOf(planned(made.text, ...PAIR))).toEqual(["甲+乙"]);
  });

  it("is not done where the editor declines, and stays declined", () => {
    const declined = planned(answer(planned(null, ...PAIR).text, "否"), ...PAIR);
    expect(rowsOf(declined)).toEqual(["甲", "乙"]);
    const again = planned(declined.text, ...PAIR);
    expect(again.plan.proposals).toMatchObject([{ taken: "否" }]);
    expect(rowsOf(again)).toEqual(["甲", "乙"]);
  });

  it("splits again where the editor takes an entry out", () => {
    const made = planned(answer(planned(null, ...PAIR).text, "是"), ...PAIR);
    const split = made.text.replace(/ +合并: \[乙\]\n/u, "").replace(/ +综合: 是\n/u, "");
    const again = planned(split, ...PAIR);
    expect(rowsOf(again).toSorted()).toEqual(["乙", "甲"]);
    // And stays split, without being asked again.
    expect(rowsOf(planned(again.text, ...PAIR)).toSorted()).toEqual(["乙", "甲"]);
    expect(again.plan.proposals).toMatchObject([{ taken: "已办" }]);
  });

  it("takes a third entry into the text that is there", () => {
    const made = planned(answer(planned(null, ...PAIR).text, "是"), ...PAIR);
    const third = {
      编号: "丁",
      ...HAIL,
      报送单位: "县应急管理局",
      正文: `${HAIL.正文}\n  县应急管理局已调拨篷布40块。`,
    };
    const asked = planned(made.text.replace("无人员伤亡。", "无人员伤亡，编辑加的一句。"), ...PAIR, third);
    const all = planned(answer(asked.text, "是"), ...PAIR, third);
    expect(rowsOf(all)).toEqual(["甲+乙+丁"]);
    const text = all.plan.groups[0]?.rows[0]?.printBody ?? "";
    expect(text).toContain("编辑加的一句");
    expect(text).toContain("另据县应急管理局报送：县应急管理局已调拨篷布40块。");
  });

  it("never brings back what the editor put away", () => {
    const made = planned(null, ...PAIR);
    const row = /\n +- 编号: 乙[\s\S]*?(?=\n +- 编号|\n不用)/u.exec(made.text)?.[0] ?? "";
    const away = answer(made.text, "是")
      .replace(row, "")
      .replace(/^不用:$/mu, "不用:\n  - 编号: 乙\n    因: 与上期重复");
    const after = planned(away, ...PAIR);
    expect(rowsOf(after)).toEqual(["甲"]);
    expect(after.plan.dropped).toMatchObject([{ id: "乙", why: "与上期重复" }]);
  });

  it("links two angles, and puts them side by side where the editor accepts", () => {
    const other = { 编号: "丙", ...FARM, 类别: "动态" };
    const between = {
      编号: "丁",
      标题: "敬老院添置取暖设备",
      类别: "问题",
      报送单位: "石桥乡",
      正文: "集镇敬老院缺电暖气12台，请县民政局12月5日前调拨。",
    };
    const all = [{ 编号: "甲", ...HAIL }, between, other];
    const made = planned(null, ...all);
    expect(made.plan.proposals).toMatchObject([{ kind: "不同角度", ids: ["甲", "丙"], taken: null }]);
    expect(rowsOf(made)).toEqual(["甲", "丁", "丙"]);
    const taken = planned(answer(made.text, "是"), ...all);
    expect(rowsOf(taken)).toEqual(["甲", "丙", "丁"]);
    expect(rowsOf(planned(taken.text, ...all))).toEqual(["甲", "丙", "丁"]);
  });
});
