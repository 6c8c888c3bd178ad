import { Lexer } from "yaml";
import { quote } from "../base/visible.ts";
import type { Reading } from "./reading.ts";

/** Bounds within which every input, hostile or not, is read in well under a second; measured, see docs/decisions/0002. */
const MAX_TOKENS = 400_000;
const MAX_DEPTH = 32;
/** Documents of a stream: each is an entry with findings of its own. */
const MAX_DOCUMENTS = 1000;

/** Signs of the lexer that stand for no text of the file. */
const SIGNS = new Set(["\u0002", "\u0018", "\u001f"]);

/** The lexer alone first: it refuses what may not stand in a file of ours, and what would take long to parse. */
export function boundedLexemes(reading: Reading, text: string, from: number): string[] | null {
  const lexemes: string[] = [];
  const bounds = new Bounds();
  let offset = from;
  for (const token of new Lexer().lex(text)) {
    lexemes.push(token);
    if (SIGNS.has(token)) continue;
    const at = { start: offset, end: offset + token.length };
    offset = at.end;
    const refusal = refusalOf(token) ?? (bounds.holds(token) ? null : TOO_BIG);
    if (refusal === null) continue;
    reading.fault("syntax", at, refusal[0], refusal[1]);
    return null;
  }
  return lexemes;
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
    return this.#tokens <= MAX_TOKENS && this.#documents <= MAX_DOCUMENTS && Math.max(this.#brackets, this.#dashes) <= MAX_DEPTH;
  }
}

const TOO_BIG = [
  "YAML 嵌套过深或内容过多",
  `层次不超过 ${MAX_DEPTH} 层，一个文件不超过 ${MAX_DOCUMENTS} 条；放不下时请分成几个文件`,
] as const;

function refusalOf(token: string): readonly [string, string] | null {
  if (token === "?") return ["YAML 的 `? ` 复杂键不受理", "请写成“键: 值”"];
  if (/^&[^\s]/u.test(token)) return [`YAML 锚点“${quote(token)}”不受理`, "请把内容直接写出来；如是文字，请用引号括起来"];
  if (/^\*[^\s]/u.test(token)) return [`YAML 别名“${quote(token)}”不受理`, "请把内容直接写出来；如是文字，请用引号括起来"];
  if (/^![^\s]*/u.test(token)) return [`YAML 标签“${quote(token)}”不受理`, "请删去；如是文字，请用引号括起来"];
  return token.startsWith("%") ? [`YAML 指令“${quote(token)}”不受理`, "请删去这一行"] : null;
}
