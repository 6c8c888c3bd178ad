import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearest } from "../../src/base/similar.ts";
import { quote, visible, visibleLines } from "../../src/base/visible.ts";
import { charWidth, padEnd, width, wrap } from "../../src/base/width.ts";

describe("nearest", () => {
  it.each([
    ["标提", "标题"],
    ["类型", "类别"],
    ["密集", "密级"],
    ["报送单为", "报送单位"],
    ["titel", "title"],
    ["社情民义", "社情民意"],
  ])("%s → %s", (word, meant) => {
    expect(nearest(word, ["标题", "类别", "密级", "报送单位", "title", "社情民意"])).toBe(meant);
  });

  it.each(["天气预报", "", "abcdef"])("%j is near nothing", (word) => {
    expect(nearest(word, ["标题", "类别", "密级", "社情民意"])).toBeNull();
  });

  it("knows two letters that changed places", () => expect(nearest("plna", ["plan", "new", "check"])).toBe("plan"));

  it("finds the word itself", () => expect(nearest("密级", ["标题", "密级"])).toBe("密级"));
});

describe("visible", () => {
  it("shows what would act on a terminal or hide", () => {
    expect(visible("\u001b[31m红\u0007")).toBe("\\u{1b}[31m红\\u{7}");
    expect(visible("a\u202eb\u200bc\ufeff\u2028")).toBe("a\\u{202e}b\\u{200b}c\\u{feff}\\u{2028}");
    expect(visible("一\n二")).toBe("一\\u{a}二");
    expect(visibleLines("一\n二\u001b")).toBe("一\n二\\u{1b}");
  });

  it("leaves plain text, also beyond the BMP", () => {
    for (const text of ["青石镇 abc 123，。“”", "𠮷野家", "é"]) expect(visible(text)).toBe(text);
  });

  it("lets no control character through, whatever comes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        // eslint-disable-next-line no-control-regex
        expect(visible(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });

  it("quotes one line of limited length, never half a character", () => {
    expect(quote("一二三四五", 3)).toBe("一二三…");
    expect(quote("𠮷𠮷𠮷", 2)).toBe("𠮷𠮷…");
    expect(quote("短")).toBe("短");
  });
});

describe("width", () => {
  it.each([
    ["a", 1],
    ["中", 2],
    ["，", 2],
    ["Ａ", 2],
    ["𠮷", 2],
    ["\u0301", 0],
    ["é", 1],
    ["·", 1],
  ])("%j takes %i", (char, cells) => {
    expect(charWidth(char)).toBe(cells);
  });

  it("adds up and pads", () => {
    expect(width("县委办ab")).toBe(8);
    expect(padEnd("县委", 6)).toBe("县委  ");
    expect(padEnd("县委办", 4)).toBe("县委办");
  });

  it("wraps between Chinese characters, not inside a Latin word nor before a comma", () => {
    expect(wrap("一二三四五六", 4)).toEqual(["一二", "三四", "五六"]);
    expect(wrap("用 zhuanbao check", 10)).toEqual(["用", "zhuanbao", "check"]);
    expect(wrap("一二，三四", 4)).toEqual(["一二，", "三四"]);
    expect(wrap("一\n二", 10)).toEqual(["一", "二"]);
  });

  it("loses no character that is not white space", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 4, max: 20 }), (text, cells) => {
        expect(wrap(text, cells).join("").replace(/\s/gu, "")).toBe(text.replace(/\s/gu, ""));
      }),
    );
  });
});
