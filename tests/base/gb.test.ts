import { describe, expect, it } from "vitest";
import { encodeGb, inGb2312 } from "../../src/base/gb.ts";
import { gb18030 } from "../helpers/gb18030.ts";

/** Every character of the BMP that GB 2312 has. */
const ALL = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(inGb2312);

describe("GB 2312-80", () => {
  it("has 6,763 汉字 and 682 signs", () => {
    const hanzi = ALL.filter((char) => char >= "\u4e00" && char <= "\u9fff");
    expect(hanzi).toHaveLength(6763);
    expect(ALL.length - hanzi.length).toBe(682);
  });

  it.each([..."啊齄座亍，。“”‘’—…·《》〈〉〔〕【】①⑩㈠ⅠⅫ℃℃％￥αЯあアㄅā─"])("has %s", (char) => {
    expect(inGb2312(char)).toBe(true);
  });

  it.each([..."镕喆玥堃䶮㎡⑪鎮〇•ⅰ﹝a1", "𠮷", "😀"])("lacks %s", (char) => {
    expect(inGb2312(char)).toBe(false);
  });

  it("is written as GB18030 writes it", () => {
    for (const char of ALL) expect(encodeGb(char), char).toEqual(gb18030(char));
    expect(encodeGb("2026年11月18日，（一）\n")).toEqual(gb18030("2026年11月18日，（一）\n"));
  });

  it("cannot write what it lacks", () => {
    expect(encodeGb("李镕")).toBeNull();
    expect(encodeGb("😀")).toBeNull();
  });
});
