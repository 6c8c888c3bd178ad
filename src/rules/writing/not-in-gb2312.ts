import { inGb2312 } from "../../base/gb.ts";
import { quote } from "../../base/visible.ts";
import type { Place } from "../../model/source.ts";
import type { Entry } from "../../model/entry.ts";
import type { EntryRule } from "../rule.ts";
import { placeIn, printedOf } from "../shared/printed.ts";

/** So many characters of one entry are shown by name. */
const MOST_SHOWN = 10;

/** Characters the fonts of GB 2312 lack leave a gap in print, or come out in another font. */
export const notInGb2312: EntryRule = {
  name: "not-in-gb2312",
  group: "writing",
  severity: "note",
  summary: "有仿宋_GB2312 字库里没有的字",
  stops: false,
  fixed: false,
  uses: [],
  scope: "entry",
  needs: [],
  *check(entry) {
    const found = [...lacking(entry)];
    const [first] = found;
    if (!first) return;
    const chars = [...new Set(found.map(({ char }) => char))];
    const shown = chars.slice(0, MOST_SHOWN).map((char) => `“${quote(char)}”（U+${hex(char)}）`);
    const rest = chars.length > MOST_SHOWN ? `等 ${chars.length} 个字` : "";
    yield {
      at: first.at,
      message: `${shown.join("、")}${rest}不在 GB 2312 之内，仿宋_GB2312、楷体_GB2312 没有这个字，印出时改用版式里“生僻字”的字体`,
      hint: HINT,
      forUnit: "人名、地名用字照写；符号和单位改写成汉字，如“平方米”",
    };
  },
};

const HINT = "人名、地名用字照写，印出后逐字核对纸样；符号和单位改写成汉字，如“平方米”";

interface Lacking {
  readonly char: string;
  readonly at: Place;
}

function* lacking(entry: Entry): Generator<Lacking> {
  for (const printed of printedOf(entry)) {
    for (const { char, start } of lackingIn(printed.text))
      yield { char, at: placeIn(printed, start, start + char.length) };
  }
  for (const [number, unit] of entry.unit.entries())
    for (const { char } of lackingIn(unit)) yield { char, at: entry.places.of(`unit.${number}`) };
}

function* lackingIn(text: string): Generator<{ char: string; start: number }> {
  for (let start = 0; start < text.length; start++) {
    const unit = text.charCodeAt(start);
    let verdict = VERDICTS[unit];
    if (verdict === UNKNOWN) verdict = VERDICTS[unit] = verdictOf(String.fromCharCode(unit));
    if (verdict !== LACKING) continue;
    const char = String.fromCodePoint(text.codePointAt(start) as number);
    if (char.length === 1 || verdictOf(char) === LACKING) yield { char, start };
    start += char.length - 1;
  }
}

const [UNKNOWN, SOUND, LACKING] = [0, 1, 2];

/** What is known of each UTF-16 unit; the first half of a pair says that the pair is to be looked at. */
const VERDICTS = new Uint8Array(0x10000);

function verdictOf(char: string): number {
  if (/^[\ud800-\udbff]$/u.test(char)) return LACKING;
  return LOOKED_AT.test(char) && !inGb2312(char) ? LACKING : SOUND;
}

/**
 * What is set in the Chinese font. Latin, Greek and Cyrillic letters and the signs between them come from the Western
 * one; format characters and variation selectors leave no mark of their own.
 */
const LOOKED_AT = /^[^\s\u0000-\u052f\u1e00-\u1fff\u2000-\u206f\u20a0-\u20bf\p{Cc}\p{Cf}\p{Mn}\p{Cs}]$/u;

function hex(char: string): string {
  return (char.codePointAt(0) as number).toString(16).toUpperCase();
}
