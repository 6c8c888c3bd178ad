import { compareMoments, showMoment } from "../../base/time.ts";
import { quote } from "../../base/visible.ts";
import type { EntryRule } from "../rule.ts";
import { earliest, rowsTo, toldCounty } from "../shared/told.ts";

/** 媒体 knew before 县委办. Where nobody told 县委办 at all, missed-report says so. */
export const mediaFirst: EntryRule = {
  name: "media-first",
  group: "procedure",
  severity: "warning",
  summary: "媒体先于县委办知情",
  stops: false,
  fixed: false,
  uses: [],
  scope: "entry",
  needs: ["timeline", "submitted", "channel"],
  *check(entry) {
    const media = earliest(rowsTo(entry, "媒体"));
    const county = toldCounty(entry);
    const first = earliest(county);
    // In one minute, or on one day without a time, nobody was first.
    if (media === null || first === null || county.some(({ at }) => compareMoments(at, media.at) <= 0)) return;
    const { name } = media;
    yield {
      at: entry.places.of(media.path),
      message: `媒体${name ? `（${quote(name)}）` : ""} ${showMoment(media.at)} 已知情，县委办 ${showMoment(first.at)} 才知情，应先报县委办`,
      hint: "照常编发，说明为什么慢于媒体；县委办另有更早的电话的，在报送记录中补记；同时跟踪媒体反应，及时续报",
      forUnit: "说明为什么慢于媒体；县委办另有更早的电话的，在报送记录中补记；同时跟踪媒体反应，及时续报",
      related: [{ at: entry.places.of(first.path), message: "县委办最早在这里知情" }],
    };
  },
};
