import { describe, expect, it } from "vitest";
import { entryText, SECRET, urgentText } from "../commands/support.ts";
import { ENTRIES, office, OFFICE, pictureOf } from "./support.ts";

describe("the whole picture of a month", () => {
  it("counts what was submitted from the first of the month to today, stopped or not", async () => {
    const { from, to, entries, stopped, unread, joint, categories } = await pictureOf(office());
    expect([from, to]).toEqual(["2026-11-01", "2026-11-23"]);
    expect({ entries, stopped, unread, joint }).toEqual({ entries: 9, stopped: 1, unread: 1, joint: 1 });
    expect(categories).toEqual({ 动态: 4, 经验: 1, 问题: 1, 建议: 1, 反馈: 1, 社情民意: 1 });
  });

  it("has a row for every unit in the order of the office, then strangers; a joint entry stands with both its units", async () => {
    const { units, entries } = await pictureOf(office());
    expect(units.map(({ name, group, total }) => [name, group, total])).toEqual([
      ["青石镇", "乡镇", 4],
      ["白云镇", "乡镇", 3],
      ["河口乡", "乡镇", 0],
      ["县水利局", "县直", 0],
      ["县信访局", "县直", 2],
      ["红岩林场", null, 1],
    ]);
    expect(units[0]?.categories).toEqual({ 动态: 2, 经验: 1, 问题: 1 });
    expect(units[4]?.categories).toEqual({ 经验: 1, 建议: 1 });
    expect(units.reduce((sum, { total }) => sum + total, 0)).toBe(entries + 1);
  });

  it("matches themes by the day an entry came, and lists what answers none", async () => {
    const { themes, unthemed, units } = await pictureOf(office());
    expect(themes.map(({ name, count, entries }) => [name, count, entries])).toEqual([
      ["根治欠薪", 2, ["欠薪一", "欠薪二"]],
      ["冬春水利建设", 0, []],
      ["森林防火", 1, ["防火"]],
    ]);
    expect(unthemed).toEqual(["果园", "联合", "建议", "路灯", "反馈", "外来"]);
    expect(units[0]?.themes).toEqual({ 根治欠薪: 1, 森林防火: 1 });
  });

  it("says nothing of themes where the office has none", async () => {
    const { themes, unthemed } = await pictureOf(office(ENTRIES, OFFICE.replace(/关注:\n(?: {2}- .*\n)+/u, "")));
    expect([themes, unthemed]).toEqual([[], []]);
  });

  it("tells tones, channels and research as they are", async () => {
    const { tone, channels, research } = await pictureOf(office());
    expect(tone).toEqual({ 喜: 4, 忧: 3, 中: 2 });
    expect(channels).toEqual({ counts: { 正常报送: 7, 走访: 1, 信访: 1 }, unusual: 2, share: 0.2222 });
    expect(research).toEqual({ research: 3, news: 4, share: 0.4286 });
  });

  it("names a unit whose news is nearly all good only from so many entries on", async () => {
    const good = (count: number): Record<string, string> =>
      Object.fromEntries(
        Array.from({ length: count }, (_, at) => [
          `${at}.yaml`,
          entryText({ 编号: `喜${at}`, 标题: `第${at}座桥通车` }),
        ]),
      );
    expect((await pictureOf(office(good(6)))).lopsided.map(({ name }) => name)).toEqual(["青石镇"]);
    expect((await pictureOf(office(good(5)))).lopsided).toEqual([]);
    const both = { ...good(6), "忧.yaml": entryText({ 编号: "忧", 喜忧: "忧" }) };
    expect((await pictureOf(office(both))).lopsided).toEqual([]);
  });

  it("lists the units nothing came from, and none where the office lists no units", async () => {
    expect((await pictureOf(office())).silent).toEqual(["河口乡", "县水利局"]);
    const bare = await pictureOf(office(ENTRIES, "机关: 中共澄岭县委办公室\n"));
    expect(bare.silent).toEqual([]);
    expect(bare.units.map(({ name }) => name)).toContain("白云");
  });

  it("keeps a row for entries that name no unit, which is no unit itself", async () => {
    const folder = office({
      "无.yaml": entryText({ 编号: "无", 报送单位: "" }),
      "白.yaml": entryText({ 报送单位: "白云" }),
    });
    expect((await pictureOf(folder)).units.at(-1)).toMatchObject({ name: "未署名", total: 1 });
    expect((await folder.run(["coverage"])).out).toContain("2 条信息，来自 1 个单位");
  });

  it("counts what many speak of", async () => {
    const { hot } = await pictureOf(office());
    expect(hot.map(({ word, source, count, units }) => [word, source, count, units])).toEqual([
      ["农业农村", "领域", 3, ["白云镇", "青石镇", "县信访局"]],
    ]);
  });

  it("takes the decision that nobody answered from the entries of every day", async () => {
    expect((await pictureOf(office())).unanswered).toMatchObject([{ id: "常-1", days: 53 }]);
    const answer = entryText({ 编号: "答", 类别: "反馈", 决策事项: "常-1", 报送时间: "2026-10-20 09:00" });
    expect((await pictureOf(office({ ...ENTRIES, "答.yaml": answer }))).unanswered).toEqual([]);
  });

  it("is of an empty month too: every unit silent, no share of nothing", async () => {
    const { entries, silent, channels, research, tone, hot, signs } = await pictureOf(office(), "--month", "2026-09");
    expect({ entries, tone, hot, signs }).toEqual({ entries: 0, tone: { 喜: 0, 忧: 0, 中: 0 }, hot: [], signs: [] });
    expect(silent).toHaveLength(5);
    expect([channels.share, research.share]).toEqual([null, null]);
    const { code, out } = await office().run(["coverage", "--month", "2026-09"]);
    expect(code).toBe(0);
    expect(out).toContain("0 条信息，来自 0 个单位（名单上 5 个单位中的 0 个）");
    expect(out).not.toMatch(/NaN|Infinity|undefined/u);
  });
});

