import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Entry } from "../../src/model/entry.ts";
import { mend, type Mending } from "../../src/pipeline/mend.ts";
import { changedOnly } from "../../src/pipeline/mend-proof.ts";
import { survey, type RawFile, type Survey } from "../../src/pipeline/survey.ts";
import { mutated } from "../hostile/mutations.ts";
import { gb18030 } from "../helpers/gb18030.ts";
import { entryText, groundsOf, OFFICE } from "./support.ts";

const GROUNDS = groundsOf({ office: OFFICE });
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function fileOf(content: Uint8Array | string, name = "甲.yaml"): RawFile {
  return { path: `entries/${name}`, defaultId: "甲", content: typeof content === "string" ? utf8(content) : content };
}

const look = (...files: RawFile[]): Survey => survey(files, GROUNDS);
const mended = (...files: RawFile[]): Mending => mend(files, look(...files));

/** What a file becomes; the file itself where nothing can be mended. */
function after(text: string, name?: string): string {
  const file = fileOf(text, name);
  const { mended: found, unmended } = mended(file);
  expect(unmended).toEqual([]);
  return found[0]?.after ?? text;
}

describe("mending", () => {
  it("writes the right signs and dates, and nothing else", () => {
    const text = entryText({ 编号: "甲", 正文: "2026.11.16,青石镇(石坝村)修复１２处,按澄办发[2026]12号." });
    const right = "2026年11月16日，青石镇（石坝村）修复12处，按澄办发〔2026〕12号。";
    expect(after(text)).toBe(text.replace(/ {2}2026\.11.*/u, `  ${right}`));
  });

  it("leaves comments, blanks and quotes of YAML as they are", () => {
    const text = `# 半角,注释 ( \n${entryText({ 编号: '"甲"', 标题: "'甲,乙'" })}\n\n# 末尾,\n`;
    expect(after(text)).toBe(text.replace("甲,乙", "甲，乙"));
  });

  it.each([
    ["an escape in double quotes", '"甲\\u002C乙"', '"甲，乙"'],
    ["an escaped quote", '"甲\\"乙\\"丙"', '"甲“乙”丙"'],
    ["a doubled single quote", "'“甲''乙''丙”'", "'“甲‘乙’丙”'"],
    ["a plain value", "甲,乙", "甲，乙"],
    ["spaces after a sign", "甲, 乙", "甲，乙"],
    ["a line that goes on", '"甲, \\\n    乙"', '"甲，\\\n    乙"'],
    ["lines that are joined, where a line break is the space: not at all", '"甲,\n    乙"', '"甲,\n    乙"'],
  ])("mends within %s", (_, written, right) => {
    const text = entryText({ 编号: "甲", 标题: written });
    expect(after(text)).toBe(text.replace(written, right));
  });

  it.each([
    ["2026/11/20 09:10", "2026-11-20 09:10"],
    ['"2026.11.20"', '"2026-11-20"'],
    ["2026年11月20号 9：10", "2026-11-20 09:10"],
    ["昨天", "昨天"],
  ])("mends a time written as %s", (written, right) => {
    const text = entryText({ 编号: "甲", 事发时间: written });
    expect(after(text)).toBe(text.replace(written, right));
    const row = entryText({ 编号: "甲", 报送记录: `[{对象: 县委办, 时间: ${written}}]` });
    expect(after(row)).toBe(row.replace(written, right));
  });

  it("mends Markdown", () => {
    const text = "---\n编号: 甲\n标题: 甲,乙\n类别: 动态\n密级: 内部\n---\n\n一、甲,乙\n\n　　丙(丁)\n";
    expect(after(text, "甲.md")).toBe(text.replaceAll(",", "，").replace("(丁)", "（丁）"));
  });

  it("mends each entry of a stream", () => {
    const [one, other] = [entryText({ 编号: "甲", 标题: "甲,一" }), entryText({ 编号: "乙", 标题: "乙,二" })];
    expect(after(`${one}---\n${other}`)).toBe(
      `${one}---\n${other}`.replaceAll(",一", "，一").replaceAll(",二", "，二"),
    );
  });

  it("mends far more than a report lists", () => {
    const text = entryText({ 编号: "甲", 正文: "甲,".repeat(500) });
    const found = mended(fileOf(text)).mended[0];
    expect(found?.count).toBe(500);
    expect(found?.after).toBe(text.replace("甲,".repeat(500), "甲，".repeat(500)));
  });

  it("counts what one mend lays open", () => {
    const text = entryText({ 编号: "甲", 正文: "２０２６．１１．１６，修复。" });
    expect(after(text)).toContain("  2026年11月16日，修复。");
  });

  it("leaves a rule alone that the office turned off", () => {
    const grounds = groundsOf({ office: `${OFFICE}规则: {half-width-punctuation: off}\n` });
    const files = [fileOf(entryText({ 编号: "甲", 标题: "甲,乙" }))];
    expect(mend(files, survey(files, grounds)).mended).toEqual([]);
  });

  it("leaves out what has no such fault", () => {
    const [faulty, sound] = [
      fileOf(entryText({ 编号: "甲", 标题: "甲,乙" })),
      fileOf(entryText({ 编号: "乙" }), "乙.yaml"),
    ];
    expect(mended(faulty, sound).mended.map(({ path }) => path)).toEqual(["entries/甲.yaml"]);
  });
});

