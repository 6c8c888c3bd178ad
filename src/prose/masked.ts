/** Stands for a character that is not to be looked at: no letter, no sign, no white space. */
const MASK = "〓";

/** A text in which the names of documents and books 《…》 are masked; every offset stays. */
export function maskTitles(text: string): string {
  return text.includes("《") ? text.replace(/《[^《》\n]{1,80}》/gu, blank) : text;
}

/** A text in which what stands within “…” or 《…》 is masked; every offset stays. */
export function maskQuoted(text: string): string {
  return maskTitles(text.includes("“") ? text.replace(/“[^“”\n]{1,80}”/gu, blank) : text);
}

function blank(text: string): string {
  return MASK.repeat(text.length);
}
