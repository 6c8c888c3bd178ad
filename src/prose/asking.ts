import type { Entry } from "../model/entry.ts";
import type { Office } from "../model/office.ts";
import type { Profile } from "../model/profile.ts";
import { doersOf } from "./doers.ts";
import { maskTitles } from "./masked.ts";
import { headingOf, linesUnder, outlineOf, type OutlineLine } from "./outline.ts";
import { asksIn } from "./requests.ts";
import { sentencesOf, type Stretch } from "./sentences.ts";

/** Whether an entry asks somebody to act, in its title, in its text, or below a heading that says so. */
export function asksSomebody(entry: Entry, profile: Profile, office: Office): boolean {
  const lines = outlineOf(entry.body.text);
  const text = maskTitles(`${entry.title}\n${entry.body.text}`);
  return (
    asksIn(text, profile, doersOf(entry, profile, office)) ||
    lines.some((line, index) => isRequestHeading(line) && holdsMore(lines, index))
  );
}

/** The sentences of a body that ask somebody to act, and those below a heading that says so. */
export function* askingSentences(
  entry: Entry,
  profile: Profile,
  office: Office,
): Iterable<Stretch & { headed: boolean }> {
  const lines = outlineOf(maskTitles(entry.body.text));
  const doers = doersOf(entry, profile, office);
  const headed = new Set(
    lines.flatMap((line, index) => {
      if (isRequestHeading(line)) return linesUnder(lines, index);
      return ANNOUNCES.test(line.text) ? itemsBehind(lines, index) : [];
    }),
  );
  for (const line of lines) {
    // Most lines ask nothing, and need not be cut.
    if (!headed.has(line) && !asksIn(line.text, profile, doers)) continue;
    for (const { text, start } of sentencesOf(line.text))
      if (headed.has(line) || asksIn(text, profile, doers))
        yield { text, start: line.start + start, headed: headed.has(line) };
  }
}

/** 为此建议： and what is listed behind it. */
const ANNOUNCES = /(?:建议|请求|对策)(?:如下)?[：:]$/u;

function itemsBehind(lines: readonly OutlineLine[], index: number): OutlineLine[] {
  const below = lines.slice(index + 1);
  const end = below.findIndex(({ level }) => level === 0 || level !== below[0]?.level);
  return end < 0 ? below : below.slice(0, end);
}

/** 四、工作建议: what stands below it is asked for, whatever words it is put in. */
function isRequestHeading(line: OutlineLine): boolean {
  return /(?:建议|请求(?:事项)?|对策)$/u.test(headingOf(line)?.trim() ?? "");
}

function holdsMore(lines: readonly OutlineLine[], index: number): boolean {
  const line = lines[index];
  return line !== undefined && (linesUnder(lines, index).length > 0 || /[。：:]./u.test(line.text));
}
