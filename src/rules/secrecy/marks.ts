import { OPEN_SECRECY } from "../../model/entry.ts";

/** A half-open range of UTF-16 offsets. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Whether a 密级 is exactly one that an open machine may handle. */
export function isOpenSecrecy(value: string): boolean {
  return (OPEN_SECRECY as readonly string[]).includes(value);
}

/** Every mark of a state secret: the word alone on a line, in brackets, or with ★ or a period; never the bare word in a sentence. */
export function findMarks(text: string): Range[] {
  const found: Range[] = [];
  for (let at = text.indexOf("密"); at >= 0;) {
    const start = text.lastIndexOf("\n", at) + 1;
    const next = text.indexOf("\n", at);
    const end = next < 0 ? text.length : next;
    found.push(...marksOfLine(text.slice(start, end), start));
    at = text.indexOf("密", end);
  }
  return found;
}

const WORD = "(?<word>绝 ?密|机 ?密|秘 ?密)";
const LABEL = "(?:密 ?级(?:标识|标志)?|保密级别|涉密等级|secrecy|classification)";
const URGENCY = "(?:特 ?急|加 ?急|特 ?提|平 ?急|急 ?件)";
const STAR = "[★☆✩✭✮✯⭐]";
const PERIOD = `(?:\\d{1,3} ?(?:年|个月|天)|[一二两三五十]{1,3} ?(?:年|个月|天)|长 ?期|永 ?久)`;
const QUOTE = `["'“”‘’]?`;
const OPEN = "[\\[({<>|【〔〖「『《〈]";
const CLOSE = "[\\])}<>|】〕〗」』》〉]";
const BOUND = `(?! ?(?!${URGENCY})\\p{Script=Han})`;

const FORMS: readonly RegExp[] = [
  // Alone on a line, after a list sign, a 份号 or 密级:, with 紧急程度 beside it.
  `^[ #>+•·●-]*(?:\\d{1,3}[.、)] ?)?(?:${LABEL}${QUOTE} ?[:=|]* ?)?${QUOTE}(?:\\d{1,6} )?${WORD} ?[级件]?${QUOTE} ?${URGENCY}?[ .。;,!|]*(?:#.*)?$`,
  // After 密级: anywhere.
  `${LABEL}${QUOTE} ?[:=|]+ ?${QUOTE}${WORD}`,
  // In brackets of any kind, or alone in a table cell.
  `${OPEN} ?(?:${LABEL} ?:? ?)?${QUOTE}${WORD} ?[级件]?${QUOTE} ?(?:${STAR} ?)?${PERIOD}? ?${CLOSE}`,
  // With ★ before or after; 工作秘密 is an open level.
  `${STAR} ?${WORD}`,
  `(?<!工 ?作 ?(?=秘))${WORD} ?[级件]? ?${STAR}`,
  // With a dot for the star, and a period: 机密·1年.
  `(?<!工 ?作 ?(?=秘))${WORD} ?[·•・] ?${PERIOD}`,
  // With a period: 机密1年. Within a sentence (保守国家秘密10年) it is the bare word.
  `(?<!(?![级件])\\p{Script=Han})${WORD} ?[级件]? ?${PERIOD}${BOUND}`,
].map((form) => new RegExp(form, "dgiu"));

function marksOfLine(line: string, offset: number): Range[] {
  const { text, origins } = fold(line);
  if (!/[绝机秘] ?密/u.test(text)) return [];
  const found = new Map<number, Range>();
  for (const form of FORMS) {
    for (const match of text.matchAll(form)) {
      const [from, to] = groupSpan(match, "word");
      const start = offset + (origins[from] ?? 0);
      found.set(start, { start, end: offset + (origins[to - 1] ?? 0) + 1 });
    }
  }
  return [...found.values()].toSorted((a, b) => a.start - b.start);
}

/** Where a group that always takes part in the match stands. */
function groupSpan(match: RegExpMatchArray, name: string): readonly [number, number] {
  return match.indices?.groups?.[name] ?? [0, 0];
}

