import type { Plan } from "../model/plan.ts";
import { itemAlone } from "./draft-plan.ts";
import { answer } from "../rank/edit.ts";
import { accept } from "../rank/proposals.ts";
import type { Survey } from "./survey.ts";

export { change, drop, mergeInto, moveTo, restore, shift, split } from "../rank/edit.ts";

/** The editor's answer to a proposal; where it is yes, done at once. */
export function decideOn(plan: Plan, index: number, taken: boolean, survey: Survey): Plan {
  const answered = answer(plan, index, taken ? "是" : "否");
  if (!taken) return answered;
  const entries = new Map(survey.entries.map((entry) => [entry.id, entry]));
  return accept(answered, entries, (entry) => itemAlone(survey, entry).group);
}
