import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { RULES } from "../../src/rules/index.ts";
import { judge, NOW, repoFile, type Seen } from "./harness.ts";
import { publishedOf } from "./published.ts";

/** What only the editor has: its files, settings, options and publications. */
const EDITORS = /编排|zhuanbao|规则集|机关设置|工作区|--[a-z]|本机(?!关)|刊物|编印|录入|工具|请单位|提醒该单位/u;

/** Which entries are one matter is for the office to settle: the slip leaves it out by name. */
const NOT_TOLD = new Set(["near-duplicate"]);

/** All that the examples on a page bring about, as a unit would be told of it. */
function toldOn(page: string): Seen[] {
  let office: string | undefined;
  let published: string | undefined;
  return Array.from(page.matchAll(/^```yaml *([^\n]*)\n(.*?)^```$/gmsu)).flatMap(([, info = "", text = ""]) => {
    if (info.trim() === "zhuanbao.yaml") office = text;
    else if (info.trim() === "已刊") published = text;
    else {
      const now = /now=(\S+)/u.exec(info)?.[1]?.replace("T", " ") ?? NOW;
      return judge(text, {
        now,
        ...(office === undefined ? {} : { office }),
        ...(published === undefined ? {} : { published: publishedOf(published) }),
      }).filter(({ entry, forUnit, rule }) => entry !== null && forUnit !== null && !NOT_TOLD.has(rule));
    }
    return [];
  });
}

describe("what a unit is told to do", () => {
  const pages = readdirSync(new URL("../../docs/rules/", import.meta.url)).filter((file) => file !== "README.md");

  it("never speaks of what only the editor has, whatever rule it is of", () => {
    const seen = pages.flatMap((file) => toldOn(repoFile(`docs/rules/${file}`)));
    const rules = new Set(seen.map(({ rule }) => rule));
    expect(rules.size).toBeGreaterThan(RULES.length / 2);
    const wrong = seen.filter(({ hint, forUnit }) => EDITORS.test(forUnit ?? hint));
    expect(wrong.map(({ rule, hint, forUnit }) => `${rule}: ${forUnit ?? hint}`)).toEqual([]);
  });

  it("never asks it to hold anything back", () => {
    const seen = pages.flatMap((file) => toldOn(repoFile(`docs/rules/${file}`)));
    expect(seen.filter(({ hint, forUnit }) => /暂缓|先不报|不再报|不用报|不必报/u.test(forUnit ?? hint))).toEqual([]);
  });
});