describe("signs of trouble", () => {
  const wages = (id: string, unit: string, day: string, more: Readonly<Record<string, string>> = {}): string =>
    entryText({
      编号: id,
      标题: `${unit}${id}处工人讨薪`,
      类别: "问题",
      报送单位: unit,
      报送时间: `${day} 09:00`,
      地点: `${unit}${id}`,
      正文: `${id.repeat(5)}的工资没有着落。`,
      ...more,
    });
  const signs = async (...texts: string[]) =>
    (await pictureOf(office(Object.fromEntries(texts.map((text, at) => [`${at}.yaml`, text]))))).signs;

  it("are the same kind of trouble from two units within a week", async () => {
    expect((await pictureOf(office())).signs).toEqual([
      {
        kind: "欠薪",
        from: "2026-11-18",
        to: "2026-11-20",
        units: ["青石镇", "白云镇"],
        matters: 2,
        entries: ["欠薪一", "欠薪二"],
      },
    ]);
  });

  it("are none when they lie more than a week apart, or come from one unit alone", async () => {
    expect(await signs(wages("甲", "青石镇", "2026-11-10"), wages("乙", "白云镇", "2026-11-17"))).toHaveLength(1);
    expect(await signs(wages("甲", "青石镇", "2026-11-10"), wages("乙", "白云镇", "2026-11-18"))).toEqual([]);
    expect(await signs(wages("甲", "青石镇", "2026-11-10"), wages("乙", "青石镇", "2026-11-11"))).toEqual([]);
  });

  it("are none where one matter was sent by two units, jointly or in two entries", async () => {
    const body = "11月19日，石坝村、高岭村两处工地讨薪，43名工人126万元工资没有兑付。";
    const same = { 标题: "石坝村、高岭村两处工地43人讨薪126万元", 地点: "石坝村", 正文: body };
    expect(await signs(wages("甲", "青石镇", "2026-11-19", same), wages("乙", "县信访局", "2026-11-20", same))).toEqual(
      [],
    );
    expect(await signs(wages("甲", "[青石镇, 县信访局]", "2026-11-19"))).toEqual([]);
  });

  it("are read of bad news alone, and never where it is denied, forestalled or taught", async () => {
    const good = { 喜忧: "喜" };
    expect(await signs(wages("甲", "青石镇", "2026-11-19"), wages("乙", "白云镇", "2026-11-20", good))).toEqual([]);
    const denied = { 标题: "白云镇排查工地支付情况", 正文: "排查23处工地，未发现欠薪。开展讨薪知识宣传。" };
    expect(await signs(wages("甲", "青石镇", "2026-11-19"), wages("乙", "白云镇", "2026-11-20", denied))).toEqual([]);
  });

  it("begin before the month where they reach into it, and not where they were over by then", async () => {
    expect(await signs(wages("甲", "青石镇", "2026-10-29"), wages("乙", "白云镇", "2026-11-03"))).toMatchObject([
      { from: "2026-10-29", to: "2026-11-03" },
    ]);
    expect(await signs(wages("甲", "青石镇", "2026-10-28"), wages("乙", "白云镇", "2026-10-30"))).toEqual([]);
  });

  it("cross the end of a year", async () => {
    const folder = office({
      "甲.yaml": wages("甲", "青石镇", "2026-12-30"),
      "乙.yaml": wages("乙", "白云镇", "2027-01-02"),
    });
    const { from, to, signs: found, gaps } = await pictureOf(folder, "--date", "2027-01-04");
    expect([from, to]).toEqual(["2027-01-01", "2027-01-04"]);
    expect(found).toMatchObject([{ from: "2026-12-30", to: "2027-01-02", units: ["青石镇", "白云镇"] }]);
    expect(gaps[0]).toMatchObject({ id: "约稿-2027-01-01", due: "2027-01-11" });
    const december = await pictureOf(folder, "--month", "2026-12", "--date", "2027-01-04");
    expect([december.to, december.entries]).toEqual(["2026-12-31", 1]);
  });
});

