import { BASES } from "../render/support/layouts.ts";
import { describe, expect, it } from "vitest";
import { layOut, type Issue } from "../../src/pipeline/issue.ts";
import { planOf } from "../../src/pipeline/draft.ts";
import { locate } from "../../src/report/locate.ts";
import { shippedFile, shown } from "../compose/support.ts";
import { draftOf, entryText, filesOf, OFFICE, publicationOf, surveyOf, urgentText, type Files } from "./support.ts";

interface Wanted {
  readonly office?: string;
  /** The text of the plan; without one the machine ranks. */
  readonly plan?: string;
  readonly skipInvalid?: boolean;
}

function issueOf(files: Files, { office = OFFICE, plan, skipInvalid = false }: Wanted = {}): Issue {
  const found = surveyOf(files, { office });
  return layOut(found, {
    publication: publicationOf(found),
    plan: plan === undefined ? null : planOf({ path: "plans/p.yaml", text: plan }, found.grounds.office.zone),
    template: shippedFile("publications/信息专报/template.hbs"),
    layout: shippedFile("publications/信息专报/layout.yaml"),
    bases: BASES,
    looks: [],
    skipInvalid,
    day: found.grounds.now.day,
  });
}

/** What is printed, a block a line. */
function printed(files: Files, wanted: Wanted = {}): string[] {
  const { print, findings } = issueOf(files, wanted);
  if (!print) throw new Error(`nothing printed: ${findings.map(({ message }) => message).join("; ")}`);
  return shown(print.document);
}

const styles = (lines: readonly string[]): string[] => lines.map((line) => line.split(" ")[0] as string);
const news = (id: string, more: Record<string, string> = {}): string =>
  entryText({ 编号: id, 标题: `${id}题`, ...more });
const problem = (id: string): string =>
  news(id, { 类别: "问题", 正文: "近期反映缺水，原因是管网老化，建议由县水利局牵头解决。" });

describe("an issue of one entry (独编)", () => {
  it("has its title as the great one, no 要目 and no group heading", () => {
    expect(
      printed(filesOf(news("甲", { 报送单位: "[青石镇, 白水镇]", 正文: "一、背景\n石坝村水渠已修复。" }))),
    ).toEqual([
      "版头行 送审稿⟨tab⟩内部资料　注意保存",
      "刊名 信息专报",
      "期号 第　期",
      "编发行 ⟨tab⟩中共澄岭县委办公室⟨tab⟩2026年11月23日",
      "独编标题 ⟨#item1⟩甲题",
      "一级 一、背景",
      "正文 石坝村水渠已修复。",
      "供稿 （青石镇、白水镇）",
      "尾 hr 报尾粗线",
      "尾 hr 报尾细线",
      "尾 印数 中共澄岭县委办公室⟨tab⟩",
      "尾 hr 报尾粗线",
    ]);
  });

  it("names each unit once, by its full name, whichever name its entry gives", () => {
    const office = `${OFFICE}单位: [{名称: 青石镇, 简称: 青石}, {名称: 县人力资源和社会保障局, 简称: 县人社局}]\n`;
    const lines = printed(filesOf(news("甲", { 报送单位: "[县人社局, 青石, 青石镇]" })), { office });
    expect(lines).toContain("供稿 （县人力资源和社会保障局、青石镇）");
  });

  it("says no 内部资料 where all is 公开, and says it where one entry is not", () => {
    expect(printed(filesOf(news("甲", { 密级: "公开" })))[0]).toBe("版头行 送审稿⟨tab⟩");
    expect(printed(filesOf(news("甲", { 密级: "公开" }), news("乙")))[0]).toBe("版头行 送审稿⟨tab⟩内部资料　注意保存");
  });

  it("prints recipients and copies as the office sets them", () => {
    const office = `${OFFICE}刊物:\n  信息专报: {编发单位: 信息科, 报: [市委办, 县委书记], 送: [县政府办], 发: [各镇], 印数: 45}\n`;
    expect(printed(filesOf(news("甲")), { office }).slice(-7)).toEqual([
      "尾 hr 报尾粗线",
      "尾 报送 报：市委办，县委书记。",
      "尾 报送 送：县政府办。",
      "尾 报送 发：各镇。",
      "尾 hr 报尾细线",
      "尾 印数 信息科⟨tab⟩共印45份",
      "尾 hr 报尾粗线",
    ]);
  });
});

