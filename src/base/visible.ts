import { maskPersonal } from "./personal.ts";

/** Controls, format and bidi characters, line separators, all that is drawn as nothing, surrogates, non-characters, and the signs for a lost character. */
const UNSEEN =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\ufffc\ufffd]/gu;

/** Untrusted text made safe to show: what would act on a terminal or hide is written as `\u{…}`. Line feeds too. */
export function visible(text: string): string {
  return text.replace(UNSEEN, (char) => `\\u{${(char.codePointAt(0) as number).toString(16)}}`);
}

/** The same for a text of several lines, whose line feeds stay. */
export function visibleLines(text: string): string {
  return text.split("\n").map(visible).join("\n");
}

/** One line of at most `limit` characters for a message; numbers of persons are starred before it is cut, or half of one would be told. */
export function quote(text: string, limit = 40): string {
  const chars = [...maskPersonal(text)];
  return visible(chars.length > limit ? `${chars.slice(0, limit).join("")}…` : chars.join(""));
}

/** A file's name at the beginning of a line. Two colons there would be a command to the runner of a workflow; `./` says the same file. */
export function visiblePath(path: string): string {
  return visible(path.startsWith("::") ? `./${path}` : path);
}
