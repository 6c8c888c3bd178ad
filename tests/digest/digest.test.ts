import { describe, expect, it } from "vitest";
import { byCodePoint } from "../../src/base/order.ts";
import { FileError } from "../../src/world.ts";
import { officeWith, OFFICE, SECRET, STOPPED, urgentText, type Folder } from "../commands/support.ts";
import { DRAFT, LOG, MONDAY, PLAN, sentAt, WEEK, weekOffice } from "./support.ts";

const at = { now: MONDAY };
/** The ids that a plan speaks of, sorted. */
const idsIn = (plan: string): string =>
  Array.from(plan.matchAll(/- 编号: (\S+)/gu), ([, id]) => id ?? "")
    .toSorted(byCodePoint)
    .join("");
const logOf = (folder: Folder): string[] => folder.read(LOG).trimEnd().split("\n");

describe("a digest", () => {
  it("is a plan and a draft of the week's entries, made without a word", async () => {
    const folder = weekOffice();
    const before = folder.list();
    expect(await folder.run(WEEK, at)).toEqual({ code: 0, out: "", err: "" });
    expect(folder.list().filter((path) => !before.includes(path))).toEqual([LOG, DRAFT, PLAN].toSorted());
    const plan = folder.read(PLAN);
    expect(plan).toContain("时段: {起: 2026-11-16, 止: 2026-11-22}");
    expect(idsIn(plan)).toBe("乙甲");
    expect(logOf(folder)).toEqual([
      "2026-11-23 08:00 《每周信息》2026-11-16至2026-11-22 已编成，编入 2 条，未编入 0 条，新到 0 条；退出码 0",
    ]);
  });

  it("made again is left as it is, and says what has come in since", async () => {
    const folder = weekOffice();
    await folder.run(WEEK, at);
    // What the editor did meanwhile stays.
    folder.write(PLAN, folder.read(PLAN).replace("按语:", "按语: 本周要点"));
    const [plan, draft] = [folder.read(PLAN), folder.bytes(DRAFT)];
    const again = await folder.run(WEEK, { now: "2026-11-25T09:00:00+08:00" });
    expect(again).toEqual({
      code: 0,
      out: "",
      err: expect.stringMatching(/^《每周信息》2026-11-16 至 2026-11-22 已生成，没有改动/u) as string,
    });
    folder.write("entries/迟到.yaml", sentAt("丙", "2026-11-20 10:00"));
    const { code, err } = await folder.run(WEEK, at);
    expect(code).toBe(0);
    expect(err).toContain(
      `新到 1 条，要编入请运行 zhuanbao plan --publication 每周信息 --plan ${PLAN}：\n  丙油茶基地剪枝培训（丙）\n`,
    );
    expect([folder.read(PLAN), folder.bytes(DRAFT)]).toEqual([plan, draft]);
    expect(logOf(folder).at(-1)).toContain("已生成，没有改动，编入 2 条，未编入 1 条，新到 1 条；退出码 0");
  });

  it("reports what was at fault and is mended, once", async () => {
    const folder = weekOffice({ "丙.yaml": sentAt("丙", "2026-11-18 10:00", { 类别: "没有的类别" }) });
    const first = await folder.run(WEEK, at);
    expect(first.err).toMatch(/^没有编入 1 条，请改正：\n {2}丙油茶基地剪枝培训（丙）：校核未过：没有类别/u);
    expect((await folder.run(WEEK, at)).err).not.toContain("新到");
    folder.write("entries/丙.yaml", sentAt("丙", "2026-11-18 10:00"));
    expect((await folder.run(WEEK, at)).err).toContain("新到 1 条");
    await folder.run(["plan", "--publication", "每周信息", "--plan", PLAN], at);
    expect((await folder.run(WEEK, at)).err).not.toContain("新到");
  });

  it("is not held up by an entry at fault, nor by one that nobody can date", async () => {
    const folder = weekOffice({
      "坏.yaml": "标题: [坏\n",
      "错.yaml": STOPPED.replace("2026-11-23 09:10", "2026-11-20 09:10"),
    });
    const { code, out, err } = await folder.run([...WEEK, "--json"], at);
    expect(code).toBe(0);
    const json = JSON.parse(out) as { left: { id: string; why: string }[]; groups: { entries: { id: string }[] }[] };
    expect(json.groups.flatMap(({ entries }) => entries.map(({ id }) => id)).toSorted()).toEqual(["乙", "甲"]);
    expect(json.left.map(({ id }) => id)).toEqual(["错", "坏"]);
    expect(err).toContain("没有编入 2 条，请改正：\n");
    expect(err).toContain("  坏：没有读出报送时间，不知道在不在本期：");
  });

  it("says aloud that an urgent report waits", async () => {
    const folder = weekOffice({
      "急.yaml": urgentText({
        编号: "急",
        报送时间: "2026-11-20 09:00",
        事发时间: "2026-11-20 08:20",
        接报时间: "2026-11-20 08:25",
        报送记录: "[{对象: 县委办, 方式: 电话, 时间: 2026-11-20 08:40}]",
      }),
    });
    const { code, err } = await folder.run(WEEK, at);
    expect(code).toBe(0);
    expect(err).toContain("！还没有出过《紧急信息快报》的紧急信息 1 件");
  });

  it("stops at classified material anywhere, and the log tells nothing of it", async () => {
    const folder = weekOffice({ "机要文件.yaml": SECRET });
    const before = folder.list();
    const { code, out } = await folder.run([...WEEK, "--json"], at);
    expect(code).toBe(4);
    expect(JSON.parse(out)).toMatchObject({ plan: null, groups: [], left: [], outputs: [] });
    expect(folder.list().filter((path) => !before.includes(path))).toEqual([LOG]);
    expect(folder.read(LOG)).toBe(
      "2026-11-23 08:00 《每周信息》2026-11-16至2026-11-22 遇到涉密信息，全部停下，没有编；退出码 4\n",
    );
  });

  it("of a week without entries is nothing at all, and no error", async () => {
    for (const folder of [weekOffice(), officeWith({ ".gitkeep": "" })]) {
      const before = folder.list();
      const { code, out, err } = await folder.run([...WEEK, "--json"], { now: "2026-12-21T08:00:00+08:00" });
      expect([code, err]).toEqual([0, ""]);
      expect(JSON.parse(out)).toMatchObject({ status: "empty", plan: null, outputs: [], groups: [] });
      expect(folder.list().filter((path) => !before.includes(path))).toEqual([LOG]);
      expect(logOf(folder)).toEqual(["2026-12-21 08:00 《每周信息》2026-12-14至2026-12-20 本期没有信息；退出码 0"]);
    }
  });

  it("has one JSON document, the same of what was made and of what is there", async () => {
    const folder = weekOffice();
    const first = JSON.parse((await folder.run([...WEEK, "--json"], at)).out) as Record<string, unknown>;
    expect(Object.keys(first).join(" ")).toBe(
      "version publication number date plan groups left outputs errors warnings notes diagnostics period status arrived",
    );
    expect(first).toMatchObject({
      number: null,
      date: "2026-11-23",
      plan: PLAN,
      period: { from: "2026-11-16", to: "2026-11-22" },
      status: "made",
    });
    const again = JSON.parse((await folder.run([...WEEK, "--json"], at)).out) as object;
    expect(again).toEqual({ ...first, status: "already" });
  });
});

