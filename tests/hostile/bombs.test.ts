import { describe, expect, it } from "vitest";
import { Lines } from "../../src/base/lines.ts";
import { read, SOUND, type Read } from "../read/support.ts";

const MIB = 1_048_576;

/** Fills 1 MiB with a unit, in characters: bytes of ASCII. */
const fill = (unit: string, bytes = MIB): string => unit.repeat(Math.floor(bytes / unit.length));

/** The YAML bombs of reliability §2.1, each within the 1 MiB that the reader is given. */
const BOMBS: Readonly<Record<string, string>> = {
  "[ × 1 M": fill("["),
  "{a: × 100k": fill("{a: ", 400_000),
  "? × 100k": fill("? ", 200_000),
  "? × 400 (801 bytes)": `${"? ".repeat(400)}a`,
  "? × 700 (1.4 KB)": `${"? ".repeat(700)}a`,
  '" × 1 M': fill('"'),
  '" × 1 M, odd': `${fill('"')}"`.slice(1, MIB - 1),
  "' × 1 M": fill("'"),
  "&a × 200k": fill("&a ", 600_000),
  "!a × 200k": fill("!a ", 600_000),
  "'x' × 200k": fill("'x' ", 800_000),
  "*a × 200k": fill("*a ", 600_000),
  "[, × 200k": fill("[,", 400_000),
  "[,,, × 25k": fill("[,,,", 100_000),
  "{?, × 100k": fill("{?,", 300_000),
  "- × 500k on a line": fill("- "),
  "] × 1 M": fill("]"),
  "}{ × 500k": fill("}{"),
  "30k keys": Array.from({ length: 30_000 }, (_, index) => `k${index}: 1\n`).join(""),
  "70k keys, near 1 MiB": Array.from({ length: 75_000 }, (_, index) => `k${index}: 12\n`)
    .join("")
    .slice(0, MIB),
  "50k duplicate keys": fill("a: 1\n", 250_000),
  "50k duplicate keys of ours": fill("标题: 1\n", 250_000),
  "100k errors": fill("a: b: c\n", 800_000),
  "100k tabs": fill("\t", 100_000),
  "100k empty documents": fill("---\n", 400_000),
  "100k documents of one letter": fill("a\n---\n", 600_000),
  "100k broken documents": fill("[\n---\n", 600_000),
  "100k maps": fill("a: 1\n---\n", 900_000),
  directives: fill("%YAML 1.1\n"),
  "1 MB plain": `标题: ${fill("x", MIB - 20)}`,
  "1 MB quoted": `标题: "${fill("x", MIB - 20)}"`,
  "1 MB of escapes": `标题: "${fill("\\u4e00", MIB - 20)}"`,
  "1 MB block": `正文: |\n  ${fill("x", MIB - 20)}`,
  "1 MB of digits": `标题: ${fill("9", MIB - 20)}`,
  "deep block maps": Array.from({ length: 1400 }, (_, index) => `${" ".repeat(index)}a:\n`).join(""),
  "deep block lists": Array.from({ length: 1400 }, (_, index) => `${" ".repeat(index)}-\n`).join(""),
  "deep block lists of one column": fill("-\n", 20_000),
  "10^9 alias bomb": "a: &a [x,x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n",
  "merge bomb": `a0: &a0 {x: 1}\n${Array.from({ length: 60 }, (_, i) => `a${i + 1}: &a${i + 1}\n  <<: [*a${i}, *a${i}]\n`).join("")}`,
  "list of 100k": `来源: [${fill("a,", 200_000)}]`,
  "list of 100k lines": `来源:\n${fill("- a\n", 400_000)}`,
  colons: fill(":"),
  "colons and spaces": fill(": "),
  dashes: fill("-"),
  hashes: fill("#"),
  bars: fill("|\n", 400_000),
  comments: fill("#\n", 400_000),
  "blank lines": fill("\n"),
  "carriage returns": fill("\r"),
  spaces: `a:${fill(" ", MIB - 3)}b`,
};

