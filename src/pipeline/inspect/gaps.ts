import type { Paper, Paragraph } from "../../inspect/paper/types.ts";
import type { Roles } from "../../inspect/roles/roles.ts";
import type { TextBlock } from "../../model/document.ts";
import type { Layout } from "../../model/layout.ts";
import { headerGaps, type Gaps } from "../../render/paginate/header.ts";

/** The spaces that the layout leaves in the 报头 of a paper of its own styles, by index of the paragraph: no style can say them. */
export function gapsOf({ paragraphs }: Paper, roles: Roles, layout: Layout): ReadonlyMap<number, Gaps> {
  const header = headerOf(paragraphs, roles);
  const blocks = header.map((at): TextBlock => blockOf(at, roles.get(at)?.style.name ?? ""));
  const gaps = headerGaps(blocks, { layout, pages: new Map() });
  return new Map(
    header.flatMap(({ index }, at) => {
      const own = gaps.get(blocks[at] as TextBlock);
      return own ? [[index, own] as const] : [];
    }),
  );
}

/** The paragraphs from the first to the one after the header, all of them in styles of the layout. */
function headerOf(paragraphs: readonly Paragraph[], roles: Roles): Paragraph[] {
  const known = paragraphs.findIndex((at) => at.cell !== null || roles.get(at)?.by !== "style");
  const own = known < 0 ? paragraphs : paragraphs.slice(0, known);
  const last = own.findIndex((at) => roles.get(at)?.style.onGrid);
  return last < 0 ? [] : own.slice(0, last + 2);
}

function blockOf({ text }: Paragraph, style: string): TextBlock {
  const inlines = text
    .split("\t")
    .flatMap((piece, index): TextBlock["inlines"] => [
      ...(index > 0 ? [{ kind: "tab" as const }] : []),
      { kind: "text", text: piece, style: null, bold: false, italic: false },
    ]);
  return { kind: "text", style, outline: null, inlines };
}
