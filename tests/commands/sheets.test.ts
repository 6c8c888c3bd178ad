import { readFileSync } from "node:fs";
import { join } from "node:path";
import mammoth from "mammoth";
import { describe, expect, it } from "vitest";
import { FileError } from "../../src/world.ts";
import type { EntryParts } from "../pipeline/support.ts";
import { entryText, Folder, officeWith, SECRET, urgentText, type Ran } from "./support.ts";

const OFFICE = `机关: 中共澄岭县委办公室
单位:
  - { 名称: 青石镇, 简称: 青石, 组: 乡镇, 分管领导: 周立诚, 信息员: [王敏] }
  - { 名称: 县水利局, 组: 县直, 信息员: [王敏] }
  - { 名称: 白云镇, 组: 乡镇, 分管领导: 田朴, 信息员: [王敏] }
`;

/** Paragraphs of a DOCX, cells of tables among them; empty ones left out. */
async function paragraphs(folder: Folder, path: string): Promise<string[]> {
  const { value } = await mammoth.extractRawText({ buffer: folder.bytes(path) });
  return value.split("\n\n").filter((text) => text !== "");
}

const slip = (unit: string): string => `单/退稿单-${unit}-2026-11-23.docx`;
const sheet = (unit: string): string => `单/程序情况表-${unit}-2026-11-23.docx`;

const SOUND = (parts: EntryParts): string =>
  entryText({ 来源: "镇农业办台账", 核实: "{人: 李建国, 时间: 2026-11-20 18:00, 方式: 现场查看}", ...parts });

/** A placeholder that stops it, and a vague time that does not. */
const STOPPED = SOUND({ 编号: "停", 标题: "青石镇修复水渠", 正文: "日前，石坝村水渠已修复××米。" });
const VAGUE = SOUND({ 编号: "含糊", 报送单位: "县水利局", 标题: "县水利局修复水渠", 正文: "日前，石坝村水渠已修复。" });
/** Told to the city before the county, and late in both ways; its rows are not in the order of time. */
const URGENT = urgentText({
  编号: "迟",
  标题: "青石镇石坝村发生山体滑坡",
  报送时间: "2026-11-23 10:00",
  事件类型: "自然灾害",
  现场负责人: '{姓名: 何川, 职务: 副镇长, 电话: "0830-7654321"}',
  报送记录: `
  - {对象: 县委办, 方式: 电话, 时间: 2026-11-23 09:05, 接报人: 周强}
  - {对象: 县领导, 名称: 张立, 方式: 电话, 时间: 2026-11-23 09:10}
  - {对象: 上级部门, 名称: 市应急管理局, 方式: 电话, 时间: 2026-11-23 08:45, 接报人: 值班室}`,
});

const ENTRIES = { "停.yaml": STOPPED, "含糊.yaml": VAGUE, "迟.yaml": URGENT };

const both = ["check", "--return-slip", "单", "--procedure-sheet", "单"];

