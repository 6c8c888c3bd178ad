import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { storeAt } from "../ledger/support.ts";
import { issueRecord, numbering, printedEntry, voidIn, ZONE } from "../ledger/records.ts";
import { takeNumber } from "../../src/ledger/issue.ts";
import type { PrintedEntry } from "../../src/model/ledger.ts";
import { FileError } from "../../src/world.ts";
import { entryText, officeWith, SECRET, type Folder } from "./support.ts";

const OFFICE = `机关: 中共青岚县委办公室
单位:
  - { 名称: 青石镇党政办公室, 简称: 青石 }
  - { 名称: 县水利局, 简称: 水利 }
关注:
  - { 名称: 防汛抗旱, 类型: 长期, 权重: 3, 关键词: [抗旱/旱情] }
`;

const CANAL = printedEntry({
  id: "渠-1",
  fingerprint: "f1",
  title: "石坝村干渠渗漏影响冬灌",
  text: "石坝村干渠建成20年，今年9月以来渗漏6处。\n建议由县水利局牵头整治，联系人电话13812345678。",
});
const BRIDGE = printedEntry({
  id: "桥-1",
  fingerprint: "f2",
  title: "双溪桥检测为四类桥",
  units: ["县水利局"],
  category: "问题",
  themes: [],
  place: "双溪村",
  text: "桥下干渠水位偏高，检测用ＡＢＣ仪器。",
});

const number = (folder: Folder): ReturnType<typeof storeAt> => storeAt(join(folder.path, "台账"));

/** Publishes an issue of these entries on a day of November 2026. */
async function print(folder: Folder, date: number, ...entries: PrintedEntry[]): Promise<void> {
  const store = number(folder);
  const key = `${date} ${entries.map(({ id }) => id).join()}`;
  await takeNumber({ store, zone: ZONE }, numbering(key), ({ number }) =>
    Promise.resolve(issueRecord({ number, key, day: 20_758 + date - 1, entries })),
  );
}

async function archive(entries: Readonly<Record<string, string>> = {}): Promise<Folder> {
  const folder = officeWith(entries, OFFICE);
  await print(folder, 10, CANAL);
  await print(folder, 12, BRIDGE);
  return folder;
}

interface Result {
  readonly id: string;
  readonly day: string;
  readonly file: string | null;
  readonly printed: boolean;
  readonly issue: { readonly number: number; readonly voided: boolean } | null;
  readonly snippet: string;
}
interface Found {
  readonly total: number;
  readonly published: number;
  readonly issues: number;
  readonly results: readonly Result[];
}

async function found(folder: Folder, ...argv: string[]): Promise<Found> {
  const { code, out, err } = await folder.run(["search", ...argv, "--json"]);
  if (code !== 0) throw new Error(`exit ${code}: ${err}`);
  return JSON.parse(out) as Found;
}
const ids = async (folder: Folder, ...argv: string[]): Promise<string[]> =>
  (await found(folder, ...argv)).results.map(({ id }) => id);

