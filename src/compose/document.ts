import type { Body, BodyBlock, Heading, Run } from "../model/body.ts";
import type { Finding } from "../model/diagnostic.ts";
import type { Block, Document, Inline, RuleBlock, TableBlock, TextBlock } from "../model/document.ts";
import type { Layout } from "../model/layout.ts";
import { templateFinding, ANCHOR, PAGE, type Template } from "./template.ts";
import { parseTree, type Child, type Element } from "./tree.ts";

/** What goes into a template, and the bodies its `<entry-body>` stand for, by key. */
export interface Content {
  readonly title: string;
  readonly author: string;
  readonly values: object;
  readonly bodies: ReadonlyMap<string, Body>;
}

/** Template and content make the document; bodies never pass through markup. */
export function composeDocument(template: Template, content: Content, layout: Layout): { document: Document | null; findings: Finding[] } {
  const rendered = template.render(content.values);
  if ("finding" in rendered) return { document: null, findings: [rendered.finding] };
  const { root, findings } = parseTree(rendered.html, template.source);
  const builder = new Builder(content.bodies, layout);
  builder.children(root.children);
  const lost = [...content.bodies.keys()].filter((key) => !builder.used.has(key));
  if (lost.length > 0) {
    const at = { source: template.source, start: 0, end: 0 };
    findings.push(templateFinding(at, `模板漏印了 ${lost.length} 条信息的正文`, "每条信息都要有 <entry-body></entry-body>"));
  }
  if (findings.length > 0) return { document: null, findings };
  const { title, author } = content;
  return { document: { title, author, blocks: builder.blocks, tail: builder.tail }, findings };
}

class Builder {
  readonly blocks: Block[] = [];
  tail: Document["tail"] = null;
  readonly used = new Set<string>();
  readonly #bodies: ReadonlyMap<string, Body>;
  readonly #layout: Layout;

  constructor(bodies: ReadonlyMap<string, Body>, layout: Layout) {
    this.#bodies = bodies;
    this.#layout = layout;
  }

  children(children: readonly Child[]): void {
    for (const child of children) if (typeof child === "object") this.#block(child);
  }

  #block(element: Element): void {
    const { name } = element;
    if (name === "entry-body") return this.#body(element);
    if (name === "footer") return this.#footer(element);
    if (name === "table") return void this.blocks.push(this.#table(element));
    if (name === "hr") return void this.blocks.push(ruleOf(element));
    if (name === "ul" || name === "ol") return this.#list(element);
    if (name === "header" || name === "section") return this.children(element.children);
    this.blocks.push(this.#text(element));
  }

  #text({ name, style, children }: Element): TextBlock {
    const level = /^h([2-4])$/u.exec(name)?.[1];
    const inlines = children.flatMap((child) => inlinesOf(child, PLAIN));
    return { kind: "text", style: style ?? this.#layout.body.paragraph, outline: level ? Number(level) - 1 : null, inlines };
  }

  #list({ children }: Element): void {
    for (const item of children) {
      if (typeof item === "object") this.blocks.push({ ...this.#text(item), style: item.style ?? this.#layout.body.listItem });
    }
  }

  #footer({ children }: Element): void {
    const elements = children.filter((child) => typeof child === "object");
    this.tail = { parts: elements.map((child) => (child.name === "hr" ? ruleOf(child) : this.#text(child))) };
  }

  #table({ style, children }: Element): TableBlock {
    const { body } = this.#layout;
    const rowsIn = (element: Element): Element[] => element.children.filter((child) => typeof child === "object");
    const parts = children.filter((child) => typeof child === "object");
    const head = parts.filter(({ name }) => name === "thead").flatMap(rowsIn);
    const rows = parts.flatMap((part) => (part.name === "tbody" ? rowsIn(part) : part.name === "tr" ? [part] : []));
    const cells = (row: Element): Inline[][] => rowsIn(row).map((cell) => cell.children.flatMap((child) => inlinesOf(child, PLAIN)));
    return {
      kind: "table",
      style: style ?? body.table,
      headStyle: body.tableHead,
      cellStyle: body.tableCell,
      head: head.map(cells),
      rows: rows.map(cells),
    };
  }

  #body({ children }: Element): void {
    const key = textOf(children);
    this.used.add(key);
    for (const block of this.#bodies.get(key)?.blocks ?? []) this.blocks.push(bodyBlock(block, this.#layout));
  }
}

function ruleOf({ style }: Element): RuleBlock {
  return { kind: "rule", style: style ?? "" };
}

interface Look {
  readonly style: string | null;
  readonly bold: boolean;
  readonly italic: boolean;
}

const PLAIN: Look = { style: null, bold: false, italic: false };

function inlinesOf(child: Child, look: Look): Inline[] {
  if (typeof child === "string") return textInlines(child, look);
  if (child.name === "br") return [{ kind: "break" }];
  if (child.style === ANCHOR) return [{ kind: "anchor", name: textOf(child.children) }];
  if (child.style === PAGE) return [{ kind: "page", anchor: textOf(child.children), style: look.style }];
  const inner = { style: child.style ?? look.style, bold: look.bold || child.name === "b", italic: look.italic || child.name === "i" };
  return child.children.flatMap((each) => inlinesOf(each, inner));
}

function textOf(children: readonly Child[]): string {
  return children.filter((child) => typeof child === "string").join("");
}

/** A tab in a template stands for the next tab stop of the style. */
function textInlines(text: string, look: Look): Inline[] {
  return text.split(/(\t)/u).flatMap((part): Inline[] => {
    if (part === "\t") return [{ kind: "tab" }];
    return part === "" ? [] : [{ kind: "text", text: part, ...look }];
  });
}

/** Levels 1–3 of the navigation pane are the template's. */
const BODY_OUTLINE = 3;

function bodyBlock(block: BodyBlock, { body }: Layout): Block {
  switch (block.kind) {
    case "paragraph":
      return { kind: "text", style: body.paragraph, outline: null, inlines: runs(block.runs, null) };
    case "list-item":
      return { kind: "text", style: body.listItem, outline: null, inlines: runs(block.runs, null) };
    case "heading": {
      const outline = BODY_OUTLINE + block.level;
      if (!isRunIn(block)) return { kind: "text", style: body.headings[block.level - 1] as string, outline, inlines: runs(block.head, null) };
      // What text runs on after is text: as a heading it would be kept with the next paragraph and fill the navigation pane.
      const look = body.runIn[block.level - 1] ?? null;
      return { kind: "text", style: body.paragraph, outline: null, inlines: [...runs(block.head, look), ...runs(block.rest, null)] };
    }
    case "table": {
      const cells = (row: readonly (readonly Run[])[]): Inline[][] => row.map((cell) => runs(cell, null));
      const { table, tableHead, tableCell } = body;
      return { kind: "table", style: table, headStyle: tableHead, cellStyle: tableCell, head: [cells(block.head)], rows: block.rows.map(cells) };
    }
  }
}

/** A numbered line of the lower levels that ends like a sentence is one. */
function isRunIn({ level, head, rest }: Heading): boolean {
  return rest.length > 0 || (level > 2 && head.some(({ text }) => text.includes("。")));
}

function runs(parts: readonly Run[], style: string | null): Inline[] {
  return parts.flatMap(({ text, bold }) => textInlines(text, { style, bold, italic: false }));
}
