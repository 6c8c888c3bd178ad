import type { Block, Document } from "../../model/document.ts";
import { figureXml } from "./figure.ts";
import { needsSpacer } from "../walk.ts";
import { paragraphXml, ruleXml, thinXml, type BodyContext } from "./paragraph.ts";
import { tableXml } from "./table.ts";
import { tailXml } from "./tail.ts";

/** All of `w:body` but its section properties. */
export function bodyXml({ blocks, tail }: Document, context: BodyContext): string {
  const parts = blocks.map((block, index) => {
    const xml = blockXml(block, context);
    return needsSpacer(blocks, index) ? xml + thinXml() : xml;
  });
  return endText(parts.join(""), context) + (tail === null ? "" : tailXml(tail, context));
}

/** The last paragraph of the text ends its section, where the tail has one of its own. */
function endText(xml: string, { endOfText }: BodyContext): string {
  if (endOfText === "") return xml;
  const at = xml.lastIndexOf("</w:pPr>");
  return xml.slice(0, at) + endOfText + xml.slice(at);
}

function blockXml(block: Block, context: BodyContext): string {
  if (block.kind === "text") return paragraphXml(block, context);
  if (block.kind === "figure") return figureXml(block, context);
  return block.kind === "table" ? tableXml(block, context) : ruleXml(block, context.layout);
}
