import mammoth from "mammoth";
import { describe, expect, it } from "vitest";
import { entryText, officeWith, SECRET, urgentText, type Folder, type Ran } from "./support.ts";

const OFFICE = `机关: 中共青岚县委办公室
单位: [{名称: 青石镇}, {名称: 县教育局}, {名称: 县水利局}, {名称: 东湖镇}]
领导:
  - {职务: 县委书记, 姓名: 韩叙文, 分管: [全面工作]}
  - {职务: 县委副书记、县长, 姓名: 陆明远, 分管: [县政府全面工作]}
  - {职务: 副县长, 姓名: 罗青禾, 分管: [教育]}
  - {职务: 副县长, 姓名: 温道平, 分管: [水利/水库]}
关注:
  - {名称: 防汛抗旱, 类型: 阶段, 起: 2026-11-01, 止: 2026-12-31, 权重: 5, 关键词: [抗旱/旱情/缺水], 领导: 温道平, 来源: 县委要点}
刊物:
  信息专报: {条数上限: 3}
`;

const DRY = entryText({
  编号: "旱",
  标题: "青石镇4个村人畜饮水缺水",
  类别: "问题",
  报送时间: "2026-11-20 09:00",
  正文: "青石镇4个村860户缺水，原因是莲花塘水位降到取水口以下。请县水利局11月26日前调水3000立方米。",
});
const SCHOOL = entryText({
  编号: "校",
  标题: "县职业中学实训车间投用",
  报送单位: "县教育局",
  报送时间: "2026-11-20 10:00",
  正文: "11月19日，县职业中学实训车间投用，168名学生上岗实习。",
});
const NEWS = entryText({ 编号: "讯", 报送时间: "2026-11-20 11:00" });
const MORE = entryText({
  编号: "再",
  标题: "东湖镇敬老院添置取暖设备",
  报送单位: "东湖镇",
  报送时间: "2026-11-20 12:00",
  正文: "东湖镇敬老院添置电暖气12台，老人当天用上。",
});

const office = (more: Readonly<Record<string, string>> = {}): Folder =>
  officeWith({ "旱.yaml": DRY, "校.yaml": SCHOOL, "讯.yaml": NEWS, "再.yaml": MORE, ...more }, OFFICE);
const plan = (folder: Folder, ...argv: string[]): Promise<Ran> => folder.run(["plan", ...argv]);

async function paper(folder: Folder, path: string): Promise<string> {
  return (await mammoth.extractRawText({ buffer: folder.bytes(path) })).value;
}

describe("plan --explain", () => {
  it("tells group, every reason with what it goes by, and the neighbours; nothing is written", async () => {
    const folder = office();
    const { code, out } = await plan(folder, "--explain", "旱");
    expect(code).toBe(0);
    expect(out).toContain("《青石镇4个村人畜饮水缺水》（旱）");
    expect(out).toMatch(/得 13 分，归“中心工作”/u);
    expect(out).toMatch(/关注点 防汛抗旱\s+\+5\s+标题“缺水”（同“抗旱”）、正文“缺水”（同“抗旱”）/u);
    expect(out).toMatch(/有原因有建议\s+\+2\s+“.*莲花塘水位.*”；“请县水利局11月26日前/u);
    expect(out).toContain("本期第 1 条，“中心工作”第 1 条");
    expect(out).toContain("后一条《县职业中学实训车间投用》");
    expect(folder.has("plans")).toBe(false);
  });

  it("tells why an entry stays out, and where it would go", async () => {
    const { out } = await plan(office(), "--explain", "再");
    expect(out).toContain("没有编入：超过条数上限 3 条（排在第 4 条）；也可编入《每日要情》");
  });

  it("names ids there are where there is no such one", async () => {
    const { code, err } = await plan(office(), "--explain", "没有");
    expect(code).toBe(2);
    expect(err).toContain("没有编号是 没有 的信息");
    expect(err).toMatch(/编号写在信息的“编号”里，如 \S+/u);
  });
});

