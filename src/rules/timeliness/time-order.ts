import { compareMoments, showMoment } from "../../base/time.ts";
import type { EntryRule } from "../rule.ts";
import { adviceOnNotice, liesAhead, timesOf, type Timed } from "../shared/times.ts";

/** 事发 ≤ 接报 ≤ 报送, and nobody told before it happened. */
export const timeOrder: EntryRule = {
  name: "time-order",
  group: "timeliness",
  severity: "error",
  summary: "事发、接报、报送的先后颠倒",
  stops: true,
  fixed: false,
  uses: [],
  scope: "entry",
  needs: ["category", "stage", "occurred", "received", "submitted", "timeline"],
  *check(entry, { profile }) {
    if (liesAhead(entry, profile)) return;
    const times = timesOf(entry);
    const occurred = times.find(({ path }) => path === "occurred");
    const received = times.find(({ path }) => path === "received");
    for (const time of times) {
      const before = earlierThan(time, [occurred, time.path === "submitted" ? received : undefined]);
      if (before === null) continue;
      yield {
        at: entry.places.of(time.path),
        message: `${time.name} ${showMoment(time.at)} 早于${before.name} ${showMoment(before.at)}，应不早于它`,
        hint: `核对两处时间，把写错的一处改成实际时间${time.path === "submitted" ? adviceOnNotice(entry, profile) : ""}`,
        related: [{ at: entry.places.of(before.path), message: `${before.name}写在这里` }],
      };
    }
  },
};

const JUDGED = /^(?:received|submitted|timeline\.)/u;

function earlierThan(time: Timed, others: readonly (Timed | undefined)[]): Timed | null {
  if (!JUDGED.test(time.path)) return null;
  return others.find((other) => other !== undefined && compareMoments(time.at, other.at) < 0) ?? null;
}
