import type { Image } from "../model/image.ts";
import { joinBytes } from "./bytes.ts";
import { readJpeg } from "./jpeg.ts";

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Chunks that make up the picture; all others may tell of the machine or the person that made it. */
const KEPT = new Set(["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "pHYs"]);
/** More pixels are no picture of a report, and would take a reader's memory. */
const MOST_PIXELS = 100_000_000;

/** A PNG or JPEG without its metadata; null where the bytes are neither, or not whole. */
export function readImage(bytes: Uint8Array): Image | null {
  const image = PNG.every((byte, at) => bytes[at] === byte) ? readPng(bytes) : readJpeg(bytes);
  const pixels = (image?.width ?? 0) * (image?.height ?? 0);
  return pixels > 0 && pixels <= MOST_PIXELS ? image : null;
}

function readPng(bytes: Uint8Array): Image | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, PNG.length)];
  let at = PNG.length;
  let ended = false;
  let pixels = false;
  while (!ended && at + 12 <= bytes.length) {
    const length = view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const next = at + 12 + length;
    if (next > bytes.length || (at === PNG.length && (name !== "IHDR" || length !== 13))) return null;
    if (KEPT.has(name)) kept.push(bytes.subarray(at, next));
    pixels ||= name === "IDAT" && length > 0;
    ended = name === "IEND";
    at = next;
  }
  if (!ended || !pixels) return null;
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  return { kind: "png", width, height, turn: 0, bytes: joinBytes(kept) };
}
