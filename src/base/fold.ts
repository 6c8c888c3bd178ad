/** Full-width signs of ASCII, whose half-width forms lie this far below. */
const WIDE = 0xfee0;

/** The same text, as long as before, for comparing: full-width letters and signs half-width, capitals small, spaces alike. */
export function fold(text: string): string {
  const plain = text.replace(/[\uff01-\uff5e\u3000\u00a0]/gu, (char) =>
    char === "\u3000" || char === "\u00a0" ? " " : String.fromCharCode(char.charCodeAt(0) - WIDE),
  );
  const small = plain.toLowerCase();
  // İ becomes two: such a text is folded sign by sign, so that offsets stay those of the text.
  return small.length === plain.length ? small : Array.from(plain, sameLength).join("");
}

function sameLength(char: string): string {
  const small = char.toLowerCase();
  return small.length === char.length ? small : char;
}

/** Where a word stands in a folded text, as UTF-16 offsets that do not overlap, in order. */
export function wordsIn(folded: string, words: readonly string[]): { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const word of words) {
    for (let at = word === "" ? -1 : folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length))
      found.push({ start: at, end: at + word.length });
  }
  const sorted = found.toSorted((a, b) => a.start - b.start || b.end - a.end);
  let last = 0;
  return sorted.filter(({ start, end }) => {
    const isFree = start >= last;
    if (isFree) last = end;
    return isFree;
  });
}
