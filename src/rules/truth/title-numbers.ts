import { plainDigits, quantitiesIn, round, type Quantity } from "../../base/quantities.ts";
import { quote } from "../../base/visible.ts";
import type { Entry } from "../../model/entry.ts";
import type { BatchReport } from "../rule.ts";
import { maskQuoted } from "../../prose/masked.ts";
import { differ, type Stated } from "./stated.ts";

/** A label of the title and the first number the body has under it, where the body has the title's nowhere, nor as a sum. */
export function titleConflictsIn(stated: readonly Stated[]): [Stated, Stated][] {
  return stated.flatMap((head): [Stated, Stated][] => {
    if (head.path !== "title") return [];
    const below = stated.filter(
      ({ path, label, unit }) => path === "body" && label === head.label && unit === head.unit,
    );
    const sum = round(below.reduce((total, { value }) => total + value, 0));
    if (sum === head.value || below.some((one) => !differ(one, head))) return [];
    const whole = below.filter(({ scope, frame }) => scope === "" && frame === head.frame);
    const [first] = whole;
    return first && whole.every(({ place }) => place === first.place) ? [[head, first]] : [];
  });
}

/** Characters of the thing counted that title and body must share: two may be a common verb. */
const LEAST_NOUN = 3;

/** A number of the title that the body nowhere has, though it counts the same thing: 86名农民工, and only 88名农民工 below. */
export function* besideTitle(entry: Entry, stated: readonly Stated[]): Generator<BatchReport> {
  if (!/\d/u.test(plainDigits(entry.title))) return;
  const [title, body] = [maskQuoted(entry.title), maskQuoted(entry.body.text)];
  const below = quantitiesIn(body);
  for (const counted of quantitiesIn(title)) {
    if (counted.rough !== null || stated.some(({ path, start }) => path === "title" && start === counted.start))
      continue;
    const noun = /^\p{sc=Han}{3,6}/u.exec(title.slice(counted.end))?.[0];
    if (noun === undefined || below.some((one) => one.unit === counted.unit && !differs(one, counted))) continue;
    const others = below.filter((one) => one.unit === counted.unit && shares(body, one, noun));
    const [other] = others;
    // The title may give the sum of what the body tells apart.
    const sum = round(others.reduce((total, { value }) => total + value, 0));
    if (!other || sum === counted.value || others.some(({ rough }) => rough !== null)) continue;
    yield {
      entry,
      at: entry.places.within("body", other.start, other.end),
      message: `标题写“${quote(entry.title.slice(counted.start, counted.end + noun.length), 20)}”，正文里没有这个数，这里写“${quote(entry.body.text.slice(other.start, other.end + LEAST_NOUN), 20)}”，标题和正文应一致`,
      hint: "核对以后改成一样的；标题用的是另一个数的，在正文里写明它",
      related: [{ at: entry.places.within("title", counted.start, counted.end), message: "标题里的数" }],
    };
  }
}

function differs(a: Quantity, b: Quantity): boolean {
  return differ({ ...a, about: a.rough !== null }, { ...b, about: b.rough !== null });
}

function shares(body: string, { end }: Quantity, noun: string): boolean {
  return body.slice(end, end + LEAST_NOUN) === noun.slice(0, LEAST_NOUN);
}