describe("search", () => {
  test("shows where a word stands, in the title first, with the issue, the unit and the stretch around it", async () => {
    const { code, out } = await (await archive()).run(["search", "干渠"]);
    expect(code).toBe(0);
    expect(out).toBe(
      [
        "2026-11-10 《信息专报》2026年第1期　石坝村【干渠】渗漏影响冬灌",
        "    青石镇党政办公室　石坝村【干渠】建成20年，今年9月以来渗漏6处。 建议由县水…",
        "2026-11-12 《信息专报》2026年第2期　双溪桥检测为四类桥",
        "    县水利局　桥下【干渠】水位偏高，检测用ＡＢＣ仪器。",
        "找到 2 条：已登 2 条，见于 2 期",
        "",
      ].join("\n"),
    );
  });

  test("wants all words, whatever their width and case, and takes an id", async () => {
    const folder = await archive();
    expect(await ids(folder, "干渠", "检测")).toEqual(["桥-1"]);
    expect(await ids(folder, "abc")).toEqual(["桥-1"]);
    expect(await ids(folder, "２０年")).toEqual(["渠-1"]);
    expect(await ids(folder, "桥-1")).toEqual(["桥-1"]);
  });

  test("counts what is found as it was sent, and was printed on another day, as neither printed then nor unprinted", async () => {
    const sent = entryText({
      编号: "渠-1",
      标题: "石坝村干渠渗漏",
      报送时间: "2026-11-08 09:00",
      事发时间: "2026-11-08",
    });
    const folder = await archive({
      "渠.yaml": sent,
      "新.yaml": entryText({ 编号: "新", 标题: "又一处干渠", 报送时间: "2026-11-09 09:00", 事发时间: "2026-11-09" }),
    });
    const { out } = await folder.run(["search", "干渠", "--until", "2026-11-09"]);
    expect(out).toContain("找到 2 条：已登、按原稿找到 1 条；未登 1 条");
  });

  test("goes by unit, place, theme, category, publication and time, with words or without", async () => {
    const folder = await archive();
    expect(await ids(folder, "--unit", "水利")).toEqual(["桥-1"]);
    expect(await ids(folder, "--place", "石坝")).toEqual(["渠-1"]);
    expect(await ids(folder, "--theme", "防汛抗旱")).toEqual(["渠-1"]);
    expect(await ids(folder, "--category", "问题")).toEqual(["桥-1"]);
    expect(await ids(folder, "--publication", "每日要情")).toEqual([]);
    expect(await ids(folder, "干渠", "--since", "2026-11-11")).toEqual(["桥-1"]);
    expect(await ids(folder, "干渠", "--until", "2026-11-11")).toEqual(["渠-1"]);
    expect(await ids(folder, "干渠", "--limit", "1")).toEqual(["渠-1"]);
  });

  test("finds what was sent and not printed, and tells an entry once that was printed", async () => {
    const own = entryText({ 编号: "新", 标题: "青石镇干渠清淤", 报送单位: "青石", 正文: "干渠清淤4公里。" });
    const again = entryText({
      编号: "渠-1",
      标题: "石坝村干渠渗漏影响冬灌",
      报送单位: "青石",
      正文: "渗漏，另有闸门锈蚀。",
    });
    const folder = await archive({ "新.yaml": own, "旧.yaml": again });
    const { results, total, published } = await found(folder, "干渠");
    expect([total, published]).toEqual([3, 2]);
    expect(results.map(({ id, file }) => [id, file])).toEqual([
      ["新", "entries/新.yaml"],
      ["渠-1", null],
      ["桥-1", null],
    ]);
    // What only the entry as it was sent says is found there, and known to be printed.
    expect((await found(folder, "闸门")).results).toMatchObject([{ id: "渠-1", printed: true, issue: null }]);
    expect(await ids(folder, "干渠", "--published")).toEqual(["渠-1", "桥-1"]);
  });

  test("stars numbers of persons", async () => {
    const { out } = await (await archive()).run(["search", "电话"]);
    expect(out).toContain("138****5678");
  });

  test("shows an issue whose number counts no longer as such", async () => {
    const folder = await archive();
    await found(folder, "双溪");
    await voidIn(number(folder), { publication: "信息专报", kind: "正刊", year: 2026, number: 2 });
    expect((await found(folder, "双溪")).results).toMatchObject([{ issue: { number: 2, voided: true } }]);
    expect((await folder.run(["search", "双溪"])).out).toContain("第2期（已作废）");
  });

  test("says what each word finds alone, and which word may be meant", async () => {
    const folder = await archive();
    const { code, out } = await folder.run(["search", "干渠", "地震"]);
    expect(code).toBe(0);
    expect(out).toBe("没有找到“干渠 地震”\n  只找“干渠”：2 条\n  只找“地震”：没有\n");
    expect((await folder.run(["search", "防汛抗早"])).out).toContain("没有“防汛抗早”，是不是“防汛抗旱”？");
  });

  test("stops at classified material, and looks at no entry with --published", async () => {
    const folder = await archive({ "密.yaml": SECRET });
    const ran = await folder.run(["search", "布防"]);
    expect(ran.code).toBe(4);
    expect(ran.out).toBe("");
    expect(ran.err).not.toMatch(/要害|布防/u);
    expect((await folder.run(["search", "干渠", "--published"])).code).toBe(0);
  });

  test("wants something to look for", async () => {
    const { code, err } = await (await archive()).run(["search"]);
    expect(code).toBe(2);
    expect(err).toContain("没有写要找什么");
    expect((await officeWith({}, OFFICE).run(["search", "干渠"])).out).toContain("没有找到“干渠”");
  });

  test("is marked by colour on a terminal", async () => {
    const { out } = await (await archive()).run(["search", "双溪桥", "--color"]);
    expect(out).toContain("\u001B[1m\u001B[31m双溪桥\u001B[39m\u001B[22m");
  });
});

