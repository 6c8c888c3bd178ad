import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Lines } from "../../src/base/lines.ts";
import { read } from "../read/support.ts";
import { mutated } from "./mutations.ts";

describe("mutated entries", () => {
  it.each([1, 20261123, 42])(
    "never throw, and every finding stands inside its file (seed %i)",
    (seed) => {
      fc.assert(
        fc.property(mutated, ({ path, text }) => {
          const { raw, entries, ids } = read(text, { path });
          const lines = new Lines(text);
          for (const { at, message, hint, related } of raw) {
            expect(message).not.toBe("");
            expect(hint).not.toBe("");
            for (const place of [at, ...related.map((one) => one.at)]) {
              expect(place.start).toBeGreaterThanOrEqual(0);
              expect(place.end).toBeGreaterThanOrEqual(place.start);
              expect(place.end).toBeLessThanOrEqual(text.length);
              expect(lines.at(place.start).line).toBeLessThanOrEqual(lines.count);
            }
          }
          // What is not an entry says why; and no text of an entry holds what a document cannot.
          expect(ids.length).toBeGreaterThanOrEqual(1);
          if (entries.length < ids.length) expect(raw.length).toBeGreaterThanOrEqual(1);
          for (const { title, broken } of entries)
            if (!broken.has("title")) expect(title).not.toMatch(/[\u0000-\u001f\ufffe\uffff]|\p{Surrogate}/u);
        }),
        { numRuns: 2000, seed },
      );
    },
    120_000,
  );
});
