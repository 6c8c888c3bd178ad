/** The candidate nearest to `word` by edit distance, if near enough to be a slip of the pen; null otherwise. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  let best: string | null = null;
  const length = [...word].length;
  // In short names two other characters make another name; a word that holds the other is a likely slip all the same.
  let bestDistance = Math.max(1, Math.floor(length / (length < 5 ? 3 : 2))) + 1;
  for (const candidate of candidates) {
    const found = candidate.length > 1 && word.includes(candidate) ? 1 : distance([...word], [...candidate]);
    if (found < bestDistance && found < [...candidate].length) [best, bestDistance] = [candidate, found];
  }
  return best;
}

function distance(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
