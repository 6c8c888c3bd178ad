import { composeDocument, type Content } from "../compose/document.ts";
import { loadTemplate, type Template } from "../compose/template.ts";
import type { Finding } from "../model/diagnostic.ts";
import type { Document } from "../model/document.ts";
import type { Layout } from "../model/layout.ts";
import type { Source } from "../model/source.ts";
import { readLayout } from "../read/layout.ts";
import { rareCharacters, type RareCharacter } from "../render/rare.ts";
import { partTitles } from "../render/titles.ts";
import { paginate } from "../render/paginate/paginate.ts";

/** The words and looks of a kind of paper, and the layouts it may be based on, by name. */
export interface FormFiles {
  readonly template: Source;
  readonly layout: Source;
  readonly bases: ReadonlyMap<string, Source>;
  /** What the office changes of the layout, in order. */
  readonly looks: readonly Source[];
}

/** Template and layout, checked: what papers of a kind are made with. */
export interface Form {
  readonly template: Template;
  readonly layout: Layout;
}

/** A paper set on pages, ready to be printed. */
export interface Paper {
  readonly document: Document;
  readonly layout: Layout;
  readonly pages: number;
}

/** Reads template and layout; null where either is at fault. */
export function readForm({ template: words, layout: source, bases, looks }: FormFiles): {
  form: Form | null;
  findings: readonly Finding[];
} {
  const { layout, findings } = readLayout({ source, bases, looks });
  if (!layout) return { form: null, findings };
  const { template, findings: faults } = loadTemplate(words, layout);
  return { form: template && { template, layout }, findings: [...findings, ...faults] };
}

/** The layout alone; null where it is at fault. */
export function layoutOf({ layout, bases, looks }: FormFiles): Layout | null {
  return readLayout({ source: layout, bases, looks }).layout;
}

/** Characters of a paper that the font of their text lacks, and the fonts they are set in instead. */
export function rareIn({ document, layout }: Paper): readonly RareCharacter[] {
  return rareCharacters(document, layout);
}

/** Puts content into words and sets them on pages, titles parted between words but never within `names`; null where the template does not fit the content. */
export function setPaper(
  { template, layout }: Form,
  content: Content,
  names: readonly string[] = [],
): { paper: Paper | null; findings: readonly Finding[] } {
  const { document: composed, findings } = composeDocument(template, content, layout);
  const document = composed && partTitles(composed, layout, names);
  return { paper: document && { document, layout, pages: paginate(document, layout).pages }, findings };
}
