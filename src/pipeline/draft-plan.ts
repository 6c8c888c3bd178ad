import { isoDay } from "../base/time.ts";
import type { Entry } from "../model/entry.ts";
import type { Publication } from "../model/office.ts";
import type { Dropped, Period, Plan } from "../model/plan.ts";
import type { Item } from "../model/ranking.ts";
import { betterFor } from "../rank/better.ts";
import { choose } from "../rank/choose.ts";
import { groupsOf, type RankContext } from "../rank/context.ts";
import { printedBefore } from "../rank/novelty.ts";
import { makePlan } from "../rank/plan.ts";
import { itemOf, rank } from "../rank/rank.ts";
import { WHY } from "../rank/why.ts";
import type { Survey } from "./survey.ts";

const RANKING = new WeakMap<Survey, RankContext>();

/** What the order of a survey's entries depends on; what was printed before is looked up once. */
export function rankingOf(survey: Survey): RankContext {
  const known = RANKING.get(survey);
  if (known) return known;
  const made = { ...survey.grounds, printed: printedBefore(survey.entries, survey.grounds) };
  RANKING.set(survey, made);
  return made;
}

/** The machine's order of what may be printed, and a plan of it that keeps the editor's hand. */
export function draftPlan(
  survey: Survey,
  publication: Publication,
  previous: Plan | null,
  wanted: Period | null = null,
): { plan: Plan; items: Item[] } {
  const { grounds } = survey;
  const period = previous?.period ?? wanted;
  const sound = survey.entries.filter(({ id }) => !survey.stopped.has(id));
  const { fit, unfit } = choose(sound, publication, { ...grounds, ageless: period !== null });
  const items = rank(fit, rankingOf(survey));
  const plan = makePlan({
    items,
    unfit: [...unfit, ...stoppedEntries(survey)],
    groups: groupsOf(grounds).map(({ name }) => name),
    limit: publication.limit,
    better: (entry) => betterFor(entry, publication, grounds),
    urgent: grounds.profile.urgent.category,
    previous,
    publication: publication.name,
    date: previous?.date || isoDay(period?.to ?? grounds.now.day),
    period,
  });
  return { plan, items };
}

/** An entry by itself, with its score and reasons, whether it is printed or not. */
export function itemAlone(survey: Survey, entry: Entry): Item {
  return itemOf(entry, [], rankingOf(survey));
}

/** Entries at fault, and those that could not be read at all. */
function stoppedEntries({ readings, stopped }: Survey): Dropped[] {
  const ids = new Set(readings.map(({ id }) => id).filter((id) => stopped.has(id)));
  return [...ids].map((id) => ({ id, why: whyStopped(id, { readings, stopped }) }));
}

/** Several entries of one id are one row, which names them all. */
export function whyStopped(id: string, { readings, stopped }: Pick<Survey, "readings" | "stopped">): string {
  const titles = readings.flatMap((reading) =>
    reading.id === id && reading.entry ? [`《${reading.entry.title}》`] : [],
  );
  return `${WHY.invalid}：${stopped.get(id) ?? ""}${titles.length > 1 ? titles.join("") : ""}`;
}