const VARIANTS: Readonly<Record<string, string>> = {
  機: "机",
  絕: "绝",
  絶: "绝",
  祕: "秘",
  級: "级",
  長: "长",
  個: "个",
  標: "标",
  誌: "志",
  識: "识",
};
const UNSEEN = /[\p{Cf}\p{Mn}\p{Cc}*_~`\\]/u;

/** A line as it looks: variants folded, invisible characters and emphasis left out, white space one space; with where each unit came from. */
function fold(line: string): { text: string; origins: number[] } {
  const shown: string[] = [];
  const origins: number[] = [];
  let at = 0;
  for (const char of line) {
    const seen = foldChar(char);
    if (seen !== "" && (seen !== " " || shown.at(-1) !== " ")) {
      shown.push(seen);
      for (let unit = 0; unit < seen.length; unit++) origins.push(at);
    }
    at += char.length;
  }
  return { text: shown.join(""), origins };
}

function foldChar(char: string): string {
  if (char >= "\u4e00" && char <= "\u9fff") return VARIANTS[char] ?? char;
  if (/\s/u.test(char)) return " ";
  if (UNSEEN.test(char)) return "";
  const plain = char.normalize("NFKC");
  return plain.trim() === "" ? " " : plain;
}

const GAP = "[ \\t\\u3000\\p{Cf}]*";
const SECRECY_LINE = new RegExp(
  `(?<lead>^|[\\n\\r{,])[ \\t\\u3000\\ufeff?-]*["'“]?(?:密${GAP}[级級]|secrecy)["'”]?${GAP}[:：][ \\t\\u3000]*(?<value>[^\\n\\r]*)`,
  "dgiu",
);

/** For a file that could not be parsed: the values of 密级 lines that are not exactly open. An empty value is none; one on the next line counts. */
export function findSecrecyLines(text: string): Range[] {
  if (!/密|secrecy/iu.test(text)) return [];
  const found: Range[] = [];
  for (const match of text.matchAll(SECRECY_LINE)) {
    const inFlow = match.groups?.["lead"] === "{" || match.groups?.["lead"] === ",";
    const [start, end] = groupSpan(match, "value");
    const here = valueIn(text, { start, end }, inFlow);
    const value = /^(?:|[|>][+-]?\d?)$/u.test(text.slice(here.start, here.end)) ? nextLine(text, end) : here;
    if (value && !isOpenSecrecy(text.slice(value.start, value.end))) found.push(value);
  }
  return found;
}

function valueIn(text: string, { start, end }: Range, inFlow: boolean): Range {
  const written = text.slice(start, end);
  const whole = inFlow ? (/^[^,}]*/u.exec(written)?.[0] ?? "") : withoutComment(written);
  let from = whole.length - whole.trimStart().length;
  if (/["'“]/u.test(whole.charAt(from))) from++;
  // By hand: as one pattern it is quadratic in white space.
  let to = whole.length;
  while (to > from && /[\s,}]/u.test(whole.charAt(to - 1))) to--;
  if (to > from && /["'”]/u.test(whole.charAt(to - 1))) to--;
  return { start: start + from, end: start + Math.max(from, to) };
}

/** A comment ends at a line or paragraph separator, which end no value here: only the last of them counts. */
function withoutComment(written: string): string {
  const last = Math.max(0, written.lastIndexOf("\u2028"), written.lastIndexOf("\u2029"));
  const comment = written.slice(last).search(/(?:^|\s)#/u);
  return comment < 0 ? written : written.slice(0, last + comment);
}

/** An indented line below that is no key of its own. */
function nextLine(text: string, end: number): Range | null {
  const match = /^\r?\n[ \t]+(?<value>[^\s:：#][^\n\r:：]*?)[ \t]*(?=\r?\n|$)/u.exec(text.slice(end, end + 200));
  const value = match?.groups?.["value"];
  if (match === null || value === undefined) return null;
  const start = end + match[0].indexOf(value);
  return valueIn(text, { start, end: start + value.length }, false);
}
