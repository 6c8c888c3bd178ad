import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fingerprintOf } from "../../src/base/fingerprint-of.ts";
import { dayOf, isoDay, momentAt, parseMoment } from "../../src/base/time.ts";
import type { Entry } from "../../src/model/entry.ts";
import type { Moment } from "../../src/model/moment.ts";
import type { Profile } from "../../src/model/profile.ts";
import type { Published } from "../../src/model/published.ts";
import { choose } from "../../src/rank/choose.ts";
import { DEFAULT_OFFICE, publicationOf } from "../../src/read/office.ts";
import { readEntries } from "../../src/read/entry.ts";
import type { BatchRule, RuleContext } from "../../src/rules/rule.ts";
import { urgentEvents } from "../../src/rules/shared/urgent-events.ts";
import { followUpGap } from "../../src/rules/timeliness/follow-up-gap.ts";
import { noFinalReport } from "../../src/rules/timeliness/no-final-report.ts";
import { phoneWithoutText } from "../../src/rules/timeliness/phone-without-text.ts";
import { staleEntry } from "../../src/rules/timeliness/stale-entry.ts";
import { judge, packs } from "./harness.ts";

const ZONE = "Asia/Shanghai";

/** An urgent report, sound as far as these rules go; one field a line. */
function report(fields: Readonly<Record<string, string>>): string {
  const all = {
    标题: "青石镇石坝村发生一起山体滑坡",
    类别: "紧急",
    报送单位: "青石镇",
    联系电话: '"0830-1234567"',
    签发人: "李建国",
    密级: "内部",
    事发时间: "2026-11-18 08:20",
    报送时间: "2026-11-18 09:10",
    来源: "石坝村村委会",
    报告: "{阶段: 首报}",
    报送记录: "[{对象: 县领导, 时间: 2026-11-18 08:45}]",
    正文: "石坝村三组发生山体滑坡。",
    ...fields,
  };
  return Object.entries(all)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join("");
}

function read(...texts: string[]): Entry[] {
  return texts.flatMap((text, index) =>
    readEntries({ path: `${index}.yaml`, text }, { zone: ZONE, defaultId: `e${index}`, urgent: "紧急" }).flatMap(
      ({ entry }) => (entry ? [entry] : []),
    ),
  );
}

const COUNTY = packs(["county"]);

function context(now: string, profile = COUNTY): RuleContext {
  const at = parseMoment(now, ZONE) as Moment;
  return { profile, office: DEFAULT_OFFICE, now: at, published: [], whole: true };
}

const messages = (rule: BatchRule, entries: readonly Entry[], at: RuleContext): string[] =>
  Array.from(rule.check(entries, at), ({ entry, message }) => `${entry?.id} ${message}`);

describe("urgentEvents", () => {
  const events = (...texts: string[]): string[] =>
    urgentEvents(read(...texts), COUNTY).map((reports) => reports.map(({ id }) => id).join(" "));

  it("joins by 报告.续, and by unit and 事发时间 where nobody wrote that", () => {
    expect(
      events(
        report({ 编号: "甲1" }),
        report({ 编号: "乙1", 报送单位: "白云镇" }),
        report({ 编号: "甲2", 事发时间: "2026-11-18 08:21", 报告: "{阶段: 续报, 次: 1, 续: 甲1}" }),
        report({ 编号: "甲3", 报告: "{阶段: 终报}" }),
        report({ 编号: "乙2", 报送单位: "白云镇", 报告: "{阶段: 续报, 次: 1}" }),
        report({ 编号: "丙1", 事发时间: "2026-11-19 08:20" }),
      ),
    ).toEqual(["甲3 甲2 甲1", "乙2 乙1", "丙1"]);
  });

  it("leaves ordinary entries out, and survives a ring", () => {
    expect(
      events(
        report({ 编号: "动", 类别: "动态", 报告: "" }),
        report({ 编号: "甲", 事发时间: "2026-11-18 01:00", 报告: "{阶段: 续报, 次: 1, 续: 乙}" }),
        report({ 编号: "乙", 事发时间: "2026-11-18 02:00", 报告: "{阶段: 续报, 次: 2, 续: 甲}" }),
      ).toSorted(),
    ).toEqual(["乙", "甲"].toSorted());
  });
});