describe("the days looked at", () => {
  it("are those given, both included", async () => {
    const { entries } = await pictureOf(office(), "--from", "2026-10-30", "--to", "2026-11-05");
    expect(entries).toBe(2);
    expect((await pictureOf(office(), "--from", "2026-10-31", "--to", "2026-11-04")).entries).toBe(0);
    expect((await pictureOf(office(), "--from", "2026年11月20日")).entries).toBe(1);
    expect((await pictureOf(office(), "--month")).to).toBe("2026-11-23");
    expect((await pictureOf(office(), "--month", "2026年10月")).to).toBe("2026-10-31");
  });

  it.each([
    [["--month", "2026-13"], "--month 的月份“2026-13”无法识别"],
    [["--month", "2026-12"], "还没有到"],
    [["--month", "2026-10", "--from", "2026-10-01"], "不能同时使用"],
    [["--to", "2026-11-01"], "没有写 --from"],
    [["--from", "昨天"], "--from 的日期“昨天”无法识别"],
    [["--from", "2026-11-10", "--to", "2026-11-01"], "早于 --from"],
    [["--commission", "约稿.txt"], "应以 .yaml 或 .docx 结尾"],
    [["--html", "a.html", "--svg", "a.html"], "同一个文件写了两次"],
    [["--html", "entries"], "应是文件，却是目录"],
  ])("are refused otherwise: %j", async (argv, message) => {
    const folder = office();
    const before = folder.list();
    const { code, out, err } = await folder.run(["coverage", ...argv]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(message);
    expect(folder.list()).toEqual(before);
  });
});

describe("what stops it", () => {
  const files = ["--html", "a.html", "--svg", "a.svg", "--commission", "a.yaml", "--commission", "a.docx"];

  it("is anything classified: nothing is shown or written, exit 4", async () => {
    const folder = office({ ...ENTRIES, "密.yaml": SECRET });
    const before = folder.list();
    const { code, out, err } = await folder.run(["coverage", ...files]);
    expect([code, out]).toEqual([4, ""]);
    expect(err).toContain("entries/密.yaml");
    expect(err).not.toMatch(/布防|青石镇|机要/u);
    expect(folder.list()).toEqual(before);
    const json = await folder.run(["coverage", "--json"]);
    expect(json.code).toBe(4);
    expect(JSON.parse(json.out)).toMatchObject({
      entries: 0,
      units: [],
      gaps: [],
      diagnostics: [{ rule: "classified" }],
    });
    expect(json.out).not.toMatch(/布防|青石镇|机要/u);
  });

  it("is a fault of the office, exit 1", async () => {
    const folder = office(ENTRIES, OFFICE.replace("截止: 2026-11-30", "截止: 月底"));
    const { code, out, err } = await folder.run(["coverage", ...files]);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain("没有统计：有 1 处差错");
    expect(folder.has("a.html")).toBe(false);
  });

  it("is never an urgent report that came late", async () => {
    const late = urgentText({ 编号: "迟", 报送时间: "2026-11-23 16:00" });
    expect((await pictureOf(office({ "迟.yaml": late }))).entries).toBe(1);
  });
});
