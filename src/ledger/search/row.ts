import { fingerprint } from "../../base/fingerprint.ts";
import { fold } from "../../base/fold.ts";

/** What of an entry is searched, as it stands. */
export interface Searched {
  readonly title: string;
  readonly units: readonly string[];
  readonly themes: readonly string[];
  readonly place: string | null;
  readonly group: string | null;
  readonly text: string;
}

/** The parts of a row: title, what is known of the entry, text. */
export const PART = "\u0000";
/** Within what is known: units, themes, place, group; and several units or themes. */
const FIELD = "\u0001";
const ITEM = "\u0002";

/** A row of the index: everything folded, in one line. */
export interface Row {
  readonly title: string;
  readonly known: string;
  readonly text: string;
}

export function rowOf({ title, units, themes, place, group, text }: Searched): Row {
  const plain = (value: string): string => fold(value).replace(/[\u0000-\u0002]/gu, " ");
  const list = (values: readonly string[]): string => values.map((value) => `${plain(value)}${ITEM}`).join("");
  const known = [list(units), list(themes), plain(place ?? ""), plain(group ?? "")].join(FIELD);
  return { title: plain(title), known, text: plain(text) };
}

/** What is known of a row, taken apart. */
export interface Known {
  readonly units: readonly string[];
  readonly themes: readonly string[];
  readonly place: string;
}

export function knownOf(known: string): Known {
  const [units = "", themes = "", place = ""] = known.split(FIELD);
  return { units: units.split(ITEM).slice(0, -1), themes: themes.split(ITEM).slice(0, -1), place };
}

/** The row as it is written. */
export function lineOf({ title, known, text }: Row): string {
  return [title, known, text, ""].join(PART);
}

/** 32 bits of a text, signed: tells two texts apart, but for one chance in four thousand million. */
export function hash32(text: string): number {
  return Number.parseInt(fingerprint(text).slice(-8), 16) | 0;
}
