/** An opening sign and its closing one, as UTF-16 offsets. */
export interface Pair {
  readonly open: number;
  readonly close: number;
  /** The opening sign of the kind, full-width: （ for ( too. */
  readonly kind: string;
  /** Whether it stands right within a pair of its own kind, where that is not done: “ in “, 《 in 《. */
  readonly nested: boolean;
}

/** A sign that has no other half. */
export interface Lone {
  readonly at: number;
  readonly kind: string;
  /** No closing sign; no opening one; or the wrong way round. */
  readonly why: "unclosed" | "unopened" | "turned";
}

export interface Pairing {
  readonly pairs: readonly Pair[];
  readonly lone: readonly Lone[];
}

/** Full-width signs in pairs. */
export const CLOSING: ReadonlyMap<string, string> = new Map(
  ["“”", "‘’", "（）", "《》", "〈〉", "【】", "〔〕", "「」", "『』"].map((pair) => [
    pair[0] as string,
    pair[1] as string,
  ]),
);
const OPENING = new Map([...CLOSING].map(([open, close]) => [close, open]));
const HALF = new Map([
  ["(", "（"],
  [")", "）"],
]);
const SIGNS = /[“”‘’（）《》〈〉【】〔〕「」『』()]/gu;
/** Kinds whose second opening within the first is a slip of the pen, or wants the other kind. */
const SINGLE = new Set(["“", "‘", "《"]);

/** Pairs and lone signs of one line. */
export function pairsOf(line: string): Pairing {
  const quoted = line.indexOf("‘");
  const signs: Sign[] = [];
  for (const { index: at, 0: sign } of line.matchAll(SIGNS)) {
    const full = HALF.get(sign) ?? sign;
    const kind = OPENING.get(full) ?? full;
    // ’ within It’s is an apostrophe.
    const isApostrophe = full === "’" && /[A-Za-z0-9]/u.test(line[at - 1] ?? "") && (quoted < 0 || quoted > at);
    if (!isApostrophe) signs.push({ at, kind, opens: kind === full });
    if (signs.length > MOST_SIGNS) return NONE;
  }
  return signs.length === 0 ? NONE : new Matcher(signs).run();
}

/** A line with more is no sentence. */
const MOST_SIGNS = 10_000;

const NONE: Pairing = { pairs: [], lone: [] };

interface Sign {
  readonly at: number;
  readonly kind: string;
  readonly opens: boolean;
}

interface Open extends Sign {
  readonly nested: boolean;
}

class Matcher {
  readonly #signs: readonly Sign[];
  /** For each kind, closing signs less opening ones from here to the end. */
  readonly #ahead = new Map<string, number>();
  readonly #open: Open[] = [];
  /** How many of each kind stand open. */
  readonly #depth = new Map<string, number>();
  readonly #pairs: Pair[] = [];
  readonly #lone: Lone[] = [];

  constructor(signs: readonly Sign[]) {
    this.#signs = signs;
    for (const { kind, opens } of signs) this.#ahead.set(kind, (this.#ahead.get(kind) ?? 0) + (opens ? -1 : 1));
  }

  run(): Pairing {
    for (const sign of this.#signs) {
      const ahead = (this.#ahead.get(sign.kind) ?? 0) + (sign.opens ? 1 : -1);
      this.#ahead.set(sign.kind, ahead);
      if (sign.opens) this.#opening(sign, ahead);
      else this.#closing(sign, ahead);
    }
    this.#unclosed(this.#open.splice(0));
    return { pairs: this.#pairs, lone: this.#lone.toSorted((a, b) => a.at - b.at) };
  }

  /** A second “ within “ is meant as ” where nothing ahead would close it. */
  #opening(sign: Sign, ahead: number): void {
    const depth = this.#depth.get(sign.kind) ?? 0;
    if (depth > 0 && ahead <= 0 && SINGLE.has(sign.kind)) {
      this.#lone.push({ at: sign.at, kind: sign.kind, why: "turned" });
      this.#close(sign);
      return;
    }
    const within = this.#open.at(-1);
    const nested = SINGLE.has(sign.kind) && within?.kind === sign.kind && !within.nested && ahead > depth;
    this.#push({ ...sign, nested });
  }

  /** A ” where nothing stands open, with another to come, is meant as “. */
  #closing(sign: Sign, ahead: number): void {
    if (this.#close(sign)) return;
    const turned = ahead > 0 && SINGLE.has(sign.kind);
    this.#lone.push({ at: sign.at, kind: sign.kind, why: turned ? "turned" : "unopened" });
    if (turned) this.#push({ ...sign, nested: false });
  }

  #push(open: Open): void {
    this.#open.push(open);
    this.#depth.set(open.kind, (this.#depth.get(open.kind) ?? 0) + 1);
  }

  /** Whether one of the kind stood open; what was opened within it stays without an end. */
  #close({ at, kind }: Sign): boolean {
    if ((this.#depth.get(kind) ?? 0) === 0) return false;
    const [open, ...within] = this.#open.splice(this.#open.findLastIndex((one) => one.kind === kind));
    for (const one of open ? [open, ...within] : []) this.#depth.set(one.kind, (this.#depth.get(one.kind) ?? 0) - 1);
    this.#unclosed(within);
    if (open) this.#pairs.push({ open: open.at, close: at, kind, nested: open.nested });
    return true;
  }

  #unclosed(signs: readonly Open[]): void {
    for (const { at, kind } of signs) this.#lone.push({ at, kind, why: "unclosed" });
  }
}

/** Whether every sign of a text has its half in its line and none stands right within its own kind, as in nearly all texts. */
export function isPlain(text: string): boolean {
  const open: string[] = [];
  let isOdd = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // 汉字 and all behind them but full-width brackets.
    if (unit >= 0x3100 && unit !== 0xff08 && unit !== 0xff09) continue;
    const char = text[at] as string;
    if (char === '"') isOdd = !isOdd;
    else if (char === "\n" && (isOdd || open.length > 0)) return false;
    const full = HALF.get(char) ?? char;
    if (CLOSING.has(full)) {
      if (open.at(-1) === full) return false;
      open.push(full);
    } else if (OPENING.has(full) && open.pop() !== OPENING.get(full)) return false;
  }
  return !isOdd && open.length === 0;
}

/** Offsets of the straight double quotes of a line; 12" is a length, not a quotation. */
export function straightQuotes(line: string): number[] {
  const found: number[] = [];
  for (let at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) {
    if (found.length % 2 === 1 || !/\d/u.test(line[at - 1] ?? "")) found.push(at);
  }
  return found;
}

/** “三统一" and "三统一”: the one curly and the one straight quote of a line that make a pair; null where there is none. */
export function mixedQuotes(line: string, { lone }: Pairing): { straight: number; curly: Lone } | null {
  const [straight, second] = straightQuotes(line);
  const curly = lone.filter(({ kind }) => kind === "“");
  const [only] = curly;
  if (straight === undefined || second !== undefined || curly.length !== 1 || !only) return null;
  const fits = only.why === "unclosed" ? only.at < straight : only.why === "unopened" && straight < only.at;
  return fits ? { straight, curly: only } : null;
}