describe("follow-up-gap against a count by hand", () => {
  const FIRST = dayOf(2026, 11, 18) as number;
  const follow = (at: number): string => {
    const time = `${isoDay(FIRST + Math.floor(at / 1440))} ${String(Math.floor((at % 1440) / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`;
    return report({ 报送时间: time, 报告: "{阶段: 续报, 次: 1}", 报送记录: `[{对象: 县领导, 时间: ${time}}]` });
  };
  /** Minutes after the midnight before the 首报, which is at 09:10 of that day. */
  const later = fc.integer({ min: 551, max: 6 * 1440 });

  const perDay = [1, 2, 3].map((least) => packs(["county"], `续报: [{每日: ${least}, 依据: 试}]`));
  const byTime = packs(["county"], '续报: [{时刻: ["17:00", "08:00"], 依据: 试}]');

  it("agrees on days", () => {
    fc.assert(
      fc.property(fc.array(later, { maxLength: 8 }), later, fc.integer({ min: 1, max: 3 }), (times, now, least) => {
        const told = times.filter((at) => at <= now);
        const profile = perDay[least - 1] as Profile;
        const at = momentAt(FIRST + Math.floor(now / 1440), now % 1440, ZONE);
        const found = messages(followUpGap, read(report({}), ...told.map(follow)), {
          ...context("2026-11-18", profile),
          now: at,
        });
        const short: number[] = [];
        for (let day = 1; day < Math.floor(now / 1440); day++)
          if (told.filter((one) => Math.floor(one / 1440) === day).length < least) short.push(day);
        expect(found).toHaveLength(short.length > 0 ? 1 : 0);
        if (short[0] !== undefined) expect(found[0]).toContain(`${isoDay(FIRST + short[0])} `);
        if (short.length > 1) expect(found[0]).toContain(`共缺 ${short.length} 天`);
      }),
      { numRuns: 60 },
    );
  });

  it("agrees on times of day", () => {
    fc.assert(
      fc.property(fc.array(later, { maxLength: 8 }), later, (times, now) => {
        const told = [550, ...times.filter((at) => at <= now)];
        const at = momentAt(FIRST + Math.floor(now / 1440), now % 1440, ZONE);
        const found = messages(followUpGap, read(report({}), ...told.slice(1).map(follow)), {
          ...context("2026-11-18", byTime),
          now: at,
        });
        const slots = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((day) => [day * 1440 + 480, day * 1440 + 1020]);
        const missed = slots.filter((slot, index) => {
          const before = slots[index - 1] ?? -1;
          return slot > 550 && slot < now && !told.some((one) => one > before && one <= slot);
        });
        expect(found).toHaveLength(missed.length > 0 ? 1 : 0);
        if (missed.length > 1) expect(found[0]).toContain(`共缺 ${missed.length} 次`);
      }),
      { numRuns: 60 },
    );
  });
});

