import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factsIn, townsIn } from "../../src/base/facts.ts";
import { quantitiesIn } from "../../src/base/quantities.ts";

const shown = (text: string): string[] =>
  quantitiesIn(text).map(({ value, unit, rough }) => `${value}${unit}${rough === null ? "" : ` ${rough}`}`);

describe("numbers with a unit", () => {
  it.each([
    ["停水1860户、6200人", ["1860户", "6200人"]],
    ["直径300毫米，更换18米", ["300毫米", "18米"]],
    ["总投资6.2亿元，一期3.8亿元", ["620000000元", "380000000元"]],
    ["占37.5%，提高2个百分点", ["37.5%", "2个百分点"]],
    ["损失1,260.5万元", ["12605000元"]],
    ["里程27公里，合27000米", ["27000米", "27000米"]],
    ["１２名老人和三名儿童", ["12人", "3人"]],
    ["十二户、二十三人、一百零五亩", ["12户", "23人", "105亩"]],
    ["10千伏线路，少发24.4万千瓦时", ["10千伏", "244000千瓦时"]],
    ["约160万元", ["1600000元 about"]],
    ["1500余辆、30多人", ["1500辆 about", "30人 about"]],
    ["5人以上，不足20户", ["5人 bound", "20户 bound"]],
    ["2至5厘米", ["5厘米 bound"]],
  ])("%s", (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it.each([
    "2026年11月18日8时20分",
    "11月上旬",
    "第3期第2栋",
    "县道X312线",
    "发生一起滑坡",
    "一些、一般、一定",
    "20:15接报",
    "李二、王三",
  ])("are none in: %s", (text) => {
    expect(shown(text)).toEqual([]);
  });

  it("stand where they say, whatever the text", () => {
    const parts = fc.constantFrom(
      "约",
      "18",
      "1.5",
      "万",
      "亿",
      "元",
      "人",
      "，",
      "十",
      "二",
      "户",
      "11月",
      "5日",
      "第",
      "以上",
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 20 }), (all) => {
        const text = all.join("");
        for (const { start, end, value, unit, step } of quantitiesIn(text)) {
          expect(text.slice(start, end)).toMatch(/^[\d.一二十万亿]/u);
          expect([Number.isFinite(value), unit !== "", step > 0]).toEqual([true, true, true]);
        }
      }),
    );
  });

  it("are exact to the last digit written, however small", () => {
    expect(quantitiesIn("1.51818元，3.8亿元").map(({ step }) => step)).toEqual([0.00001, 10_000_000]);
  });

  it("are read in time that grows with the text, also where nothing fits", () => {
    const started = performance.now();
    for (const text of ["1".repeat(50_000), "十".repeat(50_000), "1,111".repeat(20_000), "约".repeat(50_000)])
      quantitiesIn(text);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

describe("facts", () => {
  const keys = (text: string): string[] => [...factsIn(text, quantitiesIn(text)).keys()];

  it("are figures, days, minutes, old years, codes, quoted words and names", () => {
    expect(keys("11月19日21时40分，老街桥头1998年的水管爆裂，X312线“三统一”1860户")).toEqual([
      "数1860户",
      "日11-19",
      "时21:40",
      "年1998年",
      "号X312",
      "引三统一",
      "名老街桥",
    ]);
  });

  it("are the same however a figure is written", () => {
    expect(keys("1.17万吨")).toEqual(keys("11700吨"));
  });
});

describe("towns", () => {
  it("are names, not words that end like one", () => {
    expect([...townsIn("青石镇和枫笕乡，城关街道办，各乡镇、集镇、城乡、返乡人员，镇里，正与镇里商量")]).toEqual([
      "青石镇",
      "枫笕乡",
      "城关街道",
    ]);
  });
});
