import { nearest } from "../../base/similar.ts";
import { quote } from "../../base/visible.ts";
import type { EntryRule } from "../rule.ts";
import { listedUnits } from "./unit-names.ts";

/** The 报送员 is one of the 信息员 that the unit has named, where it has named any. */
export const unregisteredAuthor: EntryRule = {
  name: "unregistered-author",
  group: "batch",
  severity: "warning",
  summary: "报送员不在单位的信息员名单里",
  stops: false,
  fixed: false,
  uses: [],
  scope: "entry",
  needs: ["unit", "reporter", "channel"],
  *check({ unit, reporter, channel, places }, { office }) {
    // Whoever calls may report; and of a joint entry the 报送员 may be any unit's.
    if (reporter === null || channel === "电话补录" || office.units.length === 0) return;
    const listed = listedUnits(office);
    const units = unit.map((name) => listed.get(name));
    const registered = units.flatMap((one) => one?.unit.reporters ?? []);
    if (units.length === 0 || units.some((one) => (one?.unit.reporters.length ?? 0) === 0)) return;
    const known = new Set(registered.map(plain));
    const names = reporter.split(APART).map(plain);
    if (known.has(plain(reporter)) || names.some((name) => known.has(name))) return;
    const near = nearest(plain(reporter), known);
    const meant = near === null ? "" : `是不是“${quote(near)}”？`;
    const [first] = units;
    yield {
      at: places.of("reporter"),
      message: `报送员“${quote(reporter)}”不在“${quote(unit.join("、"))}”的信息员名单里，名单上是${quote(registered.join("、"))}`,
      hint: `${meant}姓名写错的改正；换了人的，请单位报县委办备案，在 zhuanbao.yaml 该单位的“信息员”里加上；信息照常收`,
      forUnit: `${meant}姓名写错的改正；换了人的，报县委办备案；信息照常收`,
      ...(first && office.places
        ? { related: [{ at: office.places.of(`units.${first.index}.reporters`), message: "信息员名单在这里" }] }
        : {}),
    };
  },
};

const APART = /[、，,;；/\s]+/u;

/** 王 敏, spaced out to the width of three, is 王敏. */
function plain(name: string): string {
  return name.replace(/\s/gu, "");
}
