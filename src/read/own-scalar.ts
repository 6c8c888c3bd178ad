import { Scalar } from "yaml";
import { visible } from "../base/visible.ts";

/** A value in which what hides or acts on a terminal is marked, to be written in the escapes of YAML. */
export function ownScalar(value: string): Scalar<string> {
  const marked = Array.from(value, (char) => {
    const plain = char === "\n" || (visible(char) === char && char !== "\ue000" && char !== "\ue001");
    return plain ? char : `\ue000${(char.codePointAt(0) ?? 0).toString(16)}\ue001`;
  }).join("");
  const scalar = new Scalar(marked);
  if (marked !== value) scalar.type = Scalar.QUOTE_DOUBLE;
  return scalar;
}

/** Marks become escapes: nobody who opens a plan shall see another text than it holds. */
export function writtenOut(text: string): string {
  return text.replace(/\ue000([0-9a-f]{1,6})\ue001/gu, (_, code: string) =>
    code.length > 4 ? `\\U${code.padStart(8, "0")}` : `\\u${code.padStart(4, "0")}`,
  );
}