describe("a run that broke off", () => {
  const full = (path: string): never => {
    throw new FileError("full", path, "ENOSPC");
  };

  it.each([
    ["before the plan", (path: string) => path.endsWith(".yaml"), "已编成"],
    ["before the draft", (path: string) => path.endsWith(".docx"), "已有编排单，补写了草稿"],
  ])("%s is gone on with", async (_, isLost, what) => {
    const whole = weekOffice();
    await whole.run(WEEK, at);
    const folder = weekOffice();
    const { files } = (await import("../helpers/world.ts")).testWorld().world;
    const create = (path: string, bytes: Uint8Array): boolean =>
      isLost(path) ? full(path) : files.create(path, bytes);
    expect((await folder.run(WEEK, { ...at, files: { create } })).code).toBe(2);
    expect(logOf(folder)[0]).toMatch(/没有写成：.+（full）；退出码 2$/u);
    expect((await folder.run(WEEK, at)).code).toBe(0);
    expect(logOf(folder)[1]).toContain(what);
    expect([folder.read(PLAN), folder.bytes(DRAFT)]).toEqual([whole.read(PLAN), whole.bytes(DRAFT)]);
  });

  it("leaves a draft alone that somebody put there", async () => {
    const folder = weekOffice({});
    folder.write(DRAFT, "改好的");
    const { code, err } = await folder.run(WEEK, at);
    expect(code).toBe(0);
    expect(err).toContain(`${DRAFT} 已经有了，没有改动`);
    expect(folder.read(DRAFT)).toBe("改好的");
  });

  it("does its work though the log cannot be written, and says so", async () => {
    const folder = weekOffice();
    const { code, err } = await folder.run([...WEEK, "--log", "plans/日志/run.log"], {
      ...at,
      files: { append: full },
    });
    expect([code, folder.has(DRAFT)]).toEqual([0, true]);
    expect(err).toBe("日志没有写成：plans/日志/run.log（full）\n");
  });
});

