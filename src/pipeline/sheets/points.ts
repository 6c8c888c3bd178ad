import type { SlipPoint } from "../../compose/return-slip.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { stopsEntry } from "../../rules/engine.ts";
import { RULES } from "../../rules/index.ts";
import type { Case } from "./cases.ts";
import { onPaper, showerOf, type Where } from "./shown.ts";

/** What is said of the text as a whole stands at its category or a line only for want of a better place. */
const OF_THE_WHOLE = new Set(["missing-element", "no-request", "disguised-summary", "shallow-cause", "body-length"]);

/** Faults of writing on one line are one thing to mend, whatever signs they are of. */
const SIGNS: ReadonlySet<string> = new Set(RULES.filter(({ group }) => group === "writing").map(({ name }) => name));

/** Kinds of one fault that a row spells out; the unit finds the rest of them by itself. */
const MOST_KINDS = 4;

/** What a unit is told of an entry, faults alike on one line in one row. */
export function pointsOf(
  { entry, diagnostics }: Case,
  whereOf: (found: Diagnostic, entry: Case["entry"]) => Where,
): SlipPoint[] {
  const rows = new Map<string, { found: Diagnostic; where: Where }[]>();
  for (const found of diagnostics) {
    const where = OF_THE_WHOLE.has(found.rule) ? { line: null, text: "" } : whereOf(found, entry);
    const kind = SIGNS.has(found.rule) ? [] : [kindOf(found.message), kindOf(toldOf(found))];
    const key = JSON.stringify([found.rule, found.severity, where.line, ...kind]);
    rows.set(key, [...(rows.get(key) ?? []), { found, where }]);
  }
  const show = showerOf(entry);
  return [...rows.values()].flatMap((row) => {
    const [first] = row;
    if (!first) return [];
    const { found, where } = first;
    return {
      stops: stopsEntry(found),
      error: found.severity === "error",
      line: where.line,
      count: row.length,
      text: kinds(
        row.map((one) => one.where.text),
        "、",
      ),
      message: show(onPaper(kinds(row.map((one) => one.found.message)))),
      hint: show(onPaper(kinds(row.map((one) => toldOf(one.found))))),
    };
  });
}

function toldOf({ hint, forUnit }: Diagnostic): string {
  return forUnit ?? hint;
}

/** A text without what it quotes: in this, faults of one kind are the same. */
function kindOf(text: string): string {
  return text.replace(/“[^“”]*”/gu, "“”");
}

function kinds(texts: readonly string[], between = "；"): string {
  const all = [...new Set(texts.filter((text) => text !== ""))];
  return all.slice(0, MOST_KINDS).join(between) + (all.length > MOST_KINDS ? " 等" : "");
}
