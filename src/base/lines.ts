/** 1-based position in Unicode code points. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Finds lines and columns of one text; the table of line starts is made on first use. */
export class Lines {
  readonly #text: string;
  #starts: number[] | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  get count(): number {
    return this.#table().length;
  }

  /** Line and column of a UTF-16 offset; offsets beyond the end count as the end. */
  at(offset: number): Position {
    const starts = this.#table();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    const start = starts[low] as number;
    return { line: low + 1, column: codePoints(this.#text, start, Math.min(offset, this.#text.length)) + 1 };
  }

  /** The text of a 1-based line, without its line break. */
  text(line: number): string {
    const starts = this.#table();
    const start = starts[line - 1];
    if (start === undefined) return "";
    const next = starts[line] ?? this.#text.length + 1;
    return this.#text.slice(start, next - 1).replace(/\r$/u, "");
  }

  #table(): number[] {
    if (this.#starts) return this.#starts;
    const starts = [0];
    for (let at = this.#text.indexOf("\n"); at >= 0; at = this.#text.indexOf("\n", at + 1)) starts.push(at + 1);
    return (this.#starts = starts);
  }
}

function codePoints(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; count++) at += (text.codePointAt(at) as number) > 0xffff ? 2 : 1;
  return count;
}
