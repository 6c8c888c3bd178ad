import type { Diagnostic } from "../../model/diagnostic.ts";
import { RULES } from "../../pipeline/rulebook.ts";
import { sectionOf } from "../../report/help.ts";
import type { SarifRule } from "../../report/sarif.ts";
import { FileError, type World } from "../../world.ts";
import { join } from "../paths.ts";

/** A page of docs/rules is written by hand: far below this. */
const PAGE_LIMIT = 1 << 20;

/** The rules that findings name, with what their pages say. */
export function toldRules(world: World, diagnostics: readonly Diagnostic[]): SarifRule[] {
  const named = new Set(diagnostics.map(({ rule }) => rule));
  return RULES.filter(({ name }) => named.has(name)).map(({ name, severity, summary }) => {
    const page = pageOf(world, name);
    return { name, severity, summary, what: sectionOf(page, "是什么"), mend: sectionOf(page, "怎么改") };
  });
}

/** The page of a rule; empty where it is not there, which is no reason to lose a report. */
export function pageOf({ files, home }: World, name: string): string {
  try {
    return new TextDecoder().decode(files.read(join(home, "docs", "rules", `${name}.md`), PAGE_LIMIT));
  } catch (error) {
    if (error instanceof FileError) return "";
    throw error;
  }
}
