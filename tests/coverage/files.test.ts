import { readFileSync } from "node:fs";
import mammoth from "mammoth";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { entryText, type Folder } from "../commands/support.ts";
import { RANK_USES } from "../../src/rank/uses.ts";
import { ENTRIES, office, OFFICE, pictureOf } from "./support.ts";

const ALL = ["--html", "出/页.html", "--svg", "出/图.svg", "--commission", "出/约.yaml", "--commission", "出/约.docx"];

async function written(folder: Folder, ...argv: string[]): Promise<string> {
  const { code, err } = await folder.run(["coverage", ...argv]);
  if (code !== 0) throw new Error(err);
  return err;
}

/** Names of all elements of XML, which must be well-formed. */
function elements(xml: string): Set<string> {
  const names = new Set<string>();
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name }) => names.add(name));
  parser.write(xml).close();
  return names;
}

describe("采编要目", () => {
  it("asks for signs, decisions, themes and silent units, of those whose names fit", async () => {
    const { gaps } = await pictureOf(office());
    expect(gaps.map(({ id, kind, topic, units, due }) => [id, kind, topic, units, due])).toEqual([
      ["约稿-2026-11-08", "苗头", "欠薪问题的范围、原因和建议", ["青石镇", "白云镇"], "2026-11-30"],
      ["约稿-2026-11-09", "决策", "校车安全管理办法的落实情况和干部群众反响", [], "2026-11-30"],
      ["约稿-2026-11-10", "关注点", "冬春水利建设的情况、问题和建议", ["县水利局"], "2026-11-30"],
      ["约稿-2026-11-11", "单位", "本单位、本地近期的新情况、新问题和群众意见", ["河口乡", "县水利局"], "2026-11-30"],
    ]);
  });

  it("asks anybody where no name fits a theme", async () => {
    const other = OFFICE.replace("名称: 冬春水利建设", "名称: 营商环境").replace("[水利建设, 冬修水利]", "[营商环境]");
    const ask = async (entries: Readonly<Record<string, string>>) =>
      (await pictureOf(office(entries, other))).gaps.find(({ kind }) => kind === "关注点")?.units;
    expect(await ask(ENTRIES)).toEqual([]);
  });

  it("can be pasted into the office: it reads without a finding, and nothing is asked twice", async () => {
    const folder = office();
    await written(folder, "--commission", "约.yaml");
    const rows = folder.read("约.yaml").split(/^约稿:\n/mu)[1] ?? "";
    expect(rows).toContain("    单位: [青石镇, 白云镇]\n    截止: 2026-11-30\n");
    const found = async (): Promise<unknown[]> => {
      const { out } = await folder.run(["check", "--format", "json"]);
      const { diagnostics } = JSON.parse(out) as { diagnostics: { file: string; rule: string; message: string }[] };
      return diagnostics.filter(({ file }) => file === "zhuanbao.yaml").map(({ rule, message }) => [rule, message]);
    };
    const before = await found();
    folder.write("zhuanbao.yaml", OFFICE + rows);
    expect(await found()).toEqual(before);
    const { gaps } = await pictureOf(folder);
    expect(gaps.map(({ id, before: asked }) => [id, asked])).toEqual(
      ["08", "09", "10", "11"].map((number) => [`约稿-2026-11-${number}`, true]),
    );
    expect(await written(folder, "--commission", "又.yaml", "--commission", "又.docx")).toContain(
      "没有新的要约，没有写 又.yaml",
    );
    expect(folder.list()).not.toContain("又.docx");
    // The day after it was due they are asked again, under new numbers.
    expect((await pictureOf(folder, "--date", "2026-12-01")).gaps[0]).toMatchObject({ before: false });
  });

  it("holds names as they are, whatever YAML would make of them", async () => {
    const name = "no: #1“约”\u202e\\\"'[]{}&*!|>%@`, 2026-11-18 😀";
    const quoted = JSON.stringify(name).replace("\u202e", "\\u202e");
    const folder = office(ENTRIES, OFFICE.replace("名称: 冬春水利建设", `名称: ${quoted}`));
    await written(folder, "--commission", "约.yaml");
    const text = folder.read("约.yaml");
    expect(text).not.toContain("\u202e");
    folder.write("zhuanbao.yaml", folder.read("zhuanbao.yaml") + (text.split(/^约稿:\n/mu)[1] ?? ""));
    const { gaps } = await pictureOf(folder);
    expect(gaps.find(({ kind }) => kind === "关注点")).toMatchObject({
      topic: `${name}的情况、问题和建议`,
      before: true,
    });
  });

  it("never takes the place of a file it did not make, or that somebody has changed", async () => {
    for (const path of ["出/页.html", "出/图.svg", "出/约.yaml", "出/约.docx"]) {
      const folder = office();
      folder.write(path, "约稿: []\n");
      const { code, out, err } = await folder.run(["coverage", ...ALL]);
      expect([code, out]).toEqual([2, ""]);
      expect(err).toContain(`${path} 已经有了`);
      expect(folder.list("出")).toEqual([path]);
      expect(folder.read(path)).toBe("约稿: []\n");
    }
    const folder = office();
    await written(folder, ...ALL);
    const first = folder.list("出").map((path) => folder.bytes(path).toString("base64"));
    await written(folder, ...ALL);
    expect(folder.list("出").map((path) => folder.bytes(path).toString("base64"))).toEqual(first);
    folder.write("出/约.yaml", folder.read("出/约.yaml").replace("2026-11-30", "2026-12-10"));
    expect((await folder.run(["coverage", ...ALL])).code).toBe(2);
    expect(folder.read("出/约.yaml")).toContain("2026-12-10");
  });

  it("is a paper for the units that quotes no entry", async () => {
    const folder = office();
    await written(folder, "--commission", "约.docx");
    const { value } = await mammoth.extractRawText({ buffer: folder.bytes("约.docx") });
    const text = value.split("\n\n").filter((line) => line !== "");
    expect(text.slice(0, 3)).toEqual(["内部资料　注意保存", "采编要目（约稿单）", "各有关单位："]);
    expect(text[3]).toBe(
      "根据2026年11月1日至2026年11月23日的信息报送情况，现将近期需要了解的4件事列出，请按时限报送。",
    );
    expect(text.slice(4, 9)).toEqual(["序", "题目", "约请单位", "截止", "由来"]);
    expect(text.slice(9, 14)).toEqual([
      "1",
      "欠薪问题的范围、原因和建议约稿-2026-11-08",
      "青石镇、白云镇",
      "2026-11-30",
      "11月18日至11月20日，2 个单位报来同类情况 2 起，请跟进后续情况",
    ]);
    expect(text[16]).toBe("各单位");
    expect(text.slice(-2)).toEqual(["中共澄岭县委办公室", "2026年11月23日"]);
    expect(value).not.toMatch(/12名工人|家具厂/u);
  });
});

