/** Sets of what pairs join, by each of their members; members of one set have the same set. */
export function joined<T>(pairs: Iterable<readonly [T, T]>): ReadonlyMap<T, ReadonlySet<T>> {
  const sets = new Map<T, Set<T>>();
  for (const [one, other] of pairs) {
    const [a, b] = [sets.get(one) ?? new Set([one]), sets.get(other) ?? new Set([other])];
    // The smaller moves into the larger, or a long row of pairs would move the same members again and again.
    const [large, small] = a.size >= b.size ? [a, b] : [b, a];
    for (const member of small) large.add(member);
    for (const member of [...small, one, other]) sets.set(member, large);
  }
  return sets;
}
