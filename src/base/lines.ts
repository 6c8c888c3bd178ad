/** 1-based position in Unicode code points. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Finds lines and columns of one text; the table of line starts is made on first use. */
export class Lines {
  readonly #text: string;
  #starts: number[] | null = null;
  #blocks: number[] | null = null;

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
    const end = Math.min(offset, this.#text.length);
    const before = end - start < BLOCK ? codePoints(this.#text, start, end) : this.#before(end) - this.#before(start);
    return { line: low + 1, column: before + 1 };
  }

  /** The text of a 1-based line, without its line break. */
  text(line: number): string {
    const starts = this.#table();
    const start = starts[line - 1];
    if (start === undefined) return "";
    const next = starts[line] ?? this.#text.length + 1;
    const end = next - 1 > start && this.#text[next - 2] === "\r" ? next - 2 : next - 1;
    return this.#text.slice(start, end);
  }

  /** Code points before an offset. A line may be a megabyte long and hold thousands of places: counted once, by blocks. */
  #before(offset: number): number {
    if (!this.#blocks) {
      this.#blocks = [0];
      for (let at = BLOCK, count = 0; at <= this.#text.length; at += BLOCK)
        this.#blocks.push((count += codePoints(this.#text, at - BLOCK, at)));
    }
    const block = Math.floor(offset / BLOCK);
    return (this.#blocks[block] as number) + codePoints(this.#text, block * BLOCK, offset);
  }

  #table(): number[] {
    if (this.#starts) return this.#starts;
    const starts = [0];
    for (let at = this.#text.indexOf("\n"); at >= 0; at = this.#text.indexOf("\n", at + 1)) starts.push(at + 1);
    return (this.#starts = starts);
  }
}

/** Units between two offsets. */
const BLOCK = 1024;

/** Code points that begin within a range. */
function codePoints(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) if (!isSecondHalf(text, at)) count++;
  return count;
}

function isSecondHalf(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff && at > 0 && (text.codePointAt(at - 1) as number) > 0xffff;
}
