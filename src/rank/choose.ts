import { archiveOf, printedOf } from "../base/archive.ts";
import { numberOf } from "../base/matters.ts";
import { expiryOf } from "../base/validity.ts";
import type { Entry } from "../model/entry.ts";
import type { Dropped } from "../model/plan.ts";
import type { Publication } from "../model/office.ts";
import type { Published } from "../model/published.ts";
import type { RankContext } from "./context.ts";
import { betterFor, isWithinCeiling, takesCategory } from "./better.ts";
import { WHY } from "./why.ts";

/** Where entries are chosen by the days they were sent in, none is too old. */
interface ChoiceContext extends RankContext {
  readonly ageless?: boolean;
}

/** Parts the entries that may be printed from those that may not, each with why. */
export function choose(
  entries: readonly Entry[],
  publication: Publication,
  context: ChoiceContext,
): { fit: Entry[]; unfit: Dropped[] } {
  const fit: Entry[] = [];
  const unfit: Dropped[] = [];
  const before = archiveOf((context.published ?? []).filter((one) => one.publication === publication.name));
  for (const entry of entries) {
    const why = whyPrinted(printedOf(entry, before).at(-1)) ?? whyNot(entry, publication, context);
    if (why === null) fit.push(entry);
    else unfit.push({ id: entry.id, why });
  }
  return { fit, unfit };
}

/** Why an entry is above the 密级上限 of a publication; null where it is not. */
export function beyondCeiling({ secrecy }: Entry, publication: Publication): string | null {
  if (isWithinCeiling(publication, secrecy)) return null;
  return `${WHY.secrecy}：该条为${secrecy}，本刊上限为${publication.ceiling}`;
}

/** A publication prints an entry once; what comes back to it, as a later report or 反馈, is another entry. */
function whyPrinted(last: Published | undefined): string | null {
  return last ? `${WHY.printed}《${last.publication}》${last.year}年${numberOf(last)}` : null;
}

function whyNot(entry: Entry, publication: Publication, context: ChoiceContext): string | null {
  const { profile, now } = context;
  const secrecy = beyondCeiling(entry, publication);
  if (secrecy !== null) return secrecy;
  const expiry = context.ageless ? null : expiryOf(entry, profile, now);
  if (expiry !== null)
    return `${WHY.expired}：${entry.category}类 ${expiry.validity.value} 天，已报送 ${expiry.age} 天`;
  if (takesCategory(publication, entry.category)) return null;
  const better = betterFor(entry, publication, context);
  return `${WHY.better}${better === null ? "别的刊物" : `《${better}》`}：本刊不收${entry.category}类`;
}