describe("what check writes", () => {
  it("is one paper for each unit that has something to be told, and nothing else", async () => {
    const folder = officeWith({ ...ENTRIES, "好.yaml": SOUND({ 编号: "好", 报送单位: "白云镇" }) }, OFFICE);
    const before = folder.list();
    const { code, err } = await folder.run(both);
    expect(code).toBe(1);
    expect(folder.list().filter((path) => !before.includes(path))).toEqual([
      sheet("青石镇"),
      slip("县水利局"),
      slip("青石镇"),
    ]);
    expect(err).toMatch(/已写出 单\/退稿单-青石镇-2026-11-23\.docx（2 条信息，\d 页）/u);
    expect(err).toMatch(/已写出 单\/退稿单-县水利局-2026-11-23\.docx（1 条信息，1 页）/u);
    expect(err).toContain("不用写退稿单的单位：白云镇\n");
    expect(err).toContain("不用写程序情况表的单位：县水利局、白云镇\n");
    expect(err.trimEnd().split("\n").at(-1)).toMatch(/^不用写/u);
  });

  it("is nothing where there is nothing to be told, which is said", async () => {
    const folder = officeWith({ "好.yaml": SOUND({ 编号: "好" }) }, OFFICE);
    const { code, err } = await folder.run(both);
    expect(code).toBe(0);
    expect(folder.has("单")).toBe(false);
    expect(err).toContain("没有要写退稿单的信息，没有写文件\n没有要写程序情况表的信息，没有写文件\n");
  });

  it("changes neither the report nor the exit code", async () => {
    const folder = officeWith(ENTRIES, OFFICE);
    for (const more of [
      [],
      ["--max-warnings", "0"],
      ["entries/含糊.yaml"],
      ["entries/含糊.yaml", "--max-warnings", "0"],
    ]) {
      const plain = await folder.run(["check", "--format", "json", ...more]);
      const written = await folder.run([...both, "--format", "json", ...more]);
      expect([written.code, written.out]).toEqual([plain.code, plain.out]);
    }
  });

  it("has the same bytes twice, in a folder made for it, and replaces what is there", async () => {
    const folder = officeWith(ENTRIES, OFFICE);
    const at = ["--date", "2026-11-23 17:00", "--return-slip", "甲/乙", "--procedure-sheet", "甲/乙"];
    await folder.run(["check", ...at]);
    const files = folder.list("甲/乙");
    const first = files.map((path) => folder.bytes(path).toString("base64"));
    await folder.run(["check", ...at], { now: "2027-01-01T00:00:00Z" });
    expect(folder.list("甲/乙")).toEqual(files);
    expect(files.map((path) => folder.bytes(path).toString("base64"))).toEqual(first);
  });

  it("tells of a joint entry to each of its units, under their full names", async () => {
    const joint = SOUND({ 编号: "联", 报送单位: "[青石, 县水利局]", 正文: "日前，石坝村水渠已修复。" });
    const folder = officeWith({ "联.yaml": joint }, OFFICE);
    await folder.run(["check", "--return-slip", "单"]);
    expect(folder.list("单")).toEqual([slip("县水利局"), slip("青石镇")]);
    for (const unit of ["青石镇", "县水利局"])
      expect((await paragraphs(folder, slip(unit))).join("\n")).toContain("联合报送：青石镇、县水利局");
  });

  it("puts together what has no unit, or one that nobody knows", async () => {
    const folder = officeWith(
      {
        "坏.yaml": "标题: [坏\n",
        "外.yaml": SOUND({ 编号: "外", 报送单位: "石墙乡" }),
        "无.yaml": SOUND({ 报送单位: "" }),
      },
      OFFICE,
    );
    await folder.run(["check", "--return-slip", "单"]);
    expect(folder.list("单")).toEqual([slip("未署名")]);
    const text = (await paragraphs(folder, slip("未署名"))).join("\n");
    expect(text).toContain("以下3条信息没有读出报送单位");
    expect(text).toContain("（标题从略，文件 entries/坏.yaml）");
    expect(text).toContain("如属紧急信息，请立即电话报县委办，报送不等改正");
  });

  it("sends a file that could not be read to the unit that can be made out in it", async () => {
    const folder = officeWith(
      {
        "坏.yaml": "编号: 青-7\n标题: 水渠: 修复\n报送单位: 青石\n密级: 内部\n正文: 一。\n",
        "两.yaml": "标题: 水渠: 修复\n报送单位: 青石\n---\n标题: 水渠: 又修\n报送单位: 县水利局\n",
        "外.yaml": "标题: 水渠: 修复\n报送单位: 石墙乡\n正文: 一。\n",
      },
      OFFICE,
    );
    await folder.run(["check", "--return-slip", "单"]);
    expect(folder.list("单")).toEqual([slip("未署名"), slip("青石镇")].toSorted());
    const own = (await paragraphs(folder, slip("青石镇"))).join("\n");
    expect(own).toContain("编号：青-7；文件：entries/坏.yaml");
    const others = (await paragraphs(folder, slip("未署名"))).join("\n");
    expect(others).toContain("编号：没有读出；文件：entries/外.yaml");
    expect(others).toContain("entries/两.yaml");
  });

  it("tells two entries of one 编号 apart", async () => {
    const twice = { "甲.yaml": STOPPED, "乙.yaml": VAGUE.replace("编号: 含糊", "编号: 停") };
    const stream = { "丙.yaml": `${STOPPED}---\n${VAGUE.replace("编号: 含糊", "编号: 停")}` };
    for (const entries of [twice, stream]) {
      const folder = officeWith(entries, OFFICE);
      await folder.run(["check", "--return-slip", "单"]);
      const [one, two] = [await paragraphs(folder, slip("青石镇")), await paragraphs(folder, slip("县水利局"))];
      expect(one.filter((text) => text.includes("占位符"))).toHaveLength(1);
      expect(two.filter((text) => text.includes("占位符"))).toHaveLength(0);
      for (const each of [one, two])
        expect(each.filter((text) => text.includes("“停”与另外 1 条信息重复"))).toHaveLength(1);
    }
  });

  it("never quotes an entry of another unit, which may not be as open as the one it goes with", async () => {
    const body = "11月19日，石坝村、高岭村两处涉企劳资纠纷一并调处，43名工人126万元工资当天兑付。";
    const folder = officeWith(
      {
        "甲.yaml": SOUND({ 编号: "甲", 密级: "内部", 标题: "青石镇化解一起劳资纠纷", 正文: body }),
        "乙.yaml": SOUND({
          编号: "乙",
          报送单位: "县水利局",
          密级: "公开",
          报送时间: "2026-11-23 10:00",
          标题: "县水利局协助化解劳资纠纷",
          正文: `日前，${body}`,
        }),
      },
      OFFICE,
    );
    const ran = await folder.run(["check", "--return-slip", "单"]);
    expect(ran.out).toContain("near-duplicate");
    const text = (await paragraphs(folder, slip("县水利局"))).join("\n");
    expect(text).toContain("日前");
    expect(text).not.toContain("青石镇化解一起劳资纠纷");
  });

  it("asks nobody to mend what was set aside, but lists the facts of time and procedure all the same", async () => {
    const folder = officeWith({ "含糊.yaml": VAGUE, "迟.yaml": URGENT }, OFFICE);
    await folder.run(both);
    const before = await paragraphs(folder, sheet("青石镇"));
    await folder.run(["check", "--suppress-all"]);
    await folder.run(["check", "--return-slip", "单二", "--procedure-sheet", "单二"]);
    expect(folder.list("单二")).toEqual([sheet("青石镇").replace("单/", "单二/")]);
    expect(await paragraphs(folder, folder.list("单二")[0] ?? "")).toEqual(before);
  });

  it("is written for an entry on standard input too, without an office", async () => {
    const folder = new Folder({});
    const { code } = await folder.run(["check", "-", "--return-slip", "单"], { stdin: STOPPED });
    expect(code).toBe(1);
    const text = await paragraphs(folder, slip("青石镇"));
    expect(text.at(-1)).toBe("2026年11月23日");
  });
});

