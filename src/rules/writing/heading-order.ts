import { chineseNumber } from "../../base/numeral.ts";
import { quote } from "../../base/visible.ts";
import type { EntryRule, Report } from "../rule.ts";
import { fixOf, placeIn, printedOf, type Printed } from "../shared/printed.ts";
import { headingsOf, type NumberedHeading } from "./headings.ts";

/** Headings are numbered 一、→（一）→1.→（1）, each level under the one above, each number after the one before. */
export const headingOrder: EntryRule = {
  name: "heading-order",
  group: "writing",
  severity: "warning",
  summary: "层次序号跳级、不连续，或括号用了半角",
  stops: false,
  fixed: false,
  uses: [],
  scope: "entry",
  needs: [],
  *check(entry) {
    const printed = printedOf(entry).find(({ path }) => path === "body");
    if (!printed) return;
    const headings = headingsOf(printed.text);
    // Points of one level alone, 1. or （1）, are a list, and stand under no heading.
    const isList = headings.every(({ level }) => level >= 3 && level === headings[0]?.level);
    const order = new Order(isList);
    for (const heading of headings) {
      const found = order.judge(heading);
      if (found) yield { at: placeIn(printed, heading.start, heading.end), ...found };
      yield* formOf(printed, heading);
    }
  },
};

type Found = Pick<Report, "message" | "hint">;

/** What stands open while the headings of a body are read from top to bottom. */
class Order {
  /** The last number at each level under what stands open above it; 0 is none, null one without a number. */
  readonly #last: (number | null)[] = [0, 0, 0, 0];
  readonly #skips = new Set<string>();
  readonly #isList: boolean;

  constructor(isList: boolean) {
    this.#isList = isList;
  }

  judge(heading: NumberedHeading): Found | null {
    const { level, value } = heading;
    const before = this.#last[level - 1] ?? null;
    const expected = (before ?? 0) + 1;
    // 二、三产业增长 begins a sentence, not a part.
    if (heading.doubtful && value !== expected) return null;
    const found = this.#skipped(heading) ?? (value === null ? null : wrongNumber(heading, before));
    this.#last[level - 1] = value;
    this.#last.fill(0, level);
    return found;
  }

  /** Said once for each pair of levels. */
  #skipped({ level, value, number }: NumberedHeading): Found | null {
    if (value === null || this.#isList) return null;
    const missing = this.#last.slice(0, level - 1).indexOf(0);
    if (missing < 0) return null;
    const above = missing === 0 ? null : label(missing, this.#last[missing - 1] ?? null);
    const key = `${missing} ${level}`;
    if (this.#skips.has(key)) return null;
    this.#skips.add(key);
    const where =
      above === null ? `之上没有“${label(1, 1)}”一层` : `直接接在“${above}”之下，跳过了“${label(missing + 1, 1)}”一层`;
    return {
      message: `“${quote(number)}”${where}，层次应依次为一、（一）1.（1）`,
      hint: `改用“${label(missing + 1, 1)}”一层的序号，或补上缺的一层`,
    };
  }
}

function wrongNumber({ level, value, number, afterColon }: NumberedHeading, before: number | null): Found | null {
  const expected = (before ?? 0) + 1;
  if (value === expected || before === null) return null;
  // Points after a line that ends with a colon begin anew.
  if (value === 1 && level >= 3 && afterColon) return null;
  const why = before === 0 ? "是这一层的第一个" : `接在“${label(level, before)}”之后`;
  return {
    message: `序号“${quote(number)}”${why}，应为“${label(level, expected)}”`,
    hint: "按先后改正序号；中间漏了一段的，补上",
  };
}

/** The brackets of a number are full-width, and no 、 follows them. */
function* formOf(printed: Printed, { level, value, number, start, end }: NumberedHeading): Generator<Report> {
  const isSound = level % 2 === 1 || value === null || /^（[^()]*）$/u.test(number);
  if (isSound) return;
  const right = number.replace("(", "（").replace(")", "）").replace(/、$/u, "");
  const why = /[()]/u.test(number) ? "用了半角括号" : "的括号后多了“、”";
  yield {
    at: placeIn(printed, start, end),
    message: `序号“${quote(number)}”${why}，应为“${quote(right)}”`,
    hint: `改为“${quote(right)}”`,
    ...fixOf(printed, [[start, end, right]]),
  };
}

/** A number as its level writes it: 二、 （二） 2. （2）. */
function label(level: number, value: number | null): string {
  const figure = value ?? 1;
  const digits = level > 2 || figure > 99 ? String(figure) : chineseNumber(figure);
  return [`${digits}、`, `（${digits}）`, `${digits}.`, `（${digits}）`][level - 1] ?? digits;
}
