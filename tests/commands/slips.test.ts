import mammoth from "mammoth";
import { describe, expect, it } from "vitest";
import { DUTIES } from "../../src/pipeline/sheets/duties.ts";
import { RULES } from "../../src/rules/index.ts";
import { entryText, type Folder, officeWith, urgentText } from "./support.ts";

const UNITS = `单位:
  - { 名称: 青石镇, 简称: 青石, 分管领导: 周立诚, 信息员: [王敏] }
  - { 名称: 县水利局, 信息员: [王敏] }
`;
const OFFICE = `机关: 中共澄岭县委办公室\n${UNITS}`;
const SOUND = { 来源: "镇农业办台账", 核实: "{人: 李建国, 时间: 2026-11-20 18:00, 方式: 现场查看}" };

async function texts(folder: Folder, kind = "退稿单", unit = "青石镇"): Promise<string[]> {
  await folder.run(["check", "--date", "2026-11-23 17:00", "--return-slip", "单", "--procedure-sheet", "单"]);
  const { value } = await mammoth.extractRawText({ buffer: folder.bytes(`单/${kind}-${unit}-2026-11-23.docx`) });
  return value.split("\n\n").filter((text) => text !== "");
}

/** The row of a finding: 性质, 在哪里, 查出什么, 怎么改. */
function rowOf(text: readonly string[], found: string): readonly string[] {
  const at = text.findIndex((each) => each.includes(found));
  return text.slice(at - 2, at + 2);
}

describe("what a slip says to a unit", () => {
  it("is in words for it: nothing of settings, options and plans that are the editor's", async () => {
    const folder = officeWith(
      {
        "一.yaml": entryText({
          ...SOUND,
          编号: "一",
          类别: "工作动态",
          报送员: "王民",
          正文: "11月19日，县长韩叙文到石坝村查看水渠，要求铸牢中华名族共同体意识。",
        }),
        "二.yaml": entryText({ ...SOUND, 编号: "二", 报送时间: "2027-11-17 09:10" }),
      },
      `${OFFICE}领导: [{职务: 县委书记, 姓名: 韩叙文}, {职务: 县长, 姓名: 陆明远}]\n规范表述: [铸牢中华民族共同体意识]\n规则: {title-length: {标题字数: 2}}\n`,
    );
    const text = await texts(folder);
    const all = text.join("\n");
    for (const found of ["没有类别“工作动态”", "信息员名单", "名录", "差一个字", "晚于现在", "标题 "])
      expect(all).toContain(found);
    expect(all).not.toMatch(/编排单|zhuanbao|规则集|机关设置|工作区|--[a-z]|本机时钟/u);
    expect(rowOf(text, "没有类别")[3]).toBe("改为“动态”；不是这一类的，改为最合适的一类");
    expect(all).toContain("依据：本机关规定");
    expect(all).toContain("换了人的，报县委办备案");
  });

  it("never asks for an urgent report again that could not be read but says that it is one", async () => {
    const folder = officeWith(
      { "翻船.yaml": "标题：一渡船倾覆\n类别: 紧急\n报送单位: 青石镇\n正文: 倾覆。\n" },
      OFFICE,
    );
    const all = (await texts(folder)).join("\n");
    expect(all).toContain("紧急信息：照常报送，补正后补报");
    expect(all).toContain("本条是紧急信息，不退稿");
    expect(all).not.toMatch(/改正后重新报送|类别没有读出/u);
    const two =
      "类别: 紧急\n标题: 乙\n报送单位: 青石镇\n正文: 乙\n---\n标题：甲\n类别: 动态\n报送单位: 青石镇\n正文: 甲\n";
    folder.write("entries/翻船.yaml", two);
    expect((await texts(folder, "退稿单", "未署名")).join("\n")).toContain("请改正后重新报送");
  });

  it("changes nothing on screen, nor in JSON", async () => {
    const folder = officeWith({ "一.yaml": entryText({ ...SOUND, 编号: "一", 报送员: "王民" }) }, OFFICE);
    const { out } = await folder.run(["check", "-f", "json"]);
    const [found] = (JSON.parse(out) as { diagnostics: { hint: string }[] }).diagnostics;
    expect(found?.hint).toContain("在 zhuanbao.yaml 该单位的“信息员”里加上");
    expect(out).not.toContain("forUnit");
  });

  it("says what to do where an entry gives notice of what is still to come", async () => {
    const notice = entryText({ ...SOUND, 编号: "预", 事发时间: "2026-11-25", 正文: "11月25日，青石镇将修复水渠。" });
    const text = await texts(officeWith({ "预.yaml": notice }, OFFICE));
    for (const found of ["早于事发时间", "晚于现在"])
      expect(rowOf(text, found)[3]).toContain("预告还没有发生的事的，删去“事发时间”，日期写在正文里");
    const urgent = urgentText({ 编号: "急", 事发时间: "2026-11-25 08:00" });
    expect((await texts(officeWith({ "急.yaml": urgent }, OFFICE))).join("\n")).not.toContain("预告");
  });
});