describe("退稿单", () => {
  const texts = async (entries: Readonly<Record<string, string>>, unit = "青石镇"): Promise<string[]> => {
    const folder = officeWith(entries, OFFICE);
    await folder.run(["check", "--return-slip", "单"]);
    return paragraphs(folder, slip(unit));
  };

  it("says where, what and how to mend it, and what keeps the entry out", async () => {
    const text = await texts({ "停.yaml": STOPPED });
    expect(text.slice(0, 3)).toEqual(["内部资料　注意保存", "信息退稿单", "青石镇："]);
    expect(text).toContain("一、请改正后重新报送");
    expect(text).toContain("编号：停；文件：entries/停.yaml；报送时间：2026-11-23 09:10");
    const stop = text.indexOf("须改正");
    expect(text.slice(stop, stop + 4)).toEqual([
      "须改正",
      "第 14 行：××",
      expect.stringContaining("占位符") as string,
      expect.stringContaining("核实后") as string,
    ]);
    const warning = text.indexOf("提醒");
    expect(text.slice(warning, warning + 2)).toEqual(["提醒", "第 14 行：日前"]);
    expect(text.slice(-2)).toEqual(["中共澄岭县委办公室", "2026年11月23日"]);
  });

  it("returns nothing that nothing stops", async () => {
    const text = await texts({ "含糊.yaml": VAGUE }, "县水利局");
    expect(text).toContain("信息补正单");
    expect(text).toContain("一、已经收下，请补正");
    expect(text.join("\n")).not.toMatch(/退稿单|须改正|重新报送/u);
  });

  it("never returns an urgent entry, whatever is wrong with it, and says so first", async () => {
    for (const wrong of [URGENT, URGENT.replace("签发人: 李建国\n", "")]) {
      const text = await texts({ "迟.yaml": wrong });
      expect(text).toContain("信息补正单");
      expect(text).toContain("一、紧急信息：照常报送，补正后补报");
      const title = text.indexOf("1. 青石镇石坝村发生山体滑坡");
      expect(text[title + 1]).toMatch(
        /^本条是紧急信息，不退稿。县委办(?:已收到，即按紧急信息处理|立即另行处理，不等改正)。照常报送，补正后补报，报送不等补正。$/u,
      );
      expect(text.join("\n")).not.toMatch(/重新报送|信息退稿/u);
    }
  });

  it("puts urgent entries before those returned, and those before the rest", async () => {
    const text = await texts({
      "停.yaml": STOPPED,
      "迟.yaml": URGENT,
      "含糊.yaml": VAGUE.replace("县水利局\n", "青石镇\n"),
    });
    expect(text).toContain("信息退稿补正单");
    expect(text.filter((each) => /^[一二三]、/u.test(each))).toEqual([
      "一、紧急信息：照常报送，补正后补报",
      "二、请改正后重新报送",
      "三、已经收下，请补正",
    ]);
  });

  it("tells of no notes, and of nothing that is the office's to mend", async () => {
    const folder = officeWith(
      { "旧.yaml": SOUND({ 编号: "旧", 事发时间: "2001-11-20", 报送时间: "2001-11-29 09:10", 核实: "{人: 李建国}" }) },
      OFFICE,
    );
    const { out } = await folder.run(["check", "--format", "compact", "--return-slip", "单"]);
    expect(out).toContain("[unknown-calendar]");
    expect((await paragraphs(folder, slip("青石镇"))).join("\n")).not.toContain("放假和调休");
  });
});

