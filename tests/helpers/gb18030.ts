/** No encoder comes with Node: the two-byte characters are turned round, those beyond the BMP are counted. */
const TWO_BYTES = new Map<string, readonly [number, number]>();
for (let lead = 0x81; lead <= 0xfe; lead++) {
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    if (trail === 0x7f) continue;
    const char = new TextDecoder("gb18030").decode(Uint8Array.of(lead, trail));
    // 0xA3A0 is read as U+3000 too.
    if (!TWO_BYTES.has(char)) TWO_BYTES.set(char, [lead, trail]);
  }
}

/** A text in GB18030: ASCII, what has two bytes, and what lies beyond the BMP. */
export function gb18030(text: string): Uint8Array {
  return Uint8Array.from([...text].flatMap((char) => bytesOf(char)));
}

function bytesOf(char: string): readonly number[] {
  const code = char.codePointAt(0) as number;
  if (code < 0x80) return [code];
  const pair = TWO_BYTES.get(char);
  if (pair) return pair;
  if (code < 0x10000) throw new Error(`not for this helper: U+${code.toString(16)}`);
  const at = code - 0x10000 + 189_000;
  return [
    0x81 + Math.floor(at / 12_600),
    0x30 + (Math.floor(at / 1260) % 10),
    0x81 + (Math.floor(at / 10) % 126),
    0x30 + (at % 10),
  ];
}
