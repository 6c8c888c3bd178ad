import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { packTree, withTree } from "../../src/read/parsed.ts";
import { readProfile } from "../../src/read/profile.ts";
import { repoFile } from "../rules/harness.ts";

const packs = readdirSync(new URL("../../templates/profiles/", import.meta.url));

it.each(packs)("%s says the same, parsed beforehand or now", (file) => {
  const source = { path: file, text: repoFile(`templates/profiles/${file}`) };
  const parsed = withTree(source, packTree(source));
  expect(parsed.tree).toBeDefined();
  expect(readProfile([parsed])).toEqual(readProfile([source]));
});

it("takes no tree that was made of another text", () => {
  const source = { path: "a.yaml", text: "名称: 甲\n" };
  const packed = packTree(source);
  expect(withTree({ path: "a.yaml", text: "名称: 乙\n" }, packed)).not.toHaveProperty("tree");
});

it("packs nothing that is at fault", () => {
  expect(() => packTree({ path: "a.yaml", text: "名称: [甲\n" })).toThrow("a.yaml");
});
