import { minutesBetween, showMoment } from "../../base/time.ts";
import { quote } from "../../base/visible.ts";
import type { EntryRule } from "../rule.ts";
import { earliest, rowsTo, toldCounty, type Told } from "../shared/told.ts";

const HINT =
  "尚未报县委办的，立即电话报县委办；依法应向上级部门报告的照常报告，不得因此迟报、缓报，并向县委办说明先后情况";

/** 铁的纪律: 县委办 knows before a department above the county does. */
export const superiorFirst: EntryRule = {
  name: "superior-first",
  group: "procedure",
  severity: "error",
  summary: "上级部门先于县委办知情，或县委办不知情",
  stops: false,
  fixed: false,
  uses: [],
  scope: "entry",
  needs: ["timeline", "submitted", "channel"],
  *check(entry) {
    const above = earliest(rowsTo(entry, "上级部门"));
    if (above === null) return;
    const county = toldCounty(entry);
    const order = orderOf(above, county);
    if (order === "county") return;
    const first = earliest(county);
    yield {
      at: entry.places.of(above.path),
      message: `${nameOf(above)}于 ${showMoment(above.at)} 已知情，${countySide(first, order)}，应先报县委办`,
      hint: HINT,
      ...(order === "same" ? { severity: "warning" as const } : {}),
      related: first === null ? [] : [{ at: entry.places.of(first.path), message: "县委办最早在这里知情" }],
    };
  },
};

/** Who knew first; a time without a clock on the same day shows no order and is taken for the county's good. */
function orderOf(above: Told, county: readonly Told[]): "county" | "same" | "above" {
  const leads = county.map((one) => {
    const minutes = minutesBetween(one.at, above.at);
    return minutes ?? (one.at.day <= above.at.day ? 1 : -1);
  });
  if (leads.some((lead) => lead > 0)) return "county";
  return leads.includes(0) ? "same" : "above";
}

function countySide(first: Told | null, order: "same" | "above"): string {
  if (first === null) return "没有报县委办的记录";
  return order === "same" ? "县委办也在这一分钟，分不出先后" : `县委办于 ${showMoment(first.at)} 才知情`;
}

function nameOf({ name }: Told): string {
  return name ? `上级部门（${quote(name)}）` : "上级部门";
}
