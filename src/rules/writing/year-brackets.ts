import { quote } from "../../base/visible.ts";
import type { EntryRule } from "../rule.ts";
import { YEAR_BRACKETS } from "../shared/codes.ts";
import { fixOf, placeIn, printedOf } from "../shared/printed.ts";

/** The year of a document's number stands in 〔〕. */
export const yearBrackets: EntryRule = {
  name: "year-brackets",
  group: "writing",
  severity: "warning",
  summary: "文号的年份没有用六角括号〔〕",
  stops: false,
  fixed: false,
  uses: [],
  scope: "entry",
  needs: [],
  *check(entry) {
    for (const printed of printedOf(entry)) {
      if (!printed.text.includes("号")) continue;
      for (const match of printed.text.matchAll(YEAR_BRACKETS)) {
        const { open = "", year = "", close = "" } = match.groups ?? {};
        if (open === "〔" && close === "〕") continue;
        const [start, end] = [match.index, match.index + match[0].length];
        yield {
          at: placeIn(printed, start, end),
          message: `文号中的年份写作“${quote(match[0])}”，应用六角括号“〔${year}〕”`,
          hint: `改为“〔${year}〕”`,
          ...fixOf(printed, [[start, end, `〔${year}〕`]]),
        };
      }
    }
  },
};
