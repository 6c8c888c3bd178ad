import type { Entry } from "../model/entry.ts";
import { asksSomebody } from "../prose/asking.ts";
import { causesIn } from "../prose/causes.ts";
import { doersOf } from "../prose/doers.ts";
import { judgedAdvice, type AdviceItem } from "../prose/judged-advice.ts";
import type { RankContext } from "./context.ts";

/** What an entry has beyond telling what is: null where it has not, else the words that show it. */
export interface Substance {
  readonly cause: string | null;
  readonly advice: string | null;
  /** Whether the advice names who is to act. */
  readonly workable: boolean;
}

/** A cause of its own that is known, and advice that is more than 加强领导. */
export function substanceOf(entry: Entry, context: Pick<RankContext, "profile" | "office">): Substance {
  const advice = adviceIn(entry, context);
  const named = advice.find(({ missing }) => !missing.includes("由谁办"));
  const [first] = named ? [named] : advice;
  return {
    cause: causeOf(entry, context),
    advice: first?.item.text ?? null,
    workable: named !== undefined,
  };
}

/** Not known yet is honestly told, and is no cause to decide by. */
const UNKNOWN = /不明|不详|不清楚|未查明|未查清|正在(?:调查|核查|排查)|有待|待查/u;

function causeOf(entry: Entry, { profile }: Pick<RankContext, "profile">): string | null {
  for (const cause of causesIn(entry, profile)) {
    if (cause.empty.length > 0 || cause.restates || cause.single || UNKNOWN.test(cause.text)) continue;
    return cause.text;
  }
  return null;
}

/** What is advised and says what is to be done. */
function adviceIn(entry: Entry, { profile, office }: Pick<RankContext, "profile" | "office">): AdviceItem[] {
  if (!asksSomebody(entry, profile, office)) return [];
  const items = judgedAdvice(entry, profile, doersOf(entry, profile, office));
  return items.filter(({ missing }) => !missing.includes("办什么"));
}
