/** Compares by Unicode code point, never by the machine's language. */
export function byCodePoint(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let at = 0;
  while (at < shorter && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  if (at === shorter) return a.length - b.length;
  // The first difference may be the second half of a character.
  const before = at > 0 ? pointAt(a, at - 1) - pointAt(b, at - 1) : 0;
  return before === 0 ? pointAt(a, at) - pointAt(b, at) : before;
}

function pointAt(text: string, at: number): number {
  return text.codePointAt(at) as number;
}

/** Members of `seen` that stand in the order of `wanted`: a longest common subsequence of two lists without repeats. */
export function keptOrder(seen: readonly string[], wanted: readonly string[]): Set<string> {
  const rank = new Map(wanted.map((id, index) => [id, index]));
  const ranks = seen.flatMap((id) => rank.get(id) ?? []);
  // Of the rows of each length so far, the place whose rank is the least, and for every place the one before it in its row.
  const ends: number[] = [];
  const before = ranks.map((own, at) => {
    const length = firstNotBelow(ends, (end) => ranks[end] as number, own);
    ends[length] = at;
    return ends[length - 1] ?? -1;
  });
  const kept = new Set<string>();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] as number) kept.add(wanted[ranks[at] as number] as string);
  return kept;
}

/** The first place of a list in rising order whose rank is not below one; the length of the list where there is none. */
function firstNotBelow(list: readonly number[], rankOf: (item: number) => number, own: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rankOf(list[middle] as number) < own) low = middle + 1;
    else high = middle;
  }
  return low;
}
