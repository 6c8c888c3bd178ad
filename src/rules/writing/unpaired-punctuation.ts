import type { EntryRule, Report } from "../rule.ts";
import { maskCodes, maskYears } from "../shared/codes.ts";
import {
  CLOSING,
  isPlain,
  mixedQuotes,
  pairsOf,
  straightQuotes,
  type Lone,
  type Pair,
  type Pairing,
} from "../shared/pairs.ts";
import { fixOf, placeIn, printedOf, type Printed } from "../shared/printed.ts";
import { linesOf, type Stretch } from "../../prose/sentences.ts";

/** So many lone signs of one text say enough. */
const MOST = 100;

/** Quotes, brackets and title marks come in pairs, within one paragraph. */
export const unpairedPunctuation: EntryRule = {
  name: "unpaired-punctuation",
  group: "writing",
  severity: "warning",
  summary: "引号、括号、书名号不成对，或里外两层用了同一种",
  stops: false,
  fixed: false,
  uses: [],
  scope: "entry",
  needs: [],
  *check(entry) {
    for (const printed of printedOf(entry)) {
      if (isPlain(printed.text)) continue;
      const lines = linesOf(maskYears(maskCodes(printed.text))).map((line) => ({
        ...line,
        pairing: pairsOf(line.text),
      }));
      const spanning = goesOn(lines);
      let left = MOST;
      for (const [index, line] of lines.entries()) {
        for (const lone of loneIn(printed, line, spanning.has(index))) if (left-- > 0) yield lone;
        for (const pair of line.pairing.pairs) if (pair.nested) yield nestedIn(printed, line, pair);
      }
    }
  },
};

interface PairedLine extends Stretch {
  readonly pairing: Pairing;
}

/** Lines whose open “ goes on below: every paragraph of a long quotation begins with “, and only the last one ends with ”. */
function goesOn(lines: readonly PairedLine[]): Set<number> {
  const found = new Set<number>();
  let isNextPart = false;
  for (let index = lines.length - 1; index >= 0; index--) {
    const { text, pairing } = lines[index] as PairedLine;
    const first = text.search(/[^\s*]/u);
    if (isNextPart && pairing.lone.some(({ kind, why }) => kind === "“" && why === "unclosed")) found.add(index);
    const pair = pairing.pairs.find(({ open }) => open === first);
    const endsIt = pair !== undefined && /^[。！？；，]?[\s*]*$/u.test(text.slice(pair.close + 1));
    const goesOn = found.has(index) && pairing.lone.some(({ at }) => at === first);
    isNextPart = text[first] === "“" && (endsIt || goesOn);
  }
  return found;
}

function* loneIn(printed: Printed, { text, start, pairing }: PairedLine, spans: boolean): Generator<Report> {
  const mixed = mixedQuotes(text, pairing);
  for (const lone of pairing.lone) {
    if (spans && lone.kind === "“" && lone.why === "unclosed") continue;
    if (lone === mixed?.curly || isListNumber(text, lone)) continue;
    yield { at: placeIn(printed, start + lone.at, start + lone.at + 1), ...wordsOf(lone) };
  }
  const straight = straightQuotes(text);
  const last = straight.at(-1);
  if (last === undefined || straight.length % 2 === 0 || mixed) return;
  yield {
    at: placeIn(printed, start + last, start + last + 1),
    message: "这一段的半角引号是单数，应成对使用",
    hint: "补上缺的一半，或删去多余的；中文里用“”",
  };
}

/** 1）道路；2）水渠 needs no opening bracket. */
function isListNumber(text: string, { at, kind, why }: Lone): boolean {
  if (kind !== "（" || why !== "unopened") return false;
  return /(?:^|[\s，。；：、！？“”（(*|])[\dA-Za-z一二三四五六七八九十]{1,2}$/u.test(
    text.slice(Math.max(0, at - 3), at),
  );
}

const NAMES: Readonly<Record<string, string>> = {
  "“": "引号",
  "‘": "单引号",
  "（": "括号",
  "《": "书名号",
  "〈": "单书名号",
  "【": "方头括号",
  "〔": "六角括号",
  "「": "直角引号",
  "『": "双直角引号",
};

function wordsOf({ kind, why }: Lone): Pick<Report, "message" | "hint"> {
  const name = NAMES[kind] ?? "括号";
  const [open, close] = [`左${name}`, `右${name}`];
  if (why === "turned") return { message: `${name}的方向反了，左右应成对使用`, hint: "换成另一个方向的" };
  const [has, lacks] = why === "unclosed" ? [open, close] : [close, open];
  return { message: `${has}没有对应的${lacks}，应成对使用`, hint: `在这一段里补上${lacks}，或删去这个${has}` };
}

const INNER: Readonly<Record<string, string>> = { "“": "‘’", "《": "〈〉" };

/** The inner pair is of the other kind. */
function nestedIn(printed: Printed, { start }: PairedLine, { open, close, kind }: Pair): Report {
  const name = NAMES[kind] ?? "";
  const [left, right] = INNER[kind] ?? "";
  const answer = left && right ? `，里层应用单${name}${left}${right}` : "，里层应换一种";
  const [from, to] = [start + open, start + close];
  const changes =
    left && right
      ? ([
          [from, from + 1, left],
          [to, to + 1, right],
        ] as const)
      : [];
  return {
    at: placeIn(printed, from, from + 1),
    message: `${name}里又用了${name}${kind}${CLOSING.get(kind) ?? ""}${answer}`,
    hint: left && right ? `里层改为${left}${right}` : "里层换另一种引号",
    ...fixOf(printed, changes),
  };
}
