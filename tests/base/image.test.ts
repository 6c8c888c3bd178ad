import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readImage } from "../../src/base/image.ts";
import { jpegOf, pngOf } from "../helpers/pictures.ts";

const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString("latin1");

describe("a picture", () => {
  it("is a PNG of its size, without what stands beside the pixels", () => {
    const png = pngOf(40, 30, { tEXt: "Author\0秘书甲" });
    expect(text(png)).toContain("Author");
    const image = readImage(png);
    expect(image).toMatchObject({ kind: "png", width: 40, height: 30, turn: 0 });
    expect(text(image?.bytes)).not.toContain("Author");
    expect(text(image?.bytes).endsWith("IEND\u00aeB`\u0082")).toBe(true);
  });

  it("is a JPEG of its size, without place, time and comment, turned as the camera was", () => {
    const upright = readImage(jpegOf(640, 480, { comment: "somewhere" }));
    expect(upright).toMatchObject({ kind: "jpeg", width: 640, height: 480, turn: 0 });
    expect(text(upright?.bytes)).not.toContain("somewhere");
    const turned = readImage(jpegOf(640, 480, { orientation: 6 }));
    expect(turned).toMatchObject({ width: 480, height: 640, turn: 90 });
    expect(text(turned?.bytes)).not.toContain("Exif");
    expect(readImage(jpegOf(640, 480, { orientation: 3 }))).toMatchObject({ width: 640, height: 480, turn: 180 });
  });

  it("ends where it ends, and keeps no notes of a program", () => {
    const twice = Buffer.concat([jpegOf(640, 480), jpegOf(64, 48, { comment: "trailer" })]);
    expect(text(readImage(twice)?.bytes)).toBe(text(jpegOf(640, 480)));
    const noted = readImage(jpegOf(640, 480, { app13: "Adobe_Photoshop2.5:AUTHOR" }));
    expect(text(noted?.bytes)).not.toContain("AUTHOR");
  });

  it.each([
    ["nothing", new Uint8Array()],
    ["a text", Buffer.from("这不是图片")],
    ["a GIF", Buffer.from("GIF89a\u0001\u0000\u0001\u0000")],
    ["a PNG cut short", pngOf(40, 30).subarray(0, 60)],
    ["a PNG of no size", pngOf(0, 30)],
    ["a PNG too large to be shown", pngOf(60_000, 60_000)],
    ["a JPEG without pixels", jpegOf(640, 480).subarray(0, 40)],
    ["a JPEG without an end", jpegOf(640, 480).subarray(0, -2)],
    ["a PNG without pixels", pngOf(40, 30, {}, { pixels: false })],
  ])("is not %s", (_, bytes) => {
    expect(readImage(bytes)).toBeNull();
  });

  it("property: never throws, whatever the bytes, and is never longer than its file", () => {
    const whole = [pngOf(20, 20, { tEXt: "a\0b" }), jpegOf(20, 20, { orientation: 8, comment: "c" })];
    fc.assert(
      fc.property(
        fc.constantFrom(...whole),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }),
        (file, edits) => {
          const bytes = Uint8Array.from(file);
          for (const [at, value] of edits) bytes[at % bytes.length] = value;
          expect(readImage(bytes)?.bytes.length ?? 0).toBeLessThanOrEqual(bytes.length);
        },
      ),
      { numRuns: 500 },
    );
  });
});