describe("程序情况表", () => {
  const texts = async (entries: Readonly<Record<string, string>>, office = OFFICE): Promise<string[]> => {
    const folder = officeWith(entries, office);
    await folder.run(["check", "--procedure-sheet", "单"]);
    return paragraphs(folder, sheet("青石镇"));
  };

  /** Cells of a chain, a row that begins with a time a line. */
  const rows = (cells: readonly string[]): string[] => cells.join("|").split(/\|(?=2026-)/u);

  it("lists the chain of times in order of time, with whom, how and who took it", async () => {
    const text = await texts({ "迟.yaml": URGENT });
    const start = text.indexOf("距事发") + 1;
    const chain = text.slice(start, text.indexOf("涉及的规定"));
    expect(rows(chain)).toEqual([
      "2026-11-23 08:20|事发|石坝村|0 分钟",
      "2026-11-23 08:25|接报|5 分钟",
      "2026-11-23 08:45|报上级部门|市应急管理局|电话|值班室|25 分钟",
      "2026-11-23 09:05|报县委办|电话|周强|45 分钟",
      "2026-11-23 09:10|报县领导|张立|电话|50 分钟",
      "2026-11-23 10:00|首报报送|迟|书面|1 小时 40 分钟",
    ]);
  });

  it("gives each rule with the fact, the figure and its source, and the law's clock beside the county's", async () => {
    const text = await texts({ "迟.yaml": URGENT });
    const phone = text.indexOf("紧急信息在时限内电话报县委办");
    expect(text.slice(phone, phone + 4)).toEqual([
      "紧急信息在时限内电话报县委办",
      "电话报县委办 2026-11-23 09:05，距事发（2026-11-23 08:20）45 分钟，应在事发后 30 分钟内",
      "事发后 30 分钟内",
      "参考国务院应急办2015年7月31日通知对重特大突发事件的要求",
    ]);
    const order = text.indexOf("报上级部门之前，先报县委办");
    expect(text[order + 2]).toBe("—");
    expect(text[order + 3]).toContain("《中国共产党重大事项请示报告条例》（2019）第六至十条");
    const clocks = text.slice(text.indexOf("本县时限和法定时限对照"));
    expect(clocks.filter((each) => each === "本县")).toHaveLength(2);
    const law = clocks.indexOf("法定");
    expect(clocks.slice(law, law + 3)).toEqual(["法定", expect.stringContaining("县级人民政府") as string, "立即"]);
    expect(clocks[law + 3]).toBe("规定，《突发事件应对法》（2024年修订）");
  });

  it("takes a figure that the office sets, with that as its source", async () => {
    const text = await texts({ "迟.yaml": URGENT }, `${OFFICE}规则:\n  late-phone: { 紧急.电话: 20 }\n`);
    const phone = text.indexOf("紧急信息在时限内电话报县委办");
    expect(text.slice(phone + 2, phone + 4)).toEqual(["事发后 20 分钟内", "本机关规定"]);
  });

  it("names the leader in charge where the office lists one, blames nobody and ends as it must", async () => {
    const text = await texts({ "迟.yaml": URGENT });
    expect(text.slice(text.indexOf("报送单位"), text.indexOf("报送单位") + 4)).toEqual([
      "报送单位",
      "青石镇",
      "分管领导",
      "周立诚",
    ]);
    expect(text.slice(-3)).toEqual(["建议按规定处理。", "中共澄岭县委办公室", "2026年11月23日"]);
    const all = text.join("\n");
    expect(all).toContain("本表只列事实，不作认定");
    expect(all).not.toMatch(/责任人|追究|失职|扣|分值|批评|严重|暂缓|先不报|铁的纪律|属漏报/u);
    const without = await texts({ "迟.yaml": URGENT }, OFFICE.replace("分管领导: 周立诚, ", ""));
    expect(without).toContain("单位名单没有列出");
  });

  it("adds the other reports of the event to the chain, and tells of a gap in them", async () => {
    const entries = {
      "迟.yaml": URGENT.replace(/2026-11-23/gu, "2026-11-19"),
      "续.yaml": urgentText({
        编号: "续",
        报送时间: "2026-11-19 15:00",
        报告: "{阶段: 续报, 次: 1, 续: 迟}",
        事发时间: "2026-11-19 08:20",
        接报时间: "",
        报送记录: "[{对象: 县委办, 方式: 书面, 时间: 2026-11-19 15:00}, {对象: 县领导, 时间: 2026-11-19 15:00}]",
      }),
    };
    const text = await texts(entries);
    expect(text.filter((each) => each.endsWith("报送") && each !== "书面报送")).toEqual([
      "首报报送",
      "续报（1）报送",
      "首报报送",
      "续报（1）报送",
    ]);
    const gap = text.indexOf("事件没有终报以前，按规定的次数续报");
    expect(text[gap + 2]).toMatch(/^每天/u);
    // The limits of a first report are no limits of a later one.
    expect(text.filter((each) => each === "本县时限和法定时限对照")).toHaveLength(1);
  });

  it("is not made for a time that was only written wrong, nor for one without a time of day", async () => {
    const wrong = urgentText({ 编号: "错", 报送时间: "2026-11-23 08:10" });
    const folder = officeWith({ "错.yaml": wrong }, OFFICE);
    const { out, err } = await folder.run(["check", "--format", "compact", "--procedure-sheet", "单"]);
    expect(out).toContain("[time-order]");
    expect(err).toContain("没有要写程序情况表的信息，没有写文件");
    expect(folder.has("单")).toBe(false);
  });

  it("puts a day without a time after all times of that day, and counts nothing from it", async () => {
    const text = await texts({
      "先.yaml": SOUND({
        编号: "先",
        事发时间: "2026-11-23 08:20",
        报送记录:
          "[{对象: 县领导, 名称: 张立, 时间: 2026-11-23}, {对象: 上级部门, 名称: 市水利局, 时间: 2026-11-23 08:45}]",
      }),
    });
    const last = text.indexOf("2026-11-23（未填时分）");
    expect(rows(text.slice(last - 5, last + 3))).toEqual([
      "2026-11-23 09:10|报送|先|书面|50 分钟",
      "2026-11-23（未填时分）|报县领导|张立",
    ]);
    expect(text[last + 3]).toBe("涉及的规定");
  });
});

