/** A half-open range of UTF-16 offsets. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether two ranges have a character in common. */
export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

/** Whether one range lies in another, or is the same. */
export function within(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
