import { namesIn, townsIn } from "../../base/facts.ts";
import { quote } from "../../base/visible.ts";
import type { Casualties, Entry } from "../../model/entry.ts";
import type { BatchReport } from "../rule.ts";
import { differ, placeOf, written, type Stated } from "./stated.ts";

/** A field and the labels a text tells it under. */
interface Field {
  readonly name: string;
  readonly labels: readonly string[];
  readonly path: string;
  /** Any of these is the field's number. */
  readonly values: readonly number[];
}

const INJURED = ({ serious, minor, injured }: Casualties): number[] => [
  serious + minor + injured,
  injured || serious + minor,
];

/** What the fields of an entry say in numbers; 伤亡 left out is no statement, 死亡 left out of 伤亡 says none. */
function fieldsOf({ casualties, loss, broken }: Entry): Field[] {
  const fields: Field[] = [];
  if (casualties && !broken.has("casualties")) {
    const of = (name: string, labels: readonly string[], path: string, values: readonly number[]): Field => ({
      name,
      labels,
      path: `casualties.${path}`,
      values,
    });
    fields.push(
      of("死亡", ["死亡", "遇难"], "dead", [casualties.dead]),
      of("重伤", ["重伤"], "serious", [casualties.serious]),
      of("轻伤", ["轻伤"], "minor", [casualties.minor]),
      of("受伤", ["受伤"], "injured", INJURED(casualties)),
      of("失联", ["失联", "失踪"], "missing", [casualties.missing]),
    );
  }
  if (loss !== null && !broken.has("loss"))
    fields.push({
      name: "损失",
      labels: ["直接经济损失", "经济损失"],
      path: "loss",
      values: [loss * 10_000],
    });
  return fields;
}

/** A field says one number, and the text none but others. */
export function* besideFields(entry: Entry, stated: readonly Stated[]): Generator<BatchReport> {
  for (const { name, labels, path, values } of fieldsOf(entry)) {
    const told = stated.filter((one) => labels.includes(one.label) && ofMatter(one));
    const [first] = told;
    const step = name === "损失" ? lossStep(values[0] ?? 0) : 1;
    const right = told.some((one) => values.some((value) => !differ(one, { value, step, about: false })));
    if (!first || right) continue;
    const shown = showField(entry, path, values[0] ?? 0);
    yield {
      entry,
      at: placeOf(first),
      message: `“${quote(first.label)}”这里写“${written(first)}”，“${name}”一项${shown}，应一致`,
      hint: "核对以后改成一样的；伤亡、损失有变化的，两处都改，并写明截至什么时间",
      related: [{ at: entry.places.of(path), message: `“${name}”一项${shown}` }],
    };
  }
}

function showField({ places }: Entry, path: string, value: number): string {
  if (path === "loss") return `填的是 ${value / 10_000} 万元`;
  // 重伤 and 轻伤 make up 受伤.
  return places.has(path) || value > 0 ? `填的是 ${value} 人` : "没有填，就是 0 人";
}

/** 万元 as the field was written: to a tenth or a hundredth where it has such digits. */
function lossStep(value: number): number {
  return value % 10_000 === 0 ? 10_000 : value % 1000 === 0 ? 1000 : 100;
}

/** Of the matter as a whole, and not of another place or another time. */
function ofMatter({ scope, frame, place, entry, path }: Stated): boolean {
  if (scope !== "" || frame.split(" ").some((word) => word !== "" && !SOFT.has(word))) return false;
  if (path === "title" || place === "") return true;
  const own = [entry.title, entry.place ?? "", entry.body.text.slice(0, 60), ...entry.unit].join("\n");
  const known = new Set([...townsIn(own), ...namesIn(own)]);
  return place.split(" ").some((name) => known.has(name));
}

/** A first estimate is what the field holds too. */
const SOFT = new Set(["初步", "目前"]);
