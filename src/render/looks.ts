import type { Inline } from "../model/document.ts";
import type { Font, Layout, ParagraphStyle, RuleStyle, RunLook, RunStyle, TableStyle } from "../model/layout.ts";

/** A name that the layout lacks: compose checks names before, so this is a bug of ours. */
export class UnknownLook extends Error {
  override readonly name = "UnknownLook";

  constructor(kind: string, name: string, layout: Layout) {
    super(`layout ${layout.name} has no ${kind} named ${name}`);
  }
}

export function paragraphStyle(layout: Layout, name: string): ParagraphStyle {
  return found(layout.styles.get(name), "paragraph style", { name, layout });
}

export function runStyle(layout: Layout, name: string): RunStyle {
  return found(layout.runStyles.get(name), "run style", { name, layout });
}

export function ruleStyle(layout: Layout, name: string): RuleStyle {
  return found(layout.rules.get(name), "rule style", { name, layout });
}

export function tableStyle(layout: Layout, name: string): TableStyle {
  return found(layout.tables.get(name), "table style", { name, layout });
}

export function fontOf(layout: Layout, name: string): Font {
  return found(layout.fonts.get(name), "font", { name, layout });
}

/** The look of an inline inside a paragraph of `style`. */
export function lookOf(layout: Layout, style: ParagraphStyle, inline: Inline): RunLook {
  if (inline.kind !== "text" && inline.kind !== "page") return style;
  const own = inline.style === null ? style : { ...pickLook(style), ...runStyle(layout, inline.style) };
  return inline.kind === "text" && inline.bold ? { ...own, bold: true } : own;
}

function pickLook({ font, size, bold, colour, spacing }: RunLook): RunLook {
  return { font, size, bold, colour, spacing };
}

function found<T>(value: T | undefined, kind: string, at: { name: string; layout: Layout }): T {
  if (value === undefined) throw new UnknownLook(kind, at.name, at.layout);
  return value;
}
