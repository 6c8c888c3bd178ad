import { unpack } from "../../src/ooxml/pack.ts";

/** The text of a DOCX, a line for each paragraph. */
export function printDocument(file: Uint8Array): string {
  const xml = unpack(file).get("word/document.xml") ?? "";
  return xml.replace(/<\/w:p>/gu, "\n").replace(/<[^>]*>/gu, "");
}
