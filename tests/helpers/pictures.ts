import { deflateSync } from "node:zlib";

/** A grey PNG; chunks of these names and texts stand before the pixels. */
export function pngOf(
  width: number,
  height: number,
  more: Readonly<Record<string, string>> = {},
  { pixels: whole = true } = {},
): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.alloc(Math.min((width + 1) * height, 1_000_000), 128));
  const chunks = [
    ["IHDR", head],
    ...Object.entries(more).map(([name, text]) => [name, Buffer.from(text)]),
    ...(whole ? [["IDAT", pixels]] : []),
    ["IEND", Buffer.alloc(0)],
  ] as [string, Buffer][];
  return Uint8Array.from(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      ...chunks.map(([name, data]) => chunk(name, data)),
    ]),
  );
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crcOf(body), body.length + 4);
  return out;
}

function crcOf(bytes: Buffer): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** The head of a JPEG with a frame and a scan of nothing: enough for whoever reads its size. */
export function jpegOf(
  width: number,
  height: number,
  { orientation, comment, app13 }: { orientation?: number; comment?: string; app13?: string } = {},
): Uint8Array {
  const exif =
    orientation === undefined
      ? []
      : [segment(0xe1, Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff(orientation)]))];
  const said = comment === undefined ? [] : [segment(0xfe, Buffer.from(comment))];
  const notes = app13 === undefined ? [] : [segment(0xed, Buffer.from(app13))];
  const frame = Buffer.from([8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]);
  return Uint8Array.from(
    Buffer.concat([
      Buffer.from([0xff, 0xd8]),
      segment(0xe0, Buffer.from("JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0", "latin1")),
      ...exif,
      ...said,
      ...notes,
      segment(0xc0, frame),
      segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
      Buffer.from([0, 0xff, 0xd9]),
    ]),
  );
}

function segment(mark: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, mark, (data.length + 2) >> 8, (data.length + 2) & 255]);
  return Buffer.concat([head, data]);
}

/** One directory of one entry, big-endian: the orientation. */
function tiff(orientation: number): Buffer {
  const out = Buffer.alloc(26);
  out.write("MM\0*", 0, "latin1");
  out.writeUInt32BE(8, 4);
  out.writeUInt16BE(1, 8);
  out.writeUInt16BE(0x0112, 10);
  out.writeUInt16BE(3, 12);
  out.writeUInt32BE(1, 14);
  out.writeUInt16BE(orientation, 18);
  return out;
}
