import { BrokenFile } from "./broken.ts";

/** A part as text: UTF-8, or UTF-16 where its first bytes say so, as the standard allows. */
export function decodePart(path: string, bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new BrokenFile("encoding", path);
  }
}
