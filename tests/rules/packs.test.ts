import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { cadenceOf, limitOf, statutoryFor } from "../../src/base/limits.ts";
import type { EventKind, Grade } from "../../src/model/entry.ts";
import type { Profile } from "../../src/model/profile.ts";
import { BASE_PACKS, KNOWN_NAMES } from "../../src/pipeline/grounds.ts";
import { readProfile } from "../../src/read/profile.ts";
import { placeOf, packs, repoFile } from "./harness.ts";

const SHIPPED = readdirSync(new URL("../../templates/profiles/", import.meta.url)).map((file) =>
  file.replace(/\.yaml$/u, ""),
);
/** The packs that an office lays over county. */
const OVER = ["county-strict", "henan-2021", "national-2015", "public-health", "work-safety"];

const text = (name: string): string => repoFile(`templates/profiles/${name}.yaml`);

/** `20 事发` and `40 事发`, the phone and the written limit. */
function limits(profile: Profile, grade: Grade | null = null, kind: EventKind | null = null): string[] {
  return (["phone", "written"] as const).map((way) => {
    const limit = limitOf({ kind, grade }, profile, way);
    return limit ? `${limit.value} ${limit.base}` : "";
  });
}

describe("the shipped packs", () => {
  it("are those that hold everywhere, county, and those to be laid over it", () => {
    expect(SHIPPED.toSorted()).toEqual([...BASE_PACKS, "county", ...OVER].toSorted());
  });

  it.each(OVER)("%s reads without findings alone over county, and has a name", (name) => {
    const profile = packs(["county", name]);
    expect(profile.names.at(-1)).toBe(parse(text(name))["名称"]);
    expect(profile.categories).toEqual(packs(["county"]).categories);
  });

  it("read without findings all together, in any order", () => {
    for (let first = 0; first < OVER.length; first++)
      expect(packs(["county", ...OVER.slice(first), ...OVER.slice(0, first)]).names).toHaveLength(8);
  });

  it.each(OVER)("%s says how it is to be listed", (name) => {
    expect(text(name)).toMatch(new RegExp(`^# .*规则集: \\[.*${name}\\]`, "mu"));
  });
});

/** Every mapping below a value, with the keys that lead to it. */
function mappings(value: unknown, path = ""): [string, Record<string, unknown>][] {
  if (Array.isArray(value)) return value.flatMap((one, index) => mappings(one, `${path}.${index}`));
  if (typeof value !== "object" || value === null) return [];
  const own = value as Record<string, unknown>;
  return [[path, own], ...Object.entries(own).flatMap(([key, below]) => mappings(below, `${path}.${key}`))];
}

describe("the sources of the packs", () => {
  /** What may not stand without its source. */
  const OWING = ["值", "每日", "时刻", "责任", "增", "减", "级别"];

  it.each(SHIPPED)("%s gives every figure and every list its source", (name) => {
    const all = mappings(parse(text(name)));
    for (const [path, one] of all) {
      if (OWING.some((key) => Object.hasOwn(one, key))) expect([path, one["依据"]]).toEqual([path, expect.any(String)]);
    }
  });

  // The calendar's are the notices of 国务院办公厅 themselves.
  it.each(SHIPPED.filter((name) => name !== "calendar"))("%s says of each what weight it has", (name) => {
    const bases = mappings(parse(text(name))).flatMap(([path, one]) =>
      Object.entries(one).flatMap(([key, value]) => (key.endsWith("依据") ? [[path, String(value)] as const] : [])),
    );
    expect(bases.length).toBeGreaterThan(1);
    for (const [path, basis] of bases)
      expect([path, basis]).toEqual([path, expect.stringMatching(/^(?:规定|参考|实务)./u)]);
  });

  it.each(OVER)("%s borrows: what rules another's reports is 参考, never 规定", (name) => {
    expect(text(name)).not.toMatch(/依据: 规定/u);
  });

  it.each(SHIPPED)("%s names documents, not addresses", (name) => {
    expect(text(name)).not.toMatch(/https?:|www\.|\.(?:cn|com|net)\b/u);
  });

  it("never tells anyone to hold a report back", () => {
    for (const name of SHIPPED.filter((one) => one !== "county-strict"))
      expect(text(name)).not.toMatch(/暂缓|暂不报|先不报|不得上报/u);
    // Quoted there as what is not taken over.
    expect(text("county-strict")).toMatch(/“未经县政府审核把关前任何单位不得上报”。这一句不收入本规则集/u);
    expect(JSON.stringify(parse(text("county-strict")))).not.toMatch(/不得上报/u);
  });
});

