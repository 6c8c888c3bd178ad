import type { Places } from "../model/entry.ts";
import type { Place, Source } from "../model/source.ts";
import { origins, writtenLength, type Node, type Span } from "./node.ts";

/** Places of everything that was read from one document. */
export class NodePlaces implements Places {
  readonly #source: Source;
  readonly #head: Span;
  readonly #nodes: ReadonlyMap<string, Node>;
  readonly #origins = new Map<string, Uint32Array>();

  constructor(source: Source, head: Span, nodes: ReadonlyMap<string, Node>) {
    this.#source = source;
    this.#head = head;
    this.#nodes = nodes;
  }

  has(path: string): boolean {
    return this.#nodes.has(path);
  }

  *texts(): Iterable<{ path: string; value: string }> {
    for (const [path, node] of this.#nodes) if (node.kind === "text") yield { path, value: node.value };
  }

  of(path: string): Place {
    for (let at = path; at !== ""; at = at.slice(0, Math.max(0, at.lastIndexOf(".")))) {
      const node = this.#nodes.get(at);
      if (node) return this.#place(node);
    }
    return this.#place(this.#head);
  }

  within(path: string, start: number, end: number): Place {
    const node = this.#nodes.get(path);
    if (node?.kind !== "text") return this.of(path);
    let map = this.#origins.get(path);
    if (!map) this.#origins.set(path, (map = origins(this.#source.text, node)));
    // A text cut from the value's edges keeps the value's offsets: shapes trim only white space at the front.
    const from = map[start] ?? node.start;
    const last = map[end - 1];
    const to = last === undefined ? from : Math.max(last + writtenLength(this.#source.text, node, last), from);
    return { source: this.#source, start: from, end: to };
  }

  #place({ start, end }: Span): Place {
    return { source: this.#source, start, end };
  }
}
