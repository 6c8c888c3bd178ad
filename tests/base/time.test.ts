import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  chineseDay,
  civil,
  compareMoments,
  dayOf,
  isoDay,
  isZone,
  minutesBetween,
  momentAt,
  momentOf,
  parseMoment,
  plainMoment,
  showClock,
  showMinutes,
  showMoment,
  weekday,
} from "../../src/base/time.ts";
import type { Moment } from "../../src/model/moment.ts";

const ZONE = "Asia/Shanghai";
const parse = (text: string): Moment => parseMoment(text, ZONE) as Moment;

describe("parseMoment", () => {
  it.each([
    "2026-11-18 09:10",
    "2026-11-18T09:10",
    "2026-11-18 9:10",
    "2026-11-18 09:10:59",
    " 2026-11-18  09:10 ",
    "2026年11月18日9时10分",
    "2026年11月18日09时10分",
    "2026年11月18日 9点10",
    "2026-11-18T09:10:00",
  ])("reads %j as a minute", (text) => {
    expect(showMoment(parse(text))).toBe("2026-11-18 09:10");
    expect(parse(text).instant).toBe(Date.UTC(2026, 10, 18, 1, 10) / 60_000);
  });

  it.each([
    ["2026年11月18日9时", "2026-11-18 09:00"],
    ["2026-11-18", "2026-11-18"],
    ["2026年11月8日", "2026-11-08"],
    ["2026-1-8", "2026-01-08"],
    ["2024-02-29", "2024-02-29"],
    ["2026-11-18 00:00", "2026-11-18 00:00"],
    ["2026-11-18 23:59", "2026-11-18 23:59"],
  ])("reads %j as %j", (text, shown) => expect(showMoment(parse(text))).toBe(shown));

  it("leaves the clock of a day null", () => {
    expect(parse("2026-11-18")).toEqual({ day: dayOf(2026, 11, 18), clock: null, instant: null });
  });

  it.each([
    "",
    "昨天",
    "2026-13-01",
    "2026-02-29",
    "2026-04-31",
    "2026-11-18 24:00",
    "2026-11-18 09:60",
    "2026-11-18 09:10:60",
    "2026/11/18",
    "26-11-18",
    "2026-11-18 09",
    "2026-11-18 9.10",
    "2026-11-18 09:10Z",
    "2026-11-18 09:10 后",
    "20261118",
    "2026年11月18日9时10分5",
  ])("refuses %j", (text) => expect(parseMoment(text, ZONE)).toBeNull());

  it("reads back what it shows, for every minute of four centuries", () => {
    fc.assert(
      fc.property(fc.integer({ min: -50_000, max: 100_000 }), fc.integer({ min: 0, max: 1439 }), (day, clock) => {
        const at = momentAt(day, clock, ZONE);
        expect(parse(showMoment(at))).toEqual(at);
      }),
    );
  });
});

describe("zones", () => {
  it("is the office's clock, whatever the machine's", () => {
    expect(momentOf(Date.UTC(2026, 10, 23, 9, 0), ZONE)).toEqual(parse("2026-11-23 17:00"));
    expect(momentOf(Date.UTC(2026, 10, 23, 16, 0), ZONE)).toEqual(parse("2026-11-24 00:00"));
    expect(showMoment(momentOf(Date.UTC(2026, 10, 23, 9, 0), "Asia/Urumqi"))).toBe("2026-11-23 15:00");
  });

  it("knows that China kept summer time in 1986–1991", () => {
    expect(momentAt(dayOf(1988, 7, 1) as number, 540, ZONE).instant).toBe(Date.UTC(1988, 6, 1, 0, 0) / 60_000);
    expect(momentAt(dayOf(1992, 7, 1) as number, 540, ZONE).instant).toBe(Date.UTC(1992, 6, 1, 1, 0) / 60_000);
  });

  it("knows names of zones", () => {
    expect([isZone(ZONE), isZone("Asia/Urumqi"), isZone("北京"), isZone("")]).toEqual([true, true, false, false]);
  });

  it("makes round trips in zones with summer time", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000_000_000 }), (ms) => {
        const at = momentOf(ms, "Europe/Berlin");
        expect(at.instant).toBe(Math.floor(ms / 60_000));
      }),
    );
  });
});

