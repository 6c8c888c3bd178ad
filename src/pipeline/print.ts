import { renderDocx } from "../render/docx/render.ts";
import { renderText } from "../render/text.ts";
import type { Issue } from "./issue.ts";

/** The formats an issue can be printed in. */
export const PRINT_FORMATS = ["docx", "txt"] as const;
export type PrintFormat = (typeof PRINT_FORMATS)[number];

/** The bytes of an issue in one format; the DOCX has been read back. */
export async function print(
  { document, layout }: NonNullable<Issue["print"]>,
  format: PrintFormat,
): Promise<Uint8Array<ArrayBuffer>> {
  if (format === "txt") return new TextEncoder().encode(renderText(document, layout));
  return new Uint8Array(await renderDocx(document, layout));
}
