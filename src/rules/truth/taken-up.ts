import { quote } from "../../base/visible.ts";
import type { Entry } from "../../model/entry.ts";
import type { BatchReport } from "../rule.ts";
import { maskQuoted } from "../../prose/masked.ts";

/** 此次检查的36座加油站: a number that takes up one told before, with its counter and what is counted. */
const TAKEN_UP =
  /(?:此次|本次|这次|上述|前述)(?:\p{Script=Han}{1,6}的)?(?<value>\d{1,7})(?<counter>\p{Script=Han})(?<noun>\p{Script=Han}{2,4})/gu;
/** Most numbers taken up in one body that are looked at. */
const MOST = 20;

/** A number taken up again (此次检查的36座加油站) beside the only one told before it of the same things (检查加油站34座). */
export function* besideTakenUp(entry: Entry): Generator<BatchReport> {
  const text = maskQuoted(entry.body.text);
  for (const match of [...text.matchAll(TAKEN_UP)].slice(0, MOST)) {
    const { value = "", counter = "", noun = "" } = match.groups ?? {};
    const { told, word } = toldOf(text.slice(0, match.index), counter, noun);
    const [first] = told;
    if (!first || told.some((one) => one.value !== first.value) || first.value === Number(value)) continue;
    const start = match.index;
    const end = start + match[0].length - noun.length + word.length;
    const before = quote(text.slice(first.start, first.end), 20);
    yield {
      entry,
      at: entry.places.within("body", start, end),
      message: `“${quote(text.slice(start, end), 20)}”与前面的“${before}”不一致，说的是同一批，数应相同`,
      hint: "核对以后改成一样的；说的不是同一批的，写明各是哪一批",
      related: [{ at: entry.places.within("body", first.start, first.end), message: `前面写的是“${before}”` }],
    };
  }
}

interface Told {
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

/** 加油站34座 and 34座加油站, by the longest beginning of a noun that a text knows: 加油站全部 is 加油站 and more. */
function toldOf(text: string, counter: string, noun: string): { told: Told[]; word: string } {
  for (let length = noun.length; length > 1; length--) {
    const word = noun.slice(0, length);
    const form = new RegExp(
      `${word}(?<after>\\d{1,7})${counter}|(?<![\\d.])(?<before>\\d{1,7})${counter}${word}`,
      "gu",
    );
    const found = Array.from(text.matchAll(form), ({ 0: all, index, groups }) => ({
      value: Number(groups?.["after"] ?? groups?.["before"]),
      start: index,
      end: index + all.length,
    }));
    if (found.length > 0) return { told: found, word };
  }
  return { told: [], word: noun };
}