describe("what is never mended", () => {
  it("is anything after classified material", () => {
    const files = [
      fileOf(entryText({ 编号: "甲", 标题: "甲,乙" })),
      fileOf(entryText({ 编号: "乙", 密级: "机密" }), "乙.yaml"),
    ];
    expect(mended(...files)).toEqual({ mended: [], unmended: [] });
  });

  it("is a file without a 密级, which is said", () => {
    const file = fileOf(entryText({ 编号: "甲", 标题: "甲,乙", 密级: "" }));
    const { mended: found, unmended } = mended(file);
    expect([found, unmended]).toEqual([[], [{ path: file.path, why: "没有写明公开、内部或工作秘密" }]]);
  });

  it("is a file that cannot be read", () => {
    expect(mended(fileOf("标题: [甲\n")).mended).toEqual([]);
    expect(mended(fileOf(Uint8Array.of(0xff, 0xfe, 0x31, 0x00))).mended).toEqual([]);
  });
});

describe("the proof", () => {
  const text = entryText({ 编号: "甲", 标题: '"甲,乙"', 地点: "石坝村" });
  const before = look(fileOf(text));
  const source = before.sources.get("entries/甲.yaml");
  const start = text.indexOf(",乙");
  const edits = [{ at: { source: source as Entry["source"], start, end: start + 1 }, text: "，" }];
  const holds = (changed: string, made = edits): boolean =>
    changedOnly({ before, after: look(fileOf(changed)), path: "entries/甲.yaml", edits: made });

  it("holds where just the value changed", () => {
    expect(holds(text.replace(",乙", "，乙"))).toBe(true);
  });

  it.each<[string, (text: string) => string]>([
    ["the edit was not made", (it) => it],
    ["another value changed", (it) => it.replace(",乙", "，乙").replace("石坝村\n来源", "青石村\n来源")],
    ["an entry was added", (it) => `${it.replace(",乙", "，乙")}---\n${entryText({ 编号: "乙" })}`],
    ["a key was lost", (it) => it.replace(",乙", "，乙").replace("地点: 石坝村\n", "")],
    ["the file cannot be read any more", (it) => it.replace(',乙"', "，乙")],
    ["密级 is none that is open", (it) => it.replace(",乙", "，乙").replace("密级: 内部", "密级: 机密")],
    ["the id changed", (it) => it.replace(",乙", "，乙").replace("编号: 甲", "编号: 丙")],
  ])("fails where %s", (_, change) => {
    expect(holds(change(text))).toBe(false);
  });

  it("fails where an edit stands in no value", () => {
    const at = { ...(edits[0] as (typeof edits)[0]).at, start: 0, end: 1 };
    expect(holds(text.replace(",乙", "，乙"), [...edits, { at, text: "编" }])).toBe(false);
  });
});

