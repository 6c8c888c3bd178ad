import { OPEN_SECRECY, type Entry } from "../model/entry.ts";
import type { Office, Publication } from "../model/office.ts";
import type { Profile } from "../model/profile.ts";

/** The publication that suits an entry best besides this one: of the office's own where one takes it, else what the profile names. */
export function betterFor(
  entry: Pick<Entry, "category" | "secrecy">,
  publication: Publication,
  { office, profile }: { readonly office: Office; readonly profile: Profile },
): string | null {
  const suited = (profile.categories.get(entry.category)?.suits ?? []).filter((name) => name !== publication.name);
  const own = new Map(office.publications.map((one) => [one.name, one]));
  const listed = suited.find((name) => {
    const known = own.get(name);
    return known !== undefined && takes(known, entry);
  });
  return listed ?? suited.find((name) => !own.has(name)) ?? null;
}

/** Whether a publication takes entries of this category and 密级. */
function takes(publication: Publication, { category, secrecy }: Pick<Entry, "category" | "secrecy">): boolean {
  return takesCategory(publication, category) && isWithinCeiling(publication, secrecy);
}

/** Whether a publication takes entries of this category. */
export function takesCategory({ takes: categories }: Publication, category: string): boolean {
  return categories.length === 0 || categories.includes(category);
}

/** Whether a 密级 is within what a publication may print. */
export function isWithinCeiling({ ceiling }: Publication, secrecy: Entry["secrecy"]): boolean {
  return OPEN_SECRECY.findIndex((known) => known === secrecy) <= OPEN_SECRECY.indexOf(ceiling);
}
