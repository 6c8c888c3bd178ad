import type { Document } from "../../model/document.ts";
import type { Layout } from "../../model/layout.ts";
import { paginate } from "../paginate/paginate.ts";
import { bodyXml } from "./body.ts";
import { addFigures, figuresOf } from "./figure.ts";
import { finish, spliceBody } from "./finish.ts";
import { anchorIds } from "./ids.ts";
import { pack, unpack, type Parts } from "../../ooxml/pack.ts";
import { readBack } from "./readback.ts";
import { bulletStyles, skeleton } from "./skeleton.ts";

/**
 * The document as a DOCX file: the same bytes for the same document and layout, on every machine and in every time zone.
 * Throws UnwritableCharacter for text XML cannot hold, and an Error where what was written does not read back the same.
 */
export async function renderDocx(document: Document, layout: Layout): Promise<Uint8Array> {
  const { anchors: pages, tailAfter, gaps, moved } = paginate(document, layout);
  const parts = unpack(await skeleton(document, layout, { tailSection: tailAfter === 2 }));
  const bullets = bulletIds(parts, layout);
  const figures = figuresOf(document);
  const media = addFigures(parts, figures);
  const context = { figures, layout, pages, anchors: anchorIds(document), bullets, tailAfter, gaps, moved };
  spliceBody(parts, (endOfText) => bodyXml(document, { ...context, endOfText }));
  finish(parts, document, layout);
  const file = pack(new Map<string, string | Uint8Array>([...parts, ...media]));
  readBack(file, document, pages);
  return file;
}

/** Numbering ids the docx package gave to the bullet styles, read off the paragraphs made for that. */
function bulletIds(parts: Parts, layout: Layout): ReadonlyMap<string, number> {
  const ids = [...(parts.get("word/document.xml") ?? "").matchAll(/<w:numId w:val="(\d+)"\/>/gu)].map(([, id]) =>
    Number(id),
  );
  const styles = bulletStyles(layout);
  if (ids.length !== styles.length) throw new Error("the skeleton's bullets do not match the layout's");
  return new Map(styles.map(({ name }, index) => [name, ids[index] ?? 0]));
}
