import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { DEFAULT_OFFICE, readOffice } from "../../src/read/office.ts";
import { judge, repoFile } from "./harness.ts";

interface Pair {
  readonly 名: string;
  /** Whether they are on one matter. */
  readonly 同: boolean;
  readonly 甲: Readonly<Record<string, string>>;
  readonly 乙: Readonly<Record<string, string>>;
}

const pairsOf = (name: string): Pair[] => parse(repoFile(`tests/rules/pairs/${name}.yaml`)) as Pair[];

/** An entry of a pair as its file would hold it. */
function entry(id: string, fields: Pair["甲"]): string {
  const lines = Object.entries(fields).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
  return `编号: ${id}\n${lines.join("")}密级: 内部\n`;
}

const duplicates = (text: string): string[] =>
  judge(text).flatMap(({ rule, entry: id, related }) => (rule === "near-duplicate" ? [`${id} ${related.length}`] : []));

function measure(pairs: readonly Pair[]): { precision: number; recall: number; missed: string[]; wrong: string[] } {
  const seen = pairs.map(({ 名, 同, 甲, 乙 }) => ({ 名, 同, told: judged(甲, 乙) }));
  const told = seen.filter((one) => one.told);
  const right = told.filter(({ 同 }) => 同);
  return {
    precision: right.length / told.length,
    recall: right.length / seen.filter(({ 同 }) => 同).length,
    missed: seen.filter((one) => one.同 && !one.told).map(({ 名 }) => 名),
    wrong: told.filter(({ 同 }) => !同).map(({ 名 }) => 名),
  };
}

function judged(a: Pair["甲"], b: Pair["甲"]): boolean {
  return duplicates(`${entry("甲", a)}---\n${entry("乙", b)}`).length > 0;
}

describe("pairs of entries, the same matter reworded and others that look like it", () => {
  it("tells those it was tuned on: none wrong, few missed", () => {
    const { wrong, missed } = measure(pairsOf("tuned"));
    expect(wrong).toEqual([]);
    expect(missed).toEqual(["粮库霉变，数字约略", "桥下盗窃电缆，供电与公安各报"]);
  });

  it("tells those written afterwards: none wrong, 8 of 10 found", () => {
    const { precision, recall, missed } = measure(pairsOf("unseen"));
    expect(precision).toBe(1);
    expect(missed).toEqual(["农商行排队，两个角度", "商场坠物，街道与住建局各报"]);
    expect(recall).toBeCloseTo(0.8);
  });

  it("finds the same pairs among all the others together, and no pair across two matters", () => {
    const pairs = pairsOf("unseen");
    const all = pairs.flatMap((pair, index) => [entry(`${index}-甲`, pair.甲), entry(`${index}-乙`, pair.乙)]);
    const found = judge(all.join("---\n")).filter(({ rule }) => rule === "near-duplicate");
    const named = found.map(({ entry: id, message }) => [
      id?.split("-")[0],
      /编号 (?<index>\d+)-/u.exec(message)?.groups?.["index"],
    ]);
    expect(named.every(([own, other]) => own === other)).toBe(true);
    expect(found.length).toBe(8);
  });
});

describe("a heap of the same", () => {
  const text = (unit: string, index: number): string =>
    entry(`条-${index}`, {
      标题: `${unit}开展反诈宣传`,
      类别: "动态",
      报送单位: unit,
      报送时间: `2026-11-18 ${String(8 + Math.floor(index / 60)).padStart(2, "0")}:${String(index % 60).padStart(2, "0")}`,
      正文: "为提高群众防骗识骗能力，组织民警、网格员走访群众1143户，张贴海报227张，安装反诈软件968人，劝阻转账2起。",
    });

  it("is told of all but the first, each with a partner, in bounded pairs", () => {
    const many = Array.from({ length: 300 }, (_, index) => text("青石镇", index));
    const found = judge(many.join("---\n")).filter(({ rule }) => rule === "near-duplicate");
    expect(new Set(found.map(({ entry: id }) => id)).size).toBe(299);
    for (const { related } of found) expect(related.length).toBeLessThanOrEqual(5);
  });
});

describe("unit names of the office", () => {
  it("are no likeness: two towns under one template meet neither by name nor by wording", () => {
    const office = "机关: 中共某县委办公室\n单位: [青石镇, 白石镇]\n";
    expect(readOffice({ path: "zhuanbao.yaml", text: office }, new Map()).office.units).not.toEqual(
      DEFAULT_OFFICE.units,
    );
    const one = (unit: string): string =>
      entry(unit, {
        标题: `${unit}部署安全生产`,
        类别: "动态",
        报送单位: unit,
        报送时间: "2026-11-18 09:00",
        正文: `${unit}召开会议，部署岁末年初安全防范，要求紧盯自建房、渡口、工地，开展拉网式排查，压实责任。`,
      });
    const text = `${one("青石镇")}---\n${one("白石镇")}`;
    expect(judge(text, { office }).filter(({ rule }) => rule === "near-duplicate")).toEqual([]);
  });
});

describe("texts nobody would write", () => {
  const head = { 类别: "动态", 报送单位: "青石镇", 报送时间: "2026-11-18 09:00" };
  it.each([
    ["one character", "哈".repeat(200_000)],
    ["one figure", "死亡3人，".repeat(50_000)],
    ["one sentence of figures", "总数1人总数2人".repeat(30_000)],
    ["figures that all differ", Array.from({ length: 20_000 }, (_, index) => `投资${index}万元。`).join("")],
    ["quotation signs", "“".repeat(100_000)],
  ])("cost no more than others: %s", (_, text) => {
    const started = performance.now();
    const other = text.slice(0, -5);
    judge(
      `${entry("甲", { ...head, 标题: "甲", 正文: text })}---\n${entry("乙", { ...head, 标题: "乙", 正文: other })}`,
      {
        rules: new Map(),
      },
    );
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
