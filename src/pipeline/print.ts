import { renderDocx } from "../render/docx/render.ts";
import { renderHtml } from "../render/html/render.ts";
import { renderMarkdown } from "../render/markdown.ts";
import { renderText } from "../render/text.ts";
import type { Document } from "../model/document.ts";
import type { Layout } from "../model/layout.ts";
import type { Paper } from "./paper.ts";

/** The formats a paper can be printed in. */
export const PRINT_FORMATS = ["docx", "html", "txt", "md"] as const;
export type PrintFormat = (typeof PRINT_FORMATS)[number];

const TEXTS: Readonly<Partial<Record<PrintFormat, (document: Document, layout: Layout) => string>>> = {
  html: renderHtml,
  txt: renderText,
  md: renderMarkdown,
};

/** The bytes of a paper in one format; the DOCX has been read back. */
export async function print({ document, layout }: Paper, format: PrintFormat): Promise<Uint8Array<ArrayBuffer>> {
  const text = TEXTS[format];
  if (text) return new TextEncoder().encode(text(document, layout));
  return new Uint8Array(await renderDocx(document, layout));
}
