import { editionContent, type Edition } from "../compose/content.ts";
import type { Finding } from "../model/diagnostic.ts";
import type { Office } from "../model/office.ts";
import { setPaper, type Form, type Paper } from "./paper.ts";

/** An issue on pages: the draft and the signed issue are set by the same rules. */
export function setEdition(form: Form, edition: Edition): { paper: Paper | null; findings: readonly Finding[] } {
  return setPaper(form, editionContent(edition), namesOf(edition.office));
}

/** Names that a title does not part. */
function namesOf({ units, themes }: Office): string[] {
  const short = units.flatMap((unit) => (unit.short === null ? [] : [unit.short]));
  return [...units.map(({ name }) => name), ...short, ...themes.map(({ name }) => name)];
}
