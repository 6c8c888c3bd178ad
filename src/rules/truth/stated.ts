import { round } from "../../base/quantities.ts";
import { quote } from "../../base/visible.ts";
import type { Entry } from "../../model/entry.ts";
import type { Place } from "../../model/source.ts";
import type { Mention } from "../shared/mentions.ts";

/** A number as it stands in title or body of an entry. */
export interface Stated extends Mention {
  readonly path: "title" | "body";
  readonly entry: Entry;
}

/** Whether two numbers cannot both be right: not the one rounded to the other, nor 约 and near. */
export function differ(
  a: Pick<Mention, "value" | "step" | "about">,
  b: Pick<Mention, "value" | "step" | "about">,
): boolean {
  const gap = round(Math.abs(a.value - b.value));
  if (a.about || b.about) return gap > Math.max(a.value, b.value) * ABOUT;
  return gap >= Math.max(a.step, b.step);
}

/** 约 is not meant to be nearer than this. */
const ABOUT = 0.1;

/** Where a stated number stands. */
export function placeOf({ entry, path, start, end }: Stated): Place {
  return entry.places.within(path, start, end);
}

/** A stated number as it is written. */
export function written({ entry, path, start, end }: Stated): string {
  return quote((path === "title" ? entry.title : entry.body.text).slice(start, end), 20);
}