describe("which days", () => {
  const ids = (folder: Folder, path: string): string => idsIn(folder.read(path));

  it("a month is named by both its ends, and is not too old for its entries", async () => {
    const folder = officeWith({ "甲.yaml": sentAt("甲", "2026-10-01 08:00"), "乙.yaml": sentAt("乙", "2026-10-31") });
    await folder.run(["digest", "--month", "last"], at);
    expect(ids(folder, "plans/信息专报-2026-10-01至2026-10-31.yaml")).toBe("乙甲");
    expect((await folder.run(["digest", "--month", "2026-10"], at)).err).toContain("已生成");
    expect((await folder.run(["digest", "--from", "2026-10-01", "--to", "2026年10月31日"], at)).err).toContain(
      "已生成",
    );
  });

  it("the week is that of --date, and may be named", async () => {
    const folder = weekOffice();
    for (const argv of [
      ["--week", "2026-W47"],
      ["--week", "--date", "2026-11-20"],
      ["--week", "last", "--date", "2026-11-29"],
    ])
      expect((await folder.run(["digest", ...argv], at)).code).toBe(0);
    expect(folder.list("plans")).toEqual([PLAN]);
    expect(logOf(folder).map((line) => line.includes("已生成"))).toEqual([false, true, true]);
  });

  it("at the end of a year is one week, whichever of its days one asks on", async () => {
    const entries = {
      "甲.yaml": sentAt("甲", "2026-12-28 00:00"),
      "乙.yaml": sentAt("乙", "2027-01-03 23:59"),
      "丙.yaml": sentAt("丙", "2027-01-04 00:00"),
      "丁.yaml": sentAt("丁", "2026-12-27 23:59"),
    };
    for (const [argv, now] of [
      [["--week", "last"], "2027-01-04T00:00:00+08:00"],
      [["--week"], "2027-01-03T23:59:59+08:00"],
      [["--week", "2026-W53"], "2027-02-01T08:00:00+08:00"],
    ] as const) {
      const folder = officeWith(entries);
      expect((await folder.run(["digest", ...argv], { now })).code).toBe(0);
      expect(folder.list("plans")).toEqual(["plans/每周信息-2027-01-03.yaml"]);
      expect(ids(folder, "plans/每周信息-2027-01-03.yaml")).toBe("乙甲");
    }
    const folder = officeWith(entries);
    await folder.run(["digest", "--week"], { now: "2026-12-31T17:00:00+08:00" });
    expect(folder.list("plans")).toEqual(["plans/每周信息-2027-01-03.yaml"]);
    await folder.run(["digest", "--week", "last"], { now: "2027-01-04T08:00:00+08:00" });
    expect(logOf(folder).at(-1)).toContain("已生成");
  });

  it.each([
    [[], "没有写编哪一段时间的"],
    [["--week", "--month"], "只能用一样"],
    [["--week", "下周"], "无法识别"],
    [["--week", "2026-W54"], "无法识别"],
    [["--month", "2026-13"], "无法识别"],
    [["--to", "2026-11-01"], "没有写 --from"],
    [["--from", "2026-11-02", "--to", "2026-11-01"], "早于 --from"],
    [["--from", "2026-11-24", "--to", "2026-11-30"], "还没有开始"],
    [["--week", "last", "--publication", "没有的刊物"], "没有刊物"],
    [["--week", "last", "--format", "rtf"], "没有格式"],
  ])("%j cannot be run, and the log says so", async (argv, what) => {
    const folder = weekOffice();
    const { code, out, err } = await folder.run(["digest", ...argv], at);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(what);
    expect(logOf(folder)[0]).toMatch(/没有运行：.*；退出码 2$/u);
  });
});

