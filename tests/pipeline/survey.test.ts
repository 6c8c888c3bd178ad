import { describe, expect, it } from "vitest";
import { locate } from "../../src/report/locate.ts";
import {
  entryText,
  matter,
  filesOf,
  findingsOf,
  OFFICE,
  surveyBytes,
  surveyOf,
  urgentText,
  type Files,
} from "./support.ts";

const rules = (files: Files, office = OFFICE): string[] => surveyOf(files, { office }).findings.map(({ rule }) => rule);

/** Where 密级 is broken and where it is not: what the gate says, as `file line:col`. */
function classified(files: Files): string[] {
  return locate(surveyOf(files).classified).map(
    ({ file, line, column }) => `${file.replace("entries/", "")} ${line}:${column}`,
  );
}

describe("a fault in one field silences only the rules that need it", () => {
  /** Late by phone and in writing; the 签发人 says nothing about either. */
  const late = {
    编号: "迟",
    接报时间: "",
    报送时间: "2026-11-23 16:00",
    报送记录: "[{对象: 县委办, 方式: 电话, 时间: 2026-11-23 15:40}]",
  };

  it.each([
    ["nothing broken", {}, ["late-phone", "late-written"]],
    ["签发人 broken", { 签发人: "[甲, 乙]" }, ["late-phone", "late-written"]],
    ["an unknown key", { 备注: "甲" }, ["late-phone", "late-written"]],
    ["责任编辑 broken", { 责任编辑: "{甲: 乙}" }, ["late-phone", "late-written"]],
    ["报送时间 broken", { 报送时间: "下午" }, []],
    ["报送记录 broken", { 报送记录: "[{对象: 县委办, 时间: 下午}]" }, []],
    ["事发时间 broken", { 事发时间: "上午" }, []],
    ["类别 unknown", { 类别: "没有的" }, []],
  ])("%s", (_, change, expected) => {
    const found = rules(filesOf(urgentText({ ...late, ...change })));
    expect(found.filter((rule) => rule.startsWith("late"))).toEqual(expected);
  });
});

describe("ids", () => {
  it("two entries of one id are both at fault, each naming the other", () => {
    const found = surveyOf({ "甲.yaml": entryText({ 编号: "同" }), "乙.yaml": entryText({ 编号: "同" }) });
    expect(findingsOf(found)).toEqual(["乙.yaml 12:5 duplicate-id", "甲.yaml 12:5 duplicate-id"]);
    expect(found.findings.map(({ related }) => related.map(({ at }) => at.source.path))).toEqual([
      ["entries/乙.yaml"],
      ["entries/甲.yaml"],
    ]);
    expect([...found.stopped.keys()]).toEqual(["同"]);
  });

  it("a file's path is the id of an entry without one, and two such may collide", () => {
    const text = entryText({ 编号: "" });
    const found = surveyOf({ "甲.yaml": text, "甲.yml": text });
    expect(found.readings.map(({ id }) => id)).toEqual(["甲", "甲"]);
    expect(findingsOf(found)).toEqual(["甲.yaml 1:1 duplicate-id", "甲.yml 1:1 duplicate-id"]);
  });

  it("in a stream the entries are numbered", () => {
    const found = surveyOf({ "甲.yaml": [1, 2, 3].map((at) => entryText({ 编号: "", ...matter(at) })).join("---\n") });
    expect(found.entries.map(({ id }) => id)).toEqual(["甲#1", "甲#2", "甲#3"]);
    expect(found.findings).toEqual([]);
  });
});