describe("the page and the drawing", () => {
  const HOSTILE = `</td></table><script>alert(1)</script><img src=x onerror=alert(2)>"'&<!--]]>`;
  /** Marks where it stands as text; a reader of the page sees it, a browser acts on nothing. */
  const hostile = entryText({
    编号: "'<b id=\"x\">恶'",
    标题: `'\u202e打13812345678${HOSTILE.replaceAll("'", "''")}'`,
    类别: `'<style>*{}</style>'`,
    报送单位: `'<svg onload="x()">镇'`,
    渠道: `'<a href="javascript:x()">网</a>'`,
    领域: `'${HOSTILE.replaceAll("'", "''")}'`,
  });
  const strange = {
    "恶一.yaml": hostile,
    "恶二.yaml": hostile.replace("恶'", "恶二'"),
    "恶三.yaml": hostile.replace("恶'", "恶三'"),
  };
  const settings = OFFICE.replace("名称: 冬春水利建设", `名称: '<i>冬春</i>"&'`);

  it("show the counts", async () => {
    const folder = office();
    await written(folder, ...ALL);
    const html = folder.read("出/页.html");
    expect(html).toMatch(/<th class="row" scope="row">青石镇<\/th><td class="d2">2<\/td><td class="d1">1<\/td>/u);
    expect(html).toContain('<tr class="silent"><th class="row" scope="row">县水利局</th>');
    for (const heading of [
      "单位和类别",
      "关注点和类别",
      "单位和关注点",
      "未对题（6 条）",
      "热点",
      "苗头",
      "决策无反响",
      "采编要目",
    ])
      expect(html).toContain(`<h2>${heading}</h2>`);
    const svg = folder.read("出/图.svg");
    expect(elements(svg)).toEqual(new Set(["svg", "title", "rect", "text"]));
    expect(svg).toContain("9 条信息，来自 4 个单位");
  });

  it("hold nothing of an entry but as text", async () => {
    const folder = office({ ...ENTRIES, ...strange }, settings);
    await written(folder, ...ALL);
    const html = folder.read("出/页.html");
    const tags = new Set(
      [...html.replace(/<style>[\s\S]*?<\/style>/u, "").matchAll(/<([a-z][^\s>/]*)/giu)].map(([, name]) => name),
    );
    const own =
      "html head meta title style body main h1 h2 h3 p div b span section svg text rect table thead tbody tr th td ul li footer";
    expect([...tags].filter((name) => !own.split(" ").includes(name ?? ""))).toEqual([]);
    expect(html).not.toMatch(/<[^>]*\son[a-z]+=/iu);
    expect(html).not.toContain("<b id=");
    expect(html.match(/<svg[\s>]/gu)).toHaveLength(3);
    expect(html.match(/<style>/gu)).toHaveLength(1);
    expect(html.match(/<!--/gu)).toHaveLength(1);
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/https?:(?!\/\/www\.w3\.org\/2000\/svg)/u);
    expect(elements(folder.read("出/图.svg"))).toEqual(new Set(["svg", "title", "rect", "text"]));
  });

  it("star numbers of persons and write out what hides, everywhere", async () => {
    const folder = office({ ...ENTRIES, ...strange }, settings);
    const { out } = await folder.run(["coverage", ...ALL]);
    const json = (await folder.run(["coverage", "--json"])).out;
    const all = [out, json, ...["页.html", "图.svg", "约.yaml"].map((name) => folder.read(`出/${name}`))];
    for (const text of all) expect(text).not.toMatch(/13812345678|\u202e/u);
    expect(folder.read("出/页.html")).toContain("138****5678");
    expect(out).toContain("\\u{202e}");
  });
});

