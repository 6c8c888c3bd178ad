import { Lexer } from "yaml";
import { quote } from "../base/visible.ts";
import type { Span } from "./node.ts";
import { Reading, type Fault } from "./reading.ts";

/** Bounds within which every input, hostile or not, is read in well under a second; measured, see docs/decisions/0002. */
const MAX_TOKENS = 400_000;
const MAX_DEPTH = 32;
/** Documents of a stream: each is an entry with findings of its own. */
const MAX_DOCUMENTS = 1000;

/** Signs of the lexer that stand for no text of the file. */
const SIGNS = new Set(["\u0002", "\u0018", "\u001f"]);

/** One document of a stream that holds what may not stand in it. */
export interface RefusedDocument extends Span {
  readonly faults: readonly Fault[];
}

/** What the parser is to be given, with the refused documents blanked out. */
export interface Bounded {
  readonly lexemes: readonly string[];
  readonly refused: readonly RefusedDocument[];
}

/**
 * The lexer alone first: it refuses documents with what may not stand in a file of ours, and the whole of a text that would
 * take long to parse, which gives null. Places are counted from `from`.
 */
export function boundedLexemes(reading: Reading, text: string, from: number): Bounded | null {
  const scan = new Scan(reading, text, from);
  if (!scan.isWithinBounds()) return null;
  const { refused } = scan;
  if (refused.length === 0) return { lexemes: scan.lexemes, refused };
  let kept = 0;
  const parts = refused.flatMap(({ start, end }) => {
    const [first, last, before] = [start - from, end - from, kept];
    kept = last;
    return [text.slice(before, first), text.slice(first, last).replace(/[^\n\r]/gu, (char) => " ".repeat(char.length))];
  });
  const blanked = parts.join("") + text.slice(kept);
  return { lexemes: [...new Lexer().lex(blanked)], refused };
}

/** One pass of the lexer over a stream. */
class Scan {
  readonly lexemes: string[] = [];
  readonly refused: RefusedDocument[] = [];
  readonly #reading: Reading;
  readonly #text: string;
  readonly #from: number;
  /** The document the pass is in: where its content begins, and its faults. */
  #start: number;
  #own: Reading;

  constructor(reading: Reading, text: string, from: number) {
    this.#reading = reading;
    this.#text = text;
    this.#from = from;
    this.#start = from;
    this.#own = new Reading(reading.source, reading.zone);
  }

  isWithinBounds(): boolean {
    const bounds = new Bounds();
    let offset = this.#from;
    for (const token of new Lexer().lex(this.#text)) {
      this.lexemes.push(token);
      if (SIGNS.has(token)) continue;
      const at = { start: offset, end: offset + token.length };
      offset = at.end;
      if (token === "---") this.#endDocument(at);
      const fatal = bounds.holds(token) ? directiveIn(token) : TOO_BIG;
      if (fatal) this.#reading.fault("syntax", at, fatal[0], fatal[1]);
      if (fatal) return false;
      const refusal = refusalOf(token);
      if (refusal) this.#own.fault("syntax", at, refusal[0], refusal[1]);
    }
    this.#endDocument({ start: offset, end: offset });
    return true;
  }

  #endDocument({ start: end, end: next }: Span): void {
    const { faults } = this.#own;
    if (faults.length > 0) {
      this.refused.push({ start: this.#start, end, faults });
      this.#own = new Reading(this.#reading.source, this.#reading.zone);
    }
    this.#start = next;
  }
}

/** What was met so far in one text. */
class Bounds {
  #tokens = 0;
  #documents = 0;
  /** Open brackets, and `- - -` upon one line. */
  #brackets = 0;
  #dashes = 0;

  holds(token: string): boolean {
    const first = token[0] ?? "";
    this.#tokens++;
    if (first === "[" || first === "{") this.#brackets++;
    if (first === "]" || first === "}") this.#brackets--;
    if (first === "\n" || first === "\r") this.#dashes = 0;
    if (token === "-") this.#dashes++;
    if (token === "---") this.#documents++;
    return (
      this.#tokens <= MAX_TOKENS &&
      this.#documents <= MAX_DOCUMENTS &&
      Math.max(this.#brackets, this.#dashes) <= MAX_DEPTH
    );
  }
}

const TOO_BIG = [
  "YAML 嵌套过深或内容过多",
  `层次不超过 ${MAX_DEPTH} 层，一个文件不超过 ${MAX_DOCUMENTS} 条；放不下时请分成几个文件`,
] as const;

function refusalOf(token: string): readonly [string, string] | null {
  if (token === "?") return ["YAML 的 `? ` 复杂键不受理", "请写成“键: 值”"];
  if (/^&[^\s]/u.test(token))
    return [`YAML 锚点“${quote(token)}”不受理`, "请把内容直接写出来；如是文字，请用引号括起来"];
  if (/^\*[^\s]/u.test(token))
    return [`YAML 别名“${quote(token)}”不受理`, "请把内容直接写出来；如是文字，请用引号括起来"];
  if (/^![^\s]*/u.test(token)) return [`YAML 标签“${quote(token)}”不受理`, "请删去；如是文字，请用引号括起来"];
  return null;
}

/** A directive speaks of all that comes after it. */
function directiveIn(token: string): readonly [string, string] | null {
  return token.startsWith("%") ? [`YAML 指令“${quote(token)}”不受理`, "请删去这一行"] : null;
}