describe("the gate", () => {
  const sound = entryText({ 编号: "甲" });

  it.each([
    "秘密",
    "机密",
    "绝密",
    "机 密",
    "機密",
    "内 部",
    "内部 公开",
    "internal",
    "机密★1年",
    "工作秘密★",
    "[内部]",
    "{内部: 1}",
    '"\\u673a\\u5bc6"',
  ])("stops at 密级: %s", (level) => {
    expect(classified({ "甲.yaml": entryText({ 编号: "甲", 密级: level }) })).toEqual(["甲.yaml 6:5"]);
  });

  it.each(["公开", "内部", "工作秘密", '"内部"', "'公开'", "内部 # 注"])("lets 密级: %s through", (level) => {
    expect(classified({ "甲.yaml": entryText({ 编号: "甲", 密级: level }) })).toEqual([]);
  });

  it.each([
    ["a mark in the title", entryText({ 编号: "甲", 标题: "通报（机密）" }), "1:8"],
    ["a mark in the text", entryText({ 编号: "甲", 正文: "第一行\n机密★1年\n" }), "15:3"],
    ["a mark in a comment", `${sound}# 绝密\n`, "15:3"],
    ["a mark in an unknown key", `${sound}备注: 【秘密】\n`, "15:6"],
    ["a mark written in escapes", `${sound}备注: "\\u3010\\u673a\\u5bc6\\u3011"\n`, "15:12"],
    ["a mark written in escapes, deep below an unknown key", `${sound}备注: {甲: [乙, "\\u7edd\\u5bc6"]}\n`, "15:14"],
    ["the second document of a stream", `${sound}---\n${entryText({ 编号: "乙", 密级: "秘密" })}`, "21:5"],
    ["a file that does not parse", "标题: [甲\n密级: 机密\n", "2:5"],
    ["a file that does not parse, English key", "title: [x\nsecrecy: secret\n", "2:10"],
    ["a document that does not parse beside one that does", `${sound}---\n标题: [甲\n密级: 绝密\n`, "17:5"],
    ["a file with an alias", "标题: *甲\n密级: 机密\n", "2:5"],
    ["a file of full-width colons", "标题：甲\n密级：机密\n", "2:4"],
    ["a key written twice", sound.replace("密级: 内部", "密级: 内部\n密级: 机密"), "7:5"],
  ])("stops at %s", (_, text, place) => {
    expect(classified({ "甲.yaml": text })).toEqual([`甲.yaml ${place}`]);
  });

  it("stops at a mark in Markdown", () => {
    const front = sound.replace(/^正文[\s\S]*/mu, "");
    expect(classified({ "甲.md": `---\n${front}---\n\n绝密\n\n正文。\n` })).toEqual(["甲.md 16:1"]);
  });

  it("stops at a mark in a file's name", () => {
    expect(classified({ "（机密）甲.yaml": sound })).toEqual(["（机密）甲.yaml 1:1"]);
    expect(classified({ "机密★5年 甲.md": "" })).toEqual(["机密★5年 甲.md 1:1"]);
  });

  it.each([
    ["UTF-16LE", "utf16le", [0xff, 0xfe]],
    ["UTF-16LE without a BOM", "utf16le", []],
  ] as const)("stops at a 密级 line in a file that is no text: %s", (_, encoding, bom) => {
    const bytes = Buffer.concat([Buffer.from(bom), Buffer.from("标题: 甲\n密级: 机密\n", encoding)]);
    expect(
      locate(surveyBytes(bytes)).map(({ file, line, column, rule }) => `${file} ${line}:${column} ${rule}`),
    ).toEqual(["甲.yaml 1:1 classified"]);
  });

  it("stops at a 密级 of no list in a file that is no text, though it is no mark", () => {
    expect(surveyBytes(Buffer.from("\ufeff标题: 甲\n密级: 内参\n", "utf16le"))).toHaveLength(1);
    expect(surveyBytes(Buffer.from("\ufeff标题: 甲\n密级: 内部\n", "utf16le"))).toHaveLength(0);
  });

  it("stops at a 密级 line in damaged UTF-8", () => {
    const bytes = Buffer.concat([Buffer.from("标题: 青石镇\n密级: 机密\n"), Buffer.from([0xff])]);
    expect(surveyBytes(bytes)).toHaveLength(1);
  });

  it("says nothing of what it saw", () => {
    const [finding] = surveyOf({
      "甲.yaml": entryText({ 编号: "机要编号", 密级: "机密★1年", 标题: "要害" }),
    }).classified;
    expect(finding?.entry).toBeNull();
    expect(`${finding?.message}${finding?.hint}`).not.toMatch(/机密|要害|机要/u);
    expect(finding?.hint).toContain("公开、内部、工作秘密");
  });

  it.each(["机密级印刷设备", "保守国家秘密", "涉密载体", "工作秘密目录", "商业秘密"])(
    "the bare word in a sentence is no mark: %s",
    (words) => {
      expect(classified({ "甲.yaml": entryText({ 编号: "甲", 正文: `检查了${words}管理情况。` }) })).toEqual([]);
    },
  );

  it("counts a 密级 left empty as missing, not as open", () => {
    const found = surveyOf({ "甲.yaml": entryText({ 编号: "甲", 密级: '""' }) });
    expect(found.classified).toEqual([]);
    expect(found.findings.map(({ rule }) => rule)).toEqual(["missing-secrecy"]);
    expect(found.stopped.has("甲")).toBe(true);
    expect(found.sources.has("entries/甲.yaml")).toBe(false);
  });
});
