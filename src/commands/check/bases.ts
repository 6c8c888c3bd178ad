import type { Diagnostic } from "../../model/diagnostic.ts";
import { RULES } from "../../pipeline/rulebook.ts";
import { sectionOf } from "../../report/help.ts";
import type { World } from "../../world.ts";
import { pageOf } from "./told-rules.ts";

/** Where the rules that findings name come from: what the first paragraph of 为什么（依据） on the page of each names as source. */
export function basesOf(world: World, diagnostics: readonly Diagnostic[]): ReadonlyMap<string, string> {
  const named = new Set(diagnostics.map(({ rule }) => rule));
  return new Map(
    RULES.filter(({ name }) => named.has(name)).map(({ name }) => {
      const [first = ""] = sectionOf(pageOf(world, name), "为什么（依据）").split("\n\n");
      const sentences = first.replaceAll("\n", "").match(/[^。；]+[。；]?/gu) ?? [];
      const told = sentences.filter((sentence) => SOURCE.test(sentence)).join("");
      return [name, told.replace(/；$/u, "。") || "实务"];
    }),
  );
}

/** A sentence that names where a rule comes from, and does not only reason for it. */
const SOURCE = /《|条例|规定|通知|办法|制度|讲话/u;
