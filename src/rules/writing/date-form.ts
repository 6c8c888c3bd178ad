import { quote } from "../../base/visible.ts";
import type { EntryRule } from "../rule.ts";
import { maskCodes } from "../shared/codes.ts";
import { maskQuoted } from "../../prose/masked.ts";
import { fixOf, placeIn, printedOf } from "../shared/printed.ts";
import { datesIn } from "./dates.ts";

/** Most texts hold nothing of the kind, and need no closer look. */
const ODD = /(?<!\d)\d{2}年|\d[-./．／－]\d{1,2}[-./．／－]\d|0\d月|月0\d|\d号/u;

/** Dates are written out, 2026年11月18日: all four digits of the year, no 0 before month or day, 日 and not 号. */
export const dateForm: EntryRule = {
  name: "date-form",
  group: "writing",
  severity: "warning",
  summary: "日期没有写成“2026年11月18日”的样子",
  stops: false,
  fixed: false,
  uses: [],
  scope: "entry",
  needs: [],
  *check(entry, { now }) {
    for (const printed of printedOf(entry)) {
      if (!ODD.test(printed.text)) continue;
      // What is quoted stays as it was written.
      const text = maskQuoted(maskCodes(printed.text));
      for (const { start, end, right, why } of datesIn(text, now)) {
        const found = printed.text.slice(start, end);
        yield {
          at: placeIn(printed, start, end),
          message: `日期“${quote(found)}”${why}，应${right === null ? "写全四位" : `写作“${right}”`}`,
          hint: right === null ? "写全年份，如“2026年11月18日”" : `改为“${right}”`,
          ...(right === null ? {} : fixOf(printed, [[start, end, right]])),
        };
      }
    }
  },
};
