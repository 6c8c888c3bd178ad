import { civil } from "../../base/time.ts";
import { unknownYears } from "../../base/workdays.ts";
import type { EntryRule } from "../rule.ts";

/** Working days were counted in a year without a holiday table, by Monday to Friday alone: said, never silent. */
export const unknownCalendar: EntryRule = {
  name: "unknown-calendar",
  group: "timeliness",
  severity: "warning",
  summary: "规则集没有该年的放假和调休安排，工作日按周一至周五推算",
  stops: false,
  fixed: false,
  uses: ["类别.期限"],
  scope: "entry",
  needs: ["category", "occurred", "submitted"],
  *check(entry, { profile }) {
    const deadline = profile.categories.get(entry.category)?.deadline ?? null;
    const { occurred, submitted } = entry;
    if (deadline === null || occurred === null || submitted === null) return;
    if (submitted.day - occurred.day <= deadline.value) return;
    const years = unknownYears(occurred.day + 1, submitted.day, profile.calendar);
    const [first, last] = [years[0], years.at(-1)];
    if (first === undefined || last === undefined) return;
    const named = first === last ? `${first} 年` : `${first} 年至 ${last} 年中的 ${years.length} 年`;
    yield {
      at: entry.places.of(first === civil(submitted.day).year ? "submitted" : "occurred"),
      message: `规则集没有 ${named}的放假和调休安排，报送期限只按周一至周五推算，可能不准`,
      hint: "在规则集的“节假日”中补上该年的放假和调休上班日期（以国务院办公厅通知为准）；年份写错的，改正时间",
      forUnit: null,
    };
  },
};
