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
  const known = seen.filter((id) => rank.has(id));
  const best: { length: number; before: number }[] = [];
  for (const [at, id] of known.entries()) {
    let [length, before] = [1, -1];
    for (let earlier = 0; earlier < at; earlier++) {
      const longer = (best[earlier] as { length: number }).length + 1;
      if ((rank.get(known[earlier] as string) as number) < (rank.get(id) as number) && longer > length)
        [length, before] = [longer, earlier];
    }
    best.push({ length, before });
  }
  const kept = new Set<string>();
  let last = best.reduce(
    (top, { length }, at) => (length > (best[top]?.length ?? 0) ? at : top),
    best.length > 0 ? 0 : -1,
  );
  for (; last >= 0; last = (best[last] as { before: number }).before) kept.add(known[last] as string);
  return kept;
}
