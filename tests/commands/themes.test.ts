import { describe, expect, it } from "vitest";
import { entryText, officeWith, SECRET, type Folder, type Ran } from "./support.ts";

const OFFICE = `机关: 中共青岚县委办公室
关注:
  - {名称: 防汛抗旱, 类型: 阶段, 起: 2026-11-16, 止: 2026-12-31, 权重: 5, 关键词: [抗旱/旱情/缺水], 领导: 温道平, 来源: 韩书记11月3日批示}
  - {名称: 森林防火, 类型: 阶段, 起: 2026-10-01, 止: 2027-04-30, 权重: 4, 关键词: [防火]}
  - {名称: 秋粮收购, 类型: 阶段, 起: 2026-09-01, 止: 2026-11-15, 权重: 3, 关键词: [秋粮]}
  - {名称: 春耕备耕, 类型: 阶段, 起: 2027-02-01, 权重: 3, 关键词: [春耕]}
  - {名称: 招商引资, 类型: 长期, 权重: 2, 关键词: [招商]}
决策:
  - {编号: 决-1, 名称: 供水方案, 日期: 2026-10-08, 关键词: [供水方案]}
  - {编号: 决-2, 名称: 公交方案, 日期: 2026-10-08, 关键词: [公交方案]}
  - {编号: 决-3, 名称: 托管方案, 日期: 2026-12-08, 阶段: 决策前, 关键词: [托管方案]}
  - {编号: 决-4, 名称: 欠薪方案, 日期: 2026-11-10, 反响天数: 10, 关键词: [欠薪方案]}
`;

const entry = (编号: string, 标题: string, [报送时间, 正文]: readonly [string, string], more = {}): string =>
  entryText({ 编号, 标题, 报送时间, 正文, ...more });

const ENTRIES = {
  "旱一.yaml": entry("旱一", "石坝村缺水", ["2026-11-18 09:00", "石坝村三组86户吃水困难。"]),
  "旱二.yaml": entry("旱二", "县城供水保障", ["2026-11-20 09:00", "县水利局调度水源缓解旱情，日供水1.1万吨。"], {
    报送单位: "县水利局",
  }),
  "粮.yaml": entry("粮", "秋粮收购过半", ["2026-11-19 09:00", "秋粮入库3.2万吨。"]),
  "交.yaml": entry(
    "交",
    "公交方案落地首月",
    ["2026-11-12 09:00", "公交方案运行一个月，日均客流1870人次，居民认为方便。"],
    { 类别: "反馈" },
  ),
  "杂.yaml": entry("杂", "敬老院添置暖气", ["2026-11-17 09:00", "敬老院添置电暖气12台。"]),
};
const office = (): Folder => officeWith(ENTRIES, OFFICE);
const themes = (folder: Folder, ...argv: string[]): Promise<Ran> => folder.run(["themes", ...argv]);

describe("themes", () => {
  it("lists those in force with what answers them and where they come from, then what is uncovered", async () => {
    const { code, out } = await themes(office());
    expect(code).toBe(0);
    expect(out).toContain("2026-11-23 在期的关注点 3 个");
    expect(out).toContain(
      "  防汛抗旱　2 条，最近 2026-11-20\n      阶段 2026-11-16 至 2026-12-31，权重 5，温道平关心，来自韩书记11月3日批示",
    );
    expect(out).toContain("还没有信息的\n  森林防火\n  招商引资");
    expect(out).toContain("已经到期，此后还有信息说到的（要不要续）\n  秋粮收购　2026-11-15 到期，此后 1 条");
    expect(out).toContain("还没有开始的\n  春耕备耕　2027-02-01 起");
    expect(out).toMatch(/未对题的信息 3 条\n {2}2026-11-19 秋粮收购过半/u);
  });

  it("lists decisions without a response beyond their days, their own or the pack's", async () => {
    const { out } = await themes(office());
    expect(out).toMatch(
      /无反响的\n {2}供水方案　作出已 46 天，超过 30 天没有反馈、反响\n {2}欠薪方案　作出已 13 天，超过 10 天/u,
    );
    expect(out).not.toMatch(/公交方案　作出|托管方案　作出/u);
  });

  it("tells what changed in stage work since a day, beside as many days before", async () => {
    const { code, out } = await themes(office(), "--since", "2026-11-19");
    expect(code).toBe(0);
    expect(out).toContain("2026-11-19 至 2026-11-23 阶段工作的新变化");
    expect(out).toContain("防汛抗旱\n  1 条，前一段 1 条；首次报送的单位：县水利局");
    expect(out).toContain("森林防火\n  0 条，前一段 0 条");
    // Over before, still to come, and no stage work: none of them.
    expect(out).not.toMatch(/秋粮|春耕|招商/u);
    expect((await themes(office(), "--since", "2026-11-10")).out).toMatch(
      /防汛抗旱　新起[\s\S]*秋粮收购　2026-11-15 已到期/u,
    );
  });

  it("gives all of it as JSON", async () => {
    const json = JSON.parse((await themes(office(), "--json")).out) as Record<string, unknown>;
    expect(json).toMatchObject({
      version: 1,
      date: "2026-11-23",
      unanswered: [
        { id: "决-1", days: 46, limit: 30 },
        { id: "决-4", days: 13, limit: 10 },
      ],
      unthemed: ["粮", "杂", "交"],
    });
    expect(json["themes"]).toMatchObject([
      { name: "防汛抗旱", state: "在期", entries: ["旱二", "旱一"], source: "韩书记11月3日批示" },
      { state: "在期", entries: [] },
      { name: "秋粮收购", state: "已过", late: ["粮"] },
      { state: "未到" },
      { state: "在期" },
    ]);
  });

  it("says how to begin where there is nothing", async () => {
    const { code, out } = await themes(officeWith(ENTRIES));
    expect([code, out]).toEqual([0, expect.stringContaining("写在 zhuanbao.yaml 的“关注”“决策”里")]);
  });

  it.each([
    [["--since", "上周"], "--since 的日期“上周”无法识别"],
    [["--since", "2026-12-01"], "--since 2026-12-01 在 2026-11-23 之后"],
  ])("refuses %j", async (argv, message) => {
    const { code, err } = await themes(office(), ...argv);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
  });

  it("shows nothing after classified material", async () => {
    const { code, out } = await themes(officeWith({ ...ENTRIES, "密.yaml": SECRET }, OFFICE));
    expect([code, out]).toEqual([4, ""]);
  });
});