/** Bodies that hang or drown parsers of Markdown (reliability §2.5). */
const MARKDOWN_BOMBS: Readonly<Record<string, string>> = {
  "nested quotes": fill(">", 900_000),
  "nested lists": Array.from({ length: 1200 }, (_, index) => `${" ".repeat(index)}- a\n`).join(""),
  backticks: fill("`", 900_000),
  "backticks of growing length": Array.from({ length: 1200 }, (_, index) => "`".repeat(index)).join(" "),
  links: fill("[a](b", 900_000),
  brackets: fill("[", 900_000),
  images: fill("![", 900_000),
  emphasis: fill("*a ", 900_000),
  bold: fill("**a", 900_000),
  "bold pairs": fill("**a** ", 900_000),
  underscores: fill("_", 900_000),
  "a table of 100k cells": `${fill("|a", 200_000)}|\n${fill("|-", 200_000)}|\n`,
  "a table rule without end": `|a|\n${fill("|-", 800_000)}x\n`,
  "tables one below the other": fill("|a|\n|-|\n", 400_000),
  tags: fill("<a ", 900_000),
  comments: fill("<!--", 900_000),
  "heading signs": fill("#", 900_000),
  numbers: fill("一", 900_000).slice(0, 300_000),
  rules: fill("- ", 900_000),
  "dashes and a letter": `${fill("-", 900_000)}a`,
  "reference definitions": fill("[a]: b\n", 400_000),
  "white space": `${fill(" ", 900_000)}a`,
  strokes: fill("~~", 900_000),
};

/** Milliseconds. An honest reading takes one or two seconds on a slow machine; a hang takes minutes. */
const HANG = 30_000;

function judge(text: string, path: string): Read {
  const started = performance.now();
  const found = read(text, { path });
  const { findings, raw } = found;
  expect(performance.now() - started).toBeLessThan(HANG);
  const byDocument = Math.max(1, text.split(/^---/mu).length);
  expect(findings.length).toBeLessThanOrEqual(20 * Math.min(byDocument, 1000));
  const lines = new Lines(text);
  for (const { at } of raw) {
    expect(at.start).toBeGreaterThanOrEqual(0);
    expect(at.end).toBeLessThanOrEqual(text.length);
    expect(lines.at(at.start).line).toBeLessThanOrEqual(lines.count);
  }
  return found;
}

describe("YAML bombs", { timeout: 2 * HANG }, () => {
  it.each(Object.entries(BOMBS))("%s", (_, text) => {
    expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(MIB);
    const { findings } = judge(text, "a.yaml");
    expect(findings.length).toBeGreaterThanOrEqual(1);
    expect(findings.length).toBeLessThanOrEqual(20);
  });

  it.each(Object.entries(BOMBS))("%s, as front matter", (_, text) => {
    judge(`---\n${text.slice(0, MIB - 20)}\n---\n正文\n`, "a.md");
  });
});

describe("Markdown bombs", { timeout: 2 * HANG }, () => {
  it.each(Object.entries(MARKDOWN_BOMBS))("%s", (_, body) => {
    const front = `---\n${SOUND.replace(/^正文.*\n/mu, "")}---\n`;
    // Whatever is refused, the text is there.
    const [entry] = judge(front + body, "a.md").entries;
    expect(entry?.body.text).toBe(body.replace(/^\s*\n/u, "").trimEnd());
  });
});

describe("streams", { timeout: 2 * HANG }, () => {
  it("a thousand documents with an anchor each are refused one by one", () => {
    const text = Array.from({ length: 999 }, (_, index) => `标题: &a${index} ${"甲".repeat(300)}\n`).join("---\n");
    const { ids, entries, findings } = judge(text, "a.yaml");
    expect(ids).toHaveLength(999);
    expect(entries).toEqual([]);
    expect(findings).toHaveLength(999);
    expect(findings.at(-1)).toBe("1997:5 syntax");
  });
});

describe("what looks like a bomb and is none", { timeout: 2 * HANG }, () => {
  it.each([
    ["LF", "\n"],
    ["CRLF", "\r\n"],
  ])("a list of 300 lines, %s", (_, end) => {
    const list = Array.from({ length: 300 }, (__, index) => `  - 来源${index}`).join("\n");
    const text = `${SOUND}来源:\n${list}\n`.replaceAll("\n", end);
    expect(read(text).findings).toEqual([]);
    expect(read(text).entries[0]?.sources).toHaveLength(300);
  });

  it("a stream of 500 entries", () => {
    const { entries, findings } = read(Array.from({ length: 500 }, () => SOUND).join("---\n"));
    expect(findings).toEqual([]);
    expect(entries).toHaveLength(500);
  });

  it("faults of many documents: none of them passes for sound, and each says where", () => {
    const broken = "标题: [甲\n";
    const doubled = `${SOUND}密级: 公开\n`;
    const text = [...Array.from({ length: 25 }, () => broken), doubled, SOUND].join("---\n");
    const { ids, entries, findings } = read(text);
    expect(ids).toHaveLength(27);
    expect(findings).toHaveLength(26);
    expect(findings.at(-1)).toBe("59:1 syntax");
    expect(entries.map(({ id }) => id)).toEqual(["a#26", "a#27"]);
  });
});
