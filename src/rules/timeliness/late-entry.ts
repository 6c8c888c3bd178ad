import { showMoment } from "../../base/time.ts";
import { workdaysBetween } from "../../base/workdays.ts";
import type { EntryRule } from "../rule.ts";
import { basisOf } from "../shared/wording.ts";

/** Beyond this many days the count of working days tells nobody more than the days themselves. */
const LONG = 366;

/** An ordinary entry is owed within so many working days; the day of 事发 is not counted. */
export const lateEntry: EntryRule = {
  name: "late-entry",
  group: "timeliness",
  severity: "warning",
  summary: "一般信息报送超过本类别的工作日期限",
  stops: false,
  fixed: false,
  uses: ["类别.期限"],
  scope: "entry",
  needs: ["category", "occurred", "submitted"],
  *check(entry, { profile }) {
    const deadline = profile.categories.get(entry.category)?.deadline ?? null;
    const { occurred, submitted } = entry;
    if (deadline === null || occurred === null || submitted === null) return;
    const days = submitted.day - occurred.day;
    const worked = days > LONG ? null : workdaysBetween(occurred.day, submitted.day, profile.calendar);
    if ((worked ?? days) <= deadline.value) return;
    const passed = worked === null ? ` ${days} 天` : `第 ${worked} 个工作日`;
    yield {
      at: entry.places.of("submitted"),
      message: `${showMoment(submitted)} 报送，是事发（${showMoment(occurred)}）后${passed}，${entry.category}类信息应在 ${deadline.value} 个工作日内${basisOf(deadline)}`,
      hint: "照常报送；正文写明事情的最新进展，过时的内容删去",
      related: [{ at: entry.places.of("occurred"), message: "事发时间，当天不计" }],
    };
  },
};
