import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { inspectPaper, mendCopy, openPaper } from "../../src/pipeline/inspect.ts";
import { documentXml, docx, p } from "./foreign.ts";
import { BRIEF, changed, ownBrief } from "./support.ts";

/** What is said of a file that cannot be read; null where it can. */
function refused(file: Uint8Array): string | null {
  const { paper, findings } = openPaper("a.docx", file);
  for (const { rule } of findings) expect(rule).toBe("unreadable-file");
  return paper ? null : (findings[0]?.message ?? "");
}

const sound = docx({ "word/document.xml": documentXml(p("正文")) });
const text = (from: string): Uint8Array => docx({ "word/document.xml": from });

/** Changes bytes where a stretch of them stands. */
function patched(file: Uint8Array, change: (view: DataView, at: number) => void, signature: number): Uint8Array {
  const copy = file.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 4 <= copy.length; at++) if (view.getUint32(at, true) === signature) change(view, at);
  return copy;
}

const CENTRAL = 0x02014b50;

describe("a file that is no DOCX, or a bad one", () => {
  const ole = (name: string): Uint8Array => {
    const file = new Uint8Array(1024);
    file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    file.set(
      [...name].flatMap((char) => [char.charCodeAt(0), 0]),
      512,
    );
    return file;
  };
  it.each<[string, Uint8Array, string]>([
    ["empty", new Uint8Array(), "文件是空的"],
    ["text", strToU8("%PDF-1.7"), "不是 DOCX 文件"],
    [".doc", ole("WordDocument"), "旧格式的文档（.doc 或 .wps）"],
    ["locked", ole("EncryptedPackage"), "加了密码"],
    ["cut short", sound.subarray(0, sound.length - 30), "已损坏或不完整"],
    ["a ZIP of something else", zipSync({ "a.txt": strToU8("x") }), "里面没有文档的正文"],
    ["a sheet", text("<workbook/>"), "里面没有文档的正文"],
    ["a document type", text(`<!DOCTYPE w [<!ENTITY a "b">]>${documentXml("").slice(38)}`), "文档类型声明"],
    ["bad XML", text("<w:document><w:body></w:document>"), "XML 写坏了"],
    ["an unknown entity", text(documentXml(p("&lol;"))), "XML 写坏了"],
    ["bad UTF-8", docx({ "word/document.xml": new Uint8Array([0x3c, 0xff, 0xfe, 0x3e]) }), "文字编码不对"],
    ["deep nesting", text(documentXml("<w:sdt>".repeat(5000) + "</w:sdt>".repeat(5000))), "嵌套深得不正常"],
    ["a name that leads out", zipSync({ "../../a.xml": strToU8("x") }), "指向外面的路径"],
    ["a name from the root", zipSync({ "/etc/a.xml": strToU8("x") }), "指向外面的路径"],
    [
      "many parts",
      zipSync(Object.fromEntries(Array.from({ length: 5001 }, (_, at) => [`p${at}.xml`, new Uint8Array()]))),
      "部件多得不正常",
    ],
    [
      "names twice",
      zipSync({ "word/document.xml": strToU8("<a/>"), "WORD/document.xml": strToU8("<b/>") }),
      "两个同名的部件",
    ],
    ["a locked entry", patched(sound, (view, at) => view.setUint16(at + 8, 1, true), CENTRAL), "加了密码"],
    ["sizes that lie", patched(sound, (view, at) => view.setUint32(at + 24, 3, true), CENTRAL), "大得不正常"],
    [
      "sizes beyond all",
      patched(sound, (view, at) => view.setUint32(at + 24, 0x7fffffff, true), CENTRAL),
      "大得不正常",
    ],
    [
      "a place beyond the end",
      patched(sound, (view, at) => view.setUint32(at + 42, 0xffffff0, true), CENTRAL),
      "已损坏或不完整",
    ],
  ])("%s: is told in one finding", (_, file, words) => {
    expect(refused(file)).toContain(words);
  });

  it("a bomb is never inflated beyond what it states, nor beyond the bounds", () => {
    const big = new Uint8Array(100 * 1_048_576);
    const bomb = zipSync({ "word/document.xml": big, "word/media/a.png": big });
    expect(bomb.length).toBeLessThan(1_048_576);
    const began = performance.now();
    expect(refused(bomb)).toContain("大得不正常");
    expect(refused(patched(bomb, (view, at) => view.setUint32(at + 24, 1000, true), CENTRAL))).toContain("大得不正常");
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  it("styles in a ring, sections without a sheet, tables without rows are all something to read", () => {
    const ring = docx({
      "word/document.xml": documentXml(
        `${p("字", '<w:pStyle w:val="a"/>')}<w:tbl/><w:tbl><w:tr/></w:tbl>`,
        "<w:sectPr/>",
      ),
      "word/styles.xml":
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>',
    });
    const { paper } = openPaper("a.docx", ring);
    expect(paper && inspectPaper(paper, BRIEF).findings.length).toBeGreaterThan(0);
  });
});

it("20,000 paragraphs are inspected in reasonable time", () => {
  const sentence = "各村按照先急后缓的次序落实水渠管护责任，资金由县镇两级分担，冬灌前全部完成。";
  const file = text(documentXml(p(sentence, '<w:ind w:firstLineChars="200"/>').repeat(20_000)));
  const began = performance.now();
  const { paper } = openPaper("a.docx", file);
  const result = paper && inspectPaper(paper, BRIEF);
  expect(result?.paragraphs).toBe(20_000);
  expect(result?.pages).toBeGreaterThan(360);
  expect(result?.findings.length).toBeLessThan(60);
  expect(performance.now() - began).toBeLessThan(40_000);
});

/** The same numbers on every run. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

it("200 files with bytes flipped: each is read or refused, none throws", async () => {
  const own = await ownBrief();
  const random = numbers(7);
  const next = (): number => random.next().value as number;
  for (let round = 0; round < 200; round++) {
    const copy = own.slice();
    for (let flips = 0; flips < 1 + round / 20; flips++)
      copy[Math.floor(next() * copy.length)] = Math.floor(next() * 256);
    const { paper } = openPaper("a.docx", copy);
    if (!paper) continue;
    expect(inspectPaper(paper, BRIEF).pages).toBeGreaterThan(0);
  }
});

it("200 files with pieces of their XML cut out or doubled: none throws, and none loses text when it is mended", async () => {
  const own = await ownBrief();
  const random = numbers(11);
  const next = (): number => random.next().value as number;
  for (let round = 0; round < 200; round++) {
    const file = changed(own, (parts) => {
      const path = ["word/document.xml", "word/styles.xml", "word/settings.xml", "word/footer1.xml"][
        round % 4
      ] as string;
      const tags = [...(parts.get(path) ?? "").matchAll(/<[^>]*\/>|\s[\w:]+="[^"]*"/gu)];
      const tag = tags[Math.floor(next() * tags.length)];
      if (!tag) return;
      const xml = parts.get(path) ?? "";
      const instead =
        round % 3 === 0
          ? ""
          : round % 3 === 1
            ? tag[0] + (tag[0].startsWith("<") ? tag[0] : "")
            : tag[0].replace(/"[^"]*"/u, '"-7x"');
      parts.set(path, xml.slice(0, tag.index) + instead + xml.slice(tag.index + tag[0].length));
    });
    const { paper } = openPaper("a.docx", file);
    if (!paper) continue;
    inspectPaper(paper, BRIEF);
    // Only some, since each is read several times.
    if (round % 5 === 0) expect(() => mendCopy(paper, file, BRIEF)).not.toThrow();
  }
});
