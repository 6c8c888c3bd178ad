import { xmlText } from "../../base/xml.ts";
import type { Document, FigureBlock } from "../../model/document.ts";
import type { Image } from "../../model/image.ts";
import { figureSize } from "../figure.ts";
import { paragraphStyle } from "../looks.ts";
import type { BodyContext } from "./paragraph.ts";
import type { Parts } from "../../ooxml/pack.ts";

const EMU_PER_TWIP = 635;
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006";

/** The pictures of a document in reading order, numbered from 1. */
export function figuresOf({ blocks }: Document): ReadonlyMap<FigureBlock, number> {
  const figures = blocks.filter((block) => block.kind === "figure");
  return new Map(figures.map((block, index) => [block, index + 1]));
}

/** A picture on a line of its own, which is as high as the picture: a line of a fixed height would cut it. */
export function figureXml(block: FigureBlock, context: BodyContext): string {
  const { id } = paragraphStyle(context.layout, block.style);
  const spacing = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>';
  const run = `<w:r><w:rPr><w:sz w:val="2"/></w:rPr><w:drawing>${inlineXml(block, context)}</w:drawing></w:r>`;
  return `<w:p><w:pPr><w:pStyle w:val="${xmlText(id)}"/>${spacing}</w:pPr>${run}</w:p>`;
}

function inlineXml(block: FigureBlock, { layout, figures }: BodyContext): string {
  const number = figures.get(block);
  if (number === undefined) throw new Error("a picture was not counted");
  const { name, image } = block.picture;
  const { width, height } = figureSize(block, layout);
  const [cx, cy] = [width * EMU_PER_TWIP, height * EMU_PER_TWIP];
  const label = `id="${number}" name="图${number}" descr="${xmlText(name)}"`;
  return (
    `<wp:inline xmlns:wp="${DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${cx}" cy="${cy}"/><wp:docPr ${label}/>` +
    `<a:graphic xmlns:a="${DRAWING}/main"><a:graphicData uri="${DRAWING}/picture"><pic:pic xmlns:pic="${DRAWING}/picture">` +
    `<pic:nvPicPr><pic:cNvPr ${label}/><pic:cNvPicPr/></pic:nvPicPr>` +
    `<pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="${relationOf(number)}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr>${frameXml(image, cx, cy)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>`
  );
}

/** The frame of the pixels before they are turned: its sides change places where they are turned by a quarter. */
function frameXml({ turn }: Image, cx: number, cy: number): string {
  const quarter = turn === 90 || turn === 270;
  const [own, other] = quarter ? [cy, cx] : [cx, cy];
  const offset = quarter
    ? `<a:off x="${Math.round((cx - cy) / 2)}" y="${Math.round((cy - cx) / 2)}"/>`
    : '<a:off x="0" y="0"/>';
  const turned = turn === 0 ? "" : ` rot="${turn * 60_000}"`;
  return `<a:xfrm${turned}>${offset}<a:ext cx="${own}" cy="${other}"/></a:xfrm>`;
}

function relationOf(number: number): string {
  return `rIdFigure${number}`;
}

/** Puts the files of the pictures beside the text, and says where they are. */
export function addFigures(parts: Parts, figures: ReadonlyMap<FigureBlock, number>): ReadonlyMap<string, Uint8Array> {
  const media = new Map<string, Uint8Array>();
  const relations: string[] = [];
  for (const [
    {
      picture: { image },
    },
    number,
  ] of figures) {
    const target = `media/image${number}.${image.kind}`;
    media.set(`word/${target}`, image.bytes);
    relations.push(
      `<Relationship Id="${relationOf(number)}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${target}"/>`,
    );
  }
  const path = "word/_rels/document.xml.rels";
  if (relations.length > 0)
    parts.set(path, (parts.get(path) ?? "").replace("</Relationships>", `${relations.join("")}</Relationships>`));
  return media;
}
