import { describe, expect, it } from "vitest";
import { parseMoment } from "../../src/base/time.ts";
import { soundEntry, valueOf, withKeys } from "./support.ts";

/** Values that YAML or a parser of it would change (reliability §2.2): each must arrive as it was written. */
const KEPT = [
  ..."010 0o10 0x1F 0b11 1.10 1.0 1e3 12e03 +1 -0 .5 1_000 1,234 110101199003074514 999999999999999999".split(" "),
  ..."no No NO yes YES on off y n true false True null Null NULL ~ .inf -.inf .nan .NaN".split(" "),
  ..."2026-11-18 20260102 2026-01-02T03:04:05Z 12:30 1:30:00 2026/11/18 11-18".split(" "),
  ..."3% 100% 5*3*2 a_b_c C# A&B 10:00-11:00 http://a.cn/b?c=d&e=f = == <= X205 第010期 （1）".split(" "),
  "12 30",
  "a: b".replace(": ", ":"),
  "东湖#3泵站",
  "甲　乙",
  "甲  乙",
  "𬱖江",
  "é",
  "e\u0301",
  "①②③",
  "１２３",
  "？！：；",
];

describe("values arrive as they were written", () => {
  it("covers at least sixty values", () => {
    expect(new Set(KEPT).size).toBeGreaterThanOrEqual(60);
  });

  it.each(KEPT)("%s", (written) => {
    expect(valueOf(withKeys(`地点: ${written}\n`), "place")).toBe(written);
    expect(valueOf(withKeys(`来源: [${written.replaceAll(",", "，")}]\n`), "sources")).toEqual([
      written.replaceAll(",", "，"),
    ]);
    expect(valueOf(withKeys(`标题: '${written}'\n`), "title")).toBe(written);
  });

  it("keeps an id that looks like a number", () => {
    const text = withKeys("编号: 010\n报告: {阶段: 续报, 续: 009}\n");
    expect(soundEntry(text).id).toBe("010");
    expect(soundEntry(text).report?.follows).toBe("009");
  });
});

interface Written {
  readonly text: string;
  readonly shown: string | null;
}

const TIMES: readonly Written[] = [
  { text: "2026-11-18 09:10", shown: "20775 550" },
  { text: "2026-11-18 9:10", shown: "20775 550" },
  { text: "2026-11-18T09:10", shown: "20775 550" },
  { text: "2026-11-18 09:10:59", shown: "20775 550" },
  { text: "2026-11-18  09:10", shown: "20775 550" },
  { text: "2026年11月18日9时10分", shown: "20775 550" },
  { text: "2026年11月18日 09时10分", shown: "20775 550" },
  { text: "2026年11月18日9时", shown: "20775 540" },
  { text: "2026年11月18日9点10分", shown: "20775 550" },
  { text: "2026-11-18", shown: "20775 null" },
  { text: "2026-1-2", shown: "20455 null" },
  { text: "2026年11月18日", shown: "20775 null" },
  { text: "2026-11-18 00:00", shown: "20775 0" },
  { text: "2026-11-18 23:59", shown: "20775 1439" },
  { text: "2024-02-29", shown: "19782 null" },
  { text: "2026-02-29", shown: null },
  { text: "2026-02-30", shown: null },
  { text: "2026-04-31", shown: null },
  { text: "2026-13-01", shown: null },
  { text: "2026-00-10", shown: null },
  { text: "2026-11-00", shown: null },
  { text: "0000-11-18", shown: null },
  { text: "2026-11-18 24:00", shown: null },
  { text: "2026-11-18 23:60", shown: null },
  { text: "2026-11-18 09:10:60", shown: null },
  { text: "2026-11-18 09", shown: null },
  { text: "2026-11-18 上午9点", shown: null },
  { text: "2026-11-18T09:10Z", shown: null },
  { text: "2026-11-18T09:10+08:00", shown: null },
  { text: "11月18日", shown: null },
  { text: "2026/11/18", shown: null },
  { text: "2026.11.18", shown: null },
  { text: "20261118", shown: null },
  { text: "26-11-18", shown: null },
  { text: "２０２６-11-18", shown: null },
];

describe("times", () => {
  it.each(TIMES)("$text → $shown", ({ text, shown }) => {
    const found = valueOf(withKeys(`事发时间: ${text}\n`), "occurred") as
      { day: number; clock: number | null } | null | undefined;
    expect(found ? `${found.day} ${found.clock}` : null).toBe(shown);
  });

  it("are of the office's zone", () => {
    const at = (zone: string): number | null | undefined => parseMoment("2026-11-18 09:10", zone)?.instant;
    expect(at("Asia/Shanghai")).toBe(Date.UTC(2026, 10, 18, 1, 10) / 60_000);
    expect(at("UTC")).toBe(Date.UTC(2026, 10, 18, 9, 10) / 60_000);
    expect(at("America/New_York")).toBe(Date.UTC(2026, 10, 18, 14, 10) / 60_000);
    // The clocks went forward on 14 March 2027.
    expect(parseMoment("2027-03-15 09:10", "America/New_York")?.instant).toBe(Date.UTC(2027, 2, 15, 13, 10) / 60_000);
  });

  it.each(["UTC", "Asia/Shanghai", "America/New_York", "Pacific/Kiritimati"])(
    "are not of the machine's zone: TZ=%s",
    (zone) => {
      const before = process.env["TZ"];
      process.env["TZ"] = zone;
      try {
        expect(new Date(2026, 10, 18).getTimezoneOffset()).toBe(
          { UTC: 0, "Asia/Shanghai": -480, "America/New_York": 300, "Pacific/Kiritimati": -840 }[zone],
        );
        const found = soundEntry(withKeys("事发时间: 2026-11-18 00:30\n")).occurred;
        expect(found).toEqual({ day: 20775, clock: 30, instant: Date.UTC(2026, 10, 17, 16, 30) / 60_000 });
      } finally {
        if (before === undefined) delete process.env["TZ"];
        else process.env["TZ"] = before;
      }
    },
  );
});
