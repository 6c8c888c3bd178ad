import type { Document, Inline } from "../../model/document.ts";
import { paragraphsOf } from "../walk.ts";
import { unpack, type Parts } from "../../ooxml/pack.ts";
import { parse } from "../../ooxml/parse.ts";

/** Fields a file of ours may hold. */
const FIELDS = /^ (?:PAGE|NUMPAGES|PAGEREF [\p{L}_][\p{L}\p{N}_]* \\h) $|^(?:PAGE|NUMPAGES)$/u;

/** Reads a file just made and throws where a part is not well-formed, a relationship leads out or nowhere, a field is not ours, or a character differs. */
export function readBack(file: Uint8Array, document: Document, pages: ReadonlyMap<string, number>): void {
  const parts = unpack(file);
  for (const [path, xml] of parts) if (/\.(?:xml|rels)$/u.test(path)) checkPart(path, xml, parts);
  const found = textOf(parts.get("word/document.xml") ?? "");
  const sent = expectedText(document, pages);
  if (found !== sent) throw new Error(`the DOCX does not hold the text it was made from: ${differenceOf(sent, found)}`);
}

function checkPart(path: string, xml: string, parts: Parts): void {
  const relationships = path.endsWith(".rels");
  let instruction: string | null = null;
  parse(path, xml, {
    open: ({ name, attributes }) => {
      if (relationships && name === "Relationship") checkRelationship(path, attributes, parts);
      if (name === "w:instrText") instruction = "";
      if (name === "w:fldSimple" || name === "w:altChunk" || name === "w:object")
        throw new Error(`${path}: ${name} has no place in a file of ours`);
    },
    text: (text) => {
      if (instruction !== null) instruction += text;
    },
    close: (name) => {
      if (name === "w:instrText" && !FIELDS.test(instruction ?? ""))
        throw new Error(`${path}: field “${instruction}” is not ours`);
      if (name === "w:instrText") instruction = null;
    },
  });
}

function checkRelationship(path: string, { Target, TargetMode }: Record<string, string>, parts: Parts): void {
  if (TargetMode !== undefined && TargetMode !== "Internal")
    throw new Error(`${path}: relationship to ${Target} leads out of the file`);
  const folder = path.replace(/_rels\/[^/]*$/u, "");
  const target = Target?.startsWith("/") ? Target.slice(1) : folder + (Target ?? "");
  if (!parts.has(target)) throw new Error(`${path}: relationship to ${target}, which is not there`);
}

/** Ends of paragraphs as line feeds would be: anything the text itself cannot be taken for. */
const PARAGRAPH = "\u0000";
const SIGNS: Readonly<Record<string, string>> = { "w:tab": "\u0001", "w:br": "\u0002" };

/** The text of a body: runs, tabs, breaks and the results of fields, paragraph by paragraph; empty paragraphs do not count. */
function textOf(xml: string): string {
  const paragraphs: string[] = [];
  let current = "";
  let within = "";
  parse("word/document.xml", xml, {
    open: ({ name }) => {
      if (name === "w:r") within = name;
      else if (name === "w:t") within = name;
      else if (within === "w:r" && SIGNS[name] !== undefined) current += SIGNS[name];
    },
    text: (text) => {
      if (within === "w:t") current += text;
    },
    close: (name) => {
      if (name === "w:t") within = "w:r";
      else if (name === "w:r") within = "";
      else if (name === "w:p") {
        if (current !== "") paragraphs.push(current);
        current = "";
      }
    },
  });
  return paragraphs.join(PARAGRAPH);
}

function expectedText({ blocks, tail }: Document, pages: ReadonlyMap<string, number>): string {
  const paragraphs = [...paragraphsOf(blocks), ...paragraphsOf(tail?.parts ?? [])];
  return paragraphs
    .map((inlines) => inlines.map((inline) => textOfInline(inline, pages)).join(""))
    .filter((text) => text !== "")
    .join(PARAGRAPH);
}

function textOfInline(inline: Inline, pages: ReadonlyMap<string, number>): string {
  if (inline.kind === "text") return inline.text;
  if (inline.kind === "page") return String(pages.get(inline.anchor) ?? "");
  return inline.kind === "anchor" ? "" : (SIGNS[inline.kind === "tab" ? "w:tab" : "w:br"] ?? "");
}

function differenceOf(sent: string, found: string): string {
  let at = 0;
  while (at < sent.length && sent[at] === found[at]) at++;
  const around = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - 5), at + 10));
  return `at ${at}, ${around(sent)} became ${around(found)}`;
}
