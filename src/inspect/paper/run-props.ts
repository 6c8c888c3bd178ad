import { childOf, type XmlElement } from "../../ooxml/tree.ts";
import type { FontName, RunProps } from "./props.ts";
import { flag, said, sizeInPoints, twips, valueOf } from "./values.ts";

/** What holds where a file says nothing. */
export const PLAIN_RUN: RunProps = {
  ascii: { name: "", theme: false },
  hAnsi: { name: "", theme: false },
  eastAsia: { name: "", theme: false },
  hint: "",
  size: 10,
  bold: false,
  italic: false,
  underline: false,
  strike: false,
  colour: "auto",
  spacing: 0,
  highlight: "none",
  shade: "auto",
  hidden: false,
  language: "",
};

/** Names of theme fonts by what refers to them: `minorEastAsia` … */
export type Theme = ReadonlyMap<string, string>;

/** What one `w:rPr` says. */
export function runProps(properties: XmlElement | null, theme: Theme): Partial<RunProps> {
  if (!properties) return {};
  const fonts = childOf(properties, "w:rFonts")?.attributes ?? {};
  const slot = (name: string, other: string): FontName | undefined => {
    const themed = fonts[`w:${other}`];
    // In one element a theme wins over a name.
    if (themed !== undefined) return { name: theme.get(themed) ?? "", theme: true };
    const named = fonts[`w:${name}`];
    return named === undefined ? undefined : { name: named, theme: false };
  };
  const underline = valueOf(properties, "w:u");
  return said<RunProps>({
    ascii: slot("ascii", "asciiTheme"),
    hAnsi: slot("hAnsi", "hAnsiTheme"),
    eastAsia: slot("eastAsia", "eastAsiaTheme"),
    hint: fonts["w:hint"],
    size: sizeInPoints(valueOf(properties, "w:sz")),
    bold: flag(properties, "w:b"),
    italic: flag(properties, "w:i"),
    underline: underline === undefined ? undefined : underline !== "none",
    strike: flag(properties, "w:strike") ?? flag(properties, "w:dstrike"),
    colour: colourOf(childOf(properties, "w:color")),
    spacing: twips(valueOf(properties, "w:spacing")),
    highlight: valueOf(properties, "w:highlight"),
    shade: childOf(properties, "w:shd")?.attributes["w:fill"],
    hidden: flag(properties, "w:vanish"),
    language: childOf(properties, "w:lang")?.attributes["w:eastAsia"],
  });
}

function colourOf(element: XmlElement | null): string | undefined {
  if (!element) return undefined;
  return (element.attributes["w:val"] ?? "auto").toUpperCase().replace("AUTO", "auto");
}
