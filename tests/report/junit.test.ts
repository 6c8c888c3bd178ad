import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { renderJunit } from "../../src/report/junit.ts";
import { DIAGNOSTIC, HOSTILE, NASTY } from "./support.ts";

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** The document as a reader of XML sees it; throws where it is none. */
function parse(text: string): Element {
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, children: [], text: "" };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => void open.pop());
  parser.on("text", (part) => {
    const last = open.at(-1);
    if (last) last.text += part;
  });
  parser.write(text).close();
  const [found] = root.children;
  if (!found) throw new Error("empty");
  return found;
}

const error = { ...DIAGNOSTIC, message: "甲 < 乙 & “丙”", hint: '改成 "丁"' };
const CASES = [
  { file: "entries/甲.yaml", id: "甲" },
  { file: "entries/乙.yaml", id: "乙#1" },
  { file: "entries/乙.yaml", id: "乙#2" },
];
const FOUND = [
  error,
  { ...error, rule: "time-order", line: 7, message: "第二处", hint: "" },
  { ...error, rule: "title-length", severity: "warning" as const, line: 3, message: "标题过长" },
  { ...error, rule: "title-length", severity: "note" as const, file: "entries/乙.yaml", entry: "乙#2", line: 9 },
  { ...error, rule: "bad-value", file: "zhuanbao.yaml", entry: null },
];

describe("junit", () => {
  const tree = parse(renderJunit(CASES, FOUND));
  const suite = (index: number): Element => tree.children[index] as Element;

  it("is a suite for each file and a case for each entry, counted right", () => {
    expect(tree.attributes).toMatchObject({ tests: "4", failures: "2", errors: "0" });
    expect(tree.children.map(({ attributes }) => attributes)).toMatchObject([
      { name: "entries/甲.yaml", tests: "1", failures: "1" },
      { name: "entries/乙.yaml", tests: "2", failures: "0" },
      { name: "zhuanbao.yaml", tests: "1", failures: "1" },
    ]);
    expect(tree.children.flatMap(({ children }) => children.map(({ attributes }) => attributes))).toMatchObject([
      { classname: "entries/甲.yaml", name: "甲", file: "entries/甲.yaml" },
      { classname: "entries/乙.yaml", name: "乙#1" },
      { classname: "entries/乙.yaml", name: "乙#2" },
      { classname: "zhuanbao.yaml", name: "zhuanbao.yaml" },
    ]);
  });

  it("all errors of an entry stand in its one failure; warnings and notes in its output", () => {
    const [first] = suite(0).children;
    expect(first?.children.map(({ name }) => name)).toEqual(["failure", "system-out"]);
    expect(first?.children[0]?.attributes).toEqual({ type: "bad-value", message: "甲 < 乙 & “丙”（共 2 处差错）" });
    expect(first?.children[0]?.text).toBe(
      'entries/甲.yaml:1:1: 差错 甲 < 乙 & “丙” [bad-value]\n  → 改成 "丁"\nentries/甲.yaml:7:1: 差错 第二处 [time-order]',
    );
    expect(first?.children[1]?.text).toContain("提醒 标题过长 [title-length]");
    expect(suite(1).children.map(({ children }) => children.map(({ name }) => name))).toEqual([[], ["system-out"]]);
  });

  it("nothing looked at is a document all the same", () => {
    expect(parse(renderJunit([], [])).attributes).toMatchObject({ tests: "0", failures: "0" });
  });

  it("holds nothing hostile, in an attribute or a text, and stays XML", () => {
    const evil = `${NASTY}"'<>&]]>\u0000\ufffe\ufdd0[[ATTACHMENT|/etc/passwd]]`;
    const nasty = { ...DIAGNOSTIC, rule: evil, message: evil, hint: evil, entry: evil, file: evil };
    const text = renderJunit([{ file: evil, id: evil }], [nasty, { ...nasty, severity: "note" }]);
    expect(text).not.toMatch(HOSTILE);
    expect(text).not.toContain("[[ATTACHMENT");
    const [found] = parse(text).children;
    expect(found?.children).toHaveLength(1);
    expect(found?.children[0]?.attributes["name"]).toContain("\"'<>&]]>\\u{0}\\u{fffe}\\u{fdd0}");
  });
});
