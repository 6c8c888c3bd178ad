import { describe, expect, it } from "vitest";
import { entryText, Folder, LATE, officeWith, OFFICE, SECRET, SOUND, STOPPED, WARNED, type Ran } from "./support.ts";

const FILE = "zhuanbao-suppressions.json";
const LONG = entryText({
  编号: "又长",
  标题: "青石镇组织干部群众连续奋战三昼夜抢修石坝村三组至五组之间冲毁水渠一千二百余米",
  密级: "内部",
});

/** An office whose entries may be alike: they are told apart here by other things than their words. */
const calm = (entries: Readonly<Record<string, string>>): Folder =>
  officeWith(entries, `${OFFICE}规则: {near-duplicate: off}\n`);

const rules = ({ out }: Ran): string[] =>
  (JSON.parse(out) as { diagnostics: { rule: string; file: string }[] }).diagnostics.map(
    ({ rule, file }) => `${file.replace("entries/", "")} ${rule}`,
  );

const check = (folder: Folder, ...argv: string[]): Promise<Ran> => folder.run(["check", "-f", "json", ...argv]);

describe("--suppress-all", () => {
  it("records what is there; then only what is new is told, and how much is set aside", async () => {
    const folder = calm({ "长.yaml": WARNED, "迟.yaml": LATE });
    const before = await check(folder);
    expect(before.code).toBe(1);
    const made = await check(folder, "--suppress-all");
    expect([made.code, rules(made)]).toEqual([0, []]);
    expect(made.err).toMatch(/^现有的 \d+ 处已记入 zhuanbao-suppressions\.json，.*编排、编印不看/u);
    const after = await check(folder);
    expect([after.code, rules(after)]).toEqual([0, []]);
    const count = rules(before).length;
    expect(after.err).toBe(`另有 ${count} 处搁置未报（${FILE}），全部显示用 --no-suppressions\n`);
    folder.write("entries/新.yaml", LONG);
    const fresh = await check(folder);
    expect(rules(fresh)).toEqual(["新.yaml title-length"]);
    expect(JSON.parse(fresh.out)).toMatchObject({ errors: 0, warnings: 1 });
    const all = await check(folder, "--no-suppressions");
    expect([all.code, all.err]).toEqual([1, ""]);
    expect(rules(all)).toHaveLength(count + 1);
  });

  it("holds no word of an entry, is sorted, ends in a line feed, and is the same twice", async () => {
    const folder = calm({ "长.yaml": WARNED, "迟.yaml": LATE });
    await check(folder, "--suppress-all");
    const text = folder.read(FILE);
    expect(text).not.toMatch(/青石镇|石坝村|王敏/u);
    expect(text.endsWith("}\n")).toBe(true);
    await check(folder, "--suppress-all");
    expect(folder.read(FILE)).toBe(text);
    expect(JSON.parse(text)).toMatchObject({ version: 1, suppressions: { "entries/长.yaml": { "title-length": {} } } });
  });

  it("survives lines that move; a second fault of the kind is new", async () => {
    const body = (count: number): string => Array.from({ length: count }, () => "我局已修复。").join("\n");
    const folder = calm({ "甲.yaml": LONG });
    await check(folder, "--suppress-all");
    folder.write("entries/甲.yaml", `# 说明\n\n${LONG.replace("正文: |", `附件: [图.png]\n正文: |`)}`);
    expect(rules(await check(folder))).toEqual([]);
    folder.write(
      "entries/甲.yaml",
      `${LONG}---\n${LONG.replace("编号: 又长", "编号: 再长").replace("石坝村。", body(1))}`,
    );
    const ran = await check(folder);
    expect(rules(ran).filter((rule) => rule.endsWith("title-length"))).toEqual(["甲.yaml title-length"]);
    expect(ran.err).toContain("另有 1 处搁置未报");
  });

  it("survives an edit elsewhere in the one line of a body", async () => {
    const text = entryText({ 编号: "含糊", 正文: "日前，石坝村水渠已修复,恢复灌溉,通水." }).replace(
      /正文: \|\n +/u,
      "正文: ",
    );
    const folder = calm({ "甲.yaml": text });
    const count = rules(await check(folder, "--suppress-all", "--no-color")).length;
    expect(count).toBe(0);
    folder.write("entries/甲.yaml", text.replace("石坝村水渠", "石坝村二组水渠"));
    const ran = await check(folder);
    expect(rules(ran)).toEqual([]);
    expect(ran.err).toMatch(/^另有 [4-9] 处搁置未报/u);
  });

  it("never sets aside what keeps an entry out, nor what was not read", async () => {
    const folder = calm({
      "错.yaml": STOPPED,
      "坏.yaml": "标题: [\n",
      "无.yaml": SOUND.replace(/^密级.*\n/mu, ""),
      "长.yaml": WARNED,
    });
    const before = await check(folder);
    const made = await check(folder, "--suppress-all");
    expect(made.code).toBe(1);
    expect(rules(made)).toEqual(rules(before).filter((rule) => !rule.endsWith("title-length")));
    expect(rules(made).join()).toMatch(/syntax.*unknown-category|unknown-category.*syntax/u);
    expect(rules(made).join()).toContain("missing-secrecy");
    // A record written by hand opens no door either.
    const forged = folder.read(FILE).replaceAll("title-length", "unknown-category");
    folder.write(FILE, forged);
    expect(rules(await check(folder)).join()).toContain("unknown-category");
  });

  it("classified material is never set aside, and nothing is written", async () => {
    const folder = calm({ "密.yaml": SECRET, "长.yaml": WARNED });
    const ran = await check(folder, "--suppress-all");
    expect(ran.code).toBe(4);
    expect(folder.has(FILE)).toBe(false);
    folder.write(FILE, "坏");
    expect((await check(folder)).code).toBe(4);
  });

  it("of some files leaves the others on record", async () => {
    const folder = calm({ "长.yaml": WARNED, "又长.yaml": LONG });
    await check(folder, "--suppress-all", "entries/长.yaml");
    expect(rules(await check(folder))).toEqual(["又长.yaml title-length"]);
    await check(folder, "--suppress-all", "entries/又长.yaml");
    expect(rules(await check(folder))).toEqual([]);
  });

  it("of all files is made anew", async () => {
    const folder = calm({ "长.yaml": WARNED });
    await check(folder, "--suppress-all");
    folder.write("entries/长.yaml", SOUND);
    const ran = await check(folder, "--suppress-all");
    expect(ran.err).toContain("现有的 0 处");
    expect(JSON.parse(folder.read(FILE))).toEqual({ version: 1, suppressions: {} });
  });

  it("holds for standard input under the name it is given", async () => {
    const folder = calm({ "长.yaml": WARNED });
    await check(folder, "--suppress-all");
    const ran = await folder.run(["check", "-", "--stdin-filename", "entries/长.yaml", "-f", "json"], {
      stdin: WARNED,
    });
    expect(rules(ran)).toEqual([]);
  });

  it("counts for --max-warnings and every format", async () => {
    const folder = calm({ "长.yaml": WARNED });
    await check(folder, "--suppress-all");
    for (const format of ["pretty", "compact", "json", "sarif", "junit", "github"]) {
      const ran = await folder.run(["check", "-f", format, "--max-warnings", "0"]);
      expect(ran.code).toBe(0);
      expect(ran.out).not.toContain("title-length");
      expect(ran.err).toContain("另有 1 处搁置未报");
    }
    expect((await folder.run(["check", "--max-warnings", "0", "--no-suppressions"])).code).toBe(1);
  });

  it("files outside the office stay told of", async () => {
    const folder = new Folder({ "a/zhuanbao.yaml": OFFICE, "a/entries/甲.yaml": SOUND, "长.yaml": WARNED });
    const ran = await folder.run(["-C", "a", "check", "../长.yaml", "--suppress-all", "-f", "compact"]);
    expect(ran.out).toContain("title-length");
    expect(folder.has(`a/${FILE}`)).toBe(false);
  });

  it("without an office there is no place for it", async () => {
    const ran = await new Folder({ "长.yaml": WARNED }).run(["check", "长.yaml", "--suppress-all"]);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain("这里不是工作区");
  });
});