describe("limits of the packs", () => {
  it("county: 30 and 60 minutes for all", () => {
    for (const grade of ["特别重大", "一般", null] as const)
      expect(limits(packs(["county"]), grade)).toEqual(["30 事发", "60 事发"]);
  });

  it("county-strict: 20 and 40 minutes for all", () => {
    for (const grade of ["特别重大", "一般", null] as const)
      expect(limits(packs(["county", "county-strict"]), grade)).toEqual(["20 事发", "40 事发"]);
  });

  it("national-2015: 特别重大 and 重大 alone", () => {
    const profile = packs(["county", "county-strict", "national-2015"]);
    expect(limits(profile, "特别重大")).toEqual(["30 事发", "60 事发"]);
    expect(limits(profile, "重大", "社会安全")).toEqual(["30 事发", "60 事发"]);
    for (const grade of ["较大", "一般", null] as const) expect(limits(profile, grade)).toEqual(["20 事发", "40 事发"]);
  });

  it("henan-2021: by grade, in two kinds", () => {
    const profile = packs(["county", "henan-2021"]);
    expect(limits(profile, "特别重大")).toEqual(["15 事发", "35 事发"]);
    expect(limits(profile, "重大", "自然灾害")).toEqual(["15 事发", "35 事发"]);
    expect(limits(profile, "较大")).toEqual(["30 事发", "60 事发"]);
    expect(limits(profile, "一般")).toEqual(["30 事发", "360 事发"]);
    expect(limits(profile)).toEqual(["30 事发", "60 事发"]);
    expect(limits(profile, "重大", "社会安全")).toEqual(["30 事发", "60 事发"]);
  });

  it("work-safety and public-health: from 接报, each its own kind", () => {
    const profile = packs(["county", "work-safety", "public-health"]);
    expect(limits(profile)).toEqual(["60 接报", "120 接报"]);
    expect(limits(profile, "重大", "公共卫生")).toEqual(["120 接报", "120 接报"]);
    expect(limits(profile, "重大", "自然灾害")).toEqual(["30 事发", "60 事发"]);
  });

  it("the last one listed wins", () => {
    expect(limits(packs(["county", "henan-2021", "county-strict"]), "重大")).toEqual(["20 事发", "40 事发"]);
    expect(limits(packs(["county", "county-strict", "henan-2021"]), "重大")).toEqual(["15 事发", "35 事发"]);
    expect(limits(packs(["county", "henan-2021", "national-2015"]), "重大")).toEqual(["30 事发", "60 事发"]);
    expect(limits(packs(["county", "national-2015", "henan-2021"]), "重大")).toEqual(["15 事发", "35 事发"]);
    expect(limits(packs(["county", "henan-2021", "work-safety"]), "重大")).toEqual(["60 接报", "120 接报"]);
    expect(limits(packs(["county", "work-safety", "henan-2021"]), "重大")).toEqual(["15 事发", "35 事发"]);
    expect(limits(packs(["county", "work-safety", "henan-2021"]), "较大")).toEqual(["60 接报", "60 事发"]);
    expect(limits(packs(["county-strict", "county"]))).toEqual(["30 事发", "60 事发"]);
  });

  it("an own limit for all that is phone alone leaves the written limits of earlier packs", () => {
    const own = "紧急: {电话: {值: 10, 起算: 事发, 依据: 某县通知}}";
    expect(limits(packs(["county", "henan-2021"], own), "重大")).toEqual(["10 事发", "35 事发"]);
  });
});

describe("how often the packs want follow-ups", () => {
  const cadence = (names: readonly string[], grade: Grade | null, kind: EventKind | null = null): unknown => {
    const found = cadenceOf({ grade, kind }, packs(names));
    return found && (found.times.length > 0 ? found.times : found.perDay);
  };

  it("county: twice a day from 重大 on, else once", () => {
    expect((["特别重大", "重大", "较大", "一般", null] as const).map((grade) => cadence(["county"], grade))).toEqual([
      2, 2, 1, 1, 1,
    ]);
  });

  it("henan-2021: 08:00 and 17:00 from 较大 on, in two kinds; else county's", () => {
    const names = ["county", "henan-2021"];
    for (const grade of ["特别重大", "重大", "较大"] as const) expect(cadence(names, grade)).toEqual([480, 1020]);
    expect(cadence(names, "较大", "自然灾害")).toEqual([480, 1020]);
    expect([cadence(names, "一般"), cadence(names, null), cadence(names, "较大", "公共卫生")]).toEqual([1, 1, 1]);
  });

  it("work-safety: 事故灾难 by grade, 较大 left to county", () => {
    const names = ["county", "work-safety"];
    expect((["特别重大", "重大", "较大", "一般"] as const).map((grade) => cadence(names, grade))).toEqual([2, 2, 1, 1]);
    expect(cadenceOf({ grade: "较大", kind: null }, packs(names))?.basis).toMatch(/河池/u);
    expect(cadenceOf({ grade: "一般", kind: null }, packs(names))?.basis).toMatch(/生产安全事故/u);
  });

  it("the last one listed wins, and one for all does away with the rest", () => {
    expect(cadence(["county", "work-safety", "henan-2021"], "重大")).toEqual([480, 1020]);
    expect(cadence(["county", "henan-2021", "work-safety"], "重大")).toBe(2);
    expect(packs(["county", "henan-2021"], "续报: [{每日: 3, 依据: 某县通知}]").cadence).toHaveLength(1);
  });
});

