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
  lines: readonly OutlineLine[] = outlineOf(maskTitles(entry.body.text)),
): Iterable<Stretch & { headed: boolean }> {
  const doers = doersOf(entry, profile, office);
  const headed = headedLines(lines);
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

/** Lines below a heading that asks, and the items behind a line that announces them; each line looked at once. */
function headedLines(lines: readonly OutlineLine[]): ReadonlySet<OutlineLine> {
  const found = new Set<OutlineLine>();
  let heading: number | null = null;
  let item: number | null = null;
  for (const line of lines) {
    if (heading !== null && line.level > 0 && line.level <= heading) heading = null;
    if (item === -1) item = line.level === 0 ? null : line.level;
    if (item !== null && line.level !== item) item = null;
    if (heading !== null || item !== null) found.add(line);
    else if (isRequestHeading(line)) heading = line.level;
    if (ANNOUNCES.test(line.text)) item = -1;
  }
  return found;
}

/** 四、工作建议: what stands below it is asked for, whatever words it is put in. */
function isRequestHeading(line: OutlineLine): boolean {
  return /(?:建议|请求(?:事项)?|对策)$/u.test(headingOf(line)?.trim() ?? "");
}

function holdsMore(lines: readonly OutlineLine[], index: number): boolean {
  const line = lines[index];
  return line !== undefined && (linesUnder(lines, index).length > 0 || /[。：:]./u.test(line.text));
}
