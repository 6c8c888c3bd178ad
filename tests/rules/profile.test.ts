import { describe, expect, it } from "vitest";
import type { Figure, Profile } from "../../src/model/profile.ts";
import { readProfile } from "../../src/read/profile.ts";
import { RULES } from "../../src/rules/index.ts";
import { placeOf, repoFile, shippedProfile } from "./harness.ts";

const COUNTY = repoFile("templates/profiles/county.yaml");

function faults(...texts: string[]): string[] {
  const { findings } = readProfile(texts.map((text, index) => ({ path: `${index}.yaml`, text })));
  return findings.map(
    ({ rule, at, severity }) => `${rule} ${at.source.path} ${placeOf(at.source.text, at.start, at.end)} ${severity}`,
  );
}

function figures({ urgent, titleLength, firstReportLength, categories }: Profile): Figure[] {
  const own = [...categories.values()].flatMap(({ minLength, maxLength, deadline, validity }) => [
    minLength,
    maxLength,
    deadline,
    validity,
  ]);
  return [urgent.phone, urgent.written, titleLength, firstReportLength, ...own].filter((one) => one !== null);
}

describe("the shipped profile", () => {
  const profile = shippedProfile();

  it("holds the ten categories, each in a group, with elements, advice and their source", () => {
    expect([...profile.categories.keys()]).toEqual([
      "动态",
      "经验",
      "问题",
      "建议",
      "反馈",
      "紧急",
      "预测",
      "社情民意",
      "舆情",
      "综合",
    ]);
    for (const { group, elements, elementsBasis } of profile.categories.values()) {
      expect(profile.groups.map(({ name }) => name)).toContain(group);
      expect(elements.length).toBeGreaterThan(2);
      expect(elementsBasis).toMatch(/^(?:规定|参考|实务)/u);
      for (const { fields, cues, left, advice } of elements) {
        expect(fields.length + cues.length > 0).toBe(left === null);
        if (left !== null) expect(RULES.map(({ name: rule }) => rule)).toContain(left);
        expect(advice).not.toMatch(/。$/u);
      }
    }
  });

  it("gives every figure its source and says what weight it has", () => {
    expect(figures(profile).length).toBeGreaterThan(10);
    for (const { value, basis } of figures(profile)) {
      expect(value).toBeGreaterThan(0);
      expect(basis).toMatch(/^(?:规定|参考|实务)./u);
    }
    expect(profile.scoreBasis).toMatch(/^实务，/u);
  });

  it("keeps the groups in the order of the design", () => {
    expect(profile.groups.map(({ name }) => name)).toEqual([
      "紧急要情",
      "领导关注",
      "中心工作",
      "问题与建议",
      "经验做法",
      "工作动态",
    ]);
    expect([...profile.categories.values()].map(({ name, group }) => `${name}→${group}`)).toContain("反馈→工作动态");
  });

  it("has the weights and cues that ranking reads", () => {
    expect(Object.keys(profile.cues)).toEqual(["预见", "数据", "做法", "反响", "新问题"]);
    for (const name of [
      "决策阶段",
      "决策阶段再加",
      "有原因",
      "有建议",
      "已刊相近",
      "敏感",
      "约稿",
      "批示",
      "新鲜度每日",
      "新鲜度上限",
    ])
      expect(profile.weights[name]).toBeTypeOf("number");
    expect(profile.weights["新鲜度每日"]).toBeLessThan(0);
    expect(profile.weights["新鲜度上限"]).toBeLessThan(profile.weights["新鲜度每日"] as number);
  });
});

describe("laying profiles over each other", () => {
  it("changes what the later one names and leaves the rest", () => {
    const before = shippedProfile();
    const after = shippedProfile(
      "名称: 某县\n紧急: {电话: {值: 20, 起算: 接报, 依据: 某县通知}}\n类别:\n  动态: {喜忧: 中}\n  党建: {喜忧: 喜}\n提示词: {数据: [吨]}\n权重: {约稿: 5}\n待核词: [待查]\n",
    );
    expect(after.names).toEqual(["全国放假调休安排", "法定时限和分级标准", "县级参考规则集", "某县"]);
    expect(after.urgent).toMatchObject({
      category: "紧急",
      phone: { value: 20, base: "接报", basis: "某县通知" },
      written: { value: 60, base: "事发" },
    });
    expect(after.categories.get("动态")).toMatchObject({
      tone: "中",
      elements: before.categories.get("动态")?.elements,
    });
    expect(after.categories.get("党建")).toMatchObject({ tone: "喜", group: "工作动态", elements: [] });
    expect([after.cues["数据"], after.cues["原因"]]).toEqual([["吨"], before.cues["原因"]]);
    expect([after.weights["约稿"], after.weights["批示"]]).toEqual([5, before.weights["批示"]]);
    expect([after.placeholders, after.calendar.size, after.groups]).toEqual([["待查"], 7, before.groups]);
  });
});