describe("what the law sets", () => {
  const names = (profile: Profile, kind: EventKind | null, grade: Grade | null = null): string[] =>
    statutoryFor({ kind, grade }, profile).map(({ name, value }) => `${name} ${value ?? "立即"}`);

  it("holds with every pack, by kind", () => {
    for (const over of OVER) expect(packs(["county", over]).statutory).toEqual(packs(["county"]).statutory);
    const profile = packs(["county"]);
    expect(names(profile, null)).toEqual([
      "突发事件应对法 立即",
      "生产安全事故单位报告 60",
      "生产安全事故逐级上报 120",
    ]);
    expect(names(profile, "事故灾难")).toEqual(names(profile, null));
    expect(names(profile, "自然灾害")).toEqual(["突发事件应对法 立即"]);
    expect(names(profile, "公共卫生")).toHaveLength(4);
  });

  it("is changed by the same name and added to by another", () => {
    const own = (name: string): string =>
      `法定时限: [{名称: ${name}, 责任: 甲向乙, 值: 90, 起算: 接报, 依据: 规定，试}]`;
    expect(names(packs(["county"], own("生产安全事故单位报告")), "事故灾难").toSorted()).toEqual(
      ["突发事件应对法 立即", "生产安全事故逐级上报 120", "生产安全事故单位报告 90"].toSorted(),
    );
    expect(names(packs(["county"], own("某条例")), "社会安全")).toEqual(["突发事件应对法 立即", "某条例 90"]);
  });
});

describe("faults of a pack", () => {
  function faults(pack: string): string[] {
    const { findings } = readProfile(
      [
        { path: "county.yaml", text: text("county") },
        { path: "本县.yaml", text: pack },
      ],
      KNOWN_NAMES,
    );
    return findings.map(
      ({ rule, at, hint }) => `${rule} ${at.source.path} ${placeOf(at.source.text, at.start, at.end)} ${hint}`,
    );
  }

  it.each([
    ["紧急: {电活: {值: 20, 起算: 事发, 依据: 试}}", "unknown-field 本县.yaml 1:6-1:8"],
    ["紧急: {分类: [{等极: [重大], 电话: {值: 20, 起算: 事发, 依据: 试}}]}", "unknown-field 本县.yaml 1:12-1:14"],
    ["紧急: {分类: [{等级: [巨大], 电话: {值: 20, 起算: 事发, 依据: 试}}]}", "bad-value 本县.yaml 1:17-1:19"],
    ["续报: [{每天: 1, 依据: 试}]", "unknown-field 本县.yaml 1:7-1:9"],
    ["续报: [{每日: 1}]", "missing-field 本县.yaml 1:7-1:9"],
    ['续报: [{时刻: ["25:00"], 依据: 试}]', "bad-value 本县.yaml 1:12-1:19"],
    ["续报: [{事件类型: [天灾], 每日: 1, 依据: 试}]", "bad-value 本县.yaml 1:14-1:16"],
    ["法定时限: [{名称: 试, 依据: 试}]", "missing-field 本县.yaml 1:9-1:11"],
    ["法定时限: [{名称: 试, 责任: 试, 值: 1, 单位: 小时, 依据: 试}]", "bad-value 本县.yaml 1:33-1:35"],
    ["数值: {终报期: {值: 5, 单位: 天, 依据: 试}}", "unknown-field 本县.yaml 1:6-1:9 是不是“终报期限”？"],
    ["数值: {终报期限: {值: 5, 单位: 天}}", "missing-field 本县.yaml 1:13-1:14"],
  ])("%s", (pack, expected) => {
    expect(faults(pack)[0]).toContain(expected);
  });
});
