import { describe, expect, it } from "vitest";
import type { IssueRecord, NoteRecord, PrintedEntry } from "../../src/model/ledger.ts";
import type { Moment } from "../../src/model/moment.ts";
import { adoptionOf, LEVELS } from "../../src/rank/coverage/adoption.ts";
import { groundsOf } from "../pipeline/support.ts";
import { parseMoment } from "../../src/base/time.ts";

const { profile } = groundsOf();

function at(text: string): Moment {
  const moment = parseMoment(text, "Asia/Shanghai");
  if (!moment) throw new Error(text);
  return moment;
}

const day = (text: string): number => at(`${text} 12:00`).day;

const printed = (id: string, ...units: string[]): PrintedEntry =>
  ({ id, title: `${id}的题`, units, fingerprint: id }) as unknown as PrintedEntry;

const issue = (number: number, on: string, ...entries: PrintedEntry[]): IssueRecord =>
  ({
    event: "编发",
    publication: "信息专报",
    kind: "正刊",
    year: 2026,
    number,
    day: day(on),
    secrecy: "内部",
    entries,
  }) as unknown as IssueRecord;

const note = (event: NoteRecord["event"], on: string, more: Partial<NoteRecord>): NoteRecord =>
  ({ event, at: at(`${on} 09:00`), when: null, issue: null, entry: null, level: null, ...more }) as NoteRecord;

const NOVEMBER = { from: day("2026-11-01"), to: day("2026-11-30") };

function rows(
  issues: readonly IssueRecord[],
  notes: readonly NoteRecord[],
  window = NOVEMBER,
): Record<string, unknown> {
  const { rows: all } = adoptionOf(
    { office: { units: [] }, figures: profile.figures, entries: [], issues, notes },
    window,
  );
  return Object.fromEntries(
    all.map(({ unit, own, levels, noted, score }) => [
      unit,
      [own.get("信息专报") ?? 0, LEVELS.map((level) => levels.get(level) ?? 0), noted, score],
    ]),
  );
}

describe("what became of what units sent", () => {
  it("is what was printed in those days, at three points each", () => {
    const issues = [
      issue(1, "2026-10-30", printed("旧", "甲镇")),
      issue(2, "2026-11-03", printed("新", "甲镇", "乙局")),
    ];
    expect(rows(issues, [])).toEqual({ 甲镇: [1, [0, 0, 0], 0, 3], 乙局: [1, [0, 0, 0], 0, 3] });
  });

  it("is what went up in those days, whenever it was printed, once a level", () => {
    const issues = [issue(1, "2026-10-30", printed("旧", "甲镇"))];
    const up = [
      note("采用", "2026-11-05", { entry: "旧", level: "市级" }),
      note("采用", "2026-11-06", { entry: "旧", level: "市级" }),
      note("采用", "2026-11-20", { entry: "旧", level: "省级" }),
      note("上报", "2026-11-04", { entry: "旧", level: "市级" }),
    ];
    expect(rows(issues, up)).toEqual({ 甲镇: [0, [1, 1, 0], 0, 30] });
  });

  it("is a leader's word on the issue, for all that stood in it, or on one entry of it", () => {
    const issues = [issue(7, "2026-11-03", printed("一", "甲镇"), printed("二", "乙局"))];
    const ref = { publication: "信息专报", kind: "正刊" as const, year: 2026, number: 7 };
    expect(rows(issues, [note("批示", "2026-11-05", { issue: ref })])).toEqual({
      甲镇: [1, [0, 0, 0], 1, 13],
      乙局: [1, [0, 0, 0], 1, 13],
    });
    expect(rows(issues, [note("批示", "2026-11-05", { issue: ref, entry: "二" })])).toMatchObject({
      甲镇: [1, [0, 0, 0], 0, 3],
      乙局: [1, [0, 0, 0], 1, 13],
    });
    expect(rows(issues, [note("批示", "2026-11-05", { issue: { ...ref, number: 8 } })])).toMatchObject({
      甲镇: [1, [0, 0, 0], 0, 3],
    });
  });

  it("stands by score, then by what was printed, then by name", () => {
    const issues = [
      issue(1, "2026-11-03", printed("一", "丙"), printed("二", "乙"), printed("三", "乙"), printed("四", "甲")),
    ];
    expect(Object.keys(rows(issues, []))).toEqual(["乙", "丙", "甲"]);
  });
});
