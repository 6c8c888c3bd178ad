import { figureNamed } from "../../base/holdings.ts";
import { isoDay } from "../../base/time.ts";
import { quote } from "../../base/visible.ts";
import type { Entry } from "../../model/entry.ts";
import type { BatchRule, RuleContext } from "../rule.ts";
import { basisOf } from "../shared/wording.ts";
import { listedUnits, placeOfUnit } from "./unit-names.ts";

const DAYS = "零报送天数";

/** A unit that the office lists and that nothing came from for so long: what troubles it may be unheard of. */
export const silentUnit: BatchRule = {
  name: "silent-unit",
  group: "batch",
  severity: "note",
  summary: "单位在统计期内没有报送信息",
  stops: false,
  fixed: false,
  uses: [`数值.${DAYS}`],
  scope: "batch",
  needs: [],
  *check(entries, context) {
    const { office, whole, profile, now } = context;
    const limit = figureNamed(profile, DAYS);
    if (!whole || office.units.length === 0 || limit === null) return;
    const since = now.day - limit.value;
    const heard = lastHeard(entries, since, context);
    for (const [index, { name }] of heard === null ? [] : office.units.entries()) {
      const last = heard?.get(index) ?? null;
      if (last !== null && last >= since) continue;
      const at = placeOfUnit(name, office);
      if (at === null) continue;
      const before = last === null ? "以前的也没有" : `最近一条是 ${isoDay(last)}`;
      yield {
        entry: null,
        at,
        message: `“${quote(name)}”近 ${limit.value} 天（${isoDay(since)} 以来）没有报送信息，${before}；应问明是没有情况还是漏了报${basisOf(limit)}`,
        hint: "向该单位问一问有没有困难、问题和苗头，信息员是不是换了人；确实没有情况的不必凑数",
      };
    }
  },
};

/**
 * The last day that something came from each unit, by its position; what was printed counts, for its entry may be filed away.
 * Null where nothing came at all since then: an office that has only begun. Null also where it cannot be read whose a new entry
 * is: none may be called silent then.
 */
function lastHeard(
  entries: readonly Entry[],
  since: number,
  { office, published, now }: RuleContext,
): ReadonlyMap<number, number> | null {
  const listed = listedUnits(office);
  const last = new Map<number, number>();
  let latest = -Infinity;
  const hear = (units: readonly string[], day: number): void => {
    latest = Math.max(latest, day);
    for (const unit of units) {
      const index = listed.get(unit)?.index;
      if (index !== undefined) last.set(index, Math.max(last.get(index) ?? -Infinity, day));
    }
  };
  for (const { unit, submitted, broken } of entries) {
    // A day that cannot be read may be any: the unit has the benefit of it.
    const day = submitted?.day ?? now.day;
    if (broken.has("unit") && day >= since) return null;
    hear(unit, day);
  }
  for (const { units, day } of published) hear(units, day);
  return latest >= since ? last : null;
}
