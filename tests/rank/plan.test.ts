import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { draftOf, entryText, filesOf, OFFICE, shownPlan, urgentText, type Files } from "../pipeline/support.ts";
import { comment, drop, merge, move, remove, set, type Edit } from "./editor.ts";

const PROBLEM = "近期反映缺水，原因是管网老化，建议由县水利局牵头解决。";
const LESSON = "为破解用水难，通过建立机制，实现成效提升。";
const problem = (id: string, time: string): string =>
  entryText({ 编号: id, 类别: "问题", 报送时间: time, 正文: PROBLEM });
const news = (id: string, time: string): string => entryText({ 编号: id, 报送时间: time });

/** An issue of six: one urgent report, two problems, one lesson, two pieces of news. */
const SIX = filesOf(
  urgentText({ 编号: "急" }),
  problem("问一", "2026-11-23 08:01"),
  problem("问二", "2026-11-23 08:02"),
  entryText({ 编号: "经", 类别: "经验", 正文: LESSON }),
  news("动一", "2026-11-23 08:03"),
  news("动二", "2026-11-23 08:04"),
);
const FIRST = [
  "【紧急要情】",
  "急",
  "【问题与建议】",
  "问一",
  "问二",
  "【经验做法】",
  "经",
  "【工作动态】",
  "动一",
  "动二",
];

function without(files: Files, ...ids: string[]): Files {
  return Object.fromEntries(Object.entries(files).filter(([name]) => !ids.includes(name.replace(".yaml", ""))));
}

/** The plan after the editor's changes and one more run, with other entries where given. */
function rerun(edits: readonly Edit[], files: Files = SIX, office = OFFICE): ReturnType<typeof draftOf> {
  const first = draftOf(SIX, null, { office }).text;
  return draftOf(
    files,
    edits.reduce((text, edit) => edit(text), first),
    { office },
  );
}

describe("the first plan", () => {
  it("stands in leadership order, and leaves empty groups out", () => {
    expect(shownPlan(draftOf(SIX))).toEqual(FIRST);
  });

  it("lists what is at fault, too old, too secret or beyond the limit, and why", () => {
    const files = filesOf(
      news("好", "2026-11-23 08:00"),
      news("多", "2026-11-23 09:00"),
      entryText({ 编号: "旧", 事发时间: "2026-10-19", 报送时间: "2026-10-20 08:00" }),
      entryText({ 编号: "错", 类别: "没有的类别" }),
      entryText({ 编号: "密", 密级: "工作秘密" }),
    );
    const office = `${OFFICE}刊物: {信息专报: {条数上限: 1}}\n`;
    expect(shownPlan(draftOf(files, null, { office }))).toEqual([
      "【工作动态】",
      "好",
      "× 多：超过条数上限 1 条（排在第 2 条）；也可编入《每日要情》",
      "× 旧：超过有效期：动态类 15 天，已报送 34 天",
      "× 密：超过密级上限：该条为工作秘密，本刊上限为内部",
      expect.stringMatching(/^× 错：校核未过：.*没有的类别/u),
    ]);
  });

  it("takes what is as old as its validity, and not a day older", () => {
    const old = (id: string, day: string): string => entryText({ 编号: id, 事发时间: "2026-11-06", 报送时间: day });
    const files = filesOf(old("刚好", "2026-11-08"), old("超一天", "2026-11-07"));
    expect(shownPlan(draftOf(files))).toEqual([
      "【工作动态】",
      "刚好",
      "× 超一天：超过有效期：动态类 15 天，已报送 16 天",
    ]);
  });

  it("does not depend on the order of the files", () => {
    const reversed = Object.fromEntries(Object.entries(SIX).toReversed());
    expect(draftOf(reversed).text).toBe(draftOf(SIX).text);
  });

  it("takes a late and wrongly routed urgent report all the same", () => {
    const late = urgentText({
      编号: "迟",
      报送时间: "2026-11-23 16:00",
      报送记录:
        "[{对象: 上级部门, 方式: 电话, 时间: 2026-11-23 08:30}, {对象: 县委办, 方式: 电话, 时间: 2026-11-23 15:40}]",
    });
    expect(shownPlan(draftOf(filesOf(late)))).toEqual(["【紧急要情】", "迟"]);
  });
});