describe("what comes from strangers", () => {
  it("becomes neither markup nor a template's word, and hides nothing", async () => {
    const title = '</td></tr></table><p class="独编标题">甲</p>{{题}}{{{机关}}}&lt;w:p/&gt;';
    const hostile = SOUND({
      编号: "<b>编&amp;号</b>",
      标题: JSON.stringify(title),
      正文: "日前，<script>alert(1)</script>\u202e水渠已修复××米。",
    });
    const folder = officeWith({ "毒.yaml": hostile }, OFFICE);
    await folder.run(["check", "--return-slip", "单"]);
    const text = await paragraphs(folder, slip("青石镇"));
    expect(text).toContain(`1. ${title}`);
    expect(text.join("\n")).toContain("编号：<b>编&amp;号</b>；");
    expect(text.join("\n")).not.toContain("\u202e");
    expect(text.filter((each) => each === "性质")).toHaveLength(1);
  });

  it("makes file names below the folder only, each unit its own", async () => {
    const units = ["../../甲", "..\\..\\甲", "a/b", "A?B", "\u202e乙", "长".repeat(90), "😀".repeat(90), "未署名"];
    const entries = units.map((unit, index) => [
      `${index}.yaml`,
      SOUND({ 编号: `${index}`, 报送单位: JSON.stringify(unit), 正文: "日前，水渠已修复。" }),
    ]);
    const folder = officeWith(Object.fromEntries(entries));
    const { code } = await folder.run(["check", "--return-slip", "单"]);
    expect(code).toBe(0);
    expect(folder.list("单")).toHaveLength(units.length);
    expect(folder.list().filter((path) => path.endsWith(".docx") && !path.startsWith("单/退稿单-"))).toEqual([]);
    expect(folder.list("单").join("\n")).not.toContain("\u202e");
    expect(folder.list("单")).toContain("单/退稿单-a_b-2026-11-23-2.docx");
  });

  it("shows no telephone number, and no whole number of a person", async () => {
    const entries = {
      "迟.yaml": URGENT.replace("市应急管理局", "市应急管理局 13912345678").replace(
        "接报人: 周强",
        "接报人: 周强0830-1234567",
      ),
      "证.yaml": SOUND({ 编号: "证", 正文: "日前，村民王某（身份证11010519491231002X）反映水渠已修复。" }),
      "话.yaml": SOUND({ 编号: "话", 联系电话: "[0830-1234567]", 正文: "日前，水渠已修复。" }),
    };
    const folder = officeWith(entries, OFFICE);
    await folder.run(both);
    for (const path of folder.list("单")) {
      const text = (await paragraphs(folder, path)).join("\n");
      expect(text).not.toMatch(/0830-1234567|0830-7654321|13912345678|11010519491231002X/u);
      if (path.includes("程序")) expect(text).toMatch(/市应急管理局 139\*{4}5678[\s\S]*周强（电话略）/u);
    }
  });

  it("shows no title and no text of a file whose 密级 was not read", async () => {
    const folder = officeWith({ "无密级.yaml": STOPPED.replace("密级: 内部\n", "") }, OFFICE);
    await folder.run(["check", "--return-slip", "单"]);
    const text = await paragraphs(folder, slip("青石镇"));
    expect(text).toContain("1. （标题从略，文件 entries/无密级.yaml）");
    expect(text).toContain("第 13 行");
    expect(text.join("\n")).not.toContain("青石镇修复水渠");
  });

  it.each([["--format", "json"], ["--format", "compact"], ["--quiet"]])(
    "of classified material nothing: %s %s",
    async (...more) => {
      const folder = officeWith({ ...ENTRIES, "密.yaml": SECRET }, OFFICE);
      const before = folder.list();
      const { code, err } = await folder.run([...both, ...more]);
      expect(code).toBe(4);
      expect(folder.list()).toEqual(before);
      expect(err).not.toContain("已写出");
    },
  );
});

