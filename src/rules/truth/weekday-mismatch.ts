import { chineseDay, weekday } from "../../base/time.ts";
import { quote } from "../../base/visible.ts";
import type { EntryRule, Report } from "../rule.ts";
import { datedWeekdays, type Dated } from "./weekday-forms.ts";
import { Meaning } from "./weekday-meaning.ts";

const MENTIONED = /(?:星期|周|礼拜)[一二三四五六日天]/u;

/** A date and the day of the week written beside it are the same day. */
export const weekdayMismatch: EntryRule = {
  name: "weekday-mismatch",
  group: "truth",
  severity: "error",
  summary: "日期和星期对不上",
  stops: true,
  fixed: false,
  uses: [],
  scope: "entry",
  needs: ["title", "body"],
  *check(entry) {
    const texts = { title: entry.title, body: entry.body.text };
    for (const [path, text] of Object.entries(texts)) {
      if (!MENTIONED.test(text)) continue;
      const meaning = new Meaning(text, entry.submitted?.day ?? null);
      for (const found of datedWeekdays(text)) {
        const report = judged(found, text, meaning);
        if (report) yield { at: entry.places.within(path, found.start, found.end), ...report };
      }
    }
  },
};

function judged(found: Dated, text: string, meaning: Meaning): Omit<Report, "at"> | null {
  const days = meaning.daysOf(found);
  const [day] = days;
  if (day === undefined || days.some((one) => weekday(one) === found.weekday) || toldWrong(text, found)) return null;
  const name = text.slice(found.start, found.end);
  const kind = name.slice(0, -1);
  const right = days.map((one) => `${chineseDay(one)}是${kind}${NAMES[weekday(one)]}`).join("，");
  return {
    message: `“${quote(text.slice(found.from, found.to))}”日期和星期对不上：${right}`,
    hint: `对照日历核对：日期没有写错的，“${name}”改为“${kind}${NAMES[weekday(day)]}”；星期没有写错的，改日期，最近的${name}是${chineseDay(nearestDay(day, found.weekday))}`,
  };
}

const NAMES = "日一二三四五六";

/** The text speaks of a slip that somebody else made. */
function toldWrong(text: string, { from, to }: Dated): boolean {
  const around = text.slice(Math.max(0, from - 20), to + 20);
  return /误写|错写|写错|误印|印错|误为|错为|误作|有误|笔误/u.test(around);
}

/** The day of that weekday nearest to `day`, the earlier of two. */
function nearestDay(day: number, wanted: number): number {
  const back = (weekday(day) - wanted + 7) % 7;
  return back <= 3 ? day - back : day + 7 - back;
}