describe("a plan run again", () => {
  it("is byte for byte the same where nothing changed", () => {
    const first = draftOf(SIX);
    const second = draftOf(SIX, first.text);
    expect(second.text).toBe(first.text);
    expect(second.changes).toEqual([]);
  });

  it("keeps a row moved within its group", () => {
    expect(shownPlan(rerun([move("问二", "问题与建议", 0)]))).toEqual([
      ...FIRST.slice(0, 3),
      "问二",
      "问一",
      ...FIRST.slice(5),
    ]);
  });

  it("keeps the first row of a group moved to the end of the one before", () => {
    expect(shownPlan(rerun([move("问一", "紧急要情")]))).toEqual([
      "【紧急要情】",
      "急",
      "问一",
      "【问题与建议】",
      "问二",
      ...FIRST.slice(5),
    ]);
  });

  it("keeps the last row of a group moved to the head of the next", () => {
    expect(shownPlan(rerun([move("问二", "经验做法", 0)]))).toEqual([
      ...FIRST.slice(0, 4),
      "【经验做法】",
      "问二",
      "经",
      ...FIRST.slice(7),
    ]);
  });

  it("keeps a row moved to a group of the editor's own", () => {
    expect(shownPlan(rerun([move("动二", "附录")]))).toEqual([...FIRST.slice(0, 9), "【附录】", "动二"]);
  });

  it("keeps what was moved when new entries come: they take the places the machine gives them", () => {
    const files = { ...SIX, "问零.yaml": problem("问零", "2026-11-23 07:00") };
    expect(shownPlan(rerun([move("问二", "紧急要情", 0)], files)).slice(0, 6)).toEqual([
      "【紧急要情】",
      "问二",
      "急",
      "【问题与建议】",
      "问零",
      "问一",
    ]);
  });

  it("keeps a pinned row in its place when the order changes", () => {
    const files = { ...SIX, "动零.yaml": news("动零", "2026-11-23 07:00") };
    const rows = shownPlan(rerun([set("动一", "固定", "是")], files));
    expect(rows.slice(-4)).toEqual(["【工作动态】", "动一 固定", "动零", "动二"]);
  });

  it("keeps 改题 and 改文 while the entry is at fault, and prints the entry again once it is sound", () => {
    const edits = [set("问一", "改题", "短题"), set("动二", "改文", "短文。\n")];
    const broken = { ...SIX, "问一.yaml": entryText({ 编号: "问一", 类别: "没有的类别" }) };
    const after = rerun(edits, broken);
    expect(shownPlan(after)).toContain("问一 改题 短题");
    expect(shownPlan(after)).toContain("动二 改文");
    expect(after.plan.dropped).toEqual([]);
    expect(after.arranged.left).toEqual([{ id: "问一", why: expect.stringContaining("校核未过") as string }]);
    expect(shownPlan(draftOf(SIX, after.text))).toContain("问一 改题 短题");
  });

  it("keeps 改题 of a row that falls beyond the limit", () => {
    const office = `${OFFICE}刊物: {信息专报: {条数上限: 6}}\n`;
    const files = { ...SIX, "急二.yaml": urgentText({ 编号: "急二", 报送时间: "2026-11-23 08:50" }) };
    const rows = shownPlan(rerun([set("动二", "改题", "短题")], files, office));
    expect(rows).toContain("动二 改题 短题");
    expect(rows).toContain("× 动一：超过条数上限 6 条（排在第 7 条）；也可编入《每日要情》");
  });

  it("puts a row deleted by hand under 不用, and leaves it there", () => {
    const after = rerun([remove("问一")]);
    expect(shownPlan(after)).toEqual([...FIRST.filter((row) => row !== "问一"), "× 问一：编辑删去"]);
    expect(after.changes).toEqual([expect.stringContaining("问一")]);
    const again = draftOf(SIX, after.text);
    expect(again.text).toBe(after.text);
    expect(again.changes).toEqual([]);
  });

  it("leaves out what the editor gave a reason for, with that reason", () => {
    const after = rerun([drop("经", "留待下期"), drop("动一")]);
    expect(shownPlan(after)).toEqual([...FIRST.slice(0, 5), "【工作动态】", "动二", "× 经：留待下期", "× 动一："]);
    expect(shownPlan(draftOf(SIX, after.text))).toEqual(shownPlan(after));
  });

  it("takes a whole row that was moved to 不用, and gives it back as it was", () => {
    const cut: Edit = (text) => {
      const row = /^ {6}- 编号: 经\n(?: {8}.*\n)+/mu.exec(text)?.[0] ?? "";
      const dropped = row.replace(/^ {4}/gmu, "").replace("编号: 经\n", "编号: 经\n    因: 留待下期 # 主任定的\n");
      return text.replace(row, "").replace("不用:\n", `不用:\n${dropped}`);
    };
    const after = rerun([set("经", "改题", "短题"), cut]);
    expect(shownPlan(after).at(-1)).toBe("× 经：留待下期");
    expect(after.text).toContain("因: 留待下期 # 主任定的");
    expect(draftOf(SIX, after.text).text).toBe(after.text);
    expect(shownPlan(draftOf(SIX, move("经", "经验做法")(after.text)))).toContain("经 改题 短题");
  });

  it("brings back what the editor moves out of 不用", () => {
    const dropped = rerun([drop("经", "留待下期")]).text;
    expect(shownPlan(draftOf(SIX, move("经", "经验做法")(dropped)))).toEqual(FIRST);
  });

  it("keeps what the editor brought in beyond the limit", () => {
    const office = `${OFFICE}刊物: {信息专报: {条数上限: 4}}\n`;
    const first = draftOf(SIX, null, { office });
    expect(shownPlan(first).slice(-2)).toEqual([
      "× 动一：超过条数上限 4 条（排在第 5 条）；也可编入《每日要情》",
      "× 动二：超过条数上限 4 条（排在第 6 条）；也可编入《每日要情》",
    ]);
    let text = move("动二", "紧急要情", 0)(first.text);
    for (let run = 0; run < 3; run++) text = draftOf(SIX, text, { office }).text;
    const rows = shownPlan(draftOf(SIX, text, { office }));
    expect(rows.slice(0, 3)).toEqual(["【紧急要情】", "动二", "急"]);
    expect(rows.filter((row) => !/^[【×]/u.test(row))).toHaveLength(4);
  });

  it("keeps a merger: the merged stand in their row, and nowhere else", () => {
    const after = rerun([merge("问一", "问二", "动一")]);
    expect(shownPlan(after)).toEqual([...FIRST.slice(0, 3), "问一 并 问二、动一", ...FIRST.slice(5, 8), "动二"]);
    expect(draftOf(SIX, after.text).text).toBe(after.text);
    expect(after.arranged.left).toEqual([]);
  });

  it("keeps a merger whose leading entry comes to be at fault, or falls beyond the limit", () => {
    const broken = { ...SIX, "动一.yaml": entryText({ 编号: "动一", 类别: "没有的类别" }) };
    expect(shownPlan(rerun([merge("动一", "动二")], broken)).slice(-2)).toEqual(["【工作动态】", "动一 并 动二"]);
    const office = `${OFFICE}刊物: {信息专报: {条数上限: 5}}\n`;
    const edits = [merge("经", "问二", "问一")];
    const more = {
      ...SIX,
      ...filesOf(...["问三", "问四", "问五", "问六", "问七"].map((id) => problem(id, "2026-11-23 08:03"))),
    };
    const rows = shownPlan(rerun(edits, more, office));
    expect(rows).toContain("经 并 问二、问一");
    expect(rows.filter((row) => !/^[【×]/u.test(row))).toHaveLength(5);
  });

  it("follows an entry whose id changed by its 指纹", () => {
    const renamed = {
      ...without(SIX, "问二"),
      "新号.yaml": problem("新号", "2026-11-23 08:02").replace("新号修复", "问二修复"),
    };
    const after = rerun([set("问二", "改题", "短题"), move("问二", "紧急要情", 0)], renamed);
    expect(shownPlan(after)).toEqual([
      "【紧急要情】",
      "新号 改题 短题",
      "急",
      "【问题与建议】",
      "问一",
      ...FIRST.slice(5),
    ]);
  });

  it("forgets an entry that is gone", () => {
    const after = rerun([set("经", "固定", "是")], without(SIX, "经", "动一"));
    expect(shownPlan(after)).toEqual([...FIRST.slice(0, 5), "【工作动态】", "动二"]);
    expect(after.changes).toEqual(["已无此条：经", "已无此条：动一"]);
  });

  it("lets a new urgent report push out the machine's last row, never the editor's", () => {
    const office = `${OFFICE}刊物: {信息专报: {条数上限: 6}}\n`;
    const files = { ...SIX, "急二.yaml": urgentText({ 编号: "急二", 报送时间: "2026-11-23 08:50" }) };
    expect(shownPlan(rerun([], files, office)).slice(-2)).toEqual([
      "动一",
      "× 动二：超过条数上限 6 条（排在第 7 条）；也可编入《每日要情》",
    ]);
    expect(shownPlan(rerun([set("动二", "固定", "是")], files, office)).slice(-2)).toEqual([
      "动二 固定",
      "× 动一：超过条数上限 6 条（排在第 7 条）；也可编入《每日要情》",
    ]);
  });

  it("never counts urgent reports against the limit", () => {
    const office = `${OFFICE}刊物: {信息专报: {条数上限: 2}}\n`;
    const urgent = ["急二", "急三"].map((id) => urgentText({ 编号: id, 报送时间: "2026-11-23 08:50" }));
    const rows = shownPlan(draftOf({ ...SIX, ...filesOf(...urgent) }, null, { office }));
    expect(rows.slice(0, 4)).toEqual(["【紧急要情】", "急三", "急二", "急"]);
    expect(rows.slice(4).every((row) => row.startsWith("× "))).toBe(true);
  });

  it("gives the row of a 首报 its 续报, and never prints what was written of the older state over it", () => {
    const follow = urgentText({ 编号: "急续", 报送时间: "2026-11-23 11:00", 报告: "{阶段: 续报, 次: 1, 续: 急}" });
    const after = rerun([set("急", "改题", "短题"), move("急", "工作动态", 0)], { ...SIX, "急续.yaml": follow });
    expect(shownPlan(after)).toEqual([...FIRST.slice(2, 8), "急续 并 急", "动一", "动二"]);
    expect(after.changes).toContainEqual(expect.stringContaining("请重核：急 的改题、改文"));
    expect(after.text).toMatch(/# 有新的续报，急 的改题未沿用，请重核：\n +# +短题\n +- 编号: 急续/u);
    expect(after.arranged.left).toEqual([]);
  });

  it("keeps comments with their rows", () => {
    const edits = [comment("问二", "主任要求放前面"), comment("动一", "等照片"), comment("经", "等数据")];
    const files = {
      ...SIX,
      "动零.yaml": news("动零", "2026-11-23 07:00"),
      "经.yaml": entryText({ 编号: "经", 类别: "没有的类别" }),
    };
    const after = rerun([...edits, move("问二", "紧急要情", 0)], files);
    for (const text of [after.text, draftOf(files, after.text).text]) {
      expect(text).toMatch(/# 主任要求放前面\n +- 编号: 问二\n/u);
      expect(text).toMatch(/# 等照片\n +- 编号: 动一\n/u);
      expect(text).toMatch(/# 等数据\n +- 编号: 经(?: #.*)?\n +因: 校核未过/u);
    }
    const header = draftOf(SIX)
      .text.split("\n")
      .filter((line) => line.startsWith("# "));
    expect(header.length).toBeGreaterThan(3);
    for (const line of header) expect(after.text.split("\n").filter((each) => each === line)).toHaveLength(1);
  });

  it("keeps pinned and moved rows whose group the office has since renamed", () => {
    const [before, now] = ["动态信息", "工作动态"].map(
      (name) => `${OFFICE}分组: [{名称: 紧急要情, 类别: [紧急]}, {名称: ${name}}]\n`,
    );
    const first = draftOf(SIX, null, { office: before as string }).text;
    const after = draftOf(SIX, set("经", "固定", "是")(first), { office: now as string });
    expect(shownPlan(after).toSorted()).toEqual(
      ["【紧急要情】", "急", "【工作动态】", "问一", "问二", "动一", "动二", "【动态信息】", "经 固定"].toSorted(),
    );
  });

  it("keeps 按语", () => {
    const after = rerun([(text) => text.replace(/^按语:.*$/mu, "按语: |\n  第一段。\n  第二段。")]);
    expect(after.plan.note).toBe("第一段。\n第二段。");
    expect(draftOf(SIX, after.text).text).toBe(after.text);
  });

  it("refreshes the machine's notes, and leaves a note of the editor's alone", () => {
    const edit: Edit = (text) => text.replace(/(标题: 动二修复水渠) #.*/u, "$1 # 已核");
    const after = rerun([edit]);
    expect(after.text).toContain("标题: 动二修复水渠 # 已核");
    expect(after.text).toMatch(/标题: 动一修复水渠 # 0 分：工作动态 \+0/u);
  });
});

describe("the reports of an event", () => {
  const report = (id: string, stage: string, time: string): string =>
    urgentText({ 编号: id, 报送时间: time, 报告: stage });
  const chain = [
    report("首", "{阶段: 首报}", "2026-11-23 09:00"),
    report("续一", "{阶段: 续报, 次: 1, 续: 首}", "2026-11-23 10:00"),
    report("续二", "{阶段: 续报, 次: 2, 续: 续一}", "2026-11-23 11:00"),
    report("终", "{阶段: 终报, 续: 续二}", "2026-11-23 12:00"),
  ];

  it("are one item, the newest first", () => {
    for (const texts of [chain, chain.toReversed()])
      expect(shownPlan(draftOf(filesOf(...texts)))).toEqual(["【紧急要情】", "终 并 续二、续一、首"]);
  });

  it("are one item for the limit too", () => {
    const office = `${OFFICE}刊物: {信息专报: {条数上限: 2}}\n`;
    expect(shownPlan(draftOf(filesOf(...chain, news("动", "2026-11-23 08:00")), null, { office }))).toEqual([
      "【紧急要情】",
      "终 并 续二、续一、首",
      "【工作动态】",
      "动",
    ]);
  });

  it("stay out together when the newest is left out, and come back together", () => {
    const files = filesOf(...chain, news("动", "2026-11-23 08:00"));
    const dropped = draftOf(files, drop("终", "另报")(draftOf(files).text));
    expect(shownPlan(dropped)).toEqual([
      "【工作动态】",
      "动",
      "× 终：另报",
      "× 续二：随同新报 终",
      "× 续一：随同新报 终",
      "× 首：随同新报 终",
    ]);
    expect(draftOf(files, dropped.text).text).toBe(dropped.text);
    expect(shownPlan(draftOf(files, move("首", "紧急要情")(dropped.text)))).toEqual([
      "【紧急要情】",
      "终 并 续二、续一、首",
      "【工作动态】",
      "动",
    ]);
  });

  it("stand again without the newest when it comes to be at fault", () => {
    const first = draftOf(filesOf(...chain)).text;
    const broken = filesOf(
      ...chain.slice(0, 3),
      report("终", "{阶段: 终报, 续: 续二}", "2026-11-23 12:00").replace("类别: 紧急", "类别: 没有的类别"),
    );
    expect(shownPlan(draftOf(broken, first))).toEqual([
      "【紧急要情】",
      "续二 并 续一、首",
      expect.stringContaining("× 终：校核未过") as string,
    ]);
  });

  it("stand alone where what they follow is not there, and do not hang where they follow one another", () => {
    const loop = [
      report("甲", "{阶段: 续报, 续: 乙}", "2026-11-23 10:00"),
      report("乙", "{阶段: 续报, 续: 甲}", "2026-11-23 11:00"),
    ];
    expect(shownPlan(draftOf(filesOf(report("孤", "{阶段: 续报, 续: 无}", "2026-11-23 10:00"))))).toEqual([
      "【紧急要情】",
      "孤",
    ]);
    const rows = shownPlan(draftOf(filesOf(...loop))).join(" ");
    expect(rows).toContain("甲");
    expect(rows).toContain("乙");
  });
});

describe("whatever an editor does to a plan", { timeout: 120_000 }, () => {
  const ids = ["急", "问一", "问二", "经", "动一", "动二"];
  const groups = ["紧急要情", "问题与建议", "经验做法", "工作动态", "附录"];
  const edit = fc.oneof(
    fc
      .tuple(fc.constantFrom(...ids), fc.constantFrom(...groups), fc.nat(3))
      .map(([id, group, at]) => move(id, group, at)),
    fc.constantFrom(...ids).map((id) => remove(id)),
    fc
      .tuple(fc.constantFrom(...ids), fc.constantFrom(undefined, "留待下期", "编辑删去"))
      .map(([id, why]) => drop(id, why)),
    fc
      .tuple(fc.constantFrom(...ids), fc.constantFrom(["固定", "是"], ["改题", "短题"], ["改文", "短文。"]))
      .map(([id, [key, value]]) => set(id, key as string, value as string)),
    fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)).map(([into, id]) => merge(into, id)),
  );
  /** Edits that the file does not allow (a row that is not there any more) are left out. */
  const apply = (text: string, edits: readonly Edit[]): string =>
    edits.reduce((now, each) => {
      try {
        return each(now);
      } catch {
        return now;
      }
    }, text);
  const extra = { "新.yaml": urgentText({ 编号: "新" }), "新二.yaml": news("新二", "2026-11-23 07:00") };

  it.each([
    ["without a limit", OFFICE],
    ["with a limit of three", `${OFFICE}刊物: {信息专报: {条数上限: 3}}\n`],
  ])("every entry seen stands exactly once, and a second run changes nothing, %s", (_, office) => {
    const first = draftOf(SIX, null, { office }).text;
    fc.assert(
      fc.property(
        fc.array(edit, { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        fc.constantFrom(...ids, null),
        fc.constantFrom(...ids, null),
        (edits, more, gone, faulty) => {
          const broken =
            faulty === null || faulty === gone
              ? {}
              : { [`${faulty}.yaml`]: entryText({ 编号: faulty, 类别: "没有的类别" }) };
          const files = { ...without(SIX, gone ?? ""), ...broken, ...(more ? extra : {}) };
          const after = draftOf(files, apply(first, edits), { office });
          const standing = [
            ...after.plan.groups.flatMap(({ rows }) => rows.flatMap(({ id, merged }) => [id, ...merged])),
            ...after.plan.dropped.map(({ id }) => id),
          ];
          expect(standing.toSorted()).toEqual(
            Object.keys(files)
              .map((name) => name.replace(".yaml", ""))
              .toSorted(),
          );
          const again = draftOf(files, after.text, { office });
          expect(shownPlan(again)).toEqual(shownPlan(after));
          expect(draftOf(files, again.text, { office }).text).toBe(again.text);
        },
      ),
      { numRuns: 80, seed: 20261123 },
    );
  });
});
