import type { Block, Document, Inline, RuleBlock, TableBlock, TextBlock } from "../model/document.ts";
import type { Layout } from "../model/layout.ts";
import { paragraphStyle } from "./looks.ts";
import { paginate } from "./paginate/paginate.ts";

/** The document as Markdown: headings by outline, paragraphs, lists, tables; its text is kept exactly, signs of Markdown written out. */
export function renderMarkdown(document: Document, layout: Layout): string {
  const context = { layout, pages: paginate(document, layout).anchors };
  const parts: readonly (Block | RuleBlock)[] = [...document.blocks, ...(document.tail?.parts ?? [])];
  const blocks = parts.map((part) => blockMarkdown(part, context)).filter((text) => text !== "");
  return `${blocks.join("\n\n")}\n`;
}

interface MarkdownContext {
  readonly layout: Layout;
  readonly pages: ReadonlyMap<string, number>;
}

function blockMarkdown(block: Block | RuleBlock, context: MarkdownContext): string {
  if (block.kind === "rule") return "---";
  if (block.kind === "figure") return `［图：${marked(block.picture.name, { bold: false, italic: false })}］`;
  return block.kind === "table" ? tableMarkdown(block, context) : paragraphMarkdown(block, context);
}

function paragraphMarkdown({ style, outline, inlines }: TextBlock, context: MarkdownContext): string {
  const text = inlinesMarkdown(inlines, context).trim();
  if (text === "") return "";
  if (outline !== null) return `${"#".repeat(Math.min(6, outline))} ${text.replaceAll("  \n", "")}`;
  const bullet = paragraphStyle(context.layout, style).bullet;
  return bullet === null ? guarded(text) : `- ${text}`;
}

function inlinesMarkdown(inlines: readonly Inline[], { pages }: MarkdownContext): string {
  return inlines
    .map((inline) => {
      if (inline.kind === "text") return marked(inline.text, inline);
      if (inline.kind === "page") return String(pages.get(inline.anchor) ?? "");
      return inline.kind === "tab" ? " " : inline.kind === "break" ? "  \n" : "";
    })
    .join("");
}

/** Signs that Markdown would take for its own. */
const SIGNS = /[\\`*_{}[\]<>|~]/gu;

function marked(text: string, { bold, italic }: { readonly bold: boolean; readonly italic: boolean }): string {
  const written = text.replace(SIGNS, (sign) => `\\${sign}`);
  if (written.trim() === "" || (!bold && !italic)) return written;
  const sign = `${bold ? "**" : ""}${italic ? "*" : ""}`;
  return `${sign}${written}${[...sign].toReversed().join("")}`;
}

/** What begins a line as a heading, a list or a quotation does, is text all the same. */
function guarded(text: string): string {
  return text.replace(/^(?=#{1,6}\s|[-+]\s|=+\s*$)/u, "\\").replace(/^(\d{1,9})([.)])(?=\s)/u, "$1\\$2");
}

function tableMarkdown({ head, rows }: TableBlock, context: MarkdownContext): string {
  const all = [...head, ...rows].map((cells) =>
    cells.map(({ inlines }) => inlinesMarkdown(inlines, context).replace(/\s*\n/gu, " ").trim()),
  );
  const [first = [], ...rest] = head.length > 0 ? all : [all[0]?.map(() => "") ?? [], ...all];
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(first), line(first.map(() => "---")), ...rest.map(line)].join("\n");
}
