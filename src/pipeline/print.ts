import { renderDocx } from "../render/docx/render.ts";
import { renderText } from "../render/text.ts";
import type { Paper } from "./paper.ts";

/** The formats a paper can be printed in. */
export const PRINT_FORMATS = ["docx", "txt"] as const;
export type PrintFormat = (typeof PRINT_FORMATS)[number];

/** The bytes of a paper in one format; the DOCX has been read back. */
export async function print({ document, layout }: Paper, format: PrintFormat): Promise<Uint8Array<ArrayBuffer>> {
  if (format === "txt") return new TextEncoder().encode(renderText(document, layout));
  return new Uint8Array(await renderDocx(document, layout));
}
