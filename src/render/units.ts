/** Twips (1/20 point) of a length in mm. */
export function mm(length: number): number {
  return Math.round((length * 1440) / 25.4);
}

/** Twips of a length in points. */
export function points(length: number): number {
  return Math.round(length * 20);
}

/** Half-points of a type size in points. */
export function halfPoints(size: number): number {
  return Math.round(size * 2);
}

/** Eighths of a point of a line's thickness in points: what borders are measured in. */
export function eighths(width: number): number {
  return Math.round(width * 8);
}
