import { showMoment } from "../../base/time.ts";
import { quote } from "../../base/visible.ts";
import type { EntryRule } from "../rule.ts";
import { earliest, rowsTo, toldCounty, type Told } from "../shared/told.ts";

/** Others know, and 县委办 was never told: 漏报. */
export const missedReport: EntryRule = {
  name: "missed-report",
  group: "procedure",
  severity: "error",
  summary: "上级部门或媒体已知情，县委办没有收到任何报告",
  stops: false,
  fixed: false,
  uses: [],
  scope: "entry",
  needs: ["timeline", "submitted", "channel"],
  *check(entry) {
    if (toldCounty(entry).length > 0) return;
    const others = (["上级部门", "媒体"] as const).flatMap((to) => {
      const first = earliest(rowsTo(entry, to));
      return first === null ? [] : [{ to, first }];
    });
    const [one, other] = others;
    if (!one) return;
    const knew = others.map(({ to, first }) => `${to}${nameOf(first)} ${showMoment(first.at)}`).join("、");
    yield {
      at: entry.places.of(one.first.path),
      message: `${knew} 已知情，没有报县委办的任何记录，属漏报，应首先报县委办`,
      hint: "立即电话报县委办，再补书面报告；已经报过的，在报送记录中补记时间和接报人；依法应报上级的照常报告",
      related: other ? [{ at: entry.places.of(other.first.path), message: `${other.to}在这里知情` }] : [],
    };
  },
};

function nameOf({ name }: Told): string {
  return name ? `（${quote(name)}）` : "";
}
