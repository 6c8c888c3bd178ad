import type { Block, Inline, TextBlock } from "../model/document.ts";

/**
 * A paragraph of a template that a body runs into: what stands before the body begins its first paragraph, what stands
 * after it ends its last. Where the body begins or ends with a heading or a table, that is a paragraph of its own.
 */
export class RunIn {
  readonly #blocks: Block[] = [];
  readonly #style: string;
  readonly #paragraph: string;
  #waiting: Inline[] = [];

  /** The paragraph's style, which the paragraphs of the body take too; `paragraph` is the one they had. */
  constructor(style: string, paragraph: string) {
    this.#style = style;
    this.#paragraph = paragraph;
  }

  inlines(inlines: readonly Inline[]): void {
    this.#waiting.push(...inlines);
  }

  body(blocks: readonly Block[]): void {
    const [first, ...rest] = blocks.map((block) => (this.#isText(block) ? { ...block, style: this.#style } : block));
    const before = this.#waiting;
    this.#waiting = [];
    if (first?.kind === "text" && first.style === this.#style)
      this.#blocks.push({ ...first, inlines: [...before, ...first.inlines] }, ...rest);
    else this.#blocks.push(...this.#alone(before), ...(first ? [first, ...rest] : []));
  }

  blocks(): readonly Block[] {
    const last = this.#blocks.at(-1);
    if (last?.kind !== "text" || last.outline !== null) return [...this.#blocks, ...this.#alone(this.#waiting)];
    return [...this.#blocks.slice(0, -1), { ...last, inlines: [...last.inlines, ...this.#waiting] }];
  }

  #isText(block: Block): block is TextBlock {
    return block.kind === "text" && block.outline === null && block.style === this.#paragraph;
  }

  #alone(inlines: readonly Inline[]): TextBlock[] {
    return inlines.length === 0 ? [] : [{ kind: "text", style: this.#style, outline: null, inlines }];
  }
}
