import { inForce, mentionsTheme, speaksOf } from "../../base/themes.ts";
import { isoDay } from "../../base/time.ts";
import { quote } from "../../base/visible.ts";
import type { Entry } from "../../model/entry.ts";
import type { Theme } from "../../model/office.ts";
import type { BatchReport, BatchRule, RuleContext } from "../rule.ts";

/** Entries that a finding on a theme points to; the rest are counted. */
const MOST_RELATED = 5;

/** An entry declares a theme that was over when it was submitted, or one that is over still has news coming in. */
export const expiredTheme: BatchRule = {
  name: "expired-theme",
  group: "batch",
  severity: "warning",
  summary: "对上的关注点已经到期",
  stops: false,
  fixed: false,
  uses: [],
  scope: "batch",
  needs: ["title", "body", "themes", "submitted"],
  *check(entries, context) {
    for (const entry of entries) yield* declared(entry, context.office.themes);
    for (const index of context.office.themes.keys()) yield* stillReported(entries, index, context);
  },
};

/** A theme may have been renewed under its name: then the later one holds. */
function* declared(entry: Entry, themes: readonly Theme[]): Generator<BatchReport> {
  const day = entry.submitted?.day;
  if (day === undefined) return;
  for (const [index, name] of entry.themes.entries()) {
    const named = themes.filter((theme) => theme.name === name);
    const ends = named.flatMap(({ to }) => (to === null ? [] : [to]));
    if (named.length === 0 || ends.length < named.length || ends.some((end) => end >= day)) continue;
    yield {
      entry,
      at: entry.places.of(`themes.${index}`),
      message: `主题“${quote(name)}”${isoDay(Math.max(...ends))} 已到期，本条 ${isoDay(day)} 报送，应对上报送当天有效的关注点`,
      hint: "改成现在的关注点，没有对得上的就删去这一项，照常报送；仍要关注的，请县委办在机关设置的“关注”里延长",
      forUnit: "改成现在的关注点，没有对得上的就删去这一项，照常报送",
    };
  }
}

/** What is still reported of a theme that is over, though no theme in force asks for it. */
function* stillReported(
  entries: readonly Entry[],
  index: number,
  { office, now }: RuleContext,
): Generator<BatchReport> {
  const theme = office.themes[index];
  const end = theme?.to;
  if (!theme || end == null || end >= now.day || !office.places) return;
  // Its declared entries have been told of one by one.
  const late = entries.filter((entry) => {
    const day = entry.submitted?.day;
    return day !== undefined && day > end && !entry.themes.includes(theme.name) && mentionsTheme(entry, theme);
  });
  const unasked = late.filter((entry) => {
    const day = entry.submitted?.day ?? 0;
    return !office.themes.some((other) => inForce(other, day) && speaksOf(entry, other));
  });
  if (unasked.length === 0) return;
  yield {
    entry: null,
    at: office.places.of(`themes.${index}.to`),
    message: `关注点“${quote(theme.name)}”${isoDay(end)} 已到期，此后还有 ${unasked.length} 条信息说到它，又没有别的有效关注点管着，应及时续上或更换`,
    hint: "仍要关注的，把“止”改到新的日子；有新提法的，换成新的关注点；不再关注的，删去这一项",
    related: unasked.slice(0, MOST_RELATED).map((entry) => ({
      at: entry.places.of("title"),
      message: `${entry.unit.length === 0 ? "" : `${quote(entry.unit.join("、"))} `}${isoDay(entry.submitted?.day ?? 0)} 报送`,
    })),
  };
}
