import { childOf, elementsOf, type XmlElement } from "../../ooxml/tree.ts";
import { paragraphProps, PLAIN_PARAGRAPH } from "./para-props.ts";
import { PLAIN_RUN, runProps, type Theme } from "./run-props.ts";
import type { ParaProps, RunProps } from "./props.ts";
import { valueOf } from "./values.ts";

interface Look {
  readonly paragraph: Partial<ParaProps>;
  readonly run: Partial<RunProps>;
}

const NOTHING: Look = { paragraph: {}, run: {} };
/** Styles based on styles: Word allows some ten. */
const DEEPEST = 32;

/** The styles of a file, each with what it takes from those it is based on. */
export class Styles {
  readonly names = new Map<string, string>();
  readonly theme: Theme;
  readonly #nodes = new Map<string, XmlElement>();
  readonly #looks = new Map<string, Look>();
  readonly #defaults: { readonly paragraph: ParaProps; readonly run: RunProps };
  /** The style of paragraphs that name none. */
  readonly standard: string | null;

  constructor(root: XmlElement | null, theme: Theme) {
    this.theme = theme;
    const defaults = childOf(root, "w:docDefaults");
    const run = childOf(childOf(defaults, "w:rPrDefault"), "w:rPr");
    const paragraph = childOf(childOf(defaults, "w:pPrDefault"), "w:pPr");
    this.#defaults = {
      paragraph: { ...PLAIN_PARAGRAPH, ...paragraphProps(paragraph) },
      run: { ...PLAIN_RUN, ...runProps(run, theme) },
    };
    let standard: string | null = null;
    for (const style of root ? elementsOf(root) : []) {
      const id = style.attributes["w:styleId"];
      if (style.name !== "w:style" || id === undefined) continue;
      this.#nodes.set(id, style);
      this.names.set(id, valueOf(style, "w:name") ?? id);
      const isDefault = ["1", "true", "on"].includes(style.attributes["w:default"] ?? "");
      if (isDefault && style.attributes["w:type"] === "paragraph") standard = id;
    }
    this.standard = standard;
  }

  /** A paragraph of a style, without what it says itself. */
  paragraph(styleId: string | null): { readonly paragraph: ParaProps; readonly run: RunProps } {
    const look = this.#lookOf(styleId ?? this.standard, 0);
    return {
      paragraph: { ...this.#defaults.paragraph, ...look.paragraph },
      run: { ...this.#defaults.run, ...look.run },
    };
  }

  /** What a character style says. */
  character(styleId: string | undefined): Partial<RunProps> {
    return styleId === undefined ? {} : this.#lookOf(styleId, 0).run;
  }

  #lookOf(id: string | null, depth: number): Look {
    const node = id === null ? undefined : this.#nodes.get(id);
    if (id === null || !node || depth > DEEPEST) return NOTHING;
    const known = this.#looks.get(id);
    if (known) return known;
    const base = this.#lookOf(valueOf(node, "w:basedOn") ?? null, depth + 1);
    const look: Look = {
      paragraph: { ...base.paragraph, ...paragraphProps(childOf(node, "w:pPr")) },
      run: { ...base.run, ...runProps(childOf(node, "w:rPr"), this.theme) },
    };
    this.#looks.set(id, look);
    return look;
  }
}

/** Theme fonts by what refers to them. The East Asian ones are often empty, and then named for each script. */
export function themeOf(root: XmlElement | null): Theme {
  const fonts = childOf(childOf(childOf(root, "a:themeElements"), "a:fontScheme"), "a:majorFont");
  const minor = childOf(childOf(childOf(root, "a:themeElements"), "a:fontScheme"), "a:minorFont");
  const theme = new Map<string, string>();
  for (const [kind, element] of [
    ["major", fonts],
    ["minor", minor],
  ] as const) {
    const face = (name: string): string => childOf(element, name)?.attributes["typeface"] ?? "";
    const hans = element ? elementsOf(element).find(({ attributes }) => attributes["script"] === "Hans") : undefined;
    for (const slot of ["Ascii", "HAnsi"]) theme.set(kind + slot, face("a:latin"));
    theme.set(`${kind}EastAsia`, face("a:ea") || (hans?.attributes["typeface"] ?? ""));
    theme.set(`${kind}Bidi`, face("a:cs"));
  }
  return theme;
}
