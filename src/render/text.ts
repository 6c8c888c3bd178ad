import type { Document } from "../model/document.ts";
import type { Layout } from "../model/layout.ts";

/** Plain text. */
export function renderText(document: Document, _layout: Layout): string {
  return JSON.stringify(document);
}