const PIECES = fc.constantFrom(
  ..."青石镇、修复水渠，。（）“”‘’《》甲𬱖㎡,.:;!?()\"' *",
  "２０２６",
  "Ａ",
  "1,200",
  "9:30",
  "...",
  "2026.11.16",
  "26年11月16日",
  "11月16号",
  "2026年01月05日",
  "近日，",
  "澄办发[2026]12号",
  "澄办发（2026）3号",
  "http://a.cn/x,y",
  "A,B",
  "(一)",
  "（一）、",
  "一、",
  "1.",
  "\n青石镇",
);
const prose = fc.array(PIECES, { maxLength: 40 }).map((parts) => `首段${parts.join("")}`);
const oneLine = prose.map((text) => text.replaceAll("\n", ""));

const quoted = (text: string): string => `"${text.replace(/["\\]/gu, (sign) => `\\${sign}`)}"`;
const single = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const WRITTEN: readonly ((title: string, body: string) => [text: string, name: string])[] = [
  (title, body) => [entryText({ 编号: "甲", 标题: quoted(title), 正文: body }), "甲.yaml"],
  (title, body) => [entryText({ 编号: "甲", 标题: single(title), 正文: body }), "甲.yaml"],
  (title, body) => [
    entryText({ 编号: "甲", 标题: quoted(title), 事发时间: "2026/11/20 9:10" }).replace(
      /正文: \|\n.*\n/u,
      `正文: ${quoted(body.replaceAll("\n", "\\n")).replaceAll("\\\\n", "\\n")}\n`,
    ),
    "甲.yaml",
  ],
  (title, body) => [
    `---\n${entryText({ 编号: "甲", 标题: single(title) }).replace(/正文: \|\n.*\n/u, "")}---\n${body}\n`,
    "甲.md",
  ],
];
const BYTES: readonly [string, (text: string) => Uint8Array][] = [
  ["UTF-8", utf8],
  ["UTF-8 with BOM", (text) => Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8(text))],
  ["UTF-8 with CRLF", (text) => utf8(text.replaceAll("\n", "\r\n"))],
  ["GB18030", gb18030],
  ["GB18030 with CRLF", (text) => gb18030(text.replaceAll("\n", "\r\n"))],
];

describe.each(BYTES)("any text with such faults, in %s", (name, encode) => {
  const entries = fc
    .tuple(oneLine, prose, fc.constantFrom(...WRITTEN))
    .map(([title, body, write]) => write(title, body));

  it("is clean of them afterwards, and elsewhere the same byte for byte", () => {
    fc.assert(
      fc.property(entries, ([text, path]) => {
        const file = fileOf(encode(text), path);
        const { mended: found, unmended } = mended(file);
        expect(unmended).toEqual([]);
        const files = [{ ...file, content: found[0]?.bytes ?? file.content }];
        const left = look(...files);
        expect(left.findings.filter(({ fix }) => fix).map(({ rule, message }) => `${rule} ${message}`)).toEqual([]);
        expect(mended(...files).mended).toEqual([]);
        for (const one of found) {
          // Written anew from its text, the file has the very bytes: no other byte was touched.
          expect(encode(one.after.replaceAll("\r\n", "\n"))).toEqual(one.bytes);
          expect(untouched(one.after)).toEqual(untouched(one.before));
          expect(name.includes("CRLF")).toBe(one.after.includes("\r\n"));
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** The lines that hold neither 标题 nor 正文 nor a time. */
function untouched(text: string): string[] {
  return text.split("\n").filter((line) => /^(?:类别|报送单位|报送员|签发人|密级|来源|核实|地点|编号|---)/u.test(line));
}

it("leaves whole what others broke: no file is lost, none says more or less than before", () => {
  fc.assert(
    fc.property(mutated, ({ path, text }) => {
      const file = fileOf(text, path);
      const before = look(file);
      for (const one of mend([file], before).mended) {
        const after = look({ ...file, content: one.bytes });
        expect(after.readings.map(({ id }) => id)).toEqual(before.readings.map(({ id }) => id));
        expect(one.after.split("\n")).toHaveLength(one.before.split("\n").length);
        expect(after.findings.length).toBeLessThan(before.findings.length + one.count);
      }
    }),
    { numRuns: 300 },
  );
});
