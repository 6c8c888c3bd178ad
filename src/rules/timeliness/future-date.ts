import { compareMoments, showMoment } from "../../base/time.ts";
import type { EntryRule } from "../rule.ts";
import { adviceOnNotice, liesAhead, timesOf } from "../shared/times.ts";

/** A time later than now; only 事发时间 of a forecast or of a planned matter may be. */
export const futureDate: EntryRule = {
  name: "future-date",
  group: "timeliness",
  severity: "error",
  summary: "时间晚于现在",
  stops: true,
  fixed: false,
  uses: [],
  scope: "entry",
  needs: ["category", "stage"],
  *check(entry, { profile, now }) {
    const ahead = liesAhead(entry, profile);
    for (const { name, path, at } of timesOf(entry)) {
      if (compareMoments(at, now) <= 0 || (ahead && path === "occurred")) continue;
      const mend = `核对年、月、日和钟点，改成实际时间${path === "occurred" ? adviceOnNotice(entry, profile) : ""}`;
      yield {
        at: entry.places.of(path),
        message: `${name} ${showMoment(at)} 晚于现在（${showMoment(now)}）`,
        hint: `${mend}；时间没写错的，检查本机时钟或 --date`,
        forUnit: mend,
      };
    }
  },
};
