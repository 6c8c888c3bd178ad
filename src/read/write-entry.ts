import { Document, Scalar, YAMLMap, YAMLSeq } from "yaml";
import type { FieldName } from "../model/entry.ts";
import { ENTRY_FIELDS, keyOf } from "./entry-fields.ts";

/** A nested record with its keys as they are written. */
export type DraftRecord = Readonly<Record<string, string>>;
export type DraftValue = string | DraftRecord | readonly (string | DraftRecord)[];

/** An entry before it is a file: texts as they shall be read again. What is empty is left out. */
export type EntryDraft = Readonly<Partial<Record<FieldName, DraftValue>>>;

/** The text of an entry file: keys in Chinese, in the order of the table; in Markdown the body stands below. */
export function writeEntry(draft: EntryDraft, form: "md" | "yaml"): string {
  const root = new YAMLMap();
  const body = typeof draft.body === "string" ? tidy(draft.body) : "";
  for (const name of Object.keys(ENTRY_FIELDS) as FieldName[]) {
    const value = name === "body" ? "" : draft[name];
    if (value !== undefined && value.length !== 0) root.add({ key: new Scalar(keyOf(name)), value: nodeOf(value) });
  }
  if (form === "yaml") root.add({ key: new Scalar(keyOf("body")), value: blockOf(body) });
  const document = new Document(null, { schema: "failsafe" });
  document.contents = root;
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  return form === "yaml" ? text : `---\n${text}---\n${body}\n`;
}

function nodeOf(value: DraftValue): Scalar | YAMLMap | YAMLSeq {
  if (typeof value === "string") return new Scalar(value);
  if (!isList(value)) return recordOf(value);
  const seq = new YAMLSeq();
  seq.items = value.map((item) => (typeof item === "string" ? new Scalar(item) : recordOf(item)));
  seq.flow = value.every((item) => typeof item === "string");
  return seq;
}

function isList(value: DraftValue): value is readonly (string | DraftRecord)[] {
  return Array.isArray(value);
}

function recordOf(record: DraftRecord): YAMLMap {
  const map = new YAMLMap();
  map.flow = true;
  for (const [key, value] of Object.entries(record)) {
    if (value !== "") map.add({ key: new Scalar(key), value: new Scalar(value) });
  }
  return map;
}

/** Spaces at the ends of lines and around the text say nothing: the reader drops them, and so does the paper. */
function tidy(body: string): string {
  const lines = body.replaceAll("\r\n", "\n").split("\n");
  return lines
    .map((line) => line.trim())
    .join("\n")
    .trim();
}

function blockOf(body: string): Scalar {
  const scalar = new Scalar(`${body}\n`);
  scalar.type = "BLOCK_LITERAL";
  return scalar;
}