describe("where a slip says a fault is", () => {
  const PROBLEM = entryText({
    ...SOUND,
    编号: "问",
    类别: "问题",
    标题: "青石镇村医缺额",
    正文: "截至11月19日，全镇12个村卫生室有4个没有村医，群众看病要走6公里。",
  });

  it("is 全文 where the whole text is meant, and one row asks for what is missing", async () => {
    const text = await texts(officeWith({ "问.yaml": PROBLEM }, OFFICE));
    expect(rowOf(text, "全文没有请谁办什么")[1]).toBe("全文");
    expect(text.join("\n")).not.toContain("请求上级解决什么”");
  });

  it("is one row for faults alike on one line, which counts them", async () => {
    const body = "石坝村(三组)水渠已修复,恢复灌溉;通水.";
    const text = await texts(officeWith({ "半.yaml": entryText({ ...SOUND, 编号: "半", 正文: body }) }, OFFICE));
    expect(text.filter((each) => each.includes("用在中文里"))).toHaveLength(1);
    const [, where, what, how] = rowOf(text, "用在中文里");
    expect(where).toMatch(/^第 14 行，共 4 处：/u);
    expect(what).toContain("半角“,”用在中文里，应为全角“，”；");
    expect(how).toContain("改为“。”");
    expect(text.join("\n")).toContain("共4处，分列如下");
  });

  it("stays apart for faults on other lines", async () => {
    const body = "石坝村水渠已修复,通水。\n  高岭村水渠已修复,通水。";
    const text = await texts(officeWith({ "半.yaml": entryText({ ...SOUND, 编号: "半", 正文: body }) }, OFFICE));
    expect(text.filter((each) => /^第 1[45] 行：,$/u.test(each))).toHaveLength(2);
  });
});

describe("what stands at the end of a slip", () => {
  const vague = entryText({ ...SOUND, 编号: "甲", 正文: "日前，石坝村水渠已修复。" });

  it("is whom to ask and until when, by working days from the day of the slip", async () => {
    const folder = officeWith({ "甲.yaml": vague }, `${OFFICE}退稿: { 联系人: 何小满, 电话: 13912345678, 期限: 5 }\n`);
    const text = (await texts(folder)).join("\n");
    // Monday: five working days on is Monday.
    expect(text).toContain("请于2026年11月30日前（5个工作日内）改好");
    expect(text).toContain("联系人：何小满　电话：13912345678");
    expect(text).toContain("你单位（分管领导：周立诚）有1条信息");
  });

  it("is left blank where the office does not say", async () => {
    const text = (await texts(officeWith({ "甲.yaml": vague }, `${OFFICE}退稿: { 联系人: 何小满 }\n`))).join("\n");
    expect(text).toContain("请于____月____日前改好");
    expect(text).toContain("联系人：何小满　电话：____________");
    const other = officeWith({ "甲.yaml": vague.replace("报送单位: 青石镇", "报送单位: 县水利局") }, OFFICE);
    const blank = (await texts(other, "退稿单", "县水利局")).join("\n");
    expect(blank).toContain("联系人：____________");
    expect(blank).not.toContain("分管领导");
  });

  it("is checked as the rest of the settings", async () => {
    const folder = officeWith({ "甲.yaml": vague }, `${OFFICE}退稿: { 联系: 何小满, 期限: 三天 }\n`);
    const { out } = await folder.run(["check", "-f", "compact"]);
    expect(out).toMatch(/没有“联系”这一项/u);
    expect(out).toMatch(/“期限”/u);
    const english = officeWith({ "甲.yaml": vague }, `${OFFICE}return: { contact: 何小满, phone: 0830-1, days: 1 }\n`);
    expect((await texts(english)).join("\n")).toContain("联系人：何小满　电话：0830-1");
  });

  it("is the 约稿 that the unit still owes, and no other unit's", async () => {
    const asked = `约稿:
  - { 编号: 约-1, 题目: 冬灌准备, 单位: [青石], 截止: 2026-11-20 }
  - { 编号: 约-2, 单位: [县水利局], 截止: 2026-11-20 }
  - { 编号: 约-3, 单位: [青石镇], 截止: 2026-11-23 }
`;
    const text = await texts(officeWith({ "甲.yaml": vague }, OFFICE + asked));
    const notices = text.filter((each) => each.startsWith("另请注意："));
    expect(notices).toEqual([
      "另请注意：约稿“约-1”（冬灌准备）2026年11月20日截止，没有收到。请补交；交过的，告知县委办，并在那条信息里写上“约稿: 约-1”。",
    ]);
    const off = await texts(officeWith({ "甲.yaml": vague }, `${OFFICE}${asked}规则: {unanswered-commission: off}\n`));
    expect(off.join("\n")).not.toContain("另请注意");
  });
});

describe("a sheet of facts", () => {
  it("knows what each rule of time and procedure asks for", () => {
    const told = RULES.filter(({ group }) => group === "timeliness" || group === "procedure").map(({ name }) => name);
    const none = ["stale-entry", "unknown-calendar", "statutory-clock"];
    expect([...DUTIES.keys()].toSorted()).toEqual(told.filter((name) => !none.includes(name)).toSorted());
    expect([...DUTIES.values()].filter((duty) => /或|超过|没有收到|迟报|漏报/u.test(duty))).toEqual([]);
  });

  it("states for each rule what it asks for, and never the law's clock as a fault", async () => {
    const late = urgentText({
      编号: "迟",
      报送时间: "2026-11-23 16:00",
      报送记录: "[{对象: 县领导, 时间: 2026-11-23 08:41}]",
    });
    const folder = officeWith({ "迟.yaml": late }, `${OFFICE}规则: {statutory-clock: warning}\n`);
    const all = (await texts(folder, "程序情况表")).join("\n");
    expect(all).toContain("紧急信息在时限内书面报县委办");
    expect(all).not.toMatch(/铁的纪律|，或|旁并列法定时限|2007年/u);
  });
});
