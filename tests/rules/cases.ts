import { parse } from "yaml";
import { placeOf, repoFile } from "./harness.ts";

/** One readable case of `cases/<rule>.yaml`. */
export interface Case {
  readonly name: string;
  /** The entry, with `⟦ ⟧` about every place where the rule is to fire taken out. */
  readonly text: string;
  readonly expected: readonly string[];
  readonly says: readonly string[];
  readonly now: string | undefined;
  readonly profile: string | undefined;
}

interface RawCase {
  readonly 名: string;
  readonly 改?: string;
  readonly 级别?: string;
  readonly 含?: string | string[];
  readonly 现在?: string;
  readonly 规则集?: string;
}

/**
 * Reads the cases of a rule. `底稿` is a sound entry; `改` holds the keys a case sets or replaces (`键: 无` takes one away);
 * `⟦…⟧` marks where the rule must fire, with the severity `级别` (error unless said); without marks it must be quiet.
 */
export function casesOf(rule: string): Case[] {
  const raw = parse(repoFile(`tests/rules/cases/${rule}.yaml`)) as { 底稿: string; 级别?: string; 用例: RawCase[] };
  return raw.用例.map((one) => {
    const marked = merged(raw.底稿, one.改 ?? "");
    const { text, places } = unmarked(marked);
    const severity = one.级别 ?? raw.级别 ?? "error";
    return {
      name: one.名,
      text,
      expected: places.map((place) => `${place} ${severity}`),
      says: [one.含 ?? []].flat(),
      now: one.现在,
      profile: one.规则集,
    };
  });
}

/** The top-level keys of an entry with all their lines. */
function blocks(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const block of text.split(/^(?=[^\s⟧-])/mu)) found.set((/^⟦?([^:⟦⟧]+)/u.exec(block)?.[1] ?? "").trim(), block);
  return found;
}

function merged(base: string, change: string): string {
  const all = new Map([...blocks(base), ...blocks(change)]);
  return [...all.values()].filter((block) => !/^[^:]+: 无\s*$/u.test(block)).join("");
}

function unmarked(marked: string): { text: string; places: string[] } {
  const ranges: [number, number][] = [];
  const open: [number, number][] = [];
  let text = "";
  for (const char of marked) {
    if (char === "⟦") ranges.push(open[open.push([text.length, text.length]) - 1] as [number, number]);
    else if (char === "⟧") (open.pop() as [number, number])[1] = text.length;
    else text += char;
  }
  return { text, places: ranges.map(([start, end]) => placeOf(text, start, end)) };
}
