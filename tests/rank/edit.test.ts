import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Plan } from "../../src/model/plan.ts";
import { change, drop, mergeInto, moveTo, restore, shift, split } from "../../src/rank/edit.ts";

const row = (id: string, merged: readonly string[] = []) => ({
  id,
  title: `题${id}`,
  fingerprint: null,
  pinned: false,
  printTitle: null,
  printBody: null,
  merged,
  whole: false,
});

const PLAN: Plan = {
  publication: "信息专报",
  date: "2026-11-23",
  period: null,
  supplement: false,
  urgency: null,
  note: null,
  groups: [
    { name: "紧急要情", rows: [row("甲")] },
    { name: "中心工作", rows: [row("乙"), row("丙", ["丁"])] },
    { name: "工作动态", rows: [row("戊")] },
  ],
  dropped: [{ id: "己", why: "超过条数上限 4 条（排在第 5 条）" }],
  proposals: [],
  suggested: ["甲", "乙", "丙", "戊"],
  suggestedGroups: new Map([
    ["紧急要情", 1],
    ["中心工作", 2],
    ["工作动态", 1],
  ]),
};

const shown = ({ groups, dropped }: Plan): string =>
  [
    ...groups.map(({ name, rows }) => `${name}：${rows.map(({ id, merged }) => [id, ...merged].join("+")).join(" ")}`),
    `不用：${dropped.map(({ id }) => id).join(" ")}`,
  ].join("；");

describe("what an editor does to a plan", () => {
  it.each<[string, Plan, string]>([
    ["up", shift(PLAN, "丙", -1), "紧急要情：甲；中心工作：丙+丁 乙；工作动态：戊；不用：己"],
    ["up over the edge of a group", shift(PLAN, "乙", -1), "紧急要情：甲 乙；中心工作：丙+丁；工作动态：戊；不用：己"],
    ["down out of a group that is then empty", shift(PLAN, "甲", 1), "中心工作：甲 乙 丙+丁；工作动态：戊；不用：己"],
    ["up where there is nothing above", shift(PLAN, "甲", -1), shown(PLAN)],
    ["to another group", moveTo(PLAN, "乙", "工作动态"), "紧急要情：甲；中心工作：丙+丁；工作动态：戊 乙；不用：己"],
    ["to a new group", moveTo(PLAN, "乙", "专题"), "紧急要情：甲；中心工作：丙+丁；工作动态：戊；专题：乙；不用：己"],
    [
      "under 不用, with what was merged",
      drop(PLAN, "丙", "重复"),
      "紧急要情：甲；中心工作：乙；工作动态：戊；不用：丙 丁 己",
    ],
    [
      "back from 不用",
      restore(PLAN, "己", { title: "题己", group: "工作动态" }),
      "紧急要情：甲；中心工作：乙 丙+丁；工作动态：戊 己；不用：",
    ],
    ["into another", mergeInto(PLAN, "丙", "乙"), "紧急要情：甲；中心工作：乙+丙+丁；工作动态：戊；不用：己"],
    [
      "apart again",
      split(PLAN, "丙", new Map([["丁", "题丁"]])),
      "紧急要情：甲；中心工作：乙 丙 丁；工作动态：戊；不用：己",
    ],
  ])("moves %s", (_, plan, expected) => {
    expect(shown(plan)).toBe(expected);
  });

  it("changes title and text, and gives them back", () => {
    const changed = change(PLAN, "乙", { printTitle: "新题", pinned: true });
    expect(changed.groups[1]?.rows[0]).toMatchObject({ printTitle: "新题", pinned: true });
    expect(change(changed, "乙", { printTitle: null, pinned: false })).toEqual(PLAN);
  });

  it("property: whatever is done, every entry stands exactly once", () => {
    const id = fc.constantFrom("甲", "乙", "丙", "丁", "戊", "己", "无");
    const act = fc.oneof(
      fc.tuple(id, fc.constantFrom<-1 | 1>(-1, 1)).map(
        ([one, by]) =>
          (plan: Plan) =>
            shift(plan, one, by),
      ),
      fc.tuple(id, fc.constantFrom("中心工作", "新组")).map(
        ([one, name]) =>
          (plan: Plan) =>
            moveTo(plan, one, name),
      ),
      id.map((one) => (plan: Plan) => drop(plan, one, "重复")),
      id.map((one) => (plan: Plan) => restore(plan, one, { title: one, group: "中心工作" })),
      fc.tuple(id, id).map(
        ([one, into]) =>
          (plan: Plan) =>
            mergeInto(plan, one, into),
      ),
      id.map((one) => (plan: Plan) => split(plan, one, new Map())),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        const { groups, dropped } = acts.reduce((plan, one) => one(plan), PLAN);
        const ids = [
          ...groups.flatMap(({ rows }) => rows.flatMap((each) => [each.id, ...each.merged])),
          ...dropped.map((each) => each.id),
        ];
        expect(ids.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(
          ["丁", "丙", "乙", "己", "戊", "甲"].toSorted((a, b) => (a < b ? -1 : 1)),
        );
        expect(groups.every(({ rows }) => rows.length > 0)).toBe(true);
      }),
    );
  });
});
