import { describe, expect, it } from "vitest";
import { isoWeek, monthBefore, monthOf, weekOf } from "../../src/base/spans.ts";
import { civil, dayOf, isoDay, momentOf, weekday } from "../../src/base/time.ts";

const day = (text: string): number => dayOf(...(text.split("-").map(Number) as [number, number, number])) as number;
const shown = (span: { from: number; to: number } | null): string | null =>
  span && `${isoDay(span.from)} ${isoDay(span.to)}`;

describe("weeks", () => {
  it("run from Monday to Sunday, and every day is in the week of its number", () => {
    for (let at = day("2019-12-20"); at <= day("2033-01-10"); at++) {
      const week = weekOf(at);
      expect([weekday(week.from), week.to - week.from, week.from <= at && at <= week.to]).toEqual([1, 6, true]);
      // The year of a week is that of its Thursday, and its number that Thursday's count.
      const thursday = week.from + 3;
      const { year } = civil(thursday);
      const number = Math.floor((thursday - (dayOf(year, 1, 1) as number)) / 7) + 1;
      expect(isoWeek(year, number)).toEqual(week);
    }
  });

  it.each([
    [2026, 53, "2026-12-28 2027-01-03"],
    [2027, 1, "2027-01-04 2027-01-10"],
    [2025, 1, "2024-12-30 2025-01-05"],
    [2025, 53, null],
    [2026, 0, null],
    [2026, 54, null],
  ])("%i-W%i is %s", (year, week, expected) => {
    expect(shown(isoWeek(year, week))).toBe(expected);
  });

  it("turn at midnight of the office, minute by minute round the end of a year, in every zone", () => {
    for (const zone of ["UTC", "Asia/Shanghai", "America/New_York", "Pacific/Kiritimati"]) {
      const turn = Date.parse("2027-01-03T00:00:00Z");
      let turned = 0;
      let before: string | null = null;
      for (let minute = -1440; minute <= 2880; minute++) {
        const moment = momentOf(turn + minute * 60_000, zone);
        const week = shown(weekOf(moment.day));
        if (before !== null && week !== before) {
          turned++;
          expect([isoDay(moment.day), moment.clock]).toEqual(["2027-01-04", 0]);
        }
        before = week;
      }
      expect([zone, turned]).toEqual([zone, 1]);
    }
  });
});

describe("months", () => {
  it.each([
    [2026, 2, "2026-02-01 2026-02-28"],
    [2028, 2, "2028-02-01 2028-02-29"],
    [2026, 12, "2026-12-01 2026-12-31"],
    [2026, 13, null],
    [2026, 0, null],
  ])("%i-%i is %s", (year, month, expected) => {
    expect(shown(monthOf(year, month))).toBe(expected);
  });

  it("the one before January is December", () => {
    expect(shown(monthBefore(day("2027-01-31")))).toBe("2026-12-01 2026-12-31");
    expect(shown(monthBefore(day("2026-03-31")))).toBe("2026-02-01 2026-02-28");
  });
});
