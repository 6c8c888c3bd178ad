import { describe, expect, it } from "vitest";
import { officeWith, SECRET, urgentText, type Folder } from "../commands/support.ts";
import { entry, OFFICE } from "./support.ts";

const MONTH = ["coverage", "--lag", "--month", "2026-11"];

interface Spread {
  readonly count: number;
  readonly median: number;
  readonly longest: number;
}
interface Row {
  readonly name: string | null;
  readonly entries: number;
  readonly late: number;
  readonly open: number;
  readonly reported: Spread | null;
  readonly taken: Spread | null;
  readonly printed: Spread | null;
  readonly solved: Spread | null;
}

async function tableOf(folder: Folder): Promise<{ units: Row[]; total: Row }> {
  const { code, out } = await folder.run([...MONTH, "--json"]);
  expect(code).toBe(0);
  return JSON.parse(out) as { units: Row[]; total: Row };
}

const spread = (count: number, median: number, longest = median): Spread => ({ count, median, longest });

/** 08:20 happened, 08:25 heard of, 09:00 written, 09:05 taken in; ended the day after at 10:20. */
const FIRST = urgentText({
  编号: "首",
  收到时间: "2026-11-20 09:05",
  事发时间: "2026-11-20 08:20",
  接报时间: "2026-11-20 08:25",
  报送时间: "2026-11-20 09:00",
  报送记录: "[{对象: 县委办, 方式: 电话, 时间: 2026-11-20 08:40}]",
});
const LAST = urgentText({
  编号: "终",
  报告: "{阶段: 终报, 续: 首}",
  事发时间: "2026-11-20 08:20",
  接报时间: "2026-11-20 08:25",
  报送时间: "2026-11-21 10:20",
  报送记录: "[{对象: 县委办, 方式: 电话, 时间: 2026-11-20 08:40}]",
});

describe("coverage --lag", () => {
  it("measures from 发现 to 解决, by unit, in minutes", async () => {
    const folder = officeWith(
      {
        "首.yaml": FIRST,
        "终.yaml": LAST,
        "日.yaml": entry({
          编号: "日",
          报送单位: "白云",
          事发时间: "2026-11-10",
          报送时间: "2026-11-12",
          标题: "果园滴灌",
          正文: "白云镇果园滴灌投用。",
        }),
        "接报.yaml": entry({
          编号: "接",
          报送单位: "白云镇",
          接报时间: "2026-11-16 08:00",
          报送时间: "2026-11-16 10:00",
          标题: "路灯加装",
          正文: "白云镇加装路灯9盏。",
        }),
        "上月.yaml": entry({ 编号: "上", 报送时间: "2026-10-31 08:00", 标题: "粮仓熏蒸", 正文: "粮仓熏蒸完成。" }),
      },
      OFFICE,
    );
    const { units, total } = await tableOf(folder);
    expect(units.map(({ name, entries }) => [name, entries])).toEqual([
      ["青石镇", 2],
      ["白云镇", 2],
    ]);
    const [qing, bai] = units;
    expect(qing).toMatchObject({
      reported: spread(2, (40 + 1560) / 2, 1560),
      taken: spread(1, 5),
      printed: null,
      solved: spread(1, 1560),
      open: 0,
    });
    expect(bai).toMatchObject({ reported: spread(2, (120 + 2880) / 2, 2880), taken: null, solved: null });
    expect(total).toMatchObject({ entries: 4, reported: spread(4, (120 + 1560) / 2, 2880) });
  });

  it("counts the late, and events that nothing has ended; a joint entry once in the sum", async () => {
    const folder = officeWith(
      {
        "首.yaml": FIRST.replaceAll("报送时间: 2026-11-20 09:00", "报送时间: 2026-11-20 12:00").replace(
          "收到时间: 2026-11-20 09:05",
          "收到时间: 2026-11-20 12:05",
        ),
        "联.yaml": entry({ 编号: "联", 报送单位: "[青石, 县水利局]", 事发时间: "2026-11-19", 报送时间: "2026-11-19" }),
      },
      OFFICE,
    );
    const { units, total } = await tableOf(folder);
    expect(units.map(({ name, entries, late, open }) => [name, entries, late, open])).toEqual([
      ["青石镇", 2, 1, 1],
      ["县水利局", 1, 0, 0],
    ]);
    expect([total.entries, total.late, total.open]).toEqual([2, 1, 1]);
  });

  it("knows from the ledger when an entry was printed", async () => {
    const folder = officeWith(
      { "甲.yaml": entry({ 编号: "甲", 报送时间: "2026-11-20 09:10", 收到时间: "2026-11-20 09:30" }) },
      OFFICE,
    );
    await folder.run(["plan"]);
    expect((await folder.run(["publish", "--signer", "韩叙文", "--editor", "何小满"])).code).toBe(0);
    expect((await tableOf(folder)).total.printed).toEqual(spread(1, 3 * 1440));
  });

  it("is a table that people read, within the width of the screen", async () => {
    const folder = officeWith({ "首.yaml": FIRST, "终.yaml": LAST }, OFFICE);
    const { code, out } = await folder.run(MONTH);
    expect(code).toBe(0);
    expect(out.split("\n").slice(0, 4)).toEqual([
      "时差：2026-11-01 至 2026-11-23 报送的 2 条",
      "  条数  迟报  发现→上报     上报→收到  收到→编发  发现→解决   未了  单位",
      expect.stringMatching(/^ {2}2 +\d +13\.3时／26时 +5分／5分 +– +26时／26时 +0 +青石镇$/u) as string,
      expect.stringMatching(/合计$/u) as string,
    ]);
    expect(
      (await officeWith({ "首.yaml": FIRST }, OFFICE).run(["coverage", "--lag", "--month", "2026-10"])).out,
    ).toContain("这段时间没有信息");
  });

  it("stops at classified material with nothing but its path, and goes with no other output", async () => {
    const folder = officeWith({ "首.yaml": FIRST, "密.yaml": SECRET }, OFFICE);
    const { code, out } = await folder.run([...MONTH, "--json"]);
    expect(code).toBe(4);
    expect(JSON.parse(out)).toMatchObject({ units: [], total: { entries: 0 }, errors: 1 });
    expect((await folder.run([...MONTH, "--svg", "图.svg"])).code).toBe(2);
  });
});
