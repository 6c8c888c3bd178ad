import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spliceBytes, type Splice, type Written } from "../../src/base/splice.ts";
import { gb18030 } from "../helpers/gb18030.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const marked = (text: string): Uint8Array => Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8(text)]);

const WAYS: readonly (readonly [string, Written["encoding"], (text: string) => Uint8Array])[] = [
  ["UTF-8", "utf-8", utf8],
  ["UTF-8 with BOM", "utf-8", marked],
  ["GB18030", "gb18030", gb18030],
];

const chars = fc.constantFrom(..."a1 ,.\r\n#:青石镇，。（）㎡鎮", "𠮷", "𬱖");
const texts = fc.array(chars, { maxLength: 60 }).map((parts) => parts.join(""));

/** A text, and stretches of it at whole characters with what is to stand there. */
const cases = texts.chain((text) => {
  const starts = [0];
  for (const char of text) starts.push((starts.at(-1) as number) + char.length);
  const splices = fc
    .uniqueArray(fc.nat({ max: starts.length - 1 }), { maxLength: 8 })
    .map((picked) => picked.toSorted((a, b) => a - b))
    .chain((picked) => {
      const pairs = picked.flatMap((from, index) =>
        index % 2 === 0 ? [[starts[from], starts[picked[index + 1] ?? from]] as [number, number]] : [],
      );
      return fc.tuple(
        ...pairs.map(([start, end]) =>
          fc.constantFrom("", "，", "2026年", "“", "\n").map((put): Splice => ({ start, end, text: put })),
        ),
      );
    });
  return fc.tuple(fc.constant(text), splices);
});

function spliced(text: string, splices: readonly Splice[]): string {
  return splices
    .toReversed()
    .reduce((now, { start, end, text: put }) => now.slice(0, start) + put + now.slice(end), text);
}

describe.each(WAYS)("splicing bytes of %s", (_, encoding, encode) => {
  it("writes just the bytes of the spliced text", () => {
    fc.assert(
      fc.property(cases, ([text, splices]) => {
        expect(spliceBytes({ bytes: encode(text), text, encoding }, splices)).toEqual(encode(spliced(text, splices)));
      }),
    );
  });

  it("refuses to cut a character in two", () => {
    const text = "甲𬱖乙";
    expect(spliceBytes({ bytes: encode(text), text, encoding }, [{ start: 2, end: 3, text: "" }])).toBeNull();
  });

  it("refuses splices that overlap", () => {
    const splices = [
      { start: 0, end: 2, text: "" },
      { start: 1, end: 3, text: "" },
    ];
    expect(spliceBytes({ bytes: encode("甲乙丙"), text: "甲乙丙", encoding }, splices)).toBeNull();
  });
});

describe("splicing GB18030", () => {
  it("refuses a character that cannot be written", () => {
    const text = "甲";
    expect(
      spliceBytes({ bytes: gb18030(text), text, encoding: "gb18030" }, [{ start: 0, end: 1, text: "镕" }]),
    ).toBeNull();
  });

  it("leaves bytes alone that could be written otherwise", () => {
    // 0xA2E3 is €, which has a four-byte form in no table of ours: it stays as it came.
    const bytes = Uint8Array.from([0xa2, 0xe3, 0x2c, 0xbc, 0xd7]);
    const text = new TextDecoder("gb18030").decode(bytes);
    const found = spliceBytes({ bytes, text, encoding: "gb18030" }, [{ start: 1, end: 2, text: "，" }]);
    expect(found).toEqual(Uint8Array.from([0xa2, 0xe3, 0xa3, 0xac, 0xbc, 0xd7]));
  });
});