describe("plan --for", () => {
  it("puts what asks for a decision first, to whoever has charge of everything", async () => {
    const { code, out } = await plan(office(), "--for", "县委书记");
    expect(code).toBe(0);
    expect(out.indexOf("请您决定的")).toBeLessThan(out.indexOf("青石镇4个村人畜饮水缺水"));
    expect(out).toContain("请决定：请县水利局11月26日前调水3000立方米。");
    expect(out.indexOf("青石镇4个村人畜饮水缺水")).toBeLessThan(out.indexOf("其他与您分管、关注有关的"));
    expect(out).toContain("县职业中学实训车间投用");
  });

  it("is each leader's own: the portfolio, the themes", async () => {
    const folder = office();
    const education = (await plan(folder, "--for", "罗青禾")).out;
    expect(education).toContain("县职业中学实训车间投用");
    expect(education).toContain("分管 教育");
    expect(education).not.toContain("饮水缺水");
    const water = (await plan(folder, "--for", "温道平")).out;
    expect(water).toContain("您的关注点 防汛抗旱");
    expect(water).not.toContain("实训车间");
  });

  it("marks what was not in the plan before", async () => {
    const folder = office();
    await plan(folder, "--date", "2026-11-20 18:00");
    folder.write(
      "entries/新.yaml",
      entryText({
        编号: "新",
        标题: "东湖镇水库清淤开工",
        报送单位: "东湖镇",
        正文: "11月23日，莲花塘水库清淤开工，投入机械6台。",
      }),
    );
    const { out } = await plan(folder, "--for", "温道平");
    expect(out).toContain("与 2026-11-20 的编排单相比");
    expect(out).toMatch(/上次以来的变化\n 1\. 东湖镇水库清淤开工（本期未编入）（新）/u);
    expect(out).not.toContain("缺水（新）");
  });

  it("is one page of paper with -o, however many there are", async () => {
    const many = Array.from({ length: 24 }, (_, index) => {
      const id = `多${index + 1}`;
      const body = `第${index + 1}村${index + 3}口机井出水不足，影响${100 + index}户。请县水利局12月${(index % 9) + 10}日前检修。`;
      return [
        `${id}.yaml`,
        entryText({
          编号: id,
          标题: `第${index + 1}村机井出水不足`,
          类别: "问题",
          地点: `第${index + 1}村`,
          正文: body,
        }),
      ];
    });
    const folder = office(Object.fromEntries(many) as Record<string, string>);
    const { code, out, err } = await plan(folder, "--for", "县长", "-o", "out/县长.docx");
    expect([code, out]).toEqual([0, "已写出 out/县长.docx（1 页）\n"]);
    const left = /另有 (\d+) 条没有列/u.exec(err)?.[1];
    expect(Number(left)).toBeGreaterThan(10);
    const text = await paper(folder, "out/县长.docx");
    expect(text).toContain("呈县委副书记、县长 陆明远");
    expect(text).toContain(`另有 ${left} 条，需要时请县委办提供。`);
  });

  it("asks which of two, and says who there are", async () => {
    const two = await plan(office(), "--for", "副县长");
    expect([two.code, two.err]).toEqual([2, expect.stringContaining("“副县长”不止一位：副县长罗青禾、副县长温道平")]);
    const none = await plan(office(), "--for", "王某");
    expect([none.code, none.err]).toEqual([2, expect.stringContaining("没有这位领导：王某")]);
    expect((await plan(office(), "--for", "县长")).out).toContain("陆明远");
  });
});

describe("plan --sheet", () => {
  it("prints scores and reasons for the meeting; the brief never shows a score", async () => {
    const folder = office();
    expect((await plan(folder, "--sheet", "out/编排表.docx")).code).toBe(0);
    const sheet = await paper(folder, "out/编排表.docx");
    expect(sheet).toContain("信息专报编排表");
    expect(sheet).toContain("中心工作 +4，关注点 防汛抗旱 +5，有原因有建议 +2，有数据 +1");
    expect(sheet).toContain("超过条数上限 3 条（排在第 4 条）；也可编入《每日要情》");
    await folder.run(["compile", "-o", "out/a.docx"]);
    const brief = await paper(folder, "out/a.docx");
    expect(brief).toContain("青石镇4个村人畜饮水缺水");
    expect(brief).not.toMatch(/\+5|得分|关注点/u);
  });
});

describe("plan --diff", () => {
  it("shows what the editor wrote for print beside what was submitted, which stays as it was", async () => {
    const folder = office();
    await plan(folder);
    const path = "plans/信息专报-2026-11-23.yaml";
    expect((await plan(folder, "--diff")).out).toBe("没有改题、改文，付印的与原件相同\n");
    folder.write(path, folder.read(path).replace(/( +)指纹: (\S+)\n/u, "$1指纹: $2\n$1改题: 四村缺水待调水\n"));
    const { code, out } = await plan(folder, "--diff", "旱");
    expect(code).toBe(0);
    expect(out).toContain("--- 旱（原件）");
    expect(out).toMatch(/^-.*青石镇4个村人畜饮水缺水$/mu);
    expect(out).toMatch(/^\+.*四村缺水待调水$/mu);
    expect(folder.read("entries/旱.yaml")).toBe(DRY);
  });
});

