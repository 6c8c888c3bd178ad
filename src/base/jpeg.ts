import type { Image } from "../model/image.ts";
import { joinBytes } from "./bytes.ts";

const MARK = 0xff;
const [START, END, SCAN, APP0, APP1, APP2] = [0xd8, 0xd9, 0xda, 0xe0, 0xe1, 0xe2];
const [APP14, APP15, COMMENT] = [0xee, 0xef, 0xfe];

/** A segment of a JPEG: its mark, and where it stands with its mark and length. */
interface Segment {
  readonly mark: number;
  readonly start: number;
  readonly end: number;
}

/** A JPEG without its metadata, its turn read off before; null where the bytes are none, or its head is not whole. */
export function readJpeg(bytes: Uint8Array): Image | null {
  if (bytes[0] !== MARK || bytes[1] !== START) return null;
  const head = segmentsOf(bytes);
  const frame = head?.find(({ mark }) => isFrame(mark));
  const scan = head?.at(-1);
  const end = scan?.mark === SCAN ? endOf(bytes, scan.end) : null;
  if (!head || !frame || end === null) return null;
  const turn = turnOf(bytes, head);
  const [height, width] = [uint16(bytes, frame.start + 5), uint16(bytes, frame.start + 7)];
  const upright = turn === 0 || turn === 180;
  return {
    kind: "jpeg",
    width: upright ? width : height,
    height: upright ? height : width,
    turn,
    bytes: stripped(bytes.subarray(0, end), head),
  };
}

/** The segments up to the pixels, the scan's own last; null where one runs over the end. */
function segmentsOf(bytes: Uint8Array): Segment[] | null {
  const segments: Segment[] = [];
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== MARK) return null;
    const mark = bytes[at + 1] ?? 0;
    if (mark === MARK) {
      at++;
      continue;
    }
    const end = at + 2 + uint16(bytes, at + 2);
    if (end > bytes.length || end < at + 4) return null;
    segments.push({ mark, start: at, end });
    if (mark === SCAN) return segments;
    at = end;
  }
  return null;
}

/** Where the picture ends, after its end mark; null where it has none. What a telephone hangs on behind that is no part of it. */
function endOf(bytes: Uint8Array, from: number): number | null {
  let at = from;
  while (at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] !== MARK || next === 0 || next === MARK || (next >= 0xd0 && next <= 0xd7)) {
      at += bytes[at] === MARK && next !== MARK ? 2 : 1;
      continue;
    }
    if (next === END) return at + 2;
    at += 2 + uint16(bytes, at + 2);
  }
  return null;
}

/** Frames hold the size: C0–CF, but for the three marks among them that are something else. */
function isFrame(mark: number): boolean {
  return mark >= 0xc0 && mark <= 0xcf && mark !== 0xc4 && mark !== 0xc8 && mark !== 0xcc;
}

/** Without comments and what programs add, but for the head of the format and the colours (JFIF, ICC, Adobe). */
function stripped(bytes: Uint8Array, segments: readonly Segment[]): Uint8Array {
  const kept = segments.filter(({ mark, start }) => !isMetadata(bytes, mark, start));
  const scan = segments.at(-1)?.start ?? 0;
  const pieces = [bytes.subarray(0, 2), ...kept.slice(0, -1).map(({ start, end }) => bytes.subarray(start, end))];
  return joinBytes([...pieces, bytes.subarray(scan)]);
}

function isMetadata(bytes: Uint8Array, mark: number, start: number): boolean {
  if (mark === COMMENT) return true;
  if (mark < APP0 || mark > APP15 || mark === APP0) return false;
  if (mark === APP2) return !startsWith(bytes, start + 4, "ICC_PROFILE");
  return mark !== APP14 || !startsWith(bytes, start + 4, "Adobe\0");
}

const TURNS: Readonly<Record<number, Image["turn"]>> = { 3: 180, 6: 90, 8: 270 };
const ORIENTATION = 0x0112;

/** The turn that a camera wrote down; 0 where it wrote none. */
function turnOf(bytes: Uint8Array, segments: readonly Segment[]): Image["turn"] {
  const exif = segments.find(({ mark, start }) => mark === APP1 && startsWith(bytes, start + 4, "Exif\0\0"));
  if (!exif) return 0;
  const tiff = bytes.subarray(exif.start + 10, exif.end);
  if (tiff.length < 14) return 0;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const little = tiff[0] === 0x49;
  const directory = view.getUint32(4, little);
  if (directory + 2 > tiff.length) return 0;
  const count = view.getUint16(directory, little);
  for (let index = 0; index < count; index++) {
    const at = directory + 2 + 12 * index;
    if (at + 12 > tiff.length) return 0;
    if (view.getUint16(at, little) === ORIENTATION) return TURNS[view.getUint16(at + 8, little)] ?? 0;
  }
  return 0;
}

function uint16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

function startsWith(bytes: Uint8Array, at: number, text: string): boolean {
  return [...text].every((char, index) => bytes[at + index] === char.charCodeAt(0));
}
