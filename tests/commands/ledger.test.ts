import { readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { issueRef } from "../../src/commands/ledger/ref.ts";
import type { Workspace } from "../../src/commands/workspace.ts";
import { printDocument } from "./docx.ts";
import { entryText, OFFICE, officeWith, SOUND, type Folder, type Ran } from "./support.ts";

const DOCX = "out/信息专报/2026/信息专报-2026-第1期.docx";

/** An office with one issue published, of two units. */
async function published(): Promise<Folder> {
  const folder = officeWith({
    "甲.yaml": SOUND,
    "乙.yaml": entryText({ 编号: "乙", 报送单位: "河口镇" }),
  });
  await folder.run(["plan"]);
  expect((await folder.run(["publish", "--signer", "王某", "--editor", "李某"])).code).toBe(0);
  return folder;
}

const run = (folder: Folder, ...argv: string[]): Promise<Ran> => folder.run(["ledger", ...argv]);
const json = ({ out }: Ran): Record<string, unknown> & { faults: { kind: string; number: number }[] } =>
  JSON.parse(out) as never;

const ISSUE = ["--issue", "信息专报 2026 1"];
const INSTRUCTION = [
  "note",
  "--kind",
  "批示",
  ...ISSUE,
  "--leader",
  "王县长",
  "--text",
  "请研处",
  "--owner",
  "县水利局",
];

describe("an issue is named", () => {
  const workspace = { grounds: { now: { day: 20_780 } } } as Workspace;
  test.each([
    ["12", "信息专报 正刊 2026 12"],
    ["信息专报 2026 12", "信息专报 正刊 2026 12"],
    ["信息专报 2025 增刊3", "信息专报 增刊 2025 3"],
    ["《每日要情》2026年第12期", "每日要情 正刊 2026 12"],
    ["信息专报2026年增刊第3期", "信息专报 增刊 2026 3"],
    ["每日要情 7", "每日要情 正刊 2026 7"],
  ])("as %s", (text, expected) => {
    const { publication, kind, year, number } = issueRef(text, workspace);
    expect([publication, kind, year, number].join(" ")).toBe(expected);
  });

  test.each(["", "信息专报", "信息专报 2026 0", "信息专报 十二"])("never as %j", (text) => {
    expect(() => issueRef(text, workspace)).toThrow("看不出是哪一期");
  });
});

describe("ledger list and show", () => {
  test("an empty ledger is an empty list", async () => {
    const folder = officeWith({ "甲.yaml": SOUND });
    expect((await run(folder, "list")).out).toBe("台账里还没有编发过的\n");
    expect((await run(folder, "verify")).code).toBe(0);
    expect((await run(folder, "due")).out).toBe("没有待反馈的批示\n");
  });

  test("issues stand in columns", async () => {
    const folder = await published();
    expect((await run(folder, "list")).out.split("\n")).toEqual([
      "刊物      年    期号   日期        签发人  条数  页数  标题",
      "信息专报  2026  第1期  2026-11-23  王某    2     1     信息专报（2026年11月23日）",
      "",
    ]);
    expect(json(await run(folder, "list", "--json"))["issues"]).toMatchObject([{ number: 1, void: false }]);
    expect((await run(folder, "list", "--year", "2025")).out).toContain("还没有");
    expect((await run(folder, "list", "--publication", "每日要情")).out).toContain("还没有");
  });

  test("an issue is shown with all that happened to it", async () => {
    const folder = await published();
    await run(folder, ...INSTRUCTION);
    await run(folder, "note", "--kind", "采用", ...ISSUE, "--entry", "甲", "--level", "市级", "--in", "每日要情");
    const { out } = await run(folder, "show", "信息专报", "2026", "1");
    expect(out).toContain("签发人 王某，责任编辑 李某");
    expect(out).toMatch(/批示 .*王县长：请研处（承办 县水利局）\n.*采用 .*（信息 甲；市级 每日要情）\n$/u);
    expect(json(await run(folder, "show", "1", "--json"))).toMatchObject({
      number: 1,
      events: [{ kind: "批示" }, { kind: "采用", in: "每日要情" }],
    });
  });

  test("what looks like a slip in a note is said, and written all the same", async () => {
    const folder = await published();
    const asked = ["note", "--kind", "批示", ...ISSUE, "--text", "请研处", "--at", "2026-11-25"];
    const early = await run(folder, ...asked, "--leader", "市委书记", "--due", "2026-11-20");
    expect(early.err).toBe("注意：限期 2026-11-20 早于批示的日期 2026-11-25\n");
    expect(early.out).toContain("已记入台账");
    const answer = ["note", "--kind", "反馈", "--answers", "2026-1", "--text"];
    expect((await run(folder, ...answer, "已办")).err).toBe("");
    expect((await run(folder, ...answer, "又办")).err).toBe("注意：这一件已经答复过\n");
    await run(folder, "void", "1", "--reason", "印错", "--yes");
    expect((await run(folder, "note", "--kind", "圈阅", ...ISSUE, "--leader", "县委书记")).err).toBe(
      "注意：这一期已经作废\n",
    );
    folder.write("zhuanbao.yaml", `${OFFICE}\n领导: [{职务: 县委书记, 姓名: 宋明德}]\n`);
    expect((await run(folder, "note", "--kind", "圈阅", ...ISSUE, "--leader", "宋明得")).err).toContain(
      "注意：领导“宋明得”不在名单里，是不是“宋明德”？",
    );
  });

  test("what is not there is said", async () => {
    const folder = await published();
    for (const argv of [
      ["show", "9"],
      ["show"],
      ["void"],
      ["void", "9", "--reason", "错", "--yes"],
      ["shwo"],
      ["note"],
    ])
      expect([argv, (await run(folder, ...argv)).code]).toEqual([argv, 2]);
    expect((await run(folder, "verfy")).err).toContain("是不是“verify”");
  });

  test("what others wrote into a record acts on no terminal", async () => {
    const folder = await published();
    await run(folder, "note", "--kind", "圈阅", ...ISSUE, "--leader", "王县长");
    const path = join(folder.path, "台账/记事/2026/0001.json");
    writeFileSync(path, readFileSync(path, "utf8").replace("王县长", "王\\u001b[31m县长"));
    const { out } = await run(folder, "show", "1");
    expect(out).not.toContain("\u001b");
    expect(out).toContain("王\\u{1b}[31m县长");
  });
});

describe("ledger verify", () => {
  test("names what is wrong, with 1", async () => {
    const folder = await published();
    expect((await run(folder, "verify")).out).toBe("共 1 个系列 1 条记录，有效的 1 期：没有发现问题\n");
    folder.write(DOCX, "改过");
    const changed = await run(folder, "verify");
    expect(changed.code).toBe(1);
    expect(changed.out).toContain("成稿　《信息专报》2026年第1期：成稿在编发以后改过");
    rmSync(join(folder.path, DOCX));
    expect((await run(folder, "verify")).out).toContain("成稿不在");
    folder.write("台账/信息专报/2026/0001.json", "");
    const json2 = json(await run(folder, "verify", "--json"));
    expect(json2.faults.map(({ kind, number }) => `${kind} ${number}`)).toEqual(["空号 1", "改动 1"]);
  });

  test("takes away old temporary files alone, and only where it is told to", async () => {
    const folder = await published();
    const [old, fresh] = ["台账/信息专报/2026/.zb-1-1.tmp", "out/信息专报/2026/.zb-2-1.tmp"];
    for (const path of [old, fresh, "台账/信息专报/2026/.DS_Store"]) folder.write(path, "半个");
    const now = Date.parse("2026-11-23T17:00:00+08:00") / 1000;
    utimesSync(join(folder.path, old), now - 7200, now - 7200);
    utimesSync(join(folder.path, fresh), now - 60, now - 60);
    const found = await run(folder, "verify");
    expect([found.code, folder.has(old)]).toEqual([1, true]);
    expect(found.out).toContain("临时文件");
    const cleaned = await run(folder, "verify", "--clean");
    expect(cleaned.out).toContain(`已清除 ${old}`);
    expect([cleaned.code, folder.has(old), folder.has(fresh)]).toEqual([0, false, true]);
  });

  test("a copy in conflict is no record", async () => {
    const folder = await published();
    folder.write("台账/信息专报/2026/0002 (冲突).json", "{}");
    folder.write("台账/说明.txt", "这里是台账");
    const { out } = await run(folder, "verify");
    expect(out).toContain("不是台账的文件：信息专报/2026/0002 (冲突).json");
    expect(out).toContain("不是台账的文件：说明.txt");
  });

  test("rebuild says what nobody can vouch for", async () => {
    const folder = await published();
    rmSync(join(folder.path, "台账/链头"), { recursive: true });
    expect((await run(folder, "verify")).code).toBe(1);
    const { out } = await run(folder, "rebuild");
    expect(out).toContain("无从知道");
    expect(out).toContain("已重建检索用的索引：2 条");
    expect((await run(folder, "verify")).code).toBe(0);
  });
});

describe("ledger void", () => {
  test("needs a reason and a yes, and gives the number never again", async () => {
    const folder = await published();
    expect((await run(folder, "void", "1", "--yes")).err).toContain("要写明缘由");
    expect((await run(folder, "void", "1", "--reason", "印错")).err).toContain("--yes");
    expect((await run(folder, "void", "1", "--reason", "印错", "--yes")).out).toContain(
      "已作废《信息专报》2026年第1期",
    );
    expect((await run(folder, "void", "1", "--reason", "印错", "--yes")).out).toContain("早已作废");
    expect(folder.list("台账/记事")).toHaveLength(1);
    expect((await run(folder, "list")).out).toContain("第1期（作废）");
    const again = await folder.run(["publish", "--signer", "王某", "--editor", "李某"]);
    expect(again.out).toContain("已编发《信息专报》2026年第2期");
  });

  test("settles a number whose record is lost", async () => {
    const folder = await published();
    rmSync(join(folder.path, "台账/信息专报/2026/0001.json"));
    const sign = ["publish", "--signer", "王某", "--editor", "李某"];
    expect((await folder.run(sign)).code).toBe(2);
    expect((await run(folder, "void", "1", "--reason", "记录丢失", "--yes")).code).toBe(0);
    expect((await folder.run(sign)).out).toContain("第2期");
    expect((await run(folder, "verify")).code).toBe(0);
  });
});

describe("ledger note", () => {
  test("an instruction waits for its answer, and is overdue after its day", async () => {
    const folder = await published();
    await run(folder, ...INSTRUCTION, "--due", "2026-11-25", "--at", "2026-11-23 18:00");
    expect((await run(folder, "due", "--date", "2026-11-25")).out).toContain("待反馈 1 件");
    const late = await run(folder, "due", "--date", "2026-11-26");
    expect(late.out).toContain("逾期未反馈 1 件");
    expect(late.out).toContain("已过 1 天");
    expect(json(await run(folder, "due", "--json", "--date", "2026-11-26"))["open"]).toMatchObject([
      { id: "2026-1", overdue: true, owner: "县水利局", due: "2026-11-25" },
    ]);
    const answer = await run(folder, "note", "--kind", "反馈", "--text", "已办结");
    expect(answer.out).toContain("答复记事 2026-1");
    expect((await run(folder, "due")).out).toBe("没有待反馈的批示\n");
  });

  test("the same once more is the record that is there", async () => {
    const folder = await published();
    await run(folder, ...INSTRUCTION);
    expect((await run(folder, ...INSTRUCTION, "--date", "2026-11-24")).out).toContain("台账里已有这一条");
    expect(folder.list("台账/记事")).toHaveLength(1);
  });

  test("of several that wait, the answer says which", async () => {
    const folder = await published();
    await run(folder, ...INSTRUCTION);
    await run(folder, ...INSTRUCTION, "--entry", "甲");
    const open = await run(folder, "note", "--kind", "反馈", "--text", "已办结");
    expect(open.code).toBe(2);
    expect(open.err).toContain("2026-1、2026-2");
    expect((await run(folder, "note", "--kind", "反馈", "--text", "已办结", "--answers", "2026-2")).code).toBe(0);
    expect((await run(folder, "note", "--kind", "反馈", "--text", "已办结", "--answers", "2026-9")).code).toBe(2);
    expect((await run(folder, "due")).out).toContain("待反馈 1 件");
  });

  test("writes each unit a notice", async () => {
    const folder = await published();
    const ran = await run(folder, ...INSTRUCTION, "--notice", "out/通知");
    expect(ran.code).toBe(0);
    expect(folder.list("out/通知")).toEqual([
      "out/通知/反馈通知-河口镇-2026-1.docx",
      "out/通知/反馈通知-青石镇-2026-1.docx",
    ]);
    const text = printDocument(folder.bytes("out/通知/反馈通知-青石镇-2026-1.docx"));
    expect(text).toContain("王县长批示：");
    expect(text).toContain("由县水利局承办。");
    expect(text).not.toContain("乙敬老院");
    const one = await run(
      folder,
      "note",
      "--kind",
      "圈阅",
      ...ISSUE,
      "--entry",
      "甲",
      "--leader",
      "王",
      "--notice",
      "out/二",
    );
    expect(one.code).toBe(0);
    expect(folder.list("out/二")).toHaveLength(1);
  });

  test.each([
    [["--kind", "批示"], "没有说是哪一期"],
    [["--kind", "批示", ...ISSUE], "--leader、--text"],
    [["--kind", "评分", ...ISSUE], "没有“评分”这种记事"],
    [["--kind", "圈阅", "--leader", "王"], "没有说是哪一期"],
    [["--kind", "圈阅", "--issue", "9", "--leader", "王"], "台账里没有"],
    [["--kind", "圈阅", ...ISSUE, "--entry", "丁", "--leader", "王"], "那一期没有编号为 丁"],
    [["--kind", "圈阅", "--entry", "丁", "--leader", "王"], "台账里没有编号为 丁"],
    [["--kind", "圈阅", ...ISSUE, "--leader", "王\n县长"], "--leader 是空的"],
    [["--kind", "圈阅", ...ISSUE, "--leader", "王", "--at", "昨天"], "无法识别"],
    [["--kind", "圈阅", ...ISSUE, "--leader", "王", "--due", "明天"], "无法识别"],
    [["--kind", "圈阅", ...ISSUE, "--leader", "王", "--answers", "2026-1"], "只用于"],
    [["--kind", "反馈", "--text", "好"], "没有待反馈的批示"],
    [["--kind", "圈阅", ...ISSUE, "--leader", "王", "--notice", "zhuanbao.yaml"], "应是目录"],
  ])("%j is refused", async (argv, words) => {
    const folder = await published();
    const ran = await run(folder, "note", ...argv);
    expect([ran.code, ran.out]).toEqual([2, ""]);
    expect(ran.err).toContain(words);
    expect(folder.has("台账/记事")).toBe(false);
  });
});

describe("publish --slip", () => {
  test("prints the sheet to sign, and takes no number", async () => {
    const office = `${OFFICE}\n刊物: {信息专报: {报: [县委书记], 送: [县政府办], 印数: 30}}\n`;
    const folder = officeWith({ "甲.yaml": SOUND }, office);
    await folder.run(["plan"]);
    const ran = await folder.run(["publish", "--slip", "out/呈签单.docx", "--editor", "李某"]);
    expect(ran.out).toMatch(/^已写出 out\/呈签单\.docx（1 页）\n$/u);
    expect(folder.has("台账")).toBe(false);
    const text = printDocument(folder.bytes("out/呈签单.docx"));
    for (const word of ["拟稿", "责任编辑", "李某", "审核", "签发", "一校", "二校", "县委书记", "共印 30 份", "青石镇"])
      expect(text).toContain(word);
  });

  test.each([["-o", "x.docx"], ["--json"], ["--again"]])("not with %s", async (...flags) => {
    const folder = officeWith({ "甲.yaml": SOUND });
    await folder.run(["plan"]);
    expect((await folder.run(["publish", "--slip", "a.docx", ...flags])).code).toBe(2);
    expect((await folder.run(["publish", "--slip", "a.txt"])).code).toBe(2);
  });
});
