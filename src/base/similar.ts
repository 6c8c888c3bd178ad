/** Of a longer word, in characters, only what it holds is looked for: it is no slip of the pen in a name. */
const LONGEST = 100;

/** The candidate nearest to `word` by edit distance, if near enough to be a slip of the pen; null otherwise. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  let best: string | null = null;
  // A character is two units at most.
  const letters = Array.from(word.slice(0, 2 * LONGEST + 2));
  const { length } = letters;
  // In short names two other characters make another name; a word that holds the other is a likely slip all the same.
  let bestDistance = Math.max(1, Math.floor(length / (length < 5 ? 3 : 2))) + 1;
  for (const candidate of candidates) {
    const other = [...candidate];
    const held = candidate.length > 1 && word.includes(candidate);
    // The distance is never less than the difference of the lengths.
    if (!held && (length > LONGEST || Math.abs(length - other.length) >= bestDistance)) continue;
    const found = held ? 1 : distance(letters, other);
    if (found < bestDistance && found < other.length) [best, bestDistance] = [candidate, found];
  }
  return best;
}

/** Edits from one to the other; two neighbours that changed places are one. */
function distance(a: readonly string[], b: readonly string[]): number {
  let before: readonly number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2] : undefined;
      next.push(Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1, (swap ?? Infinity) + 1));
    }
    [before, row] = [row, next];
  }
  return row[b.length] as number;
}
