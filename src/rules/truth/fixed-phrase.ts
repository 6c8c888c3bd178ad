import { quote } from "../../base/visible.ts";
import type { Office } from "../../model/office.ts";
import type { EntryRule, Report } from "../rule.ts";
import { maskTitles } from "../../prose/masked.ts";
import { overlaps, within } from "../shared/overlaps.ts";
import { fixOf, placeIn, printedOf, type Printed } from "../shared/printed.ts";
import { findWords, type Found } from "../../prose/sentences.ts";
import { nearMisses } from "./near-phrases.ts";

/** The office's 规范表述 in a way it lists as wrong, or one character off. */
export const fixedPhrase: EntryRule = {
  name: "fixed-phrase",
  group: "truth",
  severity: "warning",
  summary: "规范表述写走了样",
  stops: true,
  fixed: false,
  uses: ["数值.规范表述字数"],
  scope: "entry",
  needs: [],
  *check(entry, { office, profile }) {
    const book = bookOf(office);
    if (book.rights.length === 0) return;
    const least = profile.figures.get("规范表述字数")?.value ?? null;
    for (const printed of printedOf(entry)) {
      const text = maskTitles(printed.text);
      const exact = findWords(text, book.rights);
      const wrong = listed(text, exact, book);
      for (const { found, right } of wrong) yield reportOf(printed, found, right);
      if (least === null) continue;
      for (const right of book.rights.filter(({ length }) => length >= least))
        for (const found of nearMisses(text, right))
          if (isOdd(found, right, { exact, wrong })) yield nearOf(printed, found, right);
    }
  },
};

/** The phrases of an office, ready to be looked for. */
interface Book {
  readonly rights: readonly string[];
  /** What each wrong way should be. */
  readonly wrongs: ReadonlyMap<string, string>;
}

const BOOKS = new WeakMap<Office, Book>();

function bookOf(office: Office): Book {
  const known = BOOKS.get(office);
  if (known) return known;
  const rights = [...new Set(office.phrases.map(({ right }) => right).filter((right) => right !== ""))];
  const wrongs = new Map(
    office.phrases.flatMap(({ right, wrong }) => wrong.map((one): [string, string] => [one, right])),
  );
  for (const right of rights) wrongs.delete(right);
  const book = { rights, wrongs };
  BOOKS.set(office, book);
  return book;
}

interface Wrong {
  readonly found: Found;
  readonly right: string;
}

/** Ways that the office lists as wrong; what is part of a right phrase, or of a longer wrong one, is none. */
function listed(text: string, exact: readonly Found[], { wrongs }: Book): Wrong[] {
  let end = 0;
  return findWords(text, [...wrongs.keys()]).flatMap((found) => {
    const right = wrongs.get(found.word);
    if (right === undefined || found.start < end || exact.some((one) => within(found, one))) return [];
    end = found.end;
    return [{ found, right }];
  });
}

/** Whether a near miss is no part of another phrase, and has nothing to do with the phrase written right beside it. */
function isOdd(
  found: Found,
  right: string,
  { exact, wrong }: { exact: readonly Found[]; wrong: readonly Wrong[] },
): boolean {
  if (wrong.some((one) => overlaps(one.found, found))) return false;
  return !exact.some((one) =>
    one.word === right ? overlaps(one, found) : overlaps(one, found) && !within(one, found),
  );
}

/** The office has said what is wrong and what is right: there is one answer. */
function reportOf(printed: Printed, { word, start, end }: Found, right: string): Report {
  return {
    at: placeIn(printed, start, end),
    message: `“${quote(word)}”不是规范表述，应为“${quote(right)}”`,
    hint: `改为“${quote(right)}”`,
    ...fixOf(printed, [[start, end, right]]),
  };
}

function nearOf(printed: Printed, { word, start, end }: Found, right: string): Report {
  return {
    at: placeIn(printed, start, end),
    message: `“${quote(word)}”与规范表述“${quote(right)}”差一个字，应与规范表述一致`,
    hint: `核对后改为“${quote(right)}”；确是另一个说法的，把它也列入 zhuanbao.yaml 的“规范表述”`,
    forUnit: `核对后改为“${quote(right)}”；确是另一个说法的，请告知县委办`,
  };
}
