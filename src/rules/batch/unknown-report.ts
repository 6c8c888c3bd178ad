import { nearest } from "../../base/similar.ts";
import { quote } from "../../base/visible.ts";
import type { BatchRule } from "../rule.ts";

/** So many findings say which id comes near. */
const MOST_HINTED = 20;

/** 报告.续 names a report that is neither among the entries nor among what was printed: the chain of its event is broken, and prints as two. */
export const unknownReport: BatchRule = {
  name: "unknown-report",
  group: "batch",
  severity: "warning",
  summary: "“续”的那一报找不到",
  stops: false,
  fixed: false,
  uses: [],
  scope: "batch",
  needs: ["report"],
  *check(entries, { published, whole }) {
    if (!whole) return;
    const known = new Set([...entries, ...published].map(({ id }) => id));
    const reports = entries.flatMap(({ id, report }) => (report === null ? [] : [id]));
    let hinted = 0;
    for (const entry of entries) {
      const follows = entry.report?.follows ?? null;
      if (follows === null || known.has(follows)) continue;
      // Where all numbers have changed at once, to look for the nearest of each would take for ever, and help nobody.
      const near =
        hinted++ < MOST_HINTED
          ? nearest(
              follows,
              reports.filter((id) => id !== entry.id),
            )
          : null;
      yield {
        entry,
        at: entry.places.of("report.follows"),
        message: `续的是“${quote(follows)}”，没有这个编号的信息，接不上前面的报告，会当作两件事`,
        hint: `${near === null ? "" : `是不是“${quote(near)}”？`}把“续”改成前一报现在的编号；前一报没有写编号的，先给它写上`,
      };
    }
  },
};
