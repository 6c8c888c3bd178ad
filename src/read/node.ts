/** A YAML document as a plain tree that remembers where everything stands. Offsets are UTF-16, into the whole source. */
export type Node = TextNode | ListNode | MapNode;

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface TextNode extends Span {
  readonly kind: "text";
  readonly value: string;
  /** How the value is written between `start` and `end`: what `origin` needs to find a character of it again. */
  readonly style: "plain" | "single" | "double" | "block";
}

export interface ListNode extends Span {
  readonly kind: "list";
  readonly items: readonly Node[];
}

export interface MapNode extends Span {
  readonly kind: "map";
  readonly pairs: readonly Pair[];
}

export interface Pair {
  readonly key: TextNode;
  readonly value: Node;
}

/** For each UTF-16 offset of a text value, and for its end, where it stands in the source. */
export function origins(source: string, node: TextNode): Uint32Array {
  const map = new Uint32Array(node.value.length + 1);
  let at = contentStart(source, node);
  for (let index = 0; index < node.value.length; index++) {
    const char = node.value[index] as string;
    if (node.style === "double") at = skipJoint(source, at);
    const step = node.style === "double" ? escapeAt(source, at) : null;
    if (step !== null) {
      map[index] = at;
      at = sameEscape(node.value, index, step) ? at : at + step.length;
      continue;
    }
    if (/\s/u.test(char)) {
      map[index] = at;
      if (/\s/u.test(source[at] ?? "")) at++;
      continue;
    }
    const found = source.indexOf(char, at);
    if (found >= 0 && found < node.end) at = found;
    map[index] = at;
    at += writtenLength(source, node, at);
  }
  map[node.value.length] = Math.min(at, node.end);
  return map;
}

/** Units of the source that write the character of a text value at `at`: an escape, or a quote doubled, is one character. */
export function writtenLength(source: string, { style }: Pick<TextNode, "style">, at: number): number {
  if (style === "double") return escapeAt(source, at)?.length ?? 1;
  return style === "single" && source.startsWith("''", at) ? 2 : 1;
}

function contentStart(source: string, node: TextNode): number {
  if (node.style === "single" || node.style === "double") return node.start + 1;
  if (node.style === "plain") return node.start;
  return source.indexOf("\n", node.start) + 1;
}

/** A backslash at the end of a line joins it to the next: neither stands for a character. */
function skipJoint(source: string, at: number): number {
  return at + (/^\\\r?\n[ \t]*/u.exec(source.slice(at, at + 200))?.[0].length ?? 0);
}

function escapeAt(source: string, at: number): { length: number; units: number } | null {
  if (source[at] !== "\\") return null;
  const digits = { x: 2, u: 4, U: 8 }[source[at + 1] ?? ""] ?? 0;
  const code = digits === 8 ? Number.parseInt(source.slice(at + 2, at + 10), 16) : 0;
  return { length: 2 + digits, units: code > 0xffff ? 2 : 1 };
}

/** An escape of a character beyond the BMP makes two UTF-16 units: the first of them does not move on. */
function sameEscape(value: string, index: number, step: { units: number }): boolean {
  const unit = value.charCodeAt(index);
  return step.units === 2 && unit >= 0xd800 && unit < 0xdc00;
}
