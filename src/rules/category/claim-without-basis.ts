import { quote } from "../../base/visible.ts";
import type { Entry } from "../../model/entry.ts";
import type { Profile } from "../../model/profile.ts";
import { claimsOf, hasEvidence, type Claim } from "../shared/claims.ts";
import { hasPhrase } from "../../prose/phrases.ts";
import { figuresIn, hasBasis, isCompared, isReasoned, predictionsIn } from "../shared/predictions.ts";
import type { EntryRule, Report } from "../rule.ts";

/** A forecast says what it rests on, and 全县首个 who has found it to be so; planned dates are no forecasts. */
export const claimWithoutBasis: EntryRule = {
  name: "claim-without-basis",
  group: "category",
  severity: "warning",
  summary: "预计、判断没有依据，首个、领先、好评没有佐证",
  stops: false,
  fixed: false,
  uses: [
    "词表.预测用语",
    "词表.计划用语",
    "词表.计划开头",
    "词表.依据用语",
    "词表.首创范围",
    "词表.首创用语",
    "词表.独创用语",
    "词表.领先用语",
    "词表.好评用语",
    "词表.好评凭据",
    "词表.佐证用语",
    "词表.佐证来源",
  ],
  scope: "entry",
  needs: ["category", "title", "body", "sources", "verification"],
  *check(entry, { profile }) {
    // Who reports an emergency first says what may come as well as it can be told.
    if (entry.category !== profile.urgent.category) yield* forecasts(entry, profile);
    yield* firsts(entry, profile);
  },
};

function* forecasts(entry: Entry, profile: Profile): Iterable<Report> {
  if (!hasPhrase(entry.body.text, profile, "预测用语") || hasBasis(entry, profile)) return;
  const figures = figuresIn(entry.body.text);
  for (const forecast of predictionsIn(entry.body.text, profile)) {
    if (isCompared(forecast, figures) || isReasoned(forecast, entry.body.text)) continue;
    yield {
      at: entry.places.within("body", forecast.start, forecast.end),
      message: `“${quote(forecast.text, 30)}”没有写依据，预测应当写明根据什么数据、由谁判断`,
      hint: "补写依据，如“按10月下旬25块样地实测测算”“据县气象局会商”，或写出可以比较的已有数字；没有依据的删去",
    };
  }
}

function* firsts(entry: Entry, profile: Profile): Iterable<Report> {
  const kinds = new Map<string, Claim[]>();
  for (const claim of claimsOf(entry, profile)) {
    const known = kinds.get(claim.kind);
    if (known) known.push(claim);
    else kinds.set(claim.kind, [claim]);
  }
  for (const [first, ...others] of kinds.values()) {
    // What is proved once holds for every place that says it.
    if (!first || [first, ...others].some((claim) => hasEvidence(claim, entry, profile))) continue;
    yield {
      at: entry.places.within(first.path, first.start, first.end),
      message: `“${quote(first.word)}”没有佐证，应当写明经谁认定、核实，或依据哪个文件、名单`,
      hint: "补写佐证，如“经市农业农村局核实”“列入省级首批试点名单”，或在“来源”中写明认定的单位或文件；查不到的改写具体做法和成效",
    };
  }
}
