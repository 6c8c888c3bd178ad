import { describe, expect, it } from "vitest";
import { mendCopy, openPaper } from "../../src/pipeline/inspect.ts";
import { SEEDS } from "./faults.ts";
import { BRIEF, changed, inspected, ownBrief, rulesOf } from "./support.ts";

let made: Promise<Uint8Array> | null = null;

/** Made once, by the first test that wants it: a folder belongs to a test. */
async function own(): Promise<Uint8Array> {
  return (made ??= ownBrief());
}

describe("a seeded fault", () => {
  it("is seeded often enough", () => {
    expect(SEEDS.length).toBeGreaterThanOrEqual(45);
  });

  it.each(SEEDS.map((seed) => [seed.name, seed] as const))(
    "%s: is found, in its place, and nothing else is",
    async (_, seed) => {
      const file = changed(await own(), seed.edit);
      const result = inspected(file);
      expect(rulesOf(result)).toEqual([...seed.rules].toSorted());
      const told = result.findings.filter(({ rule }) => seed.rules.includes(rule));
      const found = told.find(({ message }) =>
        typeof seed.says === "string" ? message.includes(seed.says) : seed.says.test(message),
      );
      expect(found, told.map(({ message }) => message).join("\n")).toBeDefined();
      if (!found) return;
      expect(found.message).toMatch(/（(?:规定|推荐|实务)(?:：[^（）]*(?:（[^（）]*）[^（）]*)*)?）$/u);
      const { start, source } = found.at;
      if (seed.at !== null) {
        const line = source.text.slice(source.text.lastIndexOf("\n", start - 1) + 1).split("\n")[0] ?? "";
        expect(line.startsWith(seed.at), line).toBe(true);
        expect(found.message).toMatch(/^第 \d+ 页第 \d+ 段(?:等 \d+ 段)?：/u);
      }
    },
  );

  it.each(SEEDS.filter(({ fixed }) => fixed).map((seed) => [seed.name, seed] as const))(
    "%s: the mended copy is without it, and reads the same",
    async (_, seed) => {
      const file = changed(await own(), seed.edit);
      const { paper } = openPaper("稿.docx", file);
      const mended = paper && mendCopy(paper, file, BRIEF);
      if (!mended || mended === "mixed") throw new Error("nothing mended");
      expect(mended.paper.source.text).toBe(paper.source.text);
      expect(inspected(mended.bytes).findings.map(({ message }) => message)).toEqual([]);
    },
  );
});
