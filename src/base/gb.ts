/** The cells of GB 2312-80 that hold a character, by 区: first and last 位 of each stretch. */
const CELLS: readonly (readonly [number, number, number])[] = [
  [1, 1, 94],
  [2, 17, 66],
  [2, 69, 78],
  [2, 81, 92],
  [3, 1, 94],
  [4, 1, 83],
  [5, 1, 86],
  [6, 1, 24],
  [6, 33, 56],
  [7, 1, 33],
  [7, 49, 81],
  [8, 1, 26],
  [8, 37, 73],
  [9, 4, 79],
  ...Array.from({ length: 39 }, (_, index): [number, number, number] => [index + 16, 1, 94]),
  [55, 1, 89],
  ...Array.from({ length: 32 }, (_, index): [number, number, number] => [index + 56, 1, 94]),
];

let known: ReadonlyMap<string, readonly [number, number]> | null = null;

/** Every character of GB 2312-80 (682 signs, 6,763 汉字) with its two bytes, as GB 18030 writes them too; made on first use. */
function table(): ReadonlyMap<string, readonly [number, number]> {
  if (known) return known;
  const decoder = new TextDecoder("gb18030");
  const made = new Map<string, readonly [number, number]>();
  for (const [row, from, to] of CELLS) {
    const lead = row + 0xa0;
    const cells = Array.from({ length: to - from + 1 }, (_, index) => from + index + 0xa0);
    const chars = decoder.decode(Uint8Array.from(cells.flatMap((cell) => [lead, cell])));
    for (const [index, char] of [...chars].entries()) made.set(char, [lead, cells[index] as number]);
  }
  return (known = made);
}

/** Whether GB 2312-80 has a character. */
export function inGb2312(char: string): boolean {
  return table().has(char);
}

/** A text of ASCII and characters of GB 2312 in GB 18030; null where it holds another. */
export function encodeGb(text: string): Uint8Array | null {
  const bytes: number[] = [];
  for (const char of text) {
    const code = char.codePointAt(0) as number;
    const pair = code < 0x80 ? [code] : table().get(char);
    if (!pair) return null;
    bytes.push(...pair);
  }
  return Uint8Array.from(bytes);
}
