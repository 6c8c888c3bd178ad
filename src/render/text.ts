import { padEnd, width } from "../base/width.ts";
import type { Block, Document, Inline, RuleBlock, TableBlock, TextBlock } from "../model/document.ts";
import type { Layout, ParagraphStyle } from "../model/layout.ts";
import { paragraphStyle } from "./looks.ts";
import { paginate } from "./paginate/paginate.ts";

/**
 * The document as plain text: a paragraph a line, indented and centred as on paper, on lines of the layout's characters.
 * Text is kept exactly; only white space and rules are added.
 */
export function renderText(document: Document, layout: Layout): string {
  const context = { layout, pages: paginate(document, layout).anchors, cells: layout.grid.chars * 2 };
  const parts: readonly (Block | RuleBlock)[] = [...document.blocks, ...(document.tail?.parts ?? [])];
  return `${parts.map((part) => blockText(part, context)).join("\n")}\n`;
}

interface TextContext {
  readonly layout: Layout;
  readonly pages: ReadonlyMap<string, number>;
  /** Width of a line in terminal cells: two for a Chinese character. */
  readonly cells: number;
}

function blockText(block: Block | RuleBlock, context: TextContext): string {
  if (block.kind === "figure") return `［图：${block.picture.name}］`;
  if (block.kind === "rule") return "─".repeat(context.layout.grid.chars);
  return block.kind === "table" ? tableText(block, context) : paragraphText(block, context);
}

const INDENT = "\u3000";

function paragraphText({ style: name, inlines }: TextBlock, context: TextContext): string {
  const style = paragraphStyle(context.layout, name);
  const text = inlines.map((inline) => inlineText(inline, context)).join("");
  const lines = text.split("\n").map((line, index) => alignLine(line, { style, first: index === 0 }, context.cells));
  const { chars, pitch } = context.layout.grid;
  const below = style.below === null ? "" : `\n${"─".repeat(chars)}`;
  return (style.before >= pitch ? "\n" : "") + lines.join("\n") + below + (style.after >= pitch ? "\n" : "");
}

function inlineText(inline: Inline, { pages }: TextContext): string {
  if (inline.kind === "text") return inline.text;
  if (inline.kind === "page") return String(pages.get(inline.anchor) ?? "");
  return inline.kind === "tab" ? "\t" : inline.kind === "break" ? "\n" : "";
}

function alignLine(line: string, { style, first }: { style: ParagraphStyle; first: boolean }, cells: number): string {
  if (line.includes("\t")) return tabbed(line, style, cells);
  const free = Math.max(0, cells - width(line));
  if (line !== "" && style.align === "center") return " ".repeat(Math.floor(free / 2)) + line;
  if (line !== "" && style.align === "right") return " ".repeat(free) + line;
  const indent = style.left + (first ? style.firstLine - style.hanging : 0);
  const bullet = first && style.bullet !== null ? style.bullet : "";
  return line === "" ? line : INDENT.repeat(Math.max(0, Math.round(indent))) + bullet + line;
}

/** A tab at a right stop pushes what follows to the right edge; any other stands for one character of space. */
function tabbed(line: string, { tabs, left }: ParagraphStyle, cells: number): string {
  const [start = "", ...rest] = line.split("\t");
  const leader = tabs.some((tab) => tab.leader === "middleDot") ? "·" : " ";
  let out = INDENT.repeat(Math.max(0, Math.round(left))) + start;
  rest.forEach((piece, index) => {
    const stop = tabs[Math.min(index, tabs.length - 1)];
    const free = cells - width(out) - width(piece);
    out += (stop?.align === "right" ? leader.repeat(Math.max(1, free)) : INDENT) + piece;
  });
  return out;
}

function tableText({ head, rows }: TableBlock, context: TextContext): string {
  const table = [...head, ...rows].map((row) =>
    row.map(({ inlines }) =>
      inlines
        .map((inline) => inlineText(inline, context))
        .join("")
        .replace(/\s/gu, " "),
    ),
  );
  const columns = Math.max(0, ...table.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(0, ...table.map((row) => width(row[column] ?? ""))),
  );
  const lines = table.map((row) =>
    widths
      .map((cells, column) => padEnd(row[column] ?? "", cells))
      .join("  ")
      .trimEnd(),
  );
  const line = "─".repeat(context.layout.grid.chars);
  return [
    line,
    ...lines.slice(0, head.length),
    ...(head.length > 0 ? [line] : []),
    ...lines.slice(head.length),
    line,
  ].join("\n");
}
