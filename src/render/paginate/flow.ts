import type { Box } from "./boxes.ts";

/** Where the boxes came to stand. */
export interface Flow {
  readonly pages: number;
  /** Foot of the text on the last page, in twips from the top of the text block. */
  readonly foot: number;
  readonly anchors: ReadonlyMap<string, number>;
}

/** Sets boxes one below the other on pages of `height` twips. */
export function flow(boxes: readonly Box[], height: number): Flow {
  const setter = new Setter(height);
  for (let index = 0; index < boxes.length; index++) setter.set(boxes, index);
  return setter.result();
}

class Setter {
  readonly #height: number;
  readonly #anchors = new Map<string, number>();
  #page = 1;
  #y = 0;
  #after = 0;

  constructor(height: number) {
    this.#height = height;
  }

  set(boxes: readonly Box[], index: number): void {
    const box = boxes[index];
    if (!box) return;
    const gap = this.#gap(box);
    const forced = box.breakBefore && (this.#y > 0 || this.#page > 1);
    if (forced || (this.#y > 0 && this.#y + gap + keptHeight(boxes, index) > this.#height)) this.#turn();
    this.#y += this.#gap(box);
    box.strips.forEach((strip, at) => {
      if (this.#y > 0 && this.#y + strip.height > this.#height) {
        this.#turn();
        if (at >= box.headStrips) this.#y += box.head;
      }
      this.#y += strip.height;
      for (const name of strip.anchors) this.#anchors.set(name, this.#page);
    });
    this.#after = box.after;
  }

  result(): Flow {
    return { pages: this.#page, foot: this.#y, anchors: this.#anchors };
  }

  /** Space above a box falls away at the top of a page. */
  #gap(box: Box): number {
    if (this.#y === 0 && this.#page > 1) return 0;
    return Math.max(this.#after, box.before);
  }

  #turn(): void {
    this.#page++;
    this.#y = 0;
    this.#after = 0;
  }
}

/** What must stand on one page from the top of a box on: all of it, or its first strip, and of what it is kept with. */
function keptHeight(boxes: readonly Box[], index: number): number {
  let height = 0;
  for (let at = index; at < boxes.length; at++) {
    const box = boxes[at];
    if (!box) break;
    if (at > index) height += Math.max(boxes[at - 1]?.after ?? 0, box.before);
    const whole = box.keepLines || box.keepNext;
    height += whole ? sum(box) : firstHeight(box);
    if (!box.keepNext) break;
  }
  return height;
}

function sum({ strips }: Box): number {
  return strips.reduce((total, { height }) => total + height, 0);
}

function firstHeight({ strips, headStrips }: Box): number {
  return strips.slice(0, headStrips + 1).reduce((total, { height }) => total + height, 0);
}
