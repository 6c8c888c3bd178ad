/** Red, green and blue of RRGGBB; null for anything else. */
function partsOf(colour: string): readonly [number, number, number] | null {
  const found = /^([\dA-F]{2})([\dA-F]{2})([\dA-F]{2})$/iu.exec(colour);
  return found ? [hex(found[1]), hex(found[2]), hex(found[3])] : null;
}

function hex(text: string | undefined): number {
  return Number.parseInt(text ?? "0", 16);
}

/** Whether anyone would call it red. */
export function isRed(colour: string): boolean {
  const parts = partsOf(colour);
  return parts !== null && parts[0] >= 0xa0 && parts[1] <= 0x60 && parts[2] <= 0x60;
}

/** Whether it cannot be seen on white paper. */
export function isWhite(colour: string): boolean {
  const parts = partsOf(colour);
  return parts !== null && Math.min(...parts) >= 0xf0;
}

/** Whether two colours are one on paper; `auto` is black. */
export function sameColour(one: string, other: string): boolean {
  const [a, b] = [partsOf(one === "auto" ? "000000" : one), partsOf(other === "auto" ? "000000" : other)];
  return a !== null && b !== null && a.every((part, at) => Math.abs(part - (b[at] ?? 0)) <= NEAR);
}

/** Of 255: what no eye tells apart. */
const NEAR = 8;
