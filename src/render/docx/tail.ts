import type { Tail } from "../../model/document.ts";
import { ruleStyle } from "../looks.ts";
import { pageMeasures } from "../measures.ts";
import { mm } from "../units.ts";
import { tailRows, type TailRow } from "../walk.ts";
import { borderXml, paragraphXml, thinXml, type BodyContext } from "./paragraph.ts";

/**
 * The 报尾: a floating table whose lower edge is the foot of the text block, with the thin paragraph it hangs on.
 * LibreOffice drops a floating table that ends the text and makes a full-width one at the margin an ordinary one,
 * so the paragraph follows it and the anchor is the page.
 */
export function tailXml({ parts }: Tail, context: BodyContext): string {
  const page = pageMeasures(context.layout);
  const rows = tailRows(parts).map((row) => rowXml(row, context, page.blockWidth));
  const lift = liftXml(context, page.blockWidth);
  const place = `<w:tblpPr w:leftFromText="0" w:rightFromText="0" w:topFromText="0" w:bottomFromText="0" w:vertAnchor="margin" w:horzAnchor="page" w:tblpX="${page.left}" w:tblpYSpec="bottom"/>`;
  const properties =
    `<w:tblPr>${place}<w:tblOverlap w:val="never"/><w:tblW w:w="${page.blockWidth}" w:type="dxa"/>` +
    `<w:tblLayout w:type="fixed"/><w:tblCellMar>${NO_MARGINS}</w:tblCellMar></w:tblPr>`;
  const table = `<w:tbl>${properties}<w:tblGrid><w:gridCol w:w="${page.blockWidth}"/></w:tblGrid>${rows.join("")}${lift}</w:tbl>`;
  // An empty page stands before a tail that must be on the back of a sheet.
  return (context.tailAfter === 2 ? thinXml() : "") + table + thinXml({ pageBreak: context.tailAfter > 0 });
}

/** An empty row of that height: what lifts the last line from the foot of the text block. */
function liftXml({ layout }: BodyContext, width: number): string {
  if (layout.tail.lift === 0) return "";
  const properties = `<w:trPr><w:cantSplit/><w:trHeight w:val="${mm(layout.tail.lift)}" w:hRule="exact"/></w:trPr>`;
  return `<w:tr>${properties}<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${thinXml()}</w:tc></w:tr>`;
}

const NO_MARGINS = ["top", "left", "bottom", "right"].map((side) => `<w:${side} w:w="0" w:type="dxa"/>`).join("");

function rowXml({ above, paragraphs, below }: TailRow, context: BodyContext, width: number): string {
  const { layout } = context;
  const borders =
    (above === null ? "" : borderXml("top", ruleStyle(layout, above.style))) +
    (below === null ? "" : borderXml("bottom", ruleStyle(layout, below.style)));
  const cell = paragraphs.map((paragraph) => paragraphXml(paragraph, context)).join("");
  const properties = `<w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:tcBorders>${borders}</w:tcBorders></w:tcPr>`;
  return `<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc>${properties}${cell}</w:tc></w:tr>`;
}
