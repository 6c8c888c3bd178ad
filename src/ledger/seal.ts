import { sha256 } from "../base/sha256.ts";

/** The key of a text's own checksum. */
export const CHECKSUM = "校验";

/** Values as JSON that people can read, a checksum of all the rest last. */
export function seal(values: Readonly<Record<string, unknown>>): string {
  return toText({ ...values, [CHECKSUM]: sha256(toText(values)) });
}

function toText(values: unknown): string {
  return `${JSON.stringify(values, null, 2)}\n`;
}
