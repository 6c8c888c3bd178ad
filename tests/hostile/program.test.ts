import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { FileError, type Files } from "../../src/world.ts";
import { nodeFiles } from "../../src/world/files.ts";
import { testWorld } from "../helpers/world.ts";
import { mutated } from "./mutations.ts";

/** A folder that holds one entry and the office's settings, in memory; all else is the real disk's, and nothing can be written. */
function memory(path: string, content: Uint8Array): Partial<Files> {
  const real = nodeFiles();
  const files = new Map([
    ["/o/zhuanbao.yaml", new TextEncoder().encode("机关: 县委办公室\n")],
    [`/o/entries/${path}`, content],
  ]);
  const refuse = (target: string): never => {
    throw new FileError("forbidden", target, "");
  };
  return {
    kind: (target) =>
      files.has(target)
        ? "file"
        : ["/o", "/o/entries"].includes(target)
          ? "folder"
          : target.startsWith("/o/")
            ? null
            : real.kind(target),
    read: (target, limit) => files.get(target) ?? real.read(target, limit),
    list: (target) => (target === "/o/entries" ? [path] : real.list(target)),
    makeFolder: refuse,
    replace: refuse,
    create: refuse,
  };
}

/** The text as it is, with a byte damaged, or in UTF-16. */
const damaged = fc
  .tuple(mutated, fc.constantFrom("none", "none", "byte", "utf16"), fc.nat(), fc.nat(255))
  .map(([{ path, text }, kind, at, byte]) => {
    const bytes = kind === "utf16" ? Buffer.from(`\ufeff${text}`, "utf16le") : Buffer.from(text);
    if (kind === "byte" && bytes.length > 0) bytes[at % bytes.length] = byte;
    return { path, bytes };
  });

/** Only a hang takes longer. */
const HANG = 120_000;

describe("the whole program upon mutated entries", () => {
  it.each([
    [
      ["check", "--format", "json"],
      [0, 1, 4],
    ],
    [["check"], [0, 1, 4]],
    [
      ["plan", "--dry-run", "--json"],
      [0, 4],
    ],
    [
      ["compile", "--dry-run", "--json"],
      [0, 1, 4],
    ],
    [
      ["compile", "--dry-run", "--skip-invalid"],
      [0, 2, 4],
    ],
  ])(
    "%j never meets a bug of ours",
    async (argv, codes) => {
      await fc.assert(
        fc.asyncProperty(damaged, async ({ path, bytes }) => {
          const { world, out, err } = testWorld({
            cwd: "/o",
            argv: [...argv, "--date", "2026-11-23"],
            files: memory(path, bytes),
          });
          const code = await main(world);
          if (!codes.includes(code)) throw new Error(`exit ${code}: ${err()}`);
          if (argv.includes("json") || argv.includes("--json")) JSON.parse(out());
          // Whatever the entry holds, nothing acts on the terminal.
          expect(out() + err()).not.toMatch(
            /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\ufeff]/u,
          );
        }),
        { numRuns: 150, seed: 20261123 },
      );
    },
    HANG,
  );
});
