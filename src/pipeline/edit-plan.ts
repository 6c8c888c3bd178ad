import type { Plan } from "../model/plan.ts";
import { answer } from "../rank/edit.ts";
import { accept } from "../rank/proposals.ts";
import type { Survey } from "./survey.ts";

export { change, drop, mergeInto, moveTo, restore, shift, split } from "../rank/edit.ts";

/** The editor's answer to a proposal; where it is yes, done at once. */
export function decideOn(plan: Plan, index: number, taken: boolean, { entries }: Pick<Survey, "entries">): Plan {
  const answered = answer(plan, index, taken);
  return taken ? accept(answered, new Map(entries.map((entry) => [entry.id, entry]))) : answered;
}
