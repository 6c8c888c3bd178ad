import { BASES } from "../render/support/layouts.ts";
import { readFileSync } from "node:fs";
import { Lines } from "../../src/base/lines.ts";
import { composeDocument, type Content } from "../../src/compose/document.ts";
import { loadTemplate } from "../../src/compose/template.ts";
import type { Finding } from "../../src/model/diagnostic.ts";
import type { Block, Document, Inline } from "../../src/model/document.ts";
import type { Layout } from "../../src/model/layout.ts";
import { readLayout } from "../../src/read/layout.ts";

const ROOT = new URL("../../templates/", import.meta.url);

export function shippedFile(path: string): { path: string; text: string } {
  return { path: `templates/${path}`, text: readFileSync(new URL(path, ROOT), "utf8") };
}

export const LAYOUT: Layout = shippedLayout();

function shippedLayout(): Layout {
  const { layout, findings } = readLayout({ source: shippedFile("publications/信息专报/layout.yaml"), bases: BASES });
  if (!layout) throw new Error(findings.map(({ message }) => message).join("; "));
  return layout;
}

export interface Composed {
  readonly document: Document | null;
  /** `line:col message` of every finding. */
  readonly findings: readonly string[];
}

/** Loads a template and fills it in, as far as that goes. */
export function compose(text: string, values: object = {}, bodies: Content["bodies"] = new Map()): Composed {
  const source = { path: "template.hbs", text };
  const { template, findings } = loadTemplate(source, LAYOUT);
  if (!template) return { document: null, findings: findings.map((each) => show(each, text)) };
  const made = composeDocument(template, { title: "题", author: "办", values, bodies }, LAYOUT);
  return { document: made.document, findings: made.findings.map((each) => show(each, text)) };
}

function show({ at, message, rule, severity }: Finding, text: string): string {
  if (rule !== "template" || severity !== "error" || at.source.path !== "template.hbs")
    throw new Error(`odd finding: ${rule} ${message}`);
  const { line, column } = new Lines(text).at(at.start);
  return `${line}:${column} ${message}`;
}

/** The blocks of a document on a line each: `style text`, `hr style`; tabs, anchors and pages in ⟨⟩. */
export function shown(document: Document | null): string[] {
  if (!document) return ["nothing"];
  return [
    ...document.blocks.map(showBlock),
    ...(document.tail ? document.tail.parts.map((part) => `尾 ${showBlock(part)}`) : []),
  ];
}

function showBlock(block: Block): string {
  if (block.kind === "rule") return `hr ${block.style}`;
  if (block.kind === "figure") return `图 ${block.picture.name}`;
  if (block.kind === "text") return `${block.style} ${block.inlines.map(showInline).join("")}`;
  return `table ${[...block.head, ...block.rows].map((row) => row.map(({ inlines }) => inlines.map(showInline).join("")).join("|")).join(" / ")}`;
}

function showInline(inline: Inline): string {
  if (inline.kind === "text") return `${inline.bold ? "«" : ""}${inline.text}${inline.bold ? "»" : ""}`;
  if (inline.kind === "tab") return "⟨tab⟩";
  if (inline.kind === "break") return "⟨br⟩";
  return inline.kind === "anchor" ? `⟨#${inline.name}⟩` : `⟨p.${inline.anchor}⟩`;
}

/** All text of a document, in order. */
export function textOf(document: Document | null): string {
  const inlines = document?.blocks.flatMap((block) => (block.kind === "text" ? block.inlines : [])) ?? [];
  return inlines.map((inline) => (inline.kind === "text" ? inline.text : "")).join("");
}