describe("rules on events", () => {
  it("cost no more than their length, whatever the years", () => {
    const old = {
      报送单位: "单位0",
      事发时间: "1970-01-02 08:20",
      报送时间: "1970-01-02 09:10",
      报送记录: "[{对象: 县领导, 时间: 1970-01-02 08:45}]",
    };
    const [first, last] = read(
      report(old),
      report({ ...old, 编号: "晚", 报送时间: "9999-12-31 09:10", 报告: "{阶段: 续报, 次: 1}" }),
    ) as [Entry, Entry];
    const open = Array.from({ length: 20_000 }, (_, index) => ({ ...first, id: `e${index}`, unit: [`单位${index}`] }));
    const entries = [...open, last];
    const profile = packs(["county"], "数值: {终报期限: {值: 9999999, 单位: 天, 依据: 试}}");
    const began = performance.now();
    expect(messages(followUpGap, entries, context("9999-12-31 12:00", profile))).toHaveLength(20_000);
    expect(messages(noFinalReport, entries, context("9999-12-31 12:00"))).toHaveLength(19_999);
    expect(messages(phoneWithoutText, entries, context("9999-12-31 12:00"))).toEqual([]);
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it("say nothing of what is absent where not all entries are here", () => {
    const entries = read(report({}));
    const part = { ...context("2026-11-28 09:00"), whole: false };
    for (const rule of [followUpGap, noFinalReport, phoneWithoutText])
      expect(messages(rule, entries, part)).toEqual([]);
  });
});

describe("stale-entry", () => {
  const text = `编号: 旧
标题: 青石镇完成石坝村灌溉渠修复
类别: 动态
报送单位: 青石镇
签发人: 李建国
密级: 内部
报送时间: 2026-10-01 09:10
来源: 现场记录
核实: {人: 王敏}
正文: 9月30日，石坝村灌溉渠修复完成，恢复灌溉1200亩。
`;
  const stale = (published: Published[]): string[] =>
    judge(text, { published }).flatMap(({ rule, place }) => (rule === "stale-entry" ? [place] : []));
  const [entry] = read(text) as [Entry];
  const printed: Published = {
    id: "旧",
    fingerprint: fingerprintOf(entry),
    publication: "信息专报",
    kind: "正刊",
    year: 2026,
    number: 1,
    day: 0,
    title: entry.title,
    units: entry.unit,
    text: "",
    category: "动态",
    themes: [],
    decision: null,
    stage: null,
    place: null,
    occurred: null,
    submitted: null,
    report: null,
  };

  it("is quiet on what was printed, known by its id or its fingerprint", () => {
    expect(stale([])).toEqual(["7:7-7:23"]);
    expect(stale([printed])).toEqual([]);
    expect(stale([{ ...printed, id: "另一个编号" }])).toEqual([]);
    expect(stale([{ ...printed, id: "别的", fingerprint: "别的" }])).toEqual(["7:7-7:23"]);
  });

  it("warns on exactly the days on which a plan leaves the entry out", () => {
    for (const day of ["2026-10-15", "2026-10-16", "2026-10-17"]) {
      const at = context(`${day} 00:01`);
      const { unfit } = choose([entry], publicationOf(DEFAULT_OFFICE, "信息专报"), at);
      expect([day, Array.from(staleEntry.check(entry, at)).length]).toEqual([day, unfit.length]);
    }
  });
});

describe("reports that nobody linked", () => {
  const EVENTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    甲: { 编号: "甲", 事发时间: "2026-11-18 08:20" },
    乙: { 编号: "乙", 事发时间: "2026-11-18 10:00" },
    // Goes on from 甲, and says of the event what 乙 says.
    丙: { 编号: "丙", 事发时间: "2026-11-18 10:00", 报告: "{阶段: 续报, 序号: 1, 续: 甲}" },
    丁: { 编号: "丁", 事发时间: "2026-11-18 12:00" },
  };

  it("are joined the same, whatever their order", () => {
    const names = Object.keys(EVENTS);
    fc.assert(
      fc.property(fc.shuffledSubarray(names, { minLength: names.length }), (order) => {
        const entries = read(...order.map((name) => report(EVENTS[name] ?? {})));
        const groups = urgentEvents(entries, COUNTY).map((reports) => new Set(reports.map(({ id }) => id)));
        expect(groups).toHaveLength(2);
        expect(groups).toEqual(expect.arrayContaining([new Set(["丁"]), new Set(["甲", "乙", "丙"])]));
      }),
    );
  });
});