describe("the table on a terminal", () => {
  it("keeps its columns under one another and within the screen", async () => {
    const { out } = await office().run(["coverage"], { columns: 80 });
    const lines = out.split("\n");
    const at = lines.findIndex((line) => line.startsWith("单位  "));
    expect(lines.slice(at, at + 11)).toEqual([
      "单位        动态  经验  问题  建议  反馈  社情民意  合计",
      "乡镇",
      "  青石         2     1     1     -     -         -     4",
      "  白云         1     -     -     -     1         1     3",
      "  河口乡       -     -     -     -     -         -     -",
      "县直",
      "  县水利局     -     -     -     -     -         -     -",
      "  县信访局     -     1     -     1     -         -     2",
      "名单以外",
      "  红岩林场     1     -     -     -     -         -     1",
      "合计           4     1     1     1     1         1     9",
    ]);
  });

  it("goes on below where the screen is narrow", async () => {
    const { out } = await office().run(["coverage"], { columns: 40 });
    expect(out.match(/^单位 /gmu)?.length).toBeGreaterThan(1);
    for (const line of out.split("\n").filter((one) => /^ {2}(?:青石|县水利局) /u.test(one)))
      expect(line.length).toBeLessThanOrEqual(40);
  });

  it("tells each part, and cuts no list without a word", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [
        `多${at}.yaml`,
        entryText({ 编号: `多${at}`, 标题: `第${at}处路口改造` }),
      ]),
    );
    const { out } = await office({ ...ENTRIES, ...many }).run(["coverage"]);
    expect(out).toContain("未对题：18 条没有对上当天有效的关注点");
    expect(out).toContain("  另有 8 条");
    expect(out).toContain("没有报送的单位：2 个\n  河口乡、县水利局\n");
    expect(out).toContain("欠薪：2026-11-18 至 2026-11-20，2 个单位 2 起（青石镇、白云镇）");
    expect(out).toContain("另有 1 条读不出来，没有计入");
    // A ratio is shown; nobody is told to send more or less of anything.
    expect(out).not.toMatch(/应(?:多|少)报|不宜|暂缓|压下/u);
  });
});

describe("the manual", () => {
  const manual = readFileSync("docs/全方位.md", "utf8");
  const block = (kind: string, at: number): string =>
    [...manual.matchAll(/```(\w+)\n([\s\S]*?)```/gu)].filter(([, name]) => name === kind)[at]?.[2] ?? "";

  it("shows what the program says", async () => {
    const folder = office();
    const { out } = await folder.run(["coverage", "--commission", "约.yaml"], { columns: 80 });
    expect(block("text", 0)).toBe(out);
    const list = block("yaml", 1);
    expect(list).toContain("编号: 约稿-2026-11-08");
    expect(folder.read("约.yaml").startsWith(list)).toBe(true);
  });

  it("gives a rule pack that works as it says", async () => {
    const folder = office(ENTRIES, `${OFFICE}规则集: [county, 规则/本县.yaml]\n`);
    folder.write("规则/本县.yaml", block("yaml", 0));
    folder.write("entries/01.yaml", ENTRIES["01.yaml"]?.replace("2026-11-18", "2026-11-10") ?? "");
    folder.write("entries/12.yaml", frost("甲", "青石镇", "2026-11-08"));
    folder.write("entries/13.yaml", frost("乙", "白云镇", "2026-11-09"));
    const { signs } = await pictureOf(folder);
    expect(signs.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ["欠薪", "2026-11-10", "2026-11-20"],
      ["柑橘冻害", "2026-11-08", "2026-11-09"],
    ]);
  });

  it("names every figure and list that the picture goes by, and each is in the rule pack", () => {
    const pack = readFileSync("templates/profiles/county.yaml", "utf8");
    const named = new Set([...manual.matchAll(/(?:数值|词表)\.(\p{sc=Han}+)/gu)].map(([, name]) => name ?? ""));
    for (const name of named) expect(pack).toMatch(new RegExp(`^  ${name}:`, "mu"));
    const own = RANK_USES.map((use) => use.replace(/^.*\./u, ""));
    expect(own.filter((name) => !named.has(name))).toEqual([]);
  });
});

function frost(id: string, unit: string, day: string): string {
  return entryText({
    编号: `冻${id}`,
    标题: `${unit}${id}处果园受冻`,
    类别: "问题",
    报送单位: unit,
    报送时间: `${day} 09:00`,
    地点: `${unit}${id}`,
    正文: `${id.repeat(6)}柑橘冻害较重。`,
  });
}