describe("days and clocks", () => {
  it("counts civil days both ways", () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), (day) => {
        const { year, month, date } = civil(day);
        expect(dayOf(year, month, date)).toBe(day);
        expect(weekday(day)).toBe(new Date(day * 86_400_000).getUTCDay());
      }),
    );
    expect(dayOf(2026, 2, 30)).toBeNull();
  });

  it("shows days, clocks and minutes", () => {
    const day = dayOf(2026, 11, 8) as number;
    expect([isoDay(day), chineseDay(day), showClock(5), showClock(1439)]).toEqual([
      "2026-11-08",
      "2026年11月8日",
      "00:05",
      "23:59",
    ]);
    expect([showMinutes(0), showMinutes(59), showMinutes(60), showMinutes(61), showMinutes(1500)]).toEqual([
      "0 分钟",
      "59 分钟",
      "1 小时",
      "1 小时 1 分钟",
      "25 小时",
    ]);
  });

  it("compares by the minute, and by the day where one has no clock", () => {
    expect(compareMoments(parse("2026-11-18 09:10"), parse("2026-11-18 09:11"))).toBeLessThan(0);
    expect(compareMoments(parse("2026-11-18 09:10"), parse("2026-11-18"))).toBe(0);
    expect(compareMoments(parse("2026-11-19"), parse("2026-11-18 23:59"))).toBeGreaterThan(0);
    expect(minutesBetween(parse("2026-11-17 23:50"), parse("2026-11-18 00:21"))).toBe(31);
    expect(minutesBetween(parse("2026-11-17"), parse("2026-11-18 00:21"))).toBeNull();
  });
});

describe("the short way for Asia/Shanghai", () => {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: ZONE,
    hourCycle: "h23",
    hour: "numeric",
    minute: "numeric",
  });

  it("agrees with Intl around the end of the last summer time", () => {
    const middle = Date.UTC(1991, 8, 15) / 60_000;
    for (let instant = middle - 1440 * 7; instant <= middle + 1440; instant += 15) {
      const part = new Map(format.formatToParts(instant * 60_000).map(({ type, value }) => [type, Number(value)]));
      expect(momentOf(instant * 60_000, ZONE).clock).toBe((part.get("hour") ?? 0) * 60 + (part.get("minute") ?? 0));
    }
    expect(parse("1991-09-12 12:00").instant).toBe(Date.UTC(1991, 8, 12, 3) / 60_000);
    expect(parse("1991-09-15 08:00").instant).toBe(middle);
  });
});

describe("plainMoment", () => {
  it.each([
    ["2026/11/18 09:10", "2026-11-18 09:10"],
    ["2026/11/8 9:10", "2026-11-08 09:10"],
    ["2026.11.18", "2026-11-18"],
    ["2026.11.18 09:10:30", "2026-11-18 09:10"],
    ["2026-11-18 9：10", "2026-11-18 09:10"],
    ["2026－11－18", "2026-11-18"],
    ["２０２６/１１/１８", "2026-11-18"],
    ["2026/11/18T09:10", "2026-11-18 09:10"],
    ["2026年11月18号", "2026-11-18"],
    ["2026年11月18日 09:10", "2026-11-18 09:10"],
    ["2026年11月18日09:10", "2026-11-18 09:10"],
    ["2026-11-18 9时", "2026-11-18 09:00"],
    ["2026-11-18 9点5分", "2026-11-18 09:05"],
    [" 2026/11/18 ", "2026-11-18"],
  ])("takes %j for %s", (text, plain) => {
    expect(plainMoment(text, ZONE)).toBe(plain);
  });

  it.each([
    "11/18/2026",
    "26/11/18",
    "2026/11-18",
    "2026年11-18",
    "2026/13/01",
    "2026/02/30",
    "2026/11/18 25:00",
    "2026/11/18 9:5",
    "2026/11/18 下午3时",
    "2026.11.1809:10",
    "2026年11月189时",
    "2026/11",
    "20261118",
    "昨天",
    "",
  ])("is not sure of %j", (text) => {
    expect(plainMoment(text, ZONE)).toBeNull();
  });

  it("gives what the manual reads", () => {
    const part = (most: number): fc.Arbitrary<string> => fc.integer({ min: 0, max: most }).map(String);
    const loose = fc.tuple(fc.constantFrom("/", ".", "-"), part(13), part(32), fc.option(fc.tuple(part(25), part(61))));
    fc.assert(
      fc.property(loose, ([sign, month, date, clock]) => {
        const text = `2026${sign}${month}${sign}${date}${clock ? ` ${clock.join(":")}` : ""}`;
        const plain = plainMoment(text, ZONE);
        if (plain !== null) expect(showMoment(parse(plain))).toBe(plain);
      }),
    );
  });
});
