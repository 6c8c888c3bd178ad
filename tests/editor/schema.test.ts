import { readdirSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { main } from "../../src/main.ts";
import { schemaFor, SCHEMA_NAMES, type SchemaName } from "../../src/pipeline/schemas.ts";
import { readEntries } from "../../src/read/entry.ts";
import { DEFAULT_OFFICE } from "../../src/read/office.ts";
import { writePlan } from "../../src/read/write-plan.ts";
import { temporaryFolder } from "../helpers/folder.ts";
import { testWorld } from "../helpers/world.ts";
import { repoFile, shippedProfile } from "../rules/harness.ts";

const ajv = new Ajv({ strict: false, allErrors: true });
const GROUNDS = { office: DEFAULT_OFFICE, profile: shippedProfile() };
const validators = new Map(SCHEMA_NAMES.map((name) => [name, ajv.compile(schemaFor(name, GROUNDS))]));

/** What an editor's YAML would make of a text, and whether the schema takes it. */
function takes(name: SchemaName, text: string): string[] {
  const validate = validators.get(name);
  if (!validate) throw new Error(name);
  return parseAllDocuments(text).flatMap((document) =>
    validate(document.toJS())
      ? []
      : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`),
  );
}

const GOOD = `标题: 城关镇供水管网改造一期通水
类别: 动态
报送单位: 城关镇
报送员: 何小满
签发人: 周立诚
密级: 公开
报送时间: 2026-11-23 16:00
正文: 通水了。
`;

describe("the schemas", () => {
  it("take every example of the office, its settings, and every shipped rule pack", () => {
    const folder = new URL("../../examples/entries/", import.meta.url);
    for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
      // A copy of one deliberate fault: 类别: 经验做法, and no 签发人.
      if (!path.endsWith(".yaml")) continue;
      expect(takes("entry", readFileSync(new URL(path, folder), "utf8")), path).toEqual([]);
    }
    expect(takes("office", repoFile("examples/zhuanbao.yaml"))).toEqual([]);
    for (const pack of readdirSync(new URL("../../templates/profiles/", import.meta.url)))
      expect(takes("profile", repoFile(`templates/profiles/${pack}`)), pack).toEqual([]);
  });

  it("take a plan as the program writes it", () => {
    const plan = {
      publication: "信息专报",
      date: "2026-11-23",
      period: { from: 20_773, to: 20_779 },
      supplement: true,
      urgency: "特急" as const,
      note: "按语",
      groups: [
        {
          name: "紧急要情",
          rows: [
            {
              id: "甲",
              title: "题",
              fingerprint: "0123",
              pinned: true,
              printTitle: "改",
              printBody: "文",
              merged: ["乙"],
              whole: true,
            },
          ],
        },
      ],
      dropped: [{ id: "丙", why: "重复" }],
      proposals: [
        {
          kind: "不同角度" as const,
          ids: ["甲", "丙"],
          why: "都有86户",
          differs: ["户数：86户、88户"],
          taken: "否" as const,
        },
      ],
      suggested: ["甲"],
      suggestedGroups: new Map([["紧急要情", 1]]),
    };
    expect(takes("plan", writePlan(plan, null, { score: () => null, title: () => null }))).toEqual([]);
  });

  it.each([
    ["an unknown key", `${GOOD}标提: 1\n`],
    ["a category that is none", GOOD.replace("动态", "动太")],
    ["a classified 密级", GOOD.replace("公开", "机要")],
    ["a time that is none", GOOD.replace("2026-11-23 16:00", "明天下午")],
    ["a missing 签发人", GOOD.replace("签发人: 周立诚\n", "")],
    ["a title that is a list", GOOD.replace("标题: 城关镇供水管网改造一期通水", "标题: [甲]")],
    ["an urgent entry without its times", GOOD.replace("动态", "紧急")],
    ["a negative count", `${GOOD}伤亡: {死亡: -1}\n`],
    ["a contact without a time", `${GOOD}报送记录: [{对象: 县委办}]\n`],
  ])("refuse %s", (_, text) => {
    expect(takes("entry", text)).not.toEqual([]);
  });

  it("take a report by telephone without 签发人, English keys, and one value for a list", () => {
    expect(takes("entry", GOOD.replace("签发人: 周立诚", "渠道: 电话补录"))).toEqual([]);
    expect(takes("entry", GOOD.replace("标题", "title").replace("签发人", "approver"))).toEqual([]);
    expect(takes("entry", `${GOOD}来源: 台账\n主题: [甲, 乙]\n联系电话: 0570\n`)).toEqual([]);
  });

  it("say the same as the reader of entries made of good and bad parts", () => {
    const part = (...texts: string[]): fc.Arbitrary<string> => fc.constantFrom(...texts);
    const parts = fc.record({
      标题: part("标题: 甲\n", "", "标题: [甲]\n", "title: 乙\n"),
      类别: part("类别: 动态\n", "类别: 经验\n", ""),
      渠道: part("", "渠道: 走访\n", "渠道: 电话补录\n", "渠道: 飞鸽\n"),
      签发人: part("签发人: 丁\n", ""),
      时间: part("报送时间: 2026-11-23 09:10\n", "报送时间: 2026年11月23日\n", "报送时间: 昨天\n", ""),
      伤亡: part("", "伤亡: 无\n", "伤亡: {死亡: 1}\n", "伤亡: {死亡: 一}\n", "伤亡: 三人\n"),
      等级: part("", "等级: 较大\n", "等级: 大\n"),
      报告: part("", "报告: {阶段: 首报}\n", "报告: {次: 1}\n"),
      敏感: part("", "敏感: 时间\n", "敏感: [时间, 地点]\n", "敏感: [天气]\n"),
      别的: part("", "甲乙: 1\n"),
    });
    fc.assert(
      fc.property(parts, (given) => {
        const text = `${Object.values(given).join("")}报送单位: 城关镇\n报送员: 丙\n密级: 内部\n正文: 文\n`;
        const readings = readEntries(
          { path: "a.yaml", text },
          { zone: "Asia/Shanghai", defaultId: "a", urgent: "紧急" },
        );
        const refused = readings.some(({ findings }) => findings.length > 0);
        expect(takes("entry", text).length > 0, text).toBe(refused);
      }),
      { numRuns: 500 },
    );
  });

  it("describe every key of an entry in Chinese", () => {
    const properties = schemaFor("entry", GROUNDS)["properties"] as Record<string, { description?: string }>;
    for (const [key, { description }] of Object.entries(properties))
      expect(description, key).toMatch(/\p{Script=Han}{2}/u);
  });
});

describe("zhuanbao schema", () => {
  it("prints one schema, or all of them, as one JSON document", async () => {
    for (const [args, key] of [
      [["entry"], "properties"],
      [[], "office"],
    ] as const) {
      const { world, out } = testWorld({ argv: ["schema", ...args], cwd: temporaryFolder() });
      expect(await main(world)).toBe(0);
      expect(JSON.parse(out())).toHaveProperty([key]);
    }
  });

  it("writes for the editor and leaves settings that are there alone", async () => {
    const root = temporaryFolder();
    const run = async (...argv: string[]): Promise<{ code: number; err: string }> => {
      const { world, err } = testWorld({ argv, cwd: root });
      return { code: await main(world), err: err() };
    };
    await run("init", ".", "--office", "中共青岚县委办公室", "--yes");
    const again = await run("schema", "--write");
    expect(again.code).toBe(0);
    expect(again.err).toContain("已写出 .vscode/zhuanbao-entry.schema.json");
    expect(again.err).toContain(".vscode/settings.json 已经有了，没有改动");
  });

  it("refuses a kind there is none of", async () => {
    const { world, err } = testWorld({ argv: ["schema", "entri"], cwd: temporaryFolder() });
    expect(await main(world)).toBe(2);
    expect(err()).toContain("是不是“entry”？");
  });
});
