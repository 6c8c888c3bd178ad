import type { EntryRule } from "../rule.ts";
import { maskCodes, maskYears } from "../shared/codes.ts";
import { fixOf, placeIn, printedOf } from "../shared/printed.ts";
import { linesOf } from "../../prose/sentences.ts";
import { halfBrackets, halfQuotes } from "./half-pairs.ts";
import { halfPoints, type HalfSign } from "./half-points.ts";

/** A sign that does not stand between two digits. */
const ANY = /(?<!\d)[,.;:?!()"']|[,.;:?!()"'](?!\d)/u;

/** In Chinese text punctuation is full-width; numbers, times, codes, addresses and Latin words keep theirs. */
export const halfWidthPunctuation: EntryRule = {
  name: "half-width-punctuation",
  group: "writing",
  severity: "warning",
  summary: "中文里用了半角标点",
  stops: false,
  fixed: false,
  uses: [],
  scope: "entry",
  needs: [],
  *check(entry) {
    for (const printed of printedOf(entry)) {
      if (!ANY.test(printed.text)) continue;
      const prose = maskNumbers(maskYears(maskCodes(printed.text)));
      for (const { text, start } of linesOf(prose)) {
        if (!ANY.test(text)) continue;
        for (const { at, end, what, want, changes } of signsOf(text)) {
          yield {
            at: placeIn(printed, start + at, start + end),
            message: `${what}用在中文里，应为${want}`,
            hint: `改为${want}`,
            ...fixOf(
              printed,
              changes.map(([from, to, right]) => [start + from, start + to, right]),
            ),
          };
        }
      }
    }
  },
};

function signsOf(line: string): HalfSign[] {
  return [...halfPoints(line), ...halfBrackets(line), ...halfQuotes(line)].toSorted((a, b) => a.at - b.at);
}

/** The number of a heading, (一) or （1): what is wrong with it heading-order says. */
function maskNumbers(text: string): string {
  return text.replace(/^[ \t\u3000]*(?:#{1,4}[ \t]+)?(?:\*\*)?[（(][一二三四五六七八九十百\d]{1,5}[）)]/gmu, (number) =>
    "〓".repeat(number.length),
  );
}
