import type { Finding, Severity } from "../model/diagnostic.ts";
import type { Standing } from "../model/layout.ts";
import { wholeFile, type Place } from "../model/source.ts";
import type { Check, Context, Fault, Ground } from "./check.ts";
import { CHECKS } from "./index.ts";
import type { Paragraph } from "./paper/types.ts";

/** A fault with the check that found it. */
export interface Found {
  readonly check: Check;
  readonly fault: Fault;
}

/** Everything the checks find, in the order of the checks. */
export function findFaults(context: Context): Found[] {
  return CHECKS.flatMap((check) => [...check.check(context)].map((fault) => ({ check, fault })));
}

const SEVERITIES: Readonly<Record<Standing, Severity>> = { 规定: "error", 推荐: "warning", 实务: "note" };

/** Places named besides the first: who mends one style mends them all. */
const MOST_NAMED = 20;

/** Faults as findings: what many paragraphs have in common is one, at the first of them. */
export function findingsOf(found: readonly Found[], context: Context): Finding[] {
  const groups = new Map<string, Found[]>();
  for (const each of found) {
    const key = `${each.check.name}\n${each.fault.message}`;
    const own = groups.get(key);
    if (own) own.push(each);
    else groups.set(key, [each]);
  }
  return [...groups.values()].map((all) => findingOf(all, context));
}

function findingOf(all: readonly Found[], context: Context): Finding {
  const [{ check, fault }] = all as [Found];
  const ground = fault.ground ?? check.ground;
  const paragraphs = new Set(all.map((each) => each.fault.at).filter((at) => at !== null));
  const more = paragraphs.size > 1 ? `等 ${paragraphs.size} 段` : "";
  const where = fault.at === null ? "" : `${placeWords(fault.at, context)}${more}：`;
  return {
    rule: check.name,
    severity: SEVERITIES[ground.standing],
    message: `${where}${fault.message}（${groundWords(ground)}）`,
    hint: fault.hint,
    at: placeOf(fault, context),
    entry: null,
    related: all.slice(1, MOST_NAMED + 1).map((each) => ({
      at: placeOf(each.fault, context),
      message: each.fault.at === null ? "" : placeWords(each.fault.at, context),
    })),
  };
}

/** `规定：GB/T 9704-2012 7.5`. */
function groundWords({ standing, basis }: Ground): string {
  return basis === "" ? standing : `${standing}：${basis}`;
}

/** `第 3 页第 12 段`; the page of a file that was not made here is an estimate. */
function placeWords({ index }: Paragraph, { setting, ours }: Context): string {
  return `${ours ? "第" : "约第"} ${setting.pageOf(index)} 页第 ${index} 段`;
}

/** A paragraph stands for its line; a fault of all of it is at its beginning. */
function placeOf({ at, range }: Fault, { paper: { source } }: Context): Place {
  if (at === null) return wholeFile(source);
  const [from, to] = range ?? [0, 0];
  return { source, start: at.start + from, end: at.start + to };
}