describe("an issue of several entries (综合)", () => {
  it("has 要目 from four items on", () => {
    const three = styles(printed(filesOf(news("一"), news("二"), news("三"))));
    expect(three).not.toContain("要目标题");
    const four = printed(filesOf(news("一"), news("二"), news("三"), news("四")));
    expect(four.filter((line) => line.startsWith("要目"))).toEqual([
      "要目标题 本期要目",
      "要目条目 一题⟨tab⟩⟨p.item1⟩",
      "要目条目 三题⟨tab⟩⟨p.item2⟩",
      "要目条目 二题⟨tab⟩⟨p.item3⟩",
      "要目条目 四题⟨tab⟩⟨p.item4⟩",
    ]);
  });

  it("has group headings from two groups on, numbered", () => {
    expect(styles(printed(filesOf(news("一"), news("二"))))).not.toContain("分组");
    const two = printed(filesOf(news("一"), problem("二")));
    expect(two.filter((line) => line.startsWith("分组"))).toEqual(["分组 一、问题与建议", "分组 二、工作动态"]);
    const lines = printed(filesOf(news("一"), problem("二"), urgentText({ 编号: "三" })));
    expect(lines.filter((line) => line.startsWith("分组"))).toEqual([
      "分组 一、紧急要情",
      "分组 二、问题与建议",
      "分组 三、工作动态",
    ]);
    expect(styles(lines)).not.toContain("独编标题");
    expect(styles(lines).filter((style) => style === "条目标题")).toHaveLength(3);
  });

  it("prints the earlier reports of an event below the newest", () => {
    const first = urgentText({ 编号: "首", 标题: "首题" });
    const second = urgentText({
      编号: "续",
      标题: "续题",
      报送时间: "2026-11-23 10:00",
      报告: "{阶段: 续报, 续: 首}",
      正文: "续报正文。",
    });
    expect(printed(filesOf(first, second)).slice(4, 9)).toEqual([
      "条目标题 ⟨#item1⟩续题",
      "正文 续报正文。",
      "并入标题 首题",
      "正文 石坝村三组发生山体滑坡，1人轻伤，正在核查。",
      "供稿 （青石镇）",
    ]);
  });

  it("never prints a 联系电话 or the name of a 报送员", () => {
    const text = printed(
      filesOf(urgentText({ 编号: "甲", 报送员: "不印的人", 现场负责人: "{姓名: 不印的人, 电话: 0830-7654321}" })),
    ).join("\n");
    expect(text).not.toMatch(/0830|不印的人/u);
  });
});

