/** A character that XML 1.0 cannot hold. The reader refuses it earlier, with its place; this is the net. */
export class UnwritableCharacter extends Error {
  override readonly name = "UnwritableCharacter";

  constructor(code: number) {
    super(`U+${code.toString(16).toUpperCase().padStart(4, "0")} cannot stand in XML`);
  }
}

const SPECIAL = /[\u0000-\u001f&<>"\ud800-\udfff\ufffe\uffff]/u;
const EACH_SPECIAL = /[\u0000-\u001f&<>"\ud800-\udfff\ufffe\uffff]/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** Text as it stands in XML, in content or in an attribute; throws UnwritableCharacter. */
export function xmlText(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.replace(EACH_SPECIAL, (char) => {
    const entity = ENTITIES[char];
    if (entity === undefined) throw new UnwritableCharacter(char.charCodeAt(0));
    return entity;
  });
}
