import { profileOf, type Desk } from "./desk.ts";

/** A question that is put, and whether it must be answered. */
export interface Step {
  readonly flag: string;
  readonly required: boolean;
}

const must = (...flags: string[]): Step[] => flags.map((flag) => ({ flag, required: true }));
const may = (...flags: string[]): Step[] => flags.map((flag) => ({ flag, required: false }));

/** What is asked of a report by telephone: enough for a 首报, in under a minute. */
const PHONE_COURSE: readonly Step[] = [
  ...must("unit", "reporter", "phone-number", "title", "occurred"),
  ...may("place", "casualties", "told-superior", "told-leader", "taker"),
  ...must("body"),
];

/** What is asked of an entry of this category, in order: only what it needs. */
export function courseOf(desk: Desk, category: string): readonly Step[] {
  if (desk.phone) return PHONE_COURSE;
  const profile = profileOf(desk);
  const basic = must("title", "unit", "reporter");
  if (category === profile.urgent.category) {
    const first = [...basic, ...must("phone-number", "approver", "secrecy", "occurred")];
    const rest = may("kind", "received", "place", "source", "verified", "casualties", "loss", "onsite");
    return [...first, ...rest, ...may("told-office", "taker", "told-superior", "told-leader"), ...must("body")];
  }
  const fields = new Set<string>(profile.categories.get(category)?.elements.flatMap((element) => element.fields));
  const wanted = ["occurred", "place", "casualties"].filter((name) => fields.has(name));
  return [
    ...basic,
    ...may("phone-number"),
    ...must("approver", "secrecy"),
    ...may(...wanted, "source", "verified"),
    ...must("body"),
  ];
}
