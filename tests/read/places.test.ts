import { describe, expect, it } from "vitest";
import { Lines } from "../../src/base/lines.ts";
import { read } from "./support.ts";

interface Style {
  readonly name: string;
  /** The entry; its 正文 or 标题 holds 近日 last, and nowhere else in the file does it stand. */
  readonly text: string;
  readonly path?: string;
  readonly field?: "body" | "title";
  readonly place: string;
}

const STYLES: readonly Style[] = [
  { name: "plain", text: "正文: 甲近日\n", place: "1:6" },
  { name: "plain over several lines", text: "正文: 甲\n  乙\n\n  丙近日\n", place: "4:4" },
  { name: "literal block", text: "正文: |\n  甲\n  乙近日\n", place: "3:4" },
  { name: "literal block, deeper line", text: "正文: |\n  甲\n    乙近日\n", place: "3:6" },
  { name: "literal block, blank lines", text: "正文: |\n\n  甲\n\n\n  乙近日\n", place: "6:4" },
  { name: "literal block with an indentation indicator", text: "正文: |2-\n      甲\n    乙近日\n", place: "3:6" },
  { name: "literal block with a comment in its header", text: "正文: |- # 近期\n  甲近日\n", place: "2:4" },
  { name: "literal block, CRLF", text: "正文: |\r\n  甲\r\n\r\n  乙近日\r\n", place: "4:4" },
  { name: "literal block, tabs", text: "正文: |\n  甲\t乙\n  \t近日\n", place: "3:4" },
  { name: "literal block, U+3000", text: "正文: |\n  　　甲近日\n", place: "2:6" },
  { name: "folded block", text: "正文: >\n  甲\n  乙近日\n", place: "3:4" },
  { name: "folded block, spaces at line ends", text: "正文: >\n  甲   \n  乙  \n   丙\n  丁近日\n", place: "5:4" },
  { name: "folded block, CRLF", text: "正文: >\r\n  甲\r\n  乙近日\r\n", place: "3:4" },
  { name: "double quotes", text: '正文: "甲近日"\n', place: "1:7" },
  { name: "double quotes with escapes", text: '正文: "甲\\n\\u4e59\\U0001F600\\"\\x41近日"\n', place: "1:31" },
  { name: "double quotes, folded line", text: '正文: "甲\n\n    乙近日"\n', place: "3:6" },
  { name: "double quotes, joined line", text: '正文: "甲\\\n    近日"\n', place: "2:5" },
  { name: "single quotes", text: "正文: '甲''''乙''近日'\n", place: "1:14" },
  { name: "characters beyond the BMP count as one", text: "正文: 𬱖𬱖近日\n", place: "1:7" },
  { name: "front matter and body", text: "---\n标题: 甲\n---\n\n乙\n　　丙近日\n", path: "a.md", place: "6:4" },
  {
    name: "front matter and body, CRLF",
    text: "---\r\n标题: 甲\r\n---\r\n\r\n乙\r\n丙近日\r\n",
    path: "a.md",
    place: "6:2",
  },
  { name: "title in quotes, spaces before it", text: '标题: "  甲近日"\n', field: "title", place: "1:9" },
  { name: "title in front matter", text: "---\n标题: '甲近日'\n---\n乙\n", path: "a.md", field: "title", place: "2:7" },
];

describe("a stretch of a value stands where it was written", () => {
  it.each(STYLES)("$name", ({ text, path, field = "body", place }) => {
    const [entry] = read(text, path ? { path } : {}).entries;
    if (!entry) throw new Error("no entry");
    const value = field === "body" ? entry.body.text : entry.title;
    const start = value.lastIndexOf("近日");
    const found = entry.places.within(field, start, start + 2);
    expect(text.slice(found.start, found.end)).toBe("近日");
    const { line, column } = new Lines(text).at(found.start);
    expect(`${line}:${column}`).toBe(place);
  });

  it.each([
    ["an escape in double quotes", '标题: "甲\\u002C乙"\n', 1, "\\u002C"],
    ["an escaped quote", '标题: "甲\\",乙"\n', 1, '\\"'],
    ["a character beyond the BMP in an escape", '标题: "甲\\U0001F600乙"\n', 1, "\\U0001F600"],
    ["a quote doubled in single quotes", "标题: '甲''乙'\n", 1, "''"],
    ["a plain character", "标题: 甲,乙\n", 1, ","],
  ])("takes %s as a whole", (_, text, at, written) => {
    const [entry] = read(text).entries;
    const units = (entry?.title.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    const { start, end } = entry?.places.within("title", at, at + units) ?? { start: 0, end: 0 };
    expect(text.slice(start, end)).toBe(written);
  });

  it("tells two doubled quotes apart", () => {
    const text = "标题: '甲''''乙'\n";
    const [entry] = read(text).entries;
    const first = entry?.places.within("title", 1, 2);
    const second = entry?.places.within("title", 2, 3);
    expect([first?.start, first?.end, second?.start, second?.end]).toEqual([6, 8, 8, 10]);
  });

  it("falls back to the nearest part that stands in the file", () => {
    const text = "标题: 甲\n伤亡: {死亡: 1}\n";
    const [entry] = read(text).entries;
    const shown = (path: string): string => {
      const { start, end } = entry?.places.of(path) ?? { start: 0, end: 0 };
      return text.slice(start, end);
    };
    expect(shown("casualties.dead")).toBe("1");
    expect(shown("casualties.serious")).toBe("{死亡: 1}");
    expect(shown("phone")).toBe("标题");
    expect(entry?.places.has("casualties.dead")).toBe(true);
    expect(entry?.places.has("casualties.serious")).toBe(false);
  });
});
