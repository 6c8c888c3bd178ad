import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Finding, Severity } from "../../src/model/diagnostic.ts";
import type { RuleSetting } from "../../src/model/office.ts";
import { stopsEntry } from "../../src/rules/engine.ts";
import { RULES } from "../../src/rules/index.ts";
import { findBlanks } from "../../src/rules/truth/blanks.ts";
import { judge } from "./harness.ts";

const LATE = `标题: 青石镇发生一起山体滑坡
类别: 紧急
报送单位: 青石镇
报送员: 王敏
联系电话: 0830-1234567
签发人: 李建国
密级: 内部
事发时间: 2026-11-18 08:20
报送时间: 2026-11-18 09:10
来源: [青石镇值班室]
地点: 青石镇石坝村
伤亡: {死亡: 0}
报告: {阶段: 首报}
报送记录:
  - {对象: 县委办, 方式: 电话, 时间: 2026-11-18 08:51}
  - {对象: 县领导, 方式: 电话, 时间: 2026-11-18 08:55}
  - {对象: 上级部门, 方式: 电话, 时间: 2026-11-18 08:51}
正文: 石坝村三组发生山体滑坡。
`;

const level = (name: string, value: RuleSetting["level"]): ReadonlyMap<string, RuleSetting> =>
  new Map([[name, { level: value, options: new Map() }]]);
const severities = (rule: string, text: string, rules: ReadonlyMap<string, RuleSetting>): Severity[] =>
  judge(text, { rules }).flatMap((found) => (found.rule === rule ? [found.severity] : []));

describe("levels set by the office", () => {
  it("replaces a rule's own severity", () => {
    expect(severities("late-phone", LATE, new Map())).toEqual(["error"]);
    for (const value of ["warning", "note", "error"] as const)
      expect(severities("late-phone", LATE, level("late-phone", value))).toEqual([value]);
    expect(severities("late-phone", LATE, level("late-phone", null))).toEqual(["error"]);
  });

  it("switches a rule off, and no other", () => {
    const rules = judge(LATE, { rules: level("late-phone", "off"), whole: false }).map(({ rule }) => rule);
    expect(rules).toEqual(["statutory-clock", "superior-first"]);
  });

  it("never makes a milder finding of a rule harsher, but may make it milder still", () => {
    expect(severities("superior-first", LATE, new Map())).toEqual(["warning"]);
    expect(severities("superior-first", LATE, level("superior-first", "error"))).toEqual(["warning"]);
    expect(severities("superior-first", LATE, level("superior-first", "note"))).toEqual(["note"]);
  });

  it("lowers the error of an urgent element too", () => {
    const text = LATE.replace("伤亡: {死亡: 0}\n", "");
    expect(severities("missing-element", text, new Map())).toEqual(["error"]);
    expect(severities("missing-element", text, level("missing-element", "warning"))).toEqual(["warning"]);
  });

  it("leaves fixed rules alone", () => {
    const text = LATE.replace("密级: 内部\n", "");
    for (const value of ["off", "note"] as const)
      expect(severities("missing-secrecy", text, level("missing-secrecy", value))).toEqual(["error"]);
  });
});

describe("what silences a rule", () => {
  it("is a field it needs that could not be read, and only that", () => {
    const rules = judge(LATE.replace("时间: 2026-11-18 08:51}\n  - {对象: 县领导", "时间: 早上}\n  - {对象: 县领导"), {
      whole: false,
    }).map(({ rule }) => rule);
    expect(rules).toEqual(["statutory-clock", "bad-value"]);
    const faulty = LATE.replace("标题: 青石镇发生一起山体滑坡", "标题: [甲, 乙]");
    const title = judge(faulty, { whole: false }).map(({ rule }) => rule);
    expect(title).toEqual(["bad-value", "statutory-clock", "late-phone", "superior-first"]);
  });

  it("is an unknown category, for the rules that need the category", () => {
    expect(judge(LATE.replace("类别: 紧急", "类别: 突发")).map(({ rule }) => rule)).toEqual([
      "unknown-category",
      "superior-first",
    ]);
  });
});

describe("findings", () => {
  it("carry the entry's id, also where it was not written", () => {
    const ids = (text: string): (string | null)[] =>
      judge(text).flatMap(({ rule, entry }) => (["late-phone", "superior-first"].includes(rule) ? [entry] : []));
    expect(ids(LATE)).toEqual(["a", "a"]);
    expect(ids(`编号: QS-1\n${LATE}`)).toEqual(["QS-1", "QS-1"]);
    expect(ids(`${LATE}---\n${LATE}`)).toEqual(["a#1", "a#1", "a#2", "a#2"]);
  });
});

describe("stopsEntry", () => {
  const finding = (rule: string, severity: Severity): Finding => ({
    rule,
    severity,
    message: "",
    hint: "",
    at: { source: { path: "a", text: "" }, start: 0, end: 0 },
    entry: null,
    related: [],
  });

  it("lets late and wrongly routed reports go up", () => {
    for (const name of [
      "late-phone",
      "late-written",
      "late-entry",
      "superior-first",
      "single-channel",
      "missing-element",
      "title-length",
      "body-length",
      "unknown-calendar",
    ]) {
      expect([name, stopsEntry(finding(name, "error"))]).toEqual([name, false]);
    }
  });

  it("stops on errors of reading, secrecy, truth and of an unknown category or impossible time", () => {
    const stopping = RULES.filter((rule) => ["reading", "secrecy", "truth"].includes(rule.group)).map(
      ({ name }) => name,
    );
    for (const name of [...stopping, "unknown-category", "time-order", "future-date"]) {
      expect([name, stopsEntry(finding(name, "error"))]).toEqual([name, true]);
      expect([name, stopsEntry(finding(name, "warning"))]).toEqual([name, false]);
    }
    expect(stopsEntry(finding("no-such-rule", "error"))).toBe(false);
  });

  it("has no rule of timeliness, procedure, grade or writing that stops, but the two on impossible times", () => {
    const free = RULES.filter(
      (rule) => ["timeliness", "procedure", "grade", "writing", "batch"].includes(rule.group) && rule.stops,
    );
    expect(free.map(({ name }) => name)).toEqual(["future-date", "time-order"]);
  });

  it("fixes exactly reading, missing-secrecy and classified", () => {
    for (const rule of RULES)
      expect([rule.name, rule.fixed]).toEqual([
        rule.name,
        rule.group === "reading" || ["missing-secrecy", "classified"].includes(rule.name),
      ]);
  });
});

describe("hostile text", () => {
  it("costs no more than its length", () => {
    const began = performance.now();
    for (const unit of ["×", "X", "_", "*", "（", "(  ", "XX月", "××人", "李××", "（此处", "待定"])
      findBlanks(unit.repeat(100_000));
    expect(performance.now() - began).toBeLessThan(5000);
  });

  it("gives at most twenty placeholders of an entry", () => {
    const text = LATE.replace("石坝村三组发生山体滑坡。", "死亡××人，失联。".repeat(50));
    expect(severities("placeholder", text, new Map())).toHaveLength(20);
  });

  it("gives ranges inside the text, in order and apart", () => {
    const unit = fc.constantFrom(
      "×",
      "X",
      "x",
      "月",
      "日",
      "人",
      "李",
      "村",
      "_",
      "*",
      "（",
      "）",
      " ",
      "1",
      "年",
      "𠮷",
      "待定",
      "\n",
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 40 }), (units) => {
        const text = units.join("");
        let last = -1;
        for (const { start, end } of findBlanks(text)) {
          expect(start).toBeGreaterThan(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
    );
  });
});
