import { describe, expect, it } from "vitest";
import { findMarks, findSecrecyLines, isOpenSecrecy } from "../../src/rules/secrecy/marks.ts";

function marked(text: string): string[] {
  return findMarks(text).map(({ start, end }) => text.slice(start, end));
}

describe("isOpenSecrecy", () => {
  it.each(["公开", "内部", "工作秘密"])("%s is open", (value) => expect(isOpenSecrecy(value)).toBe(true));
  it.each(["秘密", "机密", "绝密", "内部 ", " 公开", "內部", "内部★", "", "无", "普通", "工作 秘密", "公 开"])(
    "“%s” is not",
    (value) => expect(isOpenSecrecy(value)).toBe(false),
  );
});

describe("findMarks: what is a mark", () => {
  it.each([
    "机密",
    "  秘密  ",
    "绝密。",
    "# 机密",
    "## 绝密",
    "**机密**",
    "- 秘密",
    "* 机密",
    "1. 机密",
    "（机密）",
    "(秘密)",
    "【绝密】",
    "[机密]",
    "〔秘密〕",
    "［机密］",
    "「机密」",
    "正文开头【机密】后面还有字",
    "密级：机密",
    "密级: 秘密",
    "密级：  绝密",
    "密 级：机密",
    "密级标识：秘密",
    "secrecy: 机密",
    "Secrecy：秘密",
    "本件（密级：机密）",
    "机密★1年",
    "秘密★10年",
    "绝密★长期",
    "机密★",
    "★机密",
    "机密☆5年",
    "机密 ★ 1 年",
    "机密1年",
    "秘密10年",
    "绝密长期",
    "机密 20年",
    "机密10个月",
    "机密一年",
    "（机密1年）",
    "机密級",
    "機密",
    "絕密",
    "祕密",
    "（機密）",
    "機密★1年",
    "机 密",
    "机　密",
    "机\u200b密",
    "机\u2060 密★1年",
    "﻿机密",
    "机密　特急",
    "秘密 加急",
    "000012 机密★1年 特急",
    "“机密”",
    "机密★１年",
    "秘密１０年",
    "（ 机密 ）",
    "【密级：机密】",
    "| 密级 | 机密 |",
    "<b>机密</b>",
    "{密级: 机密, 标题: 某事}",
    '密级："机密"',
    "机密件",
    "绝密级",
    "机密 # 注",
    "\\机密",
  ])("%s", (text) => {
    expect(marked(text)).toHaveLength(1);
    expect(marked(`前一行\n${text}\n后一行`)).toHaveLength(1);
  });

  it("names the word's own place, over several lines and beyond the BMP", () => {
    const text = "第一行\n𠮷【机密】\n\n  秘密★5年\r\n末行";
    expect(findMarks(text)).toEqual([
      { start: text.indexOf("机密"), end: text.indexOf("机密") + 2 },
      { start: text.indexOf("秘密"), end: text.indexOf("秘密") + 2 },
    ]);
    expect(marked("机\u200b密")).toEqual(["机\u200b密"]);
  });
});

describe("findMarks: what is the bare word", () => {
  it.each([
    "严守国家秘密",
    "保守国家秘密10年如一日",
    "商业秘密",
    "工作秘密",
    "密级：工作秘密",
    "【工作秘密】",
    "工作秘密★5年",
    "秘密工作",
    "机密档案已移交",
    "泄露秘密的，依法处理。",
    "国家秘密分为绝密、机密、秘密三级。",
    "司机 密切配合",
    "时机密切相关",
    "秘密选举",
    "他掌握秘密10年",
    "无记名秘密投票",
    "保密",
    "密级：内部",
    "密级：公开",
    "密植水稻",
    "机密性、完整性",
    "秘密：内部掌握",
    "秘密3年级",
    "属于机密的文件",
    "商业秘密5年内不得泄露",
    "“机密”二字不得使用",
    "",
  ])("%s", (text) => {
    expect(marked(text)).toEqual([]);
  });
});

describe("findMarks: cost", () => {
  it("is linear in a big text, with and without the character", () => {
    const began = performance.now();
    expect(findMarks("田".repeat(4_000_000))).toEqual([]);
    expect(findMarks("保守国家秘密。\n".repeat(20_000))).toEqual([]);
    expect(findMarks("密 级".repeat(100_000))).toEqual([]);
    expect(findMarks(`${" ".repeat(200_000)}机密${" ".repeat(200_000)}`)).toHaveLength(1);
    expect(findMarks(`${"（密级：".repeat(100_000)}工作秘密`)).toEqual([]);
    expect(findMarks("机密".repeat(100_000))).toEqual([]);
    expect(findSecrecyLines(`${"密级:".repeat(100_000)}\n${"密级: 内部, ".repeat(20_000)}`)).not.toEqual([]);
    expect(performance.now() - began).toBeLessThan(4000);
  });
});

describe("findSecrecyLines", () => {
  const values = (text: string): string[] => findSecrecyLines(text).map(({ start, end }) => text.slice(start, end));

  it.each([
    ["密级: 机密", "机密"],
    ["密级：秘密", "秘密"],
    ["标题: [坏\n密级: 绝密\n", "绝密"],
    ["  密级:   机密   # 注释", "机密"],
    ['密级: "机密"', "机密"],
    ["'密级': 机密", "机密"],
    ["secrecy: 秘密", "秘密"],
    ["SECRECY: 秘密", "秘密"],
    ["- 密级: 机密", "机密"],
    ["{标题: 坏, 密级: 机密, 类别: 动态", "机密"],
    ["{密级: 机密}", "机密"],
    ["密级: 內部", "內部"],
    ["密级: 内 部", "内 部"],
    ['密级: "\\u673a\\u5bc6"', "\\u673a\\u5bc6"],
    ["密级:\n  机密\n标题: x", "机密"],
    ["密级: |\n  机密\n", "机密"],
    ["密級: 機密", "機密"],
    ["密\u200b级: 机密", "机密"],
    ["\ufeff密级: 机密", "机密"],
    ["密级: 无", "无"],
    ["密级: 工作秘密★3年", "工作秘密★3年"],
    ["密级: [内部]", "[内部]"],
  ])("%j is not open", (text, value) => {
    expect(values(text)).toEqual([value]);
  });

  it.each([
    "密级: 内部",
    "密级: 公开 # 可以",
    '密级: "工作秘密"',
    "{密级: 内部, 标题: x",
    "密级:",
    "密级:\n标题: x",
    "标题: 密级问题",
    "正文: 密级和保密期限",
    "",
    "标题: x\n正文: 不涉及",
  ])("%j is quiet", (text) => {
    expect(values(text)).toEqual([]);
  });

  it("finds every one of several documents", () => {
    expect(values("密级: 内部\n---\n密级: 机密\n---\r\n密级: 秘密\r\n")).toEqual(["机密", "秘密"]);
  });
});
