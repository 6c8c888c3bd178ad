import * as fc from "fast-check";
import { expect, test } from "vitest";
import { width } from "../../src/base/width.ts";
import { drawFrame } from "../../src/report/frame.ts";
import { HOSTILE, NASTY } from "./support.ts";

test.each([
  ["类别: 动太", 5, 7, "类别: 动太", "      ^^^^"],
  ["a: bc", 4, 6, "a: bc", "   ^^"],
  ["标题: 𠮷祥村", 6, 7, "标题: 𠮷祥村", "        ^^"],
  ["标题:", 4, 4, "标题:", "     ^"],
  ["\t键: 值", 2, 3, "    键: 值", "    ^^"],
  ["", 1, 1, "", "^"],
  ["a\u200bb", 3, 4, "a\\u{200b}b", "         ^"],
])("%j at %i–%i", (...[text, column, endColumn, shown, carets]) => {
  expect(drawFrame({ text, column, endColumn }, 60)).toEqual({ text: shown, carets });
});

test("a long line is cut around the place", () => {
  const text = `${"前".repeat(100)}动太${"后".repeat(100)}`;
  const frame = drawFrame({ text, column: 101, endColumn: 103 }, 40);
  expect(frame.text).toBe("...前前前前前动太后后后后后后后后后后...");
  expect(frame.carets).toBe(`${" ".repeat(13)}^^^^`);
});

test("a line of a megabyte is cut at once", () => {
  const text = "字".repeat(500_000);
  const started = performance.now();
  for (let at = 0; at < 20; at++) drawFrame({ text, column: 250_000, endColumn: 250_002 }, 80);
  expect(performance.now() - started).toBeLessThan(2000);
});

test("never wider than asked, always with the marked text above its carets", () => {
  const chars = fc.constantFrom("a", "字", "，", "𠮷", "\t", " ", "é", "\u0301", "\u200b", "\u001b", "：");
  const line = fc.array(chars, { maxLength: 300 }).map((all) => all.join(""));
  fc.assert(
    fc.property(line, fc.nat(300), fc.nat(20), fc.integer({ min: 30, max: 120 }), (...[text, start, length, cells]) => {
      const points = [...text];
      const column = Math.min(start, points.length) + 1;
      const frame = drawFrame({ text, column, endColumn: column + length }, cells);
      expect(width(frame.text)).toBeLessThanOrEqual(cells);
      expect(frame.text).not.toMatch(HOSTILE);
      expect(frame.carets).toMatch(/^ *\^+$/u);
      const marked = points[column - 1];
      if (marked === undefined || !/[a字，𠮷：]/u.test(marked)) return;
      let cell = 0;
      const under = [...frame.text].find((char) => (cell += width(char)) > frame.carets.indexOf("^"));
      expect(under).toBe(marked);
    }),
    { numRuns: 500 },
  );
});

test("nothing hostile is drawn", () => {
  expect(drawFrame({ text: NASTY, column: 1, endColumn: 2 }, 200).text).not.toMatch(HOSTILE);
});