describe("faults of a profile", () => {
  it.each([
    ["an unknown key, with its place", "标题字: {值: 30, 依据: 试}", "unknown-field 1.yaml 1:1-1:4 error"],
    ["a figure without 依据", "标题字数: {值: 30}", "missing-field 1.yaml 1:8-1:9 error"],
    ["a figure without 值", "标题字数: {依据: 试}", "missing-field 1.yaml 1:8-1:10 error"],
    ["a figure that is none", "标题字数: {值: 三十, 依据: 试}", "bad-value 1.yaml 1:11-1:13 error"],
    ["a negative figure", "标题字数: {值: -1, 依据: 试}", "bad-value 1.yaml 1:11-1:13 error"],
    ["a limit without its base", "紧急: {电话: {值: 20, 依据: 试}}", "missing-field 1.yaml 1:11-1:12 error"],
    ["a base that is none", "紧急: {电话: {值: 20, 起算: 报送, 依据: 试}}", "bad-value 1.yaml 1:22-1:24 error"],
    ["another unit", "紧急: {电话: {值: 1, 单位: 小时, 起算: 事发, 依据: 试}}", "bad-value 1.yaml 1:21-1:23 error"],
    [
      "a key of an entry that is none",
      "类别: {动态: {要素依据: 试, 要素: [{名称: 甲, 键: [甲键], 写法: 试}]}}",
      "bad-value 1.yaml 1:37-1:39 error",
    ],
    [
      "an element without advice",
      "类别: {动态: {要素依据: 试, 要素: [{名称: 甲}]}}",
      "missing-field 1.yaml 1:26-1:28 error",
    ],
    ["a day that is none", "节假日: {2027: {依据: 试, 放假: [2027-02-30]}}", "bad-value 1.yaml 1:26-1:36 error"],
    [
      "a span that runs backwards",
      "节假日: {2027: {依据: 试, 放假: [2027-02-05 至 2027-02-01]}}",
      "bad-value 1.yaml 1:26-1:49 error",
    ],
    ["a day of another year", "节假日: {2027: {依据: 试, 放假: [2026-02-05]}}", "bad-value 1.yaml 1:13-1:38 error"],
    [
      "a day both off and worked",
      "节假日: {2027: {依据: 试, 放假: [2027-02-05], 上班: [2027-02-05]}}",
      "bad-value 1.yaml 1:13-1:56 error",
    ],
    ["a year that is none", "节假日: {明年: {依据: 试}}", "bad-value 1.yaml 1:11-1:18 error"],
    [
      "a group of an unknown category",
      "分组: [{名称: 甲, 类别: [天气]}, {名称: 乙}]",
      "bad-value 1.yaml 1:1-1:1 error",
    ],
    ["an urgent category that is none", "紧急: {类别: 突发}", "bad-value 1.yaml 1:1-1:1 error"],
    ["broken YAML", "类别: [", "syntax 1.yaml 1:6-1:6 error"],
    ["a list", "- 类别", "bad-value 1.yaml 1:1-1:5 error"],
  ])("%s", (_, text, expected) => {
    expect(faults(COUNTY, text)[0]).toBe(expected);
  });

  it("asks for categories and groups only of all packs together", () => {
    expect(faults("名称: 空")).toEqual(["missing-field 0.yaml 1:1-1:1 error", "missing-field 0.yaml 1:1-1:1 error"]);
    expect(faults(repoFile("templates/profiles/calendar.yaml"), COUNTY)).toEqual([]);
    expect(faults(COUNTY, "名称: 空")).toEqual([]);
    expect(faults()).toEqual([]);
  });

  it("has no category outside all groups, and no elements without their source", () => {
    expect(faults("分组: [{名称: 甲, 类别: [动态]}]\n类别: {动态: {喜忧: 喜}, 经验: {喜忧: 喜}}")).toEqual([
      "missing-field 0.yaml 2:23-2:30 error",
    ]);
    expect(faults(COUNTY, "类别: {党建: {要素: [{名称: 甲, 写法: 试}]}}")).toHaveLength(1);
  });
});