describe("the index", () => {
  const BASE = "台账/.索引/全部.idx";
  const SINCE = "台账/.索引/新增.idx";

  test("is made once, grows beside itself, and is no stray file of the ledger", async () => {
    const folder = await archive();
    await found(folder, "干渠");
    const made = folder.bytes(BASE);
    await print(folder, 13, printedEntry({ id: "新", fingerprint: "f3", title: "干渠修好了" }));
    expect(await ids(folder, "干渠")).toEqual(["新", "渠-1", "桥-1"]);
    await print(folder, 14, printedEntry({ id: "更新", fingerprint: "f4", title: "干渠通水" }));
    expect(await ids(folder, "干渠")).toEqual(["更新", "新", "渠-1", "桥-1"]);
    expect(folder.bytes(BASE)).toEqual(made);
    expect(folder.has(SINCE)).toBe(true);
    expect(number(folder).strays()).toEqual([]);
  });

  test("is made anew where it is lost, broken, or of other records", async () => {
    const folder = await archive();
    await found(folder, "干渠");
    const good = folder.bytes(BASE);
    for (const broken of ["", "ZBSEARCH", good.subarray(0, good.length - 2), good.fill(255, 12, 16)]) {
      folder.write(BASE, broken);
      expect(await ids(folder, "干渠")).toEqual(["渠-1", "桥-1"]);
    }
    rmSync(join(folder.path, BASE));
    expect(await ids(folder, "干渠")).toEqual(["渠-1", "桥-1"]);
    const record = "台账/信息专报/2026/0001.json";
    folder.write(record, folder.read(record).replaceAll("干渠", "水渠"));
    expect(await ids(folder, "水渠")).toEqual([]);
    // What was changed in the middle is seen where it would be shown.
    expect(await ids(folder, "干渠")).toEqual(["桥-1"]);
    expect(await ids(folder, "水渠")).toEqual(["渠-1"]);
    rmSync(join(folder.path, record));
    expect(await ids(folder, "水渠")).toEqual([]);
  });

  test("leaves a record that is only half written for the next time", async () => {
    const folder = await archive();
    await found(folder, "干渠");
    const text = folder.read("台账/信息专报/2026/0002.json");
    folder.write("台账/信息专报/2026/0003.json", "");
    expect(await ids(folder, "干渠")).toEqual(["渠-1", "桥-1"]);
    folder.write("台账/信息专报/2026/0003.json", text.replaceAll("桥-1", "桥-2"));
    expect(await ids(folder, "干渠")).toEqual(["渠-1", "桥-2", "桥-1"]);
  });

  test("is not needed: a ledger that may only be read is searched all the same", async () => {
    const folder = await archive();
    const files = {
      replace: (path: string): never => {
        throw new FileError("forbidden", path, "EACCES");
      },
    };
    const { code, out } = await folder.run(["search", "干渠"], { files });
    expect([code, out.split("\n").length]).toEqual([0, 6]);
    expect(folder.has(BASE)).toBe(false);
  });
});
