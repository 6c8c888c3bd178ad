import { describe, expect, it } from "vitest";
import { holdingsOf } from "../../src/base/holdings.ts";
import { parseMoment } from "../../src/base/time.ts";
import type { Moment } from "../../src/model/moment.ts";
import { makeGrounds, readOfficeFile, type Grounds } from "../../src/pipeline/grounds.ts";
import { BASE_PACKS } from "../../src/pipeline/grounds.ts";
import { placeOf, repoFile } from "./harness.ts";

const NOW = parseMoment("2026-11-23 17:00", "Asia/Shanghai") as Moment;

function groundsOf(rules: string, ...packs: string[]): Grounds {
  const office = { path: "zhuanbao.yaml", text: `机关: 中共青岚县委办公室\n规则:\n${rules}` };
  const profiles = [...BASE_PACKS, "county"].map((name) => ({
    path: `${name}.yaml`,
    text: repoFile(`templates/profiles/${name}.yaml`),
  }));
  const own = packs.map((text, index) => ({ path: `own${index}.yaml`, text }));
  return makeGrounds(readOfficeFile(office), { profiles: [...profiles, ...own], faults: [], now: NOW });
}

const said = ({ findings }: Grounds): string[] =>
  findings.map(
    ({ rule, at, message, hint }) =>
      `${at.source.path} ${placeOf(at.source.text, at.start, at.end)} ${rule} ${message}｜${hint}`,
  );

/** `24 字 zhuanbao.yaml` of a name in what holds for `use`. */
function held({ profile }: Grounds, use: string): string[] {
  return holdingsOf(profile, [use]).map(({ name, shown, at, basis }) => `${name} ${shown} ${at.source.path} ${basis}`);
}

describe("an office that sets figures of its own", () => {
  it("overrides a figure of the packs, and it is known to be the office's", () => {
    const grounds = groundsOf("  title-length: {级别: note, 标题字数: 24}\n");
    expect(said(grounds)).toEqual([]);
    expect(held(grounds, "标题字数")).toEqual(["标题字数 24 字 zhuanbao.yaml 本机关设置（规则.title-length）"]);
    expect(grounds.office.rules.get("title-length")?.level).toBe("note");
  });

  it("overrides limits of minutes, their base kept, and those of a category", () => {
    const grounds = groundsOf("  late-phone: {紧急.电话: 15}\n  late-entry: {动态.期限: 5}\n");
    expect(said(grounds)).toEqual([]);
    expect(held(grounds, "紧急.电话")[0]).toContain("15 分钟，从事发起算 zhuanbao.yaml");
    expect(held(grounds, "类别.期限")).toContainEqual(
      "动态.期限 5 个工作日 zhuanbao.yaml 本机关设置（规则.late-entry）",
    );
    expect(held(grounds, "类别.期限").find((one) => one.startsWith("反馈"))).toContain("county.yaml");
  });

  it("overrides the rows for some kinds as well: what an office sets holds for all", () => {
    const rows = "紧急:\n  分类:\n    - {等级: [重大], 电话: {值: 15, 起算: 事发, 依据: 某省规定}}\n";
    expect(held(groundsOf("  late-phone: error\n", rows), "紧急.分类")).toHaveLength(1);
    expect(held(groundsOf("  late-phone: {紧急.电话: 20}\n", rows), "紧急.分类")).toEqual([]);
  });

  it.each([
    ["  title-length: {标题字: 24}\n", "3:18-3:21 unknown-field", "是不是“标题字数”？"],
    ["  title-length: {标题字数: 很短}\n", "3:24-3:26 bad-value", "请只写半角数字"],
    ["  late-entry: {动作.期限: 5}\n", "3:16-3:24 bad-value", "规则集里没有“动作.期限”这个数"],
    ["  single-channel: {次数: 5}\n", "3:20-3:22 unknown-field", "这条规则只能写“级别”"],
    ["  title-lenght: {级别: note}\n", "3:3-3:15 unknown-field", "是不是“title-length”？"],
    ["  classified: {级别: off}\n", "3:3-3:13 bad-value", "始终有效"],
  ])("says where a setting is wrong: %s", (rules, place, word) => {
    const [first = ""] = said(groundsOf(rules));
    expect(first).toContain(`zhuanbao.yaml ${place}`);
    expect(first).toContain(word);
  });
});

describe("rule packs laid over each other", () => {
  it("add to a word list and take from it", () => {
    const first = "词表:\n  模糊时间: {词: [近日, 日前], 依据: 甲}\n";
    const second = "词表:\n  模糊时间: {增: [前不久], 减: [日前], 依据: 乙}\n";
    expect(held(groundsOf("  vague-time: note\n", first, second), "词表.模糊时间")).toEqual([
      "模糊时间 近日、前不久 own1.yaml 乙",
    ]);
  });

  it("do away with rows of earlier packs where a later one gives a limit for all", () => {
    const rows = "紧急:\n  分类:\n    - {等级: [重大], 电话: {值: 15, 起算: 事发, 依据: 某省规定}}\n";
    const all = "紧急: {电话: {值: 20, 起算: 事发, 依据: 某县通知}}\n";
    expect(held(groundsOf("  late-phone: error\n", rows, all), "紧急.分类")).toEqual([]);
    expect(held(groundsOf("  late-phone: error\n", all, rows), "紧急.分类")).toHaveLength(1);
  });

  it.each([
    ["词表:\n  模胡时间: {词: [近日], 依据: 甲}\n", "own0.yaml 2:3-2:7 unknown-field", "是不是“模糊时间”？"],
    ["紧急:\n  电报: {值: 1}\n", "own0.yaml 2:3-2:5 unknown-field", "没有“电报”这一项"],
    ['续报:\n  - {时刻: ["25:00"], 依据: 甲}\n', "own0.yaml 2:11-2:18 bad-value", "24 小时制"],
  ])("say where a key is unknown or a value wrong: %s", (pack, place, word) => {
    const all = said(groundsOf("  late-phone: error\n", pack)).join("\n");
    expect(all).toContain(place);
    expect(all).toContain(word);
  });
});
