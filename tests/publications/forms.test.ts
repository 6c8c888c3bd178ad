import { describe, expect, it } from "vitest";
import { countyOf, namedBody, namedText } from "../../src/compose/publication-county.ts";
import { digestOf } from "../../src/compose/publication-digest.ts";
import { readBody } from "../../src/read/body.ts";
import type { Body } from "../../src/model/body.ts";

const bodyOf = (text: string): Body => readBody(text, () => {});
const printed = (body: Body): string[] =>
  body.blocks.map((block) =>
    block.kind === "table"
      ? [block.head, ...block.rows]
          .flat(2)
          .map(({ text }) => text)
          .join("|")
      : (block.kind === "heading" ? [...block.head, ...block.rest] : block.runs).map(({ text }) => text).join(""),
  );

describe("the county", () => {
  it.each([
    ["中共青岚县委办公室", "青岚县", "县"],
    ["中国共产党青岚县委员会办公室", "青岚县", "县"],
    ["中共恭溪瑶族自治县委办公室", "恭溪瑶族自治县", "县"],
    ["中共临州市东湖区委办公室", "临州市东湖区", "区"],
    ["青岚县人民政府办公室", "青岚县", "县"],
    ["中共白塔旗委办公室", "白塔旗", "旗"],
  ])("%s is of %s", (office, name, kind) => expect(countyOf(office)).toEqual({ name, kind }));

  it.each(["县委办公室", "信息科", "", "青岚县水利局"])("is not known from “%s”", (office) =>
    expect(countyOf(office)).toBeNull(),
  );
});

describe("a body for readers above the county", () => {
  const county = { name: "青岚县", kind: "县" };

  it.each([
    ["我县、本县今年投入2亿元，来自我县。", "青岚县、青岚县今年投入2亿元，来自青岚县。"],
    ["我自治县、本自治县都算。", "青岚县、青岚县都算。"],
    ["基本县情、原本县里、本县级平台、我市、全县不动。", "基本县情、原本县里、本县级平台、我市、全县不动。"],
    ["批示“我县要快”，我县已办。", "批示“我县要快”，青岚县已办。"],
    ["《我县办法》施行后，本县照办。", "《我县办法》施行后，青岚县照办。"],
  ])("%s", (given, wanted) => expect(namedText(given, county)).toBe(wanted));

  it("says its name in every kind of block, and leaves the one given alone", () => {
    const given = bodyOf("一、我县情况\n我县**本县**。\n- 我县一项\n| 我县 | 乙 |\n|---|---|\n| 本县 | 丁 |");
    const before = JSON.stringify(given);
    const named = printed(namedBody(given, county));
    expect(named).toEqual(["一、青岚县情况", "青岚县青岚县。", "青岚县一项", "青岚县|乙|青岚县|丁"]);
    expect(JSON.stringify(given)).toBe(before);
  });

  it("knows a quotation that begins in one run and ends in another", () => {
    expect(printed(namedBody(bodyOf("说“我县**我县**我县”，我县。"), county))).toEqual(["说“我县我县我县”，青岚县。"]);
  });

  it("goes by what the county is", () => {
    expect(namedText("我区、我县", { name: "东湖区", kind: "区" })).toBe("东湖区、我县");
  });
});

describe("a digest", () => {
  const digest = (text: string, most: number): string[] => printed(digestOf(bodyOf(text), most));

  it("is one paragraph of whole sentences, as many as there is room for", () => {
    expect(digest("甲甲甲。乙乙乙。\n丙丙丙。", 8)).toEqual(["甲甲甲。乙乙乙。"]);
    expect(digest("甲甲甲。乙乙乙。\n丙丙丙。", 12)).toEqual(["甲甲甲。乙乙乙。丙丙丙。"]);
    expect(digest("甲甲甲。乙乙乙。", 2)).toEqual(["甲甲甲。"]);
  });

  it("skips headings, tables, and what announces a list", () => {
    const text =
      "一、情况\n（一）做法。修渠。\n| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |\n现将情况报告如下。\n1. 通水。\n建议：";
    expect(digest(text, 100)).toEqual(["修渠。通水。"]);
  });

  it("keeps closing quotation marks with their sentence", () => {
    expect(digest("他说：“快修。”大家修。", 8)).toEqual(["他说：“快修。”"]);
  });

  it("is the body itself where that has no sentence", () => {
    expect(digest("甲\n乙", 10)).toEqual(["甲", "乙"]);
  });
});