describe("where it cannot write", () => {
  it("refuses a file for a folder, and no folder at all, before it looks at anything", async () => {
    const folder = officeWith(ENTRIES, OFFICE);
    const file = await folder.run(["check", "--return-slip", "zhuanbao.yaml"]);
    expect([file.code, file.out]).toEqual([2, ""]);
    expect(file.err).toContain("--return-slip 后应是目录，却是文件：zhuanbao.yaml");
    expect((await folder.run(["check", "--procedure-sheet", ""])).code).toBe(2);
    expect((await folder.run(["check", "--watch", "--return-slip", "单"])).code).toBe(2);
    expect((await folder.run(["check", "--fix", "--dry-run", "--return-slip", "单"])).code).toBe(2);
    expect(folder.has("单")).toBe(false);
  });

  it("leaves stdout empty where the disk fails", async () => {
    const folder = officeWith(ENTRIES, OFFICE);
    const files = {
      replace: (path: string): void => {
        throw new FileError("full", path, "ENOSPC");
      },
    };
    const ran: Ran = await folder.run([...both, "--format", "json"], { files });
    expect([ran.code, ran.out]).toEqual([2, ""]);
  });

  it("writes nothing where a template is at fault, says where, and is 1", async () => {
    const template = readFileSync("templates/publications/退稿单/template.hbs", "utf8");
    const folder = officeWith({ "含糊.yaml": VAGUE }, `${OFFICE}刊物:\n  退稿单: { 模板: 模板 }\n`);
    folder.write("模板/layout.yaml", readFileSync("templates/publications/退稿单/layout.yaml"));
    folder.write("模板/template.hbs", template.replaceAll("{{处数}}", "{{处数字}}"));
    const ran = await folder.run(both);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain("模板/template.hbs");
    expect(ran.err).toContain("模板要的“处数字”没有值");
    expect(folder.has("单")).toBe(false);
    folder.write("模板/template.hbs", template.replace("单位：", "").replaceAll("分列如下", "本办所改"));
    expect((await folder.run(both)).code).toBe(0);
    expect((await paragraphs(folder, slip("县水利局"))).join("\n")).toContain("本办所改");
    folder.write("zhuanbao.yaml", `${OFFICE}刊物:\n  退稿单: { 模板: 没有的 }\n`);
    expect((await folder.run(both)).code).toBe(2);
  });

  it("lets nobody compile or plan a paper as if it were a publication", async () => {
    const folder = officeWith(ENTRIES, OFFICE);
    for (const command of ["compile", "plan"]) {
      const { code, err } = await folder.run([command, "--publication", "退稿单"]);
      expect(code).toBe(2);
      expect(err).toContain("“退稿单”不是刊物");
      expect(err).toContain("zhuanbao check --return-slip 目录");
    }
    expect((await folder.run(["compile", "--publication", "没有的"])).err).toMatch(
      /可用的刊物：(?!.*(?:退稿单|程序情况表))/u,
    );
  });
});

