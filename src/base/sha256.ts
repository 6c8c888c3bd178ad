import { createHash } from "node:crypto";

/** SHA-256 of a text in UTF-8, or of bytes, in hex. Node's own: that of the web answers only after a turn of another thread, which made reading 193 records 43 ms long instead of 26. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
