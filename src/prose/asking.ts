import type { Entry } from "../model/entry.ts";
import type { Office } from "../model/office.ts";
import type { Profile } from "../model/profile.ts";
import { doersOf } from "./doers.ts";
import { maskTitles } from "./masked.ts";
import { headingOf, linesUnder, outlineOf, type OutlineLine } from "./outline.ts";
import { asksIn } from "./requests.ts";

/** Whether an entry asks somebody to act, in its title, in its text, or below a heading that says so. */
export function asksSomebody(entry: Entry, profile: Profile, office: Office): boolean {
  const lines = outlineOf(entry.body.text);
  const text = maskTitles(`${entry.title}\n${entry.body.text}`);
  return (
    asksIn(text, profile, doersOf(entry, profile, office)) ||
    lines.some((line, index) => isRequestHeading(line) && holdsMore(lines, index))
  );
}

/** 四、工作建议: what stands below it is asked for, whatever words it is put in. */
function isRequestHeading(line: OutlineLine): boolean {
  return /(?:建议|请求(?:事项)?|对策)$/u.test(headingOf(line)?.trim() ?? "");
}

function holdsMore(lines: readonly OutlineLine[], index: number): boolean {
  const line = lines[index];
  return line !== undefined && (linesUnder(lines, index).length > 0 || /[。：:]./u.test(line.text));
}