describe("the page of the papers", () => {
  const page = readFileSync("docs/退稿单和程序情况表.md", "utf8");
  const files = [...page.matchAll(/^```yaml (\S+)\n([\s\S]*?)^```$/gmu)].map(([, path = "", text = ""]) => [
    path,
    text,
  ]);

  it("shows what its example gives", async () => {
    const folder = new Folder(Object.fromEntries(files) as Record<string, string>);
    const { code } = await folder.run([
      "check",
      "--date",
      "2026-11-23 17:00",
      "--return-slip",
      "单",
      "--procedure-sheet",
      "单",
    ]);
    expect(code).toBe(1);
    expect(folder.list("单")).toEqual([sheet("青石镇"), slip("青石镇")]);
    const text = await paragraphs(folder, slip("青石镇"));
    expect(text).toContain("一、紧急信息：照常报送，补正后补报");
    expect(text).toContain("二、请改正后重新报送");
  });

  it("names every value that the shipped templates use, and only pictures that are there", () => {
    for (const name of ["退稿单", "程序情况表"]) {
      const template = readFileSync(`templates/publications/${name}/template.hbs`, "utf8");
      for (const [, value = ""] of template.matchAll(/\{\{(?:#\w+ )?([\p{Script=Han}]+)\}\}/gu))
        expect(page).toContain(`\`${value}\``);
    }
    for (const [, path = ""] of page.matchAll(/!\[[^\]]*\]\(([^)]+)\)/gu))
      expect(readFileSync(join("docs", path)).length).toBeGreaterThan(1000);
  });
});
