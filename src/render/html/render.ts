import { base64 } from "../../base/base64.ts";
import type {
  Block,
  Cell,
  Document,
  FigureBlock,
  Inline,
  RuleBlock,
  TableBlock,
  TextBlock,
} from "../../model/document.ts";
import type { Layout, ParagraphStyle } from "../../model/layout.ts";
import { figureSize } from "../figure.ts";
import { paragraphStyle } from "../looks.ts";
import { columnWidths } from "../paginate/columns.ts";
import { paginate, type Pagination } from "../paginate/paginate.ts";
import { xmlText } from "../../base/xml.ts";
import { classesOf, styleSheet, type Classes } from "./css.ts";

/** One page of HTML that holds all it needs: it looks like the paper, and prints on the pages of the DOCX. */
export function renderHtml(document: Document, layout: Layout): string {
  const classes = classesOf(layout);
  const pagination = paginate(document, layout);
  const context = { layout, classes, pagination };
  const body = document.blocks.map((block) => blockHtml(block, context));
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="author" content="${xmlText(document.author)}">
<title>${xmlText(document.title)}</title>
<style>
${styleSheet(layout, classes)}
</style>
</head>
<body>
${[...body, ...tailHtml(document, context)].join("\n")}
</body>
</html>
`;
}

interface HtmlContext {
  readonly layout: Layout;
  readonly classes: Classes;
  readonly pagination: Pagination;
}

function blockHtml(block: Block | RuleBlock, context: HtmlContext): string {
  if (block.kind === "figure") return figureHtml(block, context);
  if (block.kind === "rule") return `<hr class="rule ${context.classes.rules.get(block.style)}">`;
  return block.kind === "table" ? tableHtml(block, context) : paragraphHtml(block, context);
}

function figureHtml(block: FigureBlock, context: HtmlContext): string {
  const { name, image } = block.picture;
  const { width, height } = figureSize(block, context.layout);
  const data = `data:image/${image.kind};base64,${base64(image.bytes)}`;
  const turned = image.turn === 90 || image.turn === 270;
  const [own, other] = turned ? [height, width] : [width, height];
  const looks = `width:${own / 20}pt;height:${other / 20}pt${image.turn === 0 ? "" : `;transform:rotate(${image.turn}deg)`}`;
  const frame = `display:inline-flex;justify-content:center;align-items:center;width:${width / 20}pt;height:${height / 20}pt`;
  return `<p class="${context.classes.paragraphs.get(block.style)}" style="line-height:0"><span style="${frame}"><img alt="${xmlText(name)}" src="${data}" style="${looks}"></span></p>`;
}

function paragraphHtml(block: TextBlock, context: HtmlContext): string {
  const { style: name, outline, inlines } = block;
  const style = paragraphStyle(context.layout, name);
  const tag = outline === null ? "p" : `h${Math.min(6, outline)}`;
  const tabs = inlines.some(({ kind }) => kind === "tab");
  const gaps = context.pagination.gaps.get(block);
  const looks =
    (gaps ? `margin:${gaps.before / 20}pt 0 ${gaps.after / 20}pt;` : "") +
    (context.pagination.moved === block ? "break-before:page;" : "");
  const own = looks === "" ? "" : ` style="${looks}"`;
  const bullet = style.bullet === null ? "" : xmlText(style.bullet);
  const inside = tabs ? tabbed(inlines, style, context) : bullet + inlinesHtml(inlines, context);
  return `<${tag} class="${context.classes.paragraphs.get(name)}${tabs ? " tabs" : ""}"${own}>${inside}</${tag}>`;
}

/** Pieces between tabs, side by side; before one that stands at the right, the space is filled. */
function tabbed(inlines: readonly Inline[], { tabs }: ParagraphStyle, context: HtmlContext): string {
  const pieces: Inline[][] = [[]];
  for (const inline of inlines) {
    if (inline.kind === "tab") pieces.push([]);
    else pieces.at(-1)?.push(inline);
  }
  return pieces
    .map((piece, index) => {
      const stop = tabs[Math.min(index - 1, tabs.length - 1)];
      const inside = `<span>${inlinesHtml(piece, context)}</span>`;
      if (index === 0) return inside;
      if (stop?.align !== "right") return `<span style="width:${stop?.at ?? 0}mm"></span>${inside}`;
      const leader = stop.leader === "middleDot" ? "·".repeat(LEADER) : "";
      return `<span class="lead" aria-hidden="true">${leader}</span>${inside}`;
    })
    .join("");
}

/** Dots that fill any line; what is too many is cut off. */
const LEADER = 80;

function inlinesHtml(inlines: readonly Inline[], context: HtmlContext): string {
  return inlines.map((inline) => inlineHtml(inline, context)).join("");
}

function inlineHtml(inline: Inline, { classes, pagination }: HtmlContext): string {
  switch (inline.kind) {
    case "text": {
      const marked = `${inline.bold ? "<b>" : ""}${inline.italic ? "<i>" : ""}${xmlText(inline.text)}${inline.italic ? "</i>" : ""}${inline.bold ? "</b>" : ""}`;
      return inline.style === null ? marked : `<span class="${classes.runs.get(inline.style)}">${marked}</span>`;
    }
    case "page":
      return `<a href="#${xmlText(inline.anchor)}" style="color:inherit;text-decoration:none">${pagination.anchors.get(inline.anchor) ?? ""}</a>`;
    case "anchor":
      return `<a id="${xmlText(inline.name)}"></a>`;
    case "break":
      return "<br>";
    case "tab":
      return "\t";
  }
}

function tableHtml(block: TableBlock, context: HtmlContext): string {
  const { layout, classes } = context;
  const columns = columnWidths(block, layout).map((width) => `<col style="width:${width / 20}pt">`);
  const row = (cells: readonly Cell[], tag: "td" | "th"): string =>
    `<tr>${cells.map((cell) => `<${tag} class="${classes.paragraphs.get(cell.style)}">${inlinesHtml(cell.inlines, context)}</${tag}>`).join("")}</tr>`;
  const head = block.head.length === 0 ? "" : `<thead>${block.head.map((cells) => row(cells, "th")).join("")}</thead>`;
  const body = `<tbody>${block.rows.map((cells) => row(cells, "td")).join("")}</tbody>`;
  return `<table class="${classes.tables.get(block.style)}"><colgroup>${columns.join("")}</colgroup>${head}${body}</table>`;
}

/** The 报尾, pushed down to the foot of the last page. */
function tailHtml({ tail, blocks }: Document, context: HtmlContext): string[] {
  if (tail === null) return [];
  const { tailAfter, room } = context.pagination;
  const apart = tailAfter > 0 && blocks.length > 0 ? "break-before:page;" : "";
  const parts = tail.parts.map((part) => blockHtml(part, context));
  const behind = tailAfter === 2;
  return [
    ...(behind ? ['<div class="bare" style="break-before:page"></div>'] : []),
    `<footer${behind ? ' class="bare"' : ""} style="${apart}break-inside:avoid;padding-top:${Math.max(0, room - SAFE) / 20}pt;padding-bottom:${context.layout.tail.lift}mm">`,
    ...parts,
    "</footer>",
  ];
}

/** Twips left free, so that a browser's own rounding does not push the foot onto another page. */
const SAFE = 60;
