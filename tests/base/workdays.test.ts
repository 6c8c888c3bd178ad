import { isWorkday as oracle } from "chinese-days";
import { describe, expect, it, vi } from "vitest";
import { dayOf, isoDay } from "../../src/base/time.ts";
import { addWorkdays, isWorkday, unknownYears, workdaysBetween } from "../../src/base/workdays.ts";
import { shippedProfile } from "../rules/harness.ts";

// The oracle, not we, reads days by the machine's clock, and is wrong of many west of Greenwich.
vi.hoisted(() => {
  process.env["TZ"] = "Asia/Shanghai";
});

const { calendar } = shippedProfile();
const day = (year: number, month: number, date: number): number => dayOf(year, month, date) as number;
const FIRST = day(2020, 1, 1);
const LAST = day(2026, 12, 31);

describe("the shipped calendar", () => {
  it("agrees with chinese-days on every day of 2020–2026", () => {
    const different: string[] = [];
    for (let at = FIRST; at <= LAST; at++)
      if (isWorkday(at, calendar) !== oracle(isoDay(at))) different.push(isoDay(at));
    expect(different).toEqual([]);
    expect(LAST - FIRST).toBe(2556);
  });

  it("names the notice of every year", () => {
    expect([...calendar.keys()]).toEqual([2020, 2021, 2022, 2023, 2024, 2025, 2026]);
    for (const [year, { basis }] of calendar) expect(basis).toContain(`国务院办公厅关于${year}年部分节假日安排的通知`);
  });

  it("lists a 调休 day only where it falls on a weekend, and no day twice", () => {
    for (const { work, off } of calendar.values()) {
      for (const at of work) expect([isoDay(at), isWorkday(at, new Map())]).toEqual([isoDay(at), false]);
      for (const at of work) expect(off.has(at)).toBe(false);
    }
  });
});

describe("counting working days", () => {
  it.each([
    ["Monday to Thursday", [2026, 11, 16], [2026, 11, 19], 3],
    ["over a weekend", [2026, 11, 13], [2026, 11, 18], 3],
    ["the same day", [2026, 11, 16], [2026, 11, 16], 0],
    ["backwards", [2026, 11, 18], [2026, 11, 16], 0],
    ["over 春节, with a 调休 Saturday before it", [2026, 2, 13], [2026, 2, 25], 3],
    ["a 调休 Sunday", [2026, 9, 18], [2026, 9, 20], 1],
    ["over 国庆 to a 调休 Saturday", [2026, 9, 30], [2026, 10, 10], 3],
    ["over the new year", [2025, 12, 31], [2026, 1, 4], 1],
  ] as const)("%s", (...row) => {
    const [, from, to, count] = row;
    const [start, end] = [from, to].map(([year, month, date]) => day(year, month, date)) as [number, number];
    expect(workdaysBetween(start, end, calendar)).toBe(count);
  });

  it("adds what it counts", () => {
    for (let from = FIRST; from < FIRST + 800; from += 7) {
      for (const count of [0, 1, 3, 10]) {
        const to = addWorkdays(from, count, calendar);
        expect(workdaysBetween(from, to, calendar)).toBe(count);
        if (count > 0) expect(isWorkday(to, calendar)).toBe(true);
      }
    }
  });

  it("falls back to Monday to Friday without a table, and says which years", () => {
    expect(isWorkday(day(2030, 10, 1), calendar)).toBe(true);
    expect(isWorkday(day(2030, 10, 5), calendar)).toBe(false);
    expect(unknownYears(day(2026, 12, 30), day(2028, 1, 3), calendar)).toEqual([2027, 2028]);
    expect(unknownYears(day(2026, 1, 1), day(2026, 12, 31), calendar)).toEqual([]);
  });
});