describe("a plan and its issue", () => {
  const files = filesOf(news("甲"), news("乙"));
  const planned = (change: (text: string) => string): string => change(draftOf(files).text);

  it("prints 按语, a paragraph a line, marked once", () => {
    const plan = planned((text) => text.replace(/^按语:.*$/mu, "按语: |\n  　　第一段。\n\n  第二段。"));
    expect(printed(files, { plan }).filter((line) => line.startsWith("按语"))).toEqual([
      "按语 按语：第一段。",
      "按语 第二段。",
    ]);
  });

  it("prints 改题 and 改文 in place of what was sent", () => {
    const plan = planned((text) =>
      text.replace(
        /^ +指纹: .*$/mu,
        (line) => `${line}\n        改题: 短题\n        改文: |\n          短文。\n          （一）二段`,
      ),
    );
    const lines = printed(files, { plan });
    expect(lines).toContain("条目标题 ⟨#item1⟩短题");
    expect(lines).toContain("正文 短文。");
    expect(lines).toContain("二级 （一）二段");
    expect(lines.join("\n")).not.toContain("题题");
  });

  it("reports what 改文 may not hold in the plan, at its place", () => {
    const plan = planned((text) =>
      text.replace(/^ +指纹: .*$/mu, (line) => `${line}\n        改文: |\n          第一行\n          看\`这里\``),
    );
    const issue = issueOf(files, { plan });
    const line = plan.split("\n").findIndex((each) => each.includes("看`")) + 1;
    expect(issue.print).toBeNull();
    expect(locate(issue.findings).map((each) => `${each.file} ${each.line}:${each.column} ${each.rule}`)).toEqual([
      `plans/p.yaml ${line}:12 syntax`,
    ]);
  });

  it("refuses an id that is no entry's, unless it is to be skipped", () => {
    const plan = planned((text) => text.replace("编号: 乙", "编号: 丙").replace(/(编号: 丙\n.*\n +指纹: ).*/u, "$1x"));
    const issue = issueOf(files, { plan });
    expect(issue.print).toBeNull();
    expect(locate(issue.findings).map(({ file, rule, message }) => `${file} ${rule} ${message}`)).toEqual([
      "plans/p.yaml bad-value 编排单里的“丙”没有对应的信息",
    ]);
    expect(printed(files, { plan, skipInvalid: true }).filter((line) => line.includes("标题"))).toEqual([
      "独编标题 ⟨#item1⟩甲题",
    ]);
  });

  it("follows an entry that was renamed since", () => {
    const renamed = filesOf(news("甲"), news("丙", { 标题: "乙题" }));
    expect(printed(renamed, { plan: draftOf(files).text })).toContain("条目标题 ⟨#item1⟩乙题");
  });

  it("lists what the plan leaves out, and why", () => {
    const plan = draftOf(files).text;
    const more = { ...files, ...filesOf(news("新")) };
    expect(issueOf(more, { plan }).arranged.left).toEqual([
      { id: "新", why: expect.stringContaining("编排单里没有") as string },
    ]);
  });

  it.each([
    ["one id twice", (text: string) => text.replace("编号: 乙", "编号: 甲"), "bad-value"],
    ["an unknown key", (text: string) => text.replace("指纹: ", "指文: "), "unknown-field"],
    ["no 刊物", (text: string) => text.replace(/^刊物.*\n/mu, ""), "missing-field"],
    ["a day that is none", (text: string) => text.replace("2026-11-23", "2026-02-30"), "bad-value"],
    [
      "固定 that is neither yes nor no",
      (text: string) => text.replace("指纹: ", "固定: 好\n        指纹: "),
      "bad-value",
    ],
    ["an alias", (text: string) => text.replace("按语:", "按语: *甲"), "syntax"],
    ["nothing", () => "", "syntax"],
  ])("is refused with a place where it has %s", (_, change, rule) => {
    const issue = issueOf(files, { plan: planned(change) });
    expect(issue.print).toBeNull();
    expect(issue.refusals.map((each) => `${each.at.source.path} ${each.rule}`)).toContain(`plans/p.yaml ${rule}`);
  });
});

describe("entries at fault", () => {
  const faulty = entryText({ 编号: "错", 类别: "没有的类别" });

  it("stop an issue", () => {
    const issue = issueOf(filesOf(news("甲"), faulty));
    expect(issue.print).toBeNull();
    expect(issue.refusals.map(({ rule }) => rule)).toEqual(["unknown-category"]);
  });

  it("are skipped on demand, and listed", () => {
    const issue = issueOf(filesOf(news("甲"), faulty), { skipInvalid: true });
    expect(issue.print?.pages).toBe(1);
    expect(issue.arranged.left).toEqual([{ id: "错", why: expect.stringContaining("校核未过") as string }]);
  });

  it("do not stop an issue that leaves them out anyway", () => {
    const files = filesOf(news("甲"), faulty);
    expect(issueOf(files, { plan: draftOf(files).text }).print).not.toBeNull();
  });

  it("a late and wrongly routed urgent report does not stop one", () => {
    const late = urgentText({
      编号: "迟",
      报送时间: "2026-11-23 16:00",
      报送记录: "[{对象: 县领导, 方式: 电话, 时间: 2026-11-23 15:40}]",
    });
    const issue = issueOf(filesOf(late));
    expect(new Set(issue.findings.filter(({ severity }) => severity === "error").map(({ rule }) => rule))).toEqual(
      new Set(["late-phone", "late-written"]),
    );
    expect(issue.print).not.toBeNull();
  });
});
