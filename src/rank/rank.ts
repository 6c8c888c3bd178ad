import { byCodePoint } from "../base/order.ts";
import type { Entry } from "../model/entry.ts";
import type { Item } from "../model/ranking.ts";
import { groupsOf, type RankContext } from "./context.ts";
import { joinEvents } from "../base/events.ts";
import { placeOf } from "./score.ts";

/** All items in the order leaders should read them: by group, score, 报送时间, then id. The order of `entries` does not matter. */
export function rank(entries: readonly Entry[], context: RankContext): Item[] {
  const order = new Map(groupsOf(context).map(({ name }, index) => [name, index]));
  const items = joinEvents(entries.toSorted((a, b) => byCodePoint(a.id, b.id))).map(({ newest, earlier }) =>
    itemOf(newest, earlier, context),
  );
  return items.toSorted((a, b) => (order.get(a.group) ?? 0) - (order.get(b.group) ?? 0) || compareItems(a, b));
}

/** An entry with its reasons; its group is the profile's, whatever a plan says. */
export function itemOf(entry: Entry, earlier: readonly Entry[], context: RankContext): Item {
  const { group, reasons } = placeOf(entry, context);
  const score = reasons.reduce((sum, { points }) => sum + points, 0);
  return { entry, earlier, group, score, reasons };
}

function compareItems(a: Item, b: Item): number {
  return b.score - a.score || earlierFirst(a.entry, b.entry) || byCodePoint(a.entry.id, b.entry.id);
}

/** A day without a time stands behind the times of that day: were it equal to each of them, there would be no order. */
function earlierFirst({ submitted: a }: Entry, { submitted: b }: Entry): number {
  if (!a || !b) return a ? -1 : b ? 1 : 0;
  return a.day - b.day || (a.clock ?? Infinity) - (b.clock ?? Infinity) || 0;
}
