import { quote } from "../../base/visible.ts";
import type { EntryRule } from "../rule.ts";
import { fixOf, placeIn, printedOf } from "../shared/printed.ts";

/** Digits and letters, with a decimal point between digits. Full-width signs are right in Chinese text. */
const RUN = /[０-９Ａ-Ｚａ-ｚ]+(?:．[０-９]+)*/gu;

/** Digits and Latin letters are half-width: a number in full-width ones tears the line apart. */
export const fullWidthDigits: EntryRule = {
  name: "full-width-digits",
  group: "writing",
  severity: "warning",
  summary: "数字、字母用了全角",
  stops: false,
  fixed: false,
  uses: [],
  scope: "entry",
  needs: [],
  *check(entry) {
    for (const printed of printedOf(entry)) {
      for (const match of printed.text.matchAll(RUN)) {
        const [start, end] = [match.index, match.index + match[0].length];
        const right = halfWidth(match[0]);
        yield {
          at: placeIn(printed, start, end),
          message: `“${quote(match[0])}”是全角，数字、字母应用半角“${quote(right)}”`,
          hint: `改为“${quote(right)}”`,
          ...fixOf(printed, [[start, end, right]]),
        };
      }
    }
  },
};

/** U+FF01–FF5E stand in the order of ASCII. */
function halfWidth(text: string): string {
  return text.replace(/[！-～]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}