describe("an urgent report", () => {
  const FIRE = urgentText({ 编号: "急", 标题: "青石镇一民房起火", 报告: "{阶段: 首报}" });

  it("that no express issue has told of is said aloud, by plan and by compile", async () => {
    const folder = office({ "急.yaml": FIRE });
    for (const argv of [["plan"], ["compile", "-o", "out/a.docx"]]) {
      const { err } = await folder.run(argv);
      expect(err).toContain("！还没有出过《紧急信息快报》的紧急信息 1 件，先单独编发，不要等《信息专报》：");
      expect(err).toContain("青石镇一民房起火（急），首报");
    }
  });

  it("is not, once a plan of the express issue holds it", async () => {
    const folder = office({ "急.yaml": FIRE });
    folder.write(
      "plans/紧急信息快报-2026-11-23.yaml",
      "刊物: 紧急信息快报\n日期: 2026-11-23\n分组: [{名称: 紧急要情, 条目: [{编号: 急, 标题: 青石镇一民房起火}]}]\n",
    );
    expect((await plan(folder)).err).not.toContain("紧急信息快报");
  });

  it("that could not be read is left out aloud", async () => {
    const folder = office({ "翻船.yaml": "标题：一渡船倾覆\n类别: 紧急\n报送单位: 青石镇\n正文: 倾覆。\n" });
    for (const argv of [["plan"], ["compile", "--skip-invalid", "-o", "out/a.docx"]]) {
      const { err } = await folder.run(argv);
      expect(err).toContain(
        "！紧急信息未编入 1 条，请立即处理，不要等本期：\n  没有读出的紧急信息（翻船）：校核未过：",
      );
    }
  });

  it("rewritten under the id of one that was printed, and at fault, is left out aloud all the same", async () => {
    const report = (more: object): string => urgentText({ 编号: "急", 标题: "青石镇一民房起火续报", ...more });
    const folder = office({ "急.yaml": report({ 报告: "{阶段: 续报, 次: 1}" }) });
    await plan(folder);
    await folder.run(["publish", "--signer", "王某", "--editor", "李某"]);
    expect((await plan(folder)).err).not.toContain("紧急信息未编入");
    folder.write("entries/急.yaml", report({ 报告: "{阶段: 续报, 次: 2}", 签发人: '""' }));
    expect((await plan(folder)).err).toContain("！紧急信息未编入 1 条");
  });

  it("still is, where such a plan prints another: it prints one event", async () => {
    const folder = office({
      "急.yaml": FIRE,
      "车.yaml": urgentText({ 编号: "车", 标题: "青石镇一货车侧翻", 报告: "{阶段: 首报}" }),
    });
    const row = (id: string): string => `{编号: ${id}, 标题: ${id}}`;
    folder.write(
      "plans/紧急信息快报-2026-11-23.yaml",
      `刊物: 紧急信息快报\n日期: 2026-11-23\n分组: [{名称: 紧急要情, 条目: [${row("急")}, ${row("车")}]}]\n`,
    );
    const { err } = await plan(folder);
    expect(err).toContain("还没有出过《紧急信息快报》的紧急信息 1 件");
    expect(err).toContain("青石镇一货车侧翻（车），首报");
    const made = await folder.run(["compile", "--publication", "紧急信息快报", "-o", "out/a.docx"]);
    expect(made.err).toContain("紧急信息 1 件，本刊一期只编一件，请接着另编：\n  青石镇一货车侧翻（车），首报");
  });
});

describe("a publication that takes some categories", () => {
  it("leaves the others out, and says which publication suits them; an urgent report left out is said aloud", async () => {
    const folder = officeWith(
      { "旱.yaml": DRY, "讯.yaml": NEWS, "急.yaml": urgentText({ 编号: "急" }) },
      OFFICE.replace("条数上限: 3", "收录: [问题, 建议]"),
    );
    const { out } = await plan(folder, "--json");
    expect((await plan(folder)).err).toContain("！紧急信息未编入 1 条，请立即处理，不要等本期：");
    const { left, groups } = JSON.parse(out) as { left: object[]; groups: { entries: { id: string }[] }[] };
    expect(left).toEqual(
      expect.arrayContaining([
        { id: "讯", why: "更适合《每日要情》：本刊不收动态类" },
        { id: "急", why: "更适合《紧急信息快报》：本刊不收紧急类" },
      ]),
    );
    expect(groups.flatMap(({ entries }) => entries.map(({ id }) => id))).toEqual(["旱"]);
  });
});

