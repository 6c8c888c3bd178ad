/** C0, C1, DEL, bidi controls, zero-width and other format characters, line separators, surrogates and non-characters. */
const UNSEEN =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\ud800-\udfff]|[\u{e0000}-\u{e007f}]/gu;

/** Untrusted text made safe to show: what would act on a terminal or hide is written as `\u{…}`. Line feeds too. */
export function visible(text: string): string {
  return text.replace(UNSEEN, (char) => `\\u{${(char.codePointAt(0) as number).toString(16)}}`);
}

/** The same for a text of several lines, whose line feeds stay. */
export function visibleLines(text: string): string {
  return text.split("\n").map(visible).join("\n");
}

/** One line of at most `limit` characters for a message. */
export function quote(text: string, limit = 40): string {
  const chars = [...text];
  return visible(chars.length > limit ? `${chars.slice(0, limit).join("")}…` : text);
}