describe("--prune-suppressions", () => {
  it("drops what is there no more, which every run speaks of until then", async () => {
    const folder = calm({ "长.yaml": WARNED, "又长.yaml": LONG });
    await check(folder, "--suppress-all");
    folder.write("entries/长.yaml", SOUND);
    expect((await check(folder)).err).toContain("搁置的记录有 1 处不再出现，清理用 --prune-suppressions");
    // Of some files nobody can tell.
    expect((await check(folder, "entries/长.yaml")).err).toBe("");
    const ran = await check(folder, "--prune-suppressions");
    expect(ran.err).toMatch(/^清理了 1 处不再出现的记录，.*还有 1 处\n/u);
    expect(folder.read(FILE)).not.toContain("entries/长.yaml");
    expect((await check(folder)).err).toBe(`另有 1 处搁置未报（${FILE}），全部显示用 --no-suppressions\n`);
    // What came since is not taken in.
    folder.write("entries/新.yaml", LONG.replace("编号: 又长", "编号: 新"));
    expect(rules(await check(folder, "--prune-suppressions"))).toContain("新.yaml title-length");
  });

  it("where there is none, there is nothing to do and nothing to write", async () => {
    const folder = calm({ "长.yaml": WARNED });
    const ran = await check(folder, "--prune-suppressions");
    expect([ran.code, rules(ran), folder.has(FILE)]).toEqual([0, ["长.yaml title-length"], false]);
  });
});

describe("a record that cannot be read", () => {
  it.each(["", "<<<<<<< HEAD", '{"version": 1}', '{"version": 1, "suppressions": {"a": {"b": {"c": -1}}}}'])(
    "%j is refused, with a way out",
    async (text) => {
      const folder = calm({ "长.yaml": WARNED });
      folder.write(FILE, text);
      for (const argv of [[], ["--suppress-all"], ["--prune-suppressions"]]) {
        const ran = await check(folder, ...argv);
        expect([ran.code, ran.out]).toEqual([2, ""]);
        expect(ran.err).toMatch(/^zhuanbao：zhuanbao-suppressions\.json 读不出来：.+\n {2}→ .*--no-suppressions/u);
        expect(folder.read(FILE)).toBe(text);
      }
      expect((await check(folder, "--no-suppressions")).code).toBe(0);
    },
  );
});

describe("plan and compile", () => {
  it("never heed it", async () => {
    const folder = calm({ "迟.yaml": LATE, "甲.yaml": SOUND });
    const before = await folder.run(["compile", "--dry-run"]);
    const planned = await folder.run(["plan", "--dry-run", "--json"]);
    await check(folder, "--suppress-all");
    const after = await folder.run(["compile", "--dry-run"]);
    expect(before.err).toContain("程序问题");
    expect([after.out, after.err]).toEqual([before.out, before.err]);
    expect((await folder.run(["plan", "--dry-run", "--json"])).out).toBe(planned.out);
    folder.write(FILE, "坏");
    expect((await folder.run(["compile", "--dry-run"])).code).toBe(0);
  });
});
