import * as fc from "fast-check";
import mammoth from "mammoth";
import { describe, expect, it } from "vitest";
import type { Document } from "../../src/model/document.ts";
import { renderDocx } from "../../src/render/docx/render.ts";
import { shipped } from "./support/layouts.ts";
import { document, p, TAB } from "./support/samples.ts";

const layout = shipped();

describe("text in a DOCX", () => {
  const other = async (sent: Document): Promise<string> => {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await renderDocx(sent, layout)) });
    return value;
  };

  it("is read by another reader as it was sent", async () => {
    const texts = [
      "全县新建户厕1264座，“三大行动”——同比增长12.5%……",
      "  两端的  空格　与全角空格　",
      "<b>&amp; \"引号\" 'x' ]]>",
      "㐂𠮷😀\u200b\u0301é",
    ];
    expect(
      await other(
        document(
          texts.map((text) => p("正文", text)),
          null,
        ),
      ),
    ).toBe(texts.map((text) => `${text}\n\n`).join(""));
    expect(await other(document([p("版头行", "左", TAB, "右")], null))).toBe("左\t右\n\n");
  });

  it("survives whatever it is", async () => {
    const text = fc
      .string({ unit: "binary", maxLength: 60 })
      .filter((value) => !/[\u0000-\u001f\ud800-\udfff\ufffe\uffff]/u.test(value) && value !== "");
    const check = fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (texts) => {
      expect(
        await other(
          document(
            texts.map((each) => p("正文", each)),
            null,
          ),
        ),
      ).toBe(texts.map((each) => `${each}\n\n`).join(""));
    });
    await fc.assert(check, { numRuns: 100 });
  });
});
