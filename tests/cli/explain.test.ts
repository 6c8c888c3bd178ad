import { expect, test } from "vitest";
import { width } from "../../src/base/width.ts";
import { main } from "../../src/main.ts";
import { RULES } from "../../src/rules/index.ts";
import { testWorld } from "../helpers/world.ts";

async function explain(...argv: string[]): Promise<string> {
  const { world, out } = testWorld({ argv: ["explain", ...argv] });
  expect(await main(world)).toBe(0);
  return out();
}

test("alone it lists every rule once, with its severity", async () => {
  const text = await explain();
  for (const { name } of RULES)
    expect(text.match(new RegExp(`^  ${name} +(?:差错|提醒|提示)  \\S`, "gmu"))).toHaveLength(1);
  for (const line of text.split("\n")) expect(width(line)).toBeLessThanOrEqual(80);
});

test.each(RULES.map(({ name }) => name))("%s has a page that can be read", async (name) => {
  const text = await explain(name);
  expect(text.length).toBeGreaterThan(100);
  expect(text).not.toMatch(/^#|^\S.*\*\*\p{L}/mu);
});

test("colour when asked for", async () => {
  expect(await explain("--color")).toContain("\u001b[31m差错");
});
