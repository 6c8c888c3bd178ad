import { archiveOf, printedOf } from "../../base/archive.ts";
import { quote } from "../../base/visible.ts";
import type { Entry } from "../../model/entry.ts";
import type { Published } from "../../model/published.ts";
import type { BatchReport, BatchRule } from "../rule.ts";
import { issueOf, numberOf } from "../../base/matters.ts";

/** An entry that was printed before: an error in the same publication, else the number for the editor to know. */
export const alreadyPublished: BatchRule = {
  name: "already-published",
  group: "batch",
  severity: "error",
  summary: "这条信息已经刊登过",
  stops: false,
  fixed: false,
  uses: [],
  scope: "batch",
  needs: ["id", "category", "report"],
  *check(entries, { published }) {
    const archive = archiveOf(published);
    for (const entry of entries) {
      const printed = printedOf(entry, archive);
      if (printed.length > 0) yield before(entry, printed);
    }
  },
  *checkIssue({ publication, entries }, { published }) {
    const archive = archiveOf(published.filter((one) => one.publication === publication.name));
    for (const entry of entries) {
      const last = printedOf(entry, archive).at(-1);
      if (last) yield again(entry, last);
    }
  },
};

function before(entry: Entry, printed: readonly Published[]): BatchReport {
  const last = printed.at(-1) as Published;
  const others = printed.length > 1 ? `，此前还登过 ${printed.length - 1} 次` : "";
  return {
    entry,
    at: placeOf(entry),
    severity: "note",
    message: `已在${issueOf(last)}刊登${named(entry, last)}${others}，同一刊物不应重登`,
    hint: "编别的刊物可以用，注明已登期号；有新进展的，另写一条反馈或续报",
    forUnit: null,
  };
}

function again(entry: Entry, last: Published): BatchReport {
  return {
    entry,
    at: placeOf(entry),
    message: `本刊${last.year}年${numberOf(last)}已经登过这一条${named(entry, last)}，一种刊物只登一次`,
    hint: `在编排单里把它移到“不用”，“因”写明${numberOf(last)}已登；有新进展的，另写一条反馈或续报`,
    forUnit: null,
  };
}

/** Under which id, where it was another: found again by title, unit and time. */
function named({ id }: Entry, last: Published): string {
  return last.id === id ? "" : `（当时编号 ${quote(last.id)}，标题、单位、事发时间相同）`;
}

function placeOf({ places }: Entry): BatchReport["at"] {
  return places.of(places.has("id") ? "id" : "title");
}
