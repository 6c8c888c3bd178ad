import { quantitiesIn, type Quantity } from "../../base/quantities.ts";
import { quote } from "../../base/visible.ts";
import type { Entry } from "../../model/entry.ts";
import type { BatchReport } from "../rule.ts";
import { maskQuoted } from "../../prose/masked.ts";
import { sentencesOf, type Stretch } from "../../prose/sentences.ts";

/** A number that 其中 is said of, and the parts that follow. */
interface Whole extends Quantity {
  readonly parts: readonly Part[];
}

interface Part extends Quantity {
  /** What stands before the number: 男, 石坝村. */
  readonly label: string;
}

/** 共486人，其中男312人、女164人: parts that cannot make up their whole. */
export function* besideWhole(entry: Entry): Generator<BatchReport> {
  const { text } = entry.body;
  if (!text.includes("其中")) return;
  for (const sentence of sentencesOf(maskQuoted(text))) {
    const whole = wholeIn(sentence);
    const wrong = whole && faultOf(whole);
    if (!whole || wrong === null) continue;
    const [first, last] = [whole.parts[0] as Part, whole.parts.at(-1) as Part];
    const shown = (one: Quantity): string => quote(text.slice(one.start, one.end), 20);
    yield {
      entry,
      at: entry.places.within("body", first.start - first.label.length, last.end),
      message: `“其中”各项合计 ${sumOf(wrong, whole.unit)}，前面的总数是“${shown(whole)}”，应对得上`,
      hint: "核对总数和分项；还有别的分项的，一并写出",
      related: [{ at: entry.places.within("body", whole.start, whole.end), message: `总数写的是“${shown(whole)}”` }],
    };
  }
}

function sumOf(value: number, unit: string): string {
  return unit === "元" && value >= 10_000 ? `${Math.round(value / 100) / 100} 万元` : `${value} ${unit}`;
}

/** What is counted one by one; rates, ages, lengths of time and prices make up no whole. */
const COUNTED = new Set(
  "人 户 家 个 处 起 件 台 辆 元 亩 吨 头 只 株 场 批 项 组 套 间 栋 座 所 份 村 名 条".split(" "),
);

/** 共, 合计, 总数 right before the number, and what is no sum of what follows: 净增, 每, 人均. */
const TOTAL = /(?:共|合计|总计|累计|一共|总[\p{sc=Han}]{0,6})(?:有|计|为|达|是)?[^，,。；;\d]{0,8}$/u;
const NO_SUM = /[增减降超差均每比余率]|次|排名|平均/u;

function wholeIn({ text, start }: Stretch): Whole | null {
  const at = text.indexOf("其中");
  if (at < 0 || text.includes("其中", at + 2)) return null;
  const before = /[^。；;]*$/u.exec(text.slice(0, at))?.[0] ?? "";
  const numbers = quantitiesIn(before);
  const whole = numbers.at(-1);
  if (!whole || whole.rough !== null || !COUNTED.has(whole.unit)) return null;
  const clause = /[^，,：:]*$/u.exec(before.slice(0, whole.start))?.[0] ?? "";
  if (
    !TOTAL.test(clause) ||
    NO_SUM.test(clause) ||
    !/^[\p{sc=Han}]{0,8}[，,（(：:]?\s*$/u.test(before.slice(whole.end))
  )
    return null;
  const parts = partsIn(text.slice(at + 2), whole.unit);
  if (parts === null) return null;
  const shift = (one: Part): Part => ({ ...one, start: one.start + start + at + 2, end: one.end + start + at + 2 });
  const from = start + at - before.length;
  return { ...whole, start: whole.start + from, end: whole.end + from, parts: parts.map(shift) };
}

const PART = /^(?:[，,、和及]|以及|[：:])?\s*(?<label>[\p{sc=Han}]{0,12})$/u;

/** Labels and numbers one after another; null where none, or where a number is only about so much. */
function partsIn(text: string, unit: string): Part[] | null {
  const parts: Part[] = [];
  let last = 0;
  for (const one of quantitiesIn(text)) {
    const found = PART.exec(text.slice(last, one.start));
    if (!found || one.unit !== unit) break;
    if (one.rough !== null) return null;
    const label = found.groups?.["label"] ?? "";
    parts.push({ ...one, label });
    last = one.end;
  }
  return parts.length > 0 && /^(?:[）)]?[，,、。；;！]|[）)]?$)/u.test(text.slice(last).trimStart()) ? parts : null;
}

const MAN = /^男(?<kind>[性生童]?)$/u;
const WOMAN = /^女(?<kind>[性生童]?)$/u;

/** What the parts come to where that is wrong: more than the whole of what shuts each other out, or less than all of 男 and 女. */
function faultOf({ parts, value, unit, step }: Whole): number | null {
  const sum = Math.round(parts.reduce((total, part) => total + part.value, 0) * 1e4) / 1e4;
  const steps = [step, ...parts.map((part) => part.step)];
  // Each number may have been rounded by half a unit of its last digit; what is counted one by one was not.
  const loose = steps.every((one) => one === 1) ? 0 : steps.reduce((total, one) => total + one, 0) / 2;
  const [first, second] = parts;
  const pair =
    parts.length === 2 &&
    first &&
    second &&
    ((MAN.test(first.label) && WOMAN.test(second.label)) || (WOMAN.test(first.label) && MAN.test(second.label)));
  if (pair) return Math.abs(sum - value) > loose ? sum : null;
  const sure = parts.length === 1 ? ONE_KIND.has(unit) : areApart(parts);
  return sure && sum > value + loose ? sum : null;
}

/** Units that count one kind of thing; 网格86个，其中微网格312个 tells of two. */
const ONE_KIND = new Set(["人", "户", "元", "亩", "吨"]);

/** Endings of names of which a thing has only one: places, grades, kinds. 党员 and 妇女 may be the same people. */
const KIND = /[组级等期伤奖季月段校局厂社]$/u;
const PLACE = /(?:[村镇乡县]|街道|社区)$/u;

function areApart(parts: readonly Part[]): boolean {
  const ends = new Set(parts.map(({ label }) => (PLACE.test(label) ? "地" : (KIND.exec(label)?.[0] ?? ""))));
  return ends.size === 1 && !ends.has("") && new Set(parts.map(({ label }) => label)).size === parts.length;
}
