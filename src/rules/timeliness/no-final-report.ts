import { showMoment } from "../../base/time.ts";
import type { BatchRule } from "../rule.ts";
import { openEventsOf } from "../shared/open-events.ts";
import { silenceBeyond } from "../shared/urgent-events.ts";
import { basisOf } from "../shared/wording.ts";

/** Every event is to be closed: one that was reported and then fell silent wants its 终报. */
export const noFinalReport: BatchRule = {
  name: "no-final-report",
  group: "timeliness",
  severity: "warning",
  summary: "事件只有首报、续报，过了期限没有终报",
  stops: false,
  fixed: false,
  uses: ["数值.终报期限", "数值.旧档天数"],
  scope: "batch",
  // Nothing: a 终报 with one field that cannot be read is a 终报 all the same, so unread reports are looked at below.
  needs: [],
  *check(entries, context) {
    const { profile, now, whole } = context;
    const limit = profile.figures.get("终报期限");
    if (!whole || !limit) return;
    for (const event of openEventsOf(entries, context)) {
      const silence = silenceBeyond(event, limit, { now, profile });
      if (silence === null) continue;
      const { lead, entry, at, last, reports } = event;
      const count = reports.length > 1 ? `，共 ${reports.length} 报` : "";
      yield {
        entry,
        at,
        message: `${lead}最后一报（${showMoment(last)}${count}）过了 ${silence}，没有终报，应在最后一报后 ${limit.value} ${limit.unit}内终报${basisOf(limit)}`,
        hint: "处置已经结束的，补报终报：处置结果、当前情况、善后和下一步；没有结束的，续报最新进展；已经终报的，在终报里写明“报告.续”",
      };
    }
  },
};