describe("views of the plan", () => {
  it.each([
    [["--explain", "旱", "--for", "县长"], "--explain 与 --for 不能同时使用"],
    [["-o", "a.docx"], "-o 只与 --for 同用"],
    [["--for", "县长", "--json"], "--for 与 --json 不能同时使用"],
    [["--diff", "--sheet", "a.docx"], "--diff 与 --sheet 不能同时使用"],
    [["--sheet", "a.docx", "--json"], "--sheet 与 --json 不能同时使用"],
    [["--sheet", "a.docx", "--dry-run"], "--sheet 与 --dry-run 不能同时使用"],
    [["--sheet", "a.pdf"], "文件名应以 .docx 结尾"],
    [["--interactive", "--dry-run"], "--interactive 与 --dry-run 不能同时使用"],
    [["--for", "县长", "-o", "a.docx", "--dry-run"], "--for 与 --dry-run 不能同时使用"],
    [["--for", "县长", "-o", "a.txt"], "文件名应以 .docx 结尾"],
  ])("refuse %j", async (argv, message) => {
    const { code, err } = await plan(office(), ...argv);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
  });

  it("show nothing after classified material", async () => {
    for (const argv of [["--explain", "旱"], ["--for", "县长"], ["--diff"], ["--sheet", "a.docx"]]) {
      const folder = office({ "密.yaml": SECRET });
      const { code, out } = await plan(folder, ...argv);
      expect([code, out]).toEqual([4, ""]);
      expect(folder.list().filter((path) => !path.startsWith("entries/"))).toEqual(["zhuanbao.yaml"]);
    }
  });
});

describe("what an editor must know before the order is fixed", () => {
  it("is a grave matter filed otherwise, and a grade that the figures belie; said aloud", async () => {
    const grave = entryText({
      编号: "重",
      标题: "青石镇一工地坍塌",
      类别: "动态",
      正文: "11月22日，青石镇一工地脚手架坍塌，造成2人死亡、1人受伤，伤者已送医。",
    });
    const graded = urgentText({ 编号: "级", 等级: "一般", 伤亡: "{死亡: 3}", 正文: "3人死亡。" });
    const { err } = await plan(office({ "重.yaml": grave, "级.yaml": graded }));
    expect(err).toContain("！应按紧急信息报送而没有报的 1 条：\n  青石镇一工地坍塌（重）");
    expect(err).toMatch(/！等级与伤亡、损失不符的，请先核 1 条：\n.*（级）/u);
  });

  it("puts deaths before what is told to the end, whatever was said of the grade", async () => {
    const dead = urgentText({ 编号: "亡", 标题: "青石镇料场坍塌致人死亡", 伤亡: "{死亡: 3}", 报告: "{阶段: 首报}" });
    const over = urgentText({
      编号: "终",
      标题: "青石镇农贸市场火灾处置完毕",
      等级: "一般",
      伤亡: "{轻伤: 2}",
      报告: "{阶段: 终报}",
    });
    const { out } = await plan(office({ "亡.yaml": dead, "终.yaml": over }), "--json");
    const { groups } = JSON.parse(out) as { groups: { entries: { id: string }[] }[] };
    expect(groups[0]?.entries.map(({ id }) => id)).toEqual(["亡", "终"]);
  });
});

describe("the plan of the next issue", () => {
  it("keeps out what the editor put away with a reason, until it is taken back", async () => {
    const folder = office();
    await plan(folder, "--date", "2026-11-20 18:00");
    const before = "plans/信息专报-2026-11-20.yaml";
    const text = folder.read(before);
    const row = /\n +- 编号: 校\n(?: {8}.*\n)+/u.exec(text)?.[0] ?? "";
    expect(row).not.toBe("");
    folder.write(
      before,
      text
        .replace(row, "\n")
        .replace(/^不用:/mu, "不用:\n  - 编号: 校\n    因: 空话，退回重写")
        .replace(/重写 \[\]/u, "重写"),
    );
    const { out } = await plan(folder, "--json");
    const { left } = JSON.parse(out) as { left: { id: string; why: string }[] };
    expect(left).toContainEqual({ id: "校", why: "空话，退回重写" });
    // What only the limit kept out comes in again.
    expect(left.map(({ id }) => id)).not.toContain("再");
  });
});

describe("a paper", () => {
  it("takes the place of one of its own, and of nothing else", async () => {
    const folder = office();
    const print = () => plan(folder, "--for", "县长", "-o", "out/a.docx");
    expect((await print()).code).toBe(0);
    expect((await print()).code).toBe(0);
    await folder.run(["compile", "-o", "out/a.docx"]);
    const brief = folder.bytes("out/a.docx");
    const { code, err } = await print();
    expect([code, err]).toEqual([2, expect.stringContaining("不是本命令写的")]);
    expect(folder.bytes("out/a.docx")).toEqual(brief);
  });
});
