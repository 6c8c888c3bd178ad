/** A tag or a text of the closed HTML, with its offset in the text it came from. */
export type Piece =
  | { readonly kind: "text"; readonly text: string; readonly offset: number }
  | { readonly kind: "open"; readonly name: string; readonly attributes: string; readonly offset: number }
  | { readonly kind: "close"; readonly name: string; readonly offset: number };

/** The elements a template may use, and what each may hold. */
export const ELEMENTS = new Map<string, "blocks" | "inlines" | "rows" | "cells" | "items" | "nothing">([
  ["header", "blocks"],
  ["section", "blocks"],
  ["footer", "blocks"],
  ["h1", "inlines"],
  ["h2", "inlines"],
  ["h3", "inlines"],
  ["h4", "inlines"],
  ["p", "inlines"],
  ["br", "nothing"],
  ["b", "inlines"],
  ["i", "inlines"],
  ["span", "inlines"],
  ["table", "rows"],
  ["thead", "rows"],
  ["tbody", "rows"],
  ["tr", "cells"],
  ["th", "inlines"],
  ["td", "inlines"],
  ["ul", "items"],
  ["ol", "items"],
  ["li", "inlines"],
  ["hr", "nothing"],
  ["entry-body", "inlines"],
]);

export function isVoid(name: string): boolean {
  return ELEMENTS.get(name) === "nothing";
}

/** Cuts a text into tags and texts; a `<` that opens no tag is text. */
export function cutMarkup(text: string): Piece[] {
  const pieces: Piece[] = [];
  let last = 0;
  for (const match of text.matchAll(/<(\/?)([a-zA-Z][a-zA-Z0-9-]*)((?:\s[^<>]*)?)\/?>/gu)) {
    if (match.index > last) pieces.push({ kind: "text", text: text.slice(last, match.index), offset: last });
    const [whole, slash, name, attributes] = match as unknown as [string, string, string, string];
    const tag = name.toLowerCase();
    if (slash === "/") pieces.push({ kind: "close", name: tag, offset: match.index });
    else
      pieces.push({ kind: "open", name: tag, attributes: attributes.replace(/\/$/u, "").trim(), offset: match.index });
    last = match.index + whole.length;
  }
  if (last < text.length) pieces.push({ kind: "text", text: text.slice(last), offset: last });
  return pieces;
}

const CLASS = /^class="([^"{}]*)"$/u;

/** The style an element names; null where it names none, undefined where its attributes are not just a class. */
export function classOf(attributes: string): string | null | undefined {
  if (attributes === "") return null;
  return CLASS.exec(attributes)?.[1];
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Undoes the escaping that Handlebars did: afterwards the text is what the entry said. */
export function unescape(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gu,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
