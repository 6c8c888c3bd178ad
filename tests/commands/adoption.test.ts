import mammoth from "mammoth";
import { describe, expect, test } from "vitest";
import { entryText, matter, officeWith, SECRET, type Folder } from "./support.ts";

const OFFICE = `机关: 中共澄岭县委办公室
单位:
  - { 名称: 青石镇, 简称: 青石, 组: 乡镇 }
  - { 名称: 望樟镇, 组: 乡镇 }
  - { 名称: 县水利局, 组: 县直 }
刊物:
  信息专报: { 密级上限: 内部 }
`;

/** An office whose issue printed an entry of 青石 alone and one of two units. */
async function published(more = OFFICE, pack = ""): Promise<Folder> {
  const folder = officeWith(
    {
      "甲.yaml": entryText({ 编号: "甲", 标题: "石坝村水渠通水" }),
      "乙.yaml": entryText({ 编号: "乙", ...matter(1), 报送单位: "[青石, 县水利局]" }),
    },
    more,
  );
  if (pack !== "") folder.write("本县.yaml", pack);
  await folder.run(["plan"]);
  const { code, err } = await folder.run(["publish", "--signer", "王某", "--editor", "李某"]);
  expect([code, code === 0 ? "" : err]).toEqual([0, ""]);
  return folder;
}

interface Told {
  readonly submitted: number;
  readonly adopted: number;
  readonly groups: readonly {
    name: string;
    rows: readonly { unit: string; submitted: number; own: number[]; score: number; total: number }[];
  }[];
  readonly titles: readonly { title: string }[];
  readonly untold: number;
  readonly silent: readonly string[];
}

const told = async (folder: Folder, ...more: string[]): Promise<Told> => {
  const { code, out, err } = await folder.run(["adoption", "--json", ...more]);
  expect([code, code === 0 ? "" : err]).toEqual([0, ""]);
  return JSON.parse(out) as Told;
};

describe("adoption", () => {
  test("counts what each unit sent and what was printed, a joint entry for each of its units", async () => {
    const { submitted, adopted, groups, silent } = await told(await published());
    expect([submitted, adopted, silent]).toEqual([3, 2, ["望樟镇"]]);
    expect(
      groups.map(({ name, rows }) => [
        name,
        rows.map(({ unit, submitted: sent, own, score }) => [unit, sent, own, score]),
      ]),
    ).toEqual([
      [
        "乡镇",
        [
          ["青石镇", 2, [2], 6],
          ["望樟镇", 0, [0], 0],
        ],
      ],
      ["县直", [["县水利局", 1, [1], 3]]],
    ]);
  });

  test("counts by the office's own points", async () => {
    const pack = "数值:\n  采用本级分: { 值: 5, 单位: 分, 依据: 澄岭县考核办法 }\n";
    const folder = await published(`${OFFICE}规则集: [county, 本县.yaml]\n`, pack);
    expect((await told(folder)).groups[0]?.rows[0]).toMatchObject({ unit: "青石镇", score: 10, total: 10 });
  });

  test("tells no title of an issue that is not 公开 unless asked, and says how many it keeps", async () => {
    const folder = await published();
    expect(await told(folder)).toMatchObject({ titles: [], untold: 2 });
    expect((await told(folder, "--all-titles")).titles.map(({ title }) => title)).toContain("石坝村水渠通水");
  });

  test("of a month with nothing in it is a bulletin of noughts", async () => {
    const { submitted, adopted, silent } = await told(await published(), "--month", "2026-10");
    expect([submitted, adopted, silent.length]).toEqual([0, 0, 3]);
  });

  test("is written as 信息采用情况通报, with tables by group", async () => {
    const folder = await published();
    const { code, out } = await folder.run([
      "adoption",
      "--month",
      "2026-11",
      "-o",
      "out/通报.docx",
      "--date",
      "2026-12-01 09:00",
    ]);
    expect([code, out.includes("已写出 out/通报.docx")]).toEqual([0, true]);
    const { value } = await mammoth.extractRawText({ buffer: folder.bytes("out/通报.docx") });
    expect(value).toContain("2026年11月份信息采用情况通报");
    expect(value).toContain("各单位共报送信息3条，县委办公室采用2条");
    expect(value.split("\n").filter((line) => line !== "")).toEqual(
      expect.arrayContaining([
        "一、乡镇",
        "青石镇",
        "二、县直",
        "没有报送信息的单位：望樟镇。",
        "中共澄岭县委办公室",
        "2026年12月1日",
      ]),
    );
  });

  test("of an office that has published nothing counts what was sent", async () => {
    const folder = officeWith({ "甲.yaml": entryText({ 编号: "甲" }) }, OFFICE);
    expect(await told(folder)).toMatchObject({ submitted: 1, adopted: 0 });
  });

  test("stops at classified material, and writes nothing", async () => {
    const folder = officeWith({ "甲.yaml": entryText({ 编号: "甲" }), "密.yaml": SECRET }, OFFICE);
    const { code, out } = await folder.run(["adoption", "-o", "通报.docx"]);
    expect([code, out, folder.has("通报.docx")]).toEqual([4, "", false]);
  });
});
