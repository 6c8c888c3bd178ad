import type { Finding } from "../model/diagnostic.ts";
import type { Body } from "../model/body.ts";
import type { Entry, FieldName } from "../model/entry.ts";
import type { Source } from "../model/source.ts";
import { readBody } from "./body.ts";
import { ENTRY_FIELDS, type EntryValues } from "./entry-fields.ts";
import { splitMarkdown, type MarkdownParts } from "./front-matter.ts";
import { origins, type MapNode, type Node, type Span, type TextNode } from "./node.ts";
import { owedFields } from "./owed.ts";
import { NodePlaces } from "./places.ts";
import { Reading } from "./reading.ts";
import { colonHint, headOf, record, wrong } from "./shape.ts";
import { readYaml } from "./yaml.ts";

export interface EntryOptions {
  /** IANA name of the office's zone. */
  readonly zone: string;
  /** Id that an entry without 编号 gets; `#n` is added in a stream of several. */
  readonly defaultId: string;
  /** The category of urgent reports, whose clocks are in minutes. */
  readonly urgent: string;
}

/** One document of an entry file: the entry where there is one, and what is wrong with it. */
export interface EntryReading {
  readonly id: string;
  readonly entry: Entry | null;
  readonly findings: readonly Finding[];
}

/** The keys of an entry. */
export const readFields = record(ENTRY_FIELDS);

/** Reads all entries of a file: several in a YAML stream, one in Markdown. */
export function readEntries(source: Source, options: EntryOptions): EntryReading[] {
  const reading = new Reading(source, options.zone);
  const markdown = /\.md$/iu.test(source.path) ? splitMarkdown(reading) : null;
  if (source.text.trim() === "")
    reading.add({
      rule: "syntax",
      at: { start: 0, end: 0 },
      message: "文件是空的",
      hint: "请写入信息，或用 zhuanbao new 生成一条",
      forUnit: "请写入信息，重新报送",
    });
  const parts = markdown ?? { from: 0, to: source.text.length, body: null };
  const documents = reading.faults.length > 0 ? [] : readYaml(reading, parts.from, parts.to);
  const filled = documents.filter(({ node, faults }) => node !== null || faults.length > 0);
  const second = markdown && filled[1];
  if (second) reading.fault("syntax", second, "一个 Markdown 文件只能写一条信息", "请把第二条另存为一个文件");
  if (filled.length === 0 || second) return [lost(reading, options.defaultId)];
  return filled.map(({ node, faults }, index) => {
    const defaultId = filled.length > 1 ? `${options.defaultId}#${index + 1}` : options.defaultId;
    const own = new Reading(source, options.zone);
    own.faults.push(...faults);
    return node ? readEntry(own, node, { ...options, defaultId, markdown: markdown ?? null }) : lost(own, defaultId);
  });
}

function hasFault(reading: Reading, { start, end }: Span): boolean {
  return reading.faults.some((fault) => fault.at.start >= start && fault.at.start <= end);
}

function lost(reading: Reading, id: string): EntryReading {
  if (reading.faults.length === 0)
    reading.fault("syntax", { start: 0, end: 0 }, "文件里没有信息", "请按“标题: …”“类别: …”逐行写入");
  return { id, entry: null, findings: reading.findings(id) };
}

interface DocumentOptions extends EntryOptions {
  readonly markdown: MarkdownParts | null;
}

function readEntry(reading: Reading, node: Node, options: DocumentOptions): EntryReading {
  const nodes = new Map<string, Node>();
  const full = node.kind === "map" ? withBody(reading, node, options.markdown) : node;
  const spot = { reading, label: "", path: "", place: (path: string, found: Node) => void nodes.set(path, found) };
  if (full.kind !== "map") {
    wrong(spot, full, ["一条信息应由“键: 值”组成", colonHint(full) ?? "请按“标题: …”“类别: …”逐行写入"]);
    return lost(reading, options.defaultId);
  }
  const values = readFields(full, spot) as EntryValues;
  const body = readBodyOf(reading, nodes.get("body"));
  owedFields(reading, full, { values, urgent: options.urgent, nodes });
  const entry = assemble(values, {
    id: values.id ?? options.defaultId,
    body,
    source: reading.source,
    places: new NodePlaces(reading.source, headOf(full), nodes),
    broken: brokenFields(reading, nodes),
  });
  return { id: entry.id, entry, findings: reading.findings(entry.id) };
}

/** The text below the front matter is the 正文: from there on both forms are read alike. */
function withBody(reading: Reading, node: MapNode, markdown: MarkdownParts | null): MapNode {
  if (!markdown?.body) return node;
  const own = node.pairs.find(({ key }) => key.value === "正文" || key.value === "body");
  if (own) reading.fault("syntax", own.key, "Markdown 里正文写了两处", "正文请只写在第二个 --- 之后");
  const key: TextNode = {
    kind: "text",
    value: "正文",
    style: "plain",
    start: markdown.body.start,
    end: markdown.body.start,
  };
  return { ...node, pairs: [...node.pairs.filter((pair) => pair !== own), { key, value: markdown.body }] };
}

function readBodyOf(reading: Reading, node: Node | undefined): Body {
  if (node?.kind !== "text") return { text: "", blocks: [] };
  const value = node.value.replace(/\n+$/u, "");
  let map: Uint32Array | null = null;
  const locate = ({ start, end }: Span): Span => {
    map ??= origins(reading.source.text, node);
    const from = map[start] ?? node.start;
    return { start: from, end: Math.max(from, (map[end - 1] ?? from) + 1) };
  };
  if (isFolded(reading, node)) {
    reading.fault(
      "syntax",
      { start: node.start, end: node.start + 1 },
      "正文的换行会被并掉，段落会连成一段",
      "请写“正文: |”，另起一行，缩进两格写正文",
    );
  }
  return readBody(value, (at, message, hint) => reading.fault("syntax", locate(at), message, hint));
}

/** Whether YAML joins the lines of a text: every line of a body is a paragraph, so that none may be lost. */
function isFolded({ source }: Reading, { style, start, end, value }: TextNode): boolean {
  if (style === "block") return source.text[start] === ">";
  const written = source.text.slice(start, end);
  return /[\n\r]/u.test(written) && written !== value;
}

/** Fields whose value, or a part of it, could not be read. */
function brokenFields(reading: Reading, nodes: ReadonlyMap<string, Node>): Set<FieldName> {
  const broken = new Set<FieldName>();
  for (const name of Object.keys(ENTRY_FIELDS) as FieldName[]) {
    const node = nodes.get(name);
    const faulty = reading.missing.has(name) || (node !== undefined && hasFault(reading, node));
    if (faulty || reading.full) broken.add(name);
  }
  return broken;
}

type Assembly = Pick<Entry, "id" | "body" | "source" | "places" | "broken">;

function assemble(values: EntryValues, parts: Assembly): Entry {
  return {
    ...values,
    ...parts,
    idGiven: values.id !== null,
    title: values.title ?? "",
    category: values.category ?? "",
    unit: values.unit ?? [],
    sources: values.sources ?? [],
    themes: values.themes ?? [],
    sensitivity: values.sensitivity ?? [],
    instructions: values.instructions ?? [],
    attachments: values.attachments ?? [],
    timeline: values.timeline ?? [],
  };
}
