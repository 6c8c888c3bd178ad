import { figureNamed } from "../../base/holdings.ts";
import { quote } from "../../base/visible.ts";
import { TONES, type Entry } from "../../model/entry.ts";
import type { Figure, Profile } from "../../model/profile.ts";
import type { BatchReport, BatchRule } from "../rule.ts";
import { basisOf } from "../shared/wording.ts";
import { listedUnits, placeOfUnit } from "./unit-names.ts";

const LEAST = "只喜条数";

/** Many entries of a unit, or of an issue, and every one of them good news. No number of others is ever asked for. */
export const goodNewsOnly: BatchRule = {
  name: "good-news-only",
  group: "batch",
  severity: "warning",
  summary: "只报喜不报忧",
  stops: false,
  fixed: false,
  uses: [`数值.${LEAST}`],
  scope: "batch",
  needs: [],
  *check(entries, { office, profile, whole }) {
    const least = figureNamed(profile, LEAST);
    // Whose 报送单位 could not be read may be anybody's.
    if (least === null || !whole || entries.some(({ broken }) => broken.has("unit"))) return;
    const listed = listedUnits(office);
    const byUnit = new Map<string, Entry[]>();
    for (const entry of entries) {
      const names = entry.unit.map((name) => listed.get(name)?.unit.name ?? name);
      for (const name of new Set(names)) {
        const own = byUnit.get(name);
        if (own) own.push(entry);
        else byUnit.set(name, [entry]);
      }
    }
    for (const [name, own] of byUnit) {
      const [first] = own;
      if (!first || !isAllGood(own, profile, least)) continue;
      yield found(`“${quote(name)}”报送的`, own, least, {
        at: placeOfUnit(name, office) ?? first.places.of("unit"),
        hint: "提醒该单位：有困难、问题和群众意见的一并如实报送；确实没有的不必凑数，报喜的照常报送",
      });
    }
  },
  *checkIssue({ publication, entries }, { office, profile }) {
    const least = figureNamed(profile, LEAST);
    const [first] = entries;
    if (least === null || !first || !isAllGood(entries, profile, least)) return;
    const path = `publications.${publication.name}`;
    yield found(`本期《${quote(publication.name)}》的`, entries, least, {
      at: office.places?.has(path) ? office.places.of(path) : first.places.of("title"),
      hint: "看一看来稿里有没有问题、建议、社情民意可以编入；确实没有的照常编发",
    });
  },
};

function isAllGood(entries: readonly Entry[], { categories }: Profile, least: Figure): boolean {
  // An office that sets the figure to 0 still has nothing to be told of no entries.
  if (entries.length < Math.max(1, least.value)) return false;
  // Of what could not be read nothing is said.
  return entries.every(
    ({ tone, category, broken }) =>
      !broken.has("tone") && !broken.has("category") && (tone ?? categories.get(category)?.tone) === "喜",
  );
}

function found(
  whose: string,
  entries: readonly Entry[],
  least: Figure,
  rest: Pick<BatchReport, "at" | "hint">,
): BatchReport {
  const ratio = TONES.map((tone) => `${tone} ${tone === "喜" ? entries.length : 0}`).join("、");
  return {
    entry: null,
    message: `${whose} ${entries.length} 条都是喜（${ratio}），应喜忧兼报（到 ${least.value} 条才提醒）${basisOf(least)}`,
    ...rest,
  };
}
