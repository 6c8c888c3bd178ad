import type { Body } from "../model/body.ts";
import type { Finding } from "../model/diagnostic.ts";
import type { Block, Document, RuleBlock, TextBlock } from "../model/document.ts";
import type { Picture } from "../model/image.ts";
import type { Layout } from "../model/layout.ts";
import type { Source } from "../model/source.ts";
import { bodyBlock } from "./body-block.ts";
import { inlinesOf, PLAIN, textOf } from "./inlines.ts";
import { RunIn } from "./publication-run-in.ts";
import { tableBlock } from "./table.ts";
import { templateFinding } from "./template-finding.ts";
import type { Template } from "./template.ts";
import { parseTree, type Child, type Element } from "./tree.ts";

/** What goes into a template, and the bodies its `<entry-body>` stand for, by key. */
export interface Content {
  readonly title: string;
  readonly author: string;
  readonly subject?: string;
  readonly values: object;
  readonly bodies: ReadonlyMap<string, Body>;
  /** Bodies that say in another form what the body of another key says: a template prints either. */
  readonly forms?: ReadonlyMap<string, string>;
  /** Pictures that `<entry-body>` may stand for as well, by key. */
  readonly pictures?: ReadonlyMap<string, Picture>;
}

/** Template and content make the document; bodies never pass through markup. */
export function composeDocument(
  template: Template,
  content: Content,
  layout: Layout,
): { document: Document | null; findings: Finding[] } {
  const rendered = template.render(content.values);
  if ("finding" in rendered) return { document: null, findings: [rendered.finding] };
  const { root, findings } = parseTree(rendered.html, template.source);
  const builder = new Builder(content, layout);
  builder.children(root.children);
  const lost = [...content.bodies.keys()].filter((key) => !content.forms?.has(key) && !builder.used.has(key));
  if (lost.length > 0) {
    const at = { source: template.source, start: 0, end: 0 };
    findings.push(
      templateFinding(at, `模板漏印了 ${lost.length} 条信息的正文`, "每条信息都要有 <entry-body></entry-body>"),
    );
  }
  findings.push(...builder.faults(template.source));
  if (findings.length > 0) return { document: null, findings };
  const { title, author, subject = title } = content;
  return { document: { title, subject, author, blocks: builder.blocks, tail: builder.tail }, findings };
}

class Builder {
  readonly blocks: Block[] = [];
  tail: Document["tail"] = null;
  readonly used = new Set<string>();
  readonly #repeated = new Set<string>();
  readonly #content: Content;
  readonly #layout: Layout;

  constructor(content: Content, layout: Layout) {
    this.#content = content;
    this.#layout = layout;
  }

  /** What would print an entry twice, or point nowhere. */
  faults(source: Source): Finding[] {
    const at = { source, start: 0, end: 0 };
    const inlines = this.blocks.flatMap((block) => (block.kind === "text" ? block.inlines : []));
    const anchors = inlines.flatMap((inline) => (inline.kind === "anchor" ? [inline.name] : []));
    const known = new Set(anchors);
    const faults: [boolean, string, string][] = [
      [this.#repeated.size > 0, "模板把同一条信息的正文印了两次", "每条信息只写一个 <entry-body></entry-body>"],
      [known.size < anchors.length, "模板里有两个相同的书签", '每条信息只写一个 <span class="书签">'],
      [
        inlines.some((inline) => inline.kind === "page" && !known.has(inline.anchor)),
        "页码所指的书签不在模板里",
        '请在条目的标题里写 <span class="书签">{{键}}</span>',
      ],
    ];
    return faults.flatMap(([found, message, hint]) => (found ? [templateFinding(at, message, hint)] : []));
  }

  children(children: readonly Child[]): void {
    for (const child of children) if (typeof child === "object") this.#block(child);
  }

  #block(element: Element): void {
    const { name } = element;
    if (name === "entry-body") return void this.blocks.push(...this.#body(element));
    if (name === "footer") return this.#footer(element);
    if (name === "table") return this.#table(element);
    if (name === "hr") return void this.blocks.push(ruleOf(element));
    if (name === "ul" || name === "ol") return this.#list(element);
    if (name === "header" || name === "section") return this.children(element.children);
    if (name === "p" && element.children.some(isBody)) return this.#runIn(element);
    this.blocks.push(this.#text(element));
  }

  #runIn({ style, children }: Element): void {
    const { paragraph } = this.#layout.body;
    const run = new RunIn(style ?? paragraph, paragraph);
    for (const child of children)
      if (isBody(child)) run.body(this.#body(child));
      else run.inlines(inlinesOf(child, PLAIN));
    this.blocks.push(...run.blocks());
  }

  #text({ name, style, children }: Element): TextBlock {
    const level = /^h([2-4])$/u.exec(name)?.[1];
    const inlines = children.flatMap((child) => inlinesOf(child, PLAIN));
    return {
      kind: "text",
      style: style ?? this.#layout.body.paragraph,
      outline: level ? Number(level) - 1 : null,
      inlines,
    };
  }

  #list({ children }: Element): void {
    for (const item of children) {
      if (typeof item === "object")
        this.blocks.push({ ...this.#text(item), style: item.style ?? this.#layout.body.listItem });
    }
  }

  #footer({ children }: Element): void {
    const elements = children.filter((child) => typeof child === "object");
    this.tail = { parts: elements.map((child) => (child.name === "hr" ? ruleOf(child) : this.#text(child))) };
  }

  /** One without rows, as an empty list in a template makes it, is none. */
  #table(element: Element): void {
    const table = tableBlock(element, this.#layout);
    if (table.head.length + table.rows.length > 0) this.blocks.push(table);
  }

  #body({ children }: Element): Block[] {
    const key = textOf(children);
    const { bodies, forms, pictures } = this.#content;
    const picture = pictures?.get(key);
    if (picture) return [{ kind: "figure", style: this.#layout.body.figure, picture }];
    const own = forms?.get(key) ?? key;
    if (this.used.has(own)) this.#repeated.add(own);
    this.used.add(own);
    return (bodies.get(key)?.blocks ?? []).map((block) => bodyBlock(block, this.#layout));
  }
}

function isBody(child: Child): child is Element {
  return typeof child === "object" && child.name === "entry-body";
}

function ruleOf({ style }: Element): RuleBlock {
  return { kind: "rule", style: style ?? "" };
}