describe("the plan of a digest", () => {
  it("takes nothing but its period when the editor brings it up to date, and keeps his hand", async () => {
    const folder = weekOffice();
    await folder.run(WEEK, at);
    folder.write("entries/丙.yaml", sentAt("丙", "2026-11-20 10:00"));
    folder.write(PLAN, folder.read(PLAN).replace("编号: 乙\n", "编号: 乙\n        改题: 改过的题\n"));
    const { code, out } = await folder.run(["plan", "--publication", "每周信息", "--plan", PLAN], at);
    expect(code).toBe(0);
    expect(out).not.toMatch(/前一周|后一周/u);
    const plan = folder.read(PLAN);
    expect(plan).toContain("改题: 改过的题");
    expect(idsIn(plan)).toBe("丙乙甲");
    expect(plan).toContain("时段: {起: 2026-11-16, 止: 2026-11-22}");
  });

  it("is found by compile before its last day, without a word of its date", async () => {
    const folder = weekOffice();
    const friday = { now: "2026-11-20T17:00:00+08:00" };
    await folder.run(["digest", "--week"], friday);
    expect(folder.list("plans")).toEqual([PLAN]);
    const { code, out, err } = await folder.run(["compile", "--publication", "每周信息"], friday);
    expect(code).toBe(0);
    expect(out).toContain(`按编排单 ${PLAN}，编入 1 条`);
    expect(err).not.toContain("注意：编排单是");
  });

  it("is never one that somebody made for something else", async () => {
    const folder = weekOffice();
    await folder.run(["plan", "--publication", "每周信息", "--date", "2026-11-22"], at);
    const before = folder.read(PLAN);
    const { code, err } = await folder.run(WEEK, at);
    expect(code).toBe(2);
    expect(err).toContain(`${PLAN} 已经有了，没有写时段，不是 2026-11-16 至 2026-11-22 的`);
    expect(folder.read(PLAN)).toBe(before);
  });

  it("that cannot be read is 1, as is a faulty office; nothing is written", async () => {
    const folder = weekOffice();
    folder.write(PLAN, "刊物: 每周信息\n日期: 不是日期\n");
    expect((await folder.run(WEEK, at)).code).toBe(1);
    const other = officeWith({ "甲.yaml": sentAt("甲", "2026-11-16") }, `${OFFICE}单拉: []\n`);
    const { code, err } = await other.run(WEEK, at);
    expect(code).toBe(1);
    expect(err).toContain("没有编成：有 1 处差错，未写任何文件");
    expect([other.has(PLAN), other.has(DRAFT)]).toEqual([false, false]);
  });
});
