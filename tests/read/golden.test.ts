import { describe, expect, it } from "vitest";
import { goldenCases, read } from "./support.ts";

for (const name of ["syntax", "stream", "markdown", "body"]) {
  describe(`cases/${name}.yaml`, () => {
    it.each(goldenCases(name))("$name", ({ text, path, findings, says, ids }) => {
      const found = read(text, { path });
      expect(found.findings).toEqual(findings);
      for (const word of says) expect(found.words.join("\n")).toContain(word);
      if (ids) expect(found.ids).toEqual(ids);
    });
  });
}
