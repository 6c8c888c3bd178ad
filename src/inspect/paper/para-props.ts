import { childOf, elementsOf, type XmlElement } from "../../ooxml/tree.ts";
import type { Border, ParaProps, TabProps } from "./props.ts";
import { flag, said, twips, valueOf, whole } from "./values.ts";

/** What holds where a file says nothing. */
export const PLAIN_PARAGRAPH: ParaProps = {
  align: "left",
  line: 240,
  lineRule: "auto",
  before: 0,
  after: 0,
  first: 0,
  firstChars: 0,
  left: 0,
  leftChars: 0,
  right: 0,
  rightChars: 0,
  keepNext: false,
  keepLines: false,
  widow: true,
  snap: true,
  pageBreak: false,
  outline: null,
  bottom: null,
  top: null,
  number: null,
  tabs: [],
};

const SIDES = new Map([
  ["start", "left"],
  ["end", "right"],
]);

/** What one `w:pPr` says. */
export function paragraphProps(properties: XmlElement | null): Partial<ParaProps> {
  if (!properties) return {};
  const spacing = childOf(properties, "w:spacing")?.attributes ?? {};
  const borders = childOf(properties, "w:pBdr");
  const align = valueOf(properties, "w:jc");
  const outline = whole(valueOf(properties, "w:outlineLvl"));
  const numbering = childOf(properties, "w:numPr");
  return said<ParaProps>({
    align: align === undefined ? undefined : (SIDES.get(align) ?? align),
    line: twips(spacing["w:line"]),
    lineRule: spacing["w:lineRule"] ?? (spacing["w:line"] === undefined ? undefined : "auto"),
    before: twips(spacing["w:before"]),
    after: twips(spacing["w:after"]),
    ...indents(childOf(properties, "w:ind")?.attributes ?? {}),
    keepNext: flag(properties, "w:keepNext"),
    keepLines: flag(properties, "w:keepLines"),
    widow: flag(properties, "w:widowControl"),
    snap: flag(properties, "w:snapToGrid"),
    pageBreak: flag(properties, "w:pageBreakBefore"),
    outline: outline === undefined ? undefined : outline > 8 ? null : outline,
    bottom: borderOf(borders, "w:bottom"),
    top: borderOf(borders, "w:top"),
    number: numbering ? (valueOf(numbering, "w:numId") ?? null) : undefined,
    tabs: tabsOf(childOf(properties, "w:tabs")),
  });
}

type Indents = "first" | "firstChars" | "left" | "leftChars" | "right" | "rightChars";

function indents(of: Readonly<Record<string, string>>): { [K in Indents]: number | undefined } {
  const minus = (value: number | undefined): number | undefined => (value === undefined ? undefined : -value);
  return {
    first: minus(twips(of["w:hanging"])) ?? twips(of["w:firstLine"]),
    firstChars: minus(whole(of["w:hangingChars"])) ?? whole(of["w:firstLineChars"]),
    left: twips(of["w:left"] ?? of["w:start"]),
    leftChars: whole(of["w:leftChars"] ?? of["w:startChars"]),
    right: twips(of["w:right"] ?? of["w:end"]),
    rightChars: whole(of["w:rightChars"] ?? of["w:endChars"]),
  };
}

/** Null where it is said that there is none. */
export function borderOf(borders: XmlElement | null, name: string): Border | null | undefined {
  const border = childOf(borders, name);
  if (!border) return undefined;
  const { attributes } = border;
  if (["nil", "none"].includes(attributes["w:val"] ?? "none")) return null;
  return {
    size: whole(attributes["w:sz"]) ?? 4,
    colour: (attributes["w:color"] ?? "auto").toUpperCase().replace("AUTO", "auto"),
    space: whole(attributes["w:space"]) ?? 0,
  };
}

function tabsOf(tabs: XmlElement | null): readonly TabProps[] | undefined {
  if (!tabs) return undefined;
  return elementsOf(tabs).flatMap(({ attributes }) => {
    const at = twips(attributes["w:pos"]);
    const align = SIDES.get(attributes["w:val"] ?? "") ?? attributes["w:val"] ?? "left";
    return at === undefined || align === "clear" ? [] : [{ at, align, leader: attributes["w:leader"] ?? "none" }];
  });
}
