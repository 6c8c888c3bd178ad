import { describe, expect, it } from "vitest";
import { decode } from "../../src/read/decode.ts";
import { read, SOUND } from "./support.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytes = (...parts: (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...utf8(part)] : [...part])));
const utf16 = (text: string, big = false): number[] =>
  [...text].flatMap((char) => {
    const code = char.charCodeAt(0);
    return big ? [code >> 8, code & 0xff] : [code & 0xff, code >> 8];
  });

/** “标题: 甲乙” and the like in GB18030, as bytes: no encoder comes with Node. */
const GB = {
  标题: [0xb1, 0xea, 0xcc, 0xe2],
  甲乙: [0xbc, 0xd7, 0xd2, 0xd2],
  // 𬱖 (U+2CC56) is a four-byte character.
  yi: [0x99, 0x30, 0xda, 0x36],
  欧元: [0xa2, 0xe3],
};

const READABLE: readonly (readonly [string, Uint8Array, string])[] = [
  ["UTF-8", utf8("标题: 甲乙"), "标题: 甲乙"],
  ["UTF-8 with BOM", bytes([0xef, 0xbb, 0xbf], "标题: 甲乙"), "标题: 甲乙"],
  ["UTF-8 beyond the BMP", utf8("𬱖江"), "𬱖江"],
  ["plain ASCII", utf8("title: x\r\n"), "title: x\r\n"],
  ["GB18030", bytes(GB.标题, ": ", GB.甲乙), "标题: 甲乙"],
  ["GB18030, a sign GBK lacks", bytes(GB.标题, ": ", GB.欧元), "标题: €"],
  ["an empty file", new Uint8Array(), ""],
];

const UNREADABLE: readonly (readonly [string, Uint8Array, string])[] = [
  ["UTF-16LE", bytes([0xff, 0xfe], utf16("标题: 甲")), "UTF-16"],
  ["UTF-16BE", bytes([0xfe, 0xff], utf16("标题: 甲", true)), "UTF-16"],
  ["UTF-16LE without BOM", bytes(utf16("title: x")), "不是文字"],
  ["NUL", bytes("标题: 甲", [0], "乙"), "空字节"],
  ["damaged UTF-8, cut off in a character", utf8("标题: 青石镇修复水渠").slice(0, -1), "从第 27 个字节起损坏"],
  ["damaged UTF-8 behind a BOM", bytes([0xef, 0xbb, 0xbf], "标题: 青石镇修复", [0xff], "水渠"), "从第 27 个字节起损坏"],
  ["overlong UTF-8", bytes("标题甲乙丙", [0xc0, 0xaf]), "损坏"],
  ["CESU-8 surrogates", bytes("标题甲乙丙", [0xed, 0xa0, 0x80]), "损坏"],
  ["neither", bytes([0x80, 0x80, 0xff, 0xff, 0x80]), "无法识别"],
];

describe("decoding", () => {
  it.each(READABLE)("reads %s, and says what it is written in", (name, content, text) => {
    expect(decode(content)).toEqual({ text, encoding: name.startsWith("GB18030") ? "gb18030" : "utf-8" });
  });

  it("reads every four-byte character of GB18030 as Node's decoder does", () => {
    const found = decode(bytes(GB.标题, ": ", GB.yi));
    const char = new TextDecoder("gb18030").decode(Uint8Array.from(GB.yi));
    expect(found).toEqual({ text: `标题: ${char}`, encoding: "gb18030" });
    expect([...("text" in found ? found.text : "")].at(-1)?.codePointAt(0)).toBeGreaterThan(0xffff);
  });

  it.each(UNREADABLE)("refuses %s and says why", (_, content, problem) => {
    const found = decode(content);
    expect("problem" in found ? found.problem : "read").toContain(problem);
    expect("hint" in found ? found.hint : "").toContain("UTF-8");
  });

  it.each([
    ["a control character in a value", `${SOUND}地点: "甲\\u0007乙"\n`, "U+0007"],
    ["a form feed in a value", `${SOUND}地点: "甲\\u000c乙"\n`, "U+000C"],
    ["a non-character in a value", `${SOUND}地点: "甲\\uffff乙"\n`, "U+FFFF"],
    ["half a surrogate pair in a value", `${SOUND}地点: "甲\\ud800乙"\n`, "U+D800"],
  ])("names %s at its field", (_, text, code) => {
    const { findings, words } = read(text);
    expect(findings).toEqual(["9:5 bad-value"]);
    expect(words.join()).toContain(code);
  });

  it("counts columns behind a BOM from the first character", () => {
    const content = decode(bytes([0xef, 0xbb, 0xbf], "标题: [甲]\n"));
    expect(read("text" in content ? content.text : "").findings[0]).toBe("1:1 missing-field");
    expect(read("text" in content ? content.text : "").findings).toContain("1:5 bad-value");
  });
});
