import { Composer, isMap, isScalar, isSeq, Parser, type Document, type ParsedNode } from "yaml";
import { quote } from "../base/visible.ts";
import type { Node, Pair, TextNode } from "./node.ts";
import { Reading, type Fault } from "./reading.ts";
import { boundedLexemes, type RefusedDocument } from "./yaml-bounds.ts";
import { reportErrors } from "./yaml-errors.ts";

/** One document of a stream; null where it holds nothing or could not be read. */
export interface YamlDocument {
  readonly node: Node | null;
  readonly start: number;
  readonly end: number;
  /** What was wrong in this document alone. */
  readonly faults: readonly Fault[];
}

const OPTIONS = {
  // Every scalar stays the text that was written: no 010 turned 8, no date turned into a clock of the machine.
  schema: "failsafe",
  stringKeys: true,
  uniqueKeys: false,
  prettyErrors: false,
  resolveKnownTags: false,
  merge: false,
} as const;

const PROTOTYPE_KEYS = new Set(["__proto__", "constructor", "prototype"]);

/** Reads the documents of a YAML text from `from` up to `to`; what is wrong goes to `reading`. */
export function readYaml(reading: Reading, from = 0, to = reading.source.text.length): YamlDocument[] {
  const text = reading.source.text.slice(from, to);
  const bounded = boundedLexemes(reading, text, from);
  if (bounded === null) return [];
  const composer = new Composer(OPTIONS);
  const documents: YamlDocument[] = [];
  const take = (found: Iterable<Document.Parsed<ParsedNode>>): void => {
    for (const document of found) documents.push(readDocument(reading, document, from));
  };
  const parser = new Parser();
  for (const lexeme of bounded.lexemes) for (const token of parser.next(lexeme)) take(composer.next(token));
  for (const token of parser.end()) take(composer.next(token));
  take(composer.end(false, text.length));
  return bounded.refused.length === 0 ? documents : withRefused(reading, documents, bounded.refused);
}

/** The documents that could be parsed and those that were refused, as they stand in the stream. */
function withRefused(
  reading: Reading,
  parsed: readonly YamlDocument[],
  refused: readonly RefusedDocument[],
): YamlDocument[] {
  for (const { rule, at, message, hint } of refused.flatMap(({ faults }) => faults))
    reading.fault(rule, at, message, hint);
  const filled = parsed.filter(({ node, faults }) => node !== null || faults.length > 0);
  return [...filled, ...refused.map((document) => ({ node: null, ...document }))].toSorted((a, b) => a.start - b.start);
}

/** The one document of a file that may hold only one; null where there is none or it is broken. */
export function readOneYaml(reading: Reading, from?: number, to?: number): Node | null {
  const documents = readYaml(reading, from, to);
  const second = documents[1];
  if (second)
    reading.fault(
      "syntax",
      second,
      "文件里有不止一个 YAML 文档（`---`）",
      "这里只能有一个文档，请删去多余的 `---` 及其后的内容",
    );
  return documents[0]?.node ?? null;
}

/** Each document has faults of its own: those of one must not use up the room for those of the next. */
function readDocument(reading: Reading, document: Document.Parsed<ParsedNode>, from: number): YamlDocument {
  const [start, , end] = document.range;
  const own = new Reading(reading.source, reading.zone);
  const errors = [...document.errors, ...document.warnings];
  const isText = isScalar(document.contents) && document.contents.type === "PLAIN";
  if (errors.length > 0 || isText) reportErrors(own, errors, { start: start + from, end: end + from, from });
  const broken = errors.length > 0 || own.faults.length > 0;
  const node = broken || !document.contents ? null : new TreeMaker(own, from).node(document.contents);
  const { faults } = own;
  for (const { rule, at, message, hint } of faults) reading.fault(rule, at, message, hint);
  return { node: node && isEmptyText(node) ? null : node, start: start + from, end: end + from, faults };
}

export function isEmptyText(node: Node): boolean {
  return node.kind === "text" && node.style === "plain" && node.value === "";
}

class TreeMaker {
  readonly #reading: Reading;
  readonly #from: number;

  constructor(reading: Reading, from: number) {
    this.#reading = reading;
    this.#from = from;
  }

  node(node: ParsedNode): Node {
    const start = node.range[0] + this.#from;
    const end = node.range[1] + this.#from;
    if (isMap(node)) return { kind: "map", start, end, pairs: this.#pairs(node.items) };
    if (isSeq(node)) return { kind: "list", start, end, items: node.items.map((item) => this.node(item)) };
    return this.#text(node, start, end);
  }

  #pairs(items: RawPair[]): Pair[] {
    const seen = new Set<string>();
    const pairs: Pair[] = [];
    for (const item of items) {
      const key = this.#text(item.key, item.key.range[0] + this.#from, item.key.range[1] + this.#from);
      if (seen.has(key.value))
        this.#reading.fault("syntax", key, `“${quote(key.value)}”写了两次`, "同一处只能写一次，请删去或合并多余的一个");
      else if (PROTOTYPE_KEYS.has(key.value))
        this.#reading.fault("syntax", key, `“${key.value}”不能用作键`, "请换一个名称");
      else pairs.push({ key, value: this.#value(item, key) });
      seen.add(key.value);
    }
    return pairs;
  }

  #value(item: RawPair, key: TextNode): Node {
    if (item.value) return this.node(item.value);
    return { kind: "text", value: "", style: "plain", start: key.end, end: key.end };
  }

  #text(node: ParsedNode, start: number, end: number): TextNode {
    const value = isScalar(node) && typeof node.value === "string" ? node.value : "";
    this.#refuseLostText(node, end);
    return { kind: "text", value, style: styleOf(node), start, end };
  }

  /** `标题: 东湖 #3 泵站` would lose “3 泵站” as a comment: one written without a space is taken for text. */
  #refuseLostText(node: ParsedNode, end: number): void {
    const comment = isScalar(node) && styleOf(node) === "plain" ? node.comment : null;
    if (!comment || /^[\s!]/u.test(comment)) return;
    const at = this.#reading.source.text.indexOf("#", end);
    if (/[\n\r]/u.test(this.#reading.source.text.slice(end, at))) return;
    this.#reading.fault(
      "syntax",
      { start: at, end: at + 1 },
      `“ #”之后的“${quote(comment)}”会被当作注释丢掉`,
      "如是正文，请用引号把整个值括起来；如是注释，请在 # 后空一格",
    );
  }
}

interface RawPair {
  readonly key: ParsedNode;
  readonly value: ParsedNode | null;
}

function styleOf(node: ParsedNode): TextNode["style"] {
  const type = isScalar(node) ? node.type : undefined;
  if (type === "QUOTE_SINGLE") return "single";
  if (type === "QUOTE_DOUBLE") return "double";
  return type === "BLOCK_LITERAL" || type === "BLOCK_FOLDED" ? "block" : "plain";
}
