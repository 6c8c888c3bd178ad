import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { titleBreaks } from "../../src/base/title-lines.ts";

/** 20 characters of 2号 to a line: 22 points each, 11 for letters and digits, 442 of room. */
const ROOM = 442;
const NAMES = ["县人力资源和社会保障局", "望樟镇", "根治欠薪"];

function lines(text: string): string[] {
  const widths = Array.from(text, (char) => (char.charCodeAt(0) < 128 ? 11 : 22));
  const ends = [0, ...titleBreaks({ text, widths, room: ROOM, names: NAMES }), text.length];
  return ends.slice(1).map((end, index) => text.slice(ends[index], end));
}

describe("a title of several lines", () => {
  it.each([
    ["县道X312线枫笕乡段一客车侧翻致17人受伤"],
    ["城北安置房项目拖欠86名农民工", "工资全部兑付情况的报告"],
    ["关于全县晚熟柑橘待销", "1.17万吨的产销形势分析和建议"],
    ["县人力资源和社会保障局关于做好", "2026年冬季农民工工资支付保障", "和根治欠薪专项行动的情况报告"],
    ["11月26日至28日全县将有寒潮和雨雪", "冰冻请各乡镇做好防范应对工作"],
    ["“最多跑一次”改革在望樟镇便民", "服务中心试点以来群众办事时间缩短一半"],
    ["鹭浦镇精品果“三统一”稳住", "订单带动1200户果农户均增收3.6万元"],
  ])("%s …", (...expected) => {
    expect(lines(expected.join(""))).toEqual(expected);
  });

  it("keeps names and figures whole, whatever stands round them", () => {
    for (let before = 0; before < 30; before++) {
      const text = `${"全县各级各部门认真落实有关工作要求切实抓好秋冬生产".slice(0, before)}县人力资源和社会保障局兑付2026年11月18日前拖欠的12.5万元`;
      expect(lines(text).join("｜")).toMatch(/县人力资源和社会保障局.*2026年11月18日.*12\.5万元/u);
    }
  });
});

describe("property: a title", () => {
  const words =
    "关于 做好 全县 防汛抗旱 工作 的 报告 乡村振兴 12个 2026年 城关镇 农民工 工资 “三统一” 和 建议 在 落实 情况 问题 请 县委 协调 网格员 数字化 转型".split(
      " ",
    );
  const title = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 34 }).map((all) => all.join(""));

  it("loses nothing, fits its lines, and has no scrap of a line", () => {
    fc.assert(
      fc.property(title, (text) => {
        const set = lines(text);
        expect(set.join("")).toBe(text);
        if (set.length === 1) return;
        for (const line of set) {
          const width = Array.from(line).reduce((sum, char) => sum + (char.charCodeAt(0) < 128 ? 11 : 22), 0);
          expect(width).toBeLessThanOrEqual(ROOM);
          expect([...line].length).toBeGreaterThan(1);
          expect(line).not.toMatch(/^[，。、：；！？）》”’】〕]/u);
        }
      }),
      { numRuns: 400, seed: 20261129 },
    );
  });

  it("takes as few lines as its words allow, at most one more than its characters need", () => {
    fc.assert(
      fc.property(title, (text) => {
        const total = Array.from(text).reduce((sum, char) => sum + (char.charCodeAt(0) < 128 ? 11 : 22), 0);
        const least = Math.ceil(total / ROOM);
        const set = lines(text);
        if (set.length > 1) expect(set.length).toBeLessThanOrEqual(least + 1);
        else if (least > 1) expect(least).toBeGreaterThan(4);
      }),
      { numRuns: 400, seed: 20261130 },
    );
  });

  it("is parted the same every time", () => {
    fc.assert(
      fc.property(title, (text) => {
        expect(lines(text)).toEqual(lines(text));
      }),
      { numRuns: 50 },
    );
  });
});
