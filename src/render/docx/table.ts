import type { Cell, TableBlock } from "../../model/document.ts";
import { paragraphStyle, tableStyle } from "../looks.ts";
import { columnWidths } from "../paginate/columns.ts";
import { mm } from "../units.ts";
import { xmlText } from "../../base/xml.ts";
import { borderXml, type BodyContext } from "./paragraph.ts";
import { inlinesXml } from "./runs.ts";

/** A table across the text block: fixed columns, head rows repeated on every page, no row split. */
export function tableXml(block: TableBlock, context: BodyContext): string {
  const style = tableStyle(context.layout, block.style);
  const widths = columnWidths(block, context.layout);
  const total = widths.reduce((sum, width) => sum + width, 0);
  const border = { width: style.border, colour: style.colour };
  const borders = ["top", "left", "bottom", "right", "insideH", "insideV"]
    .map((side) => borderXml(side, border))
    .join("");
  const padding = mm(style.padding);
  const properties =
    `<w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders>` +
    `<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="${padding}" w:type="dxa"/>` +
    `<w:bottom w:w="0" w:type="dxa"/><w:right w:w="${padding}" w:type="dxa"/></w:tblCellMar></w:tblPr>`;
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
  const head = block.head.map((row) => rowXml(row, { widths, head: true }, context));
  const rows = block.rows.map((row) => rowXml(row, { widths, head: false }, context));
  return `<w:tbl>${properties}<w:tblGrid>${grid}</w:tblGrid>${head.join("")}${rows.join("")}</w:tbl>`;
}

interface RowKind {
  readonly widths: readonly number[];
  readonly head: boolean;
}

function rowXml(row: readonly Cell[], { widths, head }: RowKind, context: BodyContext): string {
  const cells = row.map(({ style: name, inlines }, index) => {
    const width = widths[index] ?? 0;
    const style = paragraphStyle(context.layout, name);
    const content = inlinesXml(inlines, style, context);
    return (
      `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>` +
      `<w:p><w:pPr><w:pStyle w:val="${xmlText(style.id)}"/></w:pPr>${content}</w:p></w:tc>`
    );
  });
  return `<w:tr><w:trPr><w:cantSplit/>${head ? "<w:tblHeader/>" : ""}</w:trPr>${cells.join("")}</w:tr>`;
}
