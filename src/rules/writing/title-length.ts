import type { EntryRule } from "../rule.ts";
import { basisOf, countChars } from "../shared/wording.ts";

/** A title fits one line. */
export const titleLength: EntryRule = {
  name: "title-length",
  group: "writing",
  severity: "warning",
  summary: "标题过长",
  stops: false,
  fixed: false,
  uses: ["标题字数"],
  scope: "entry",
  needs: ["title"],
  *check(entry, { profile }) {
    const limit = profile.titleLength;
    const count = countChars(entry.title);
    if (limit === null || count <= limit.value) return;
    yield {
      at: entry.places.of("title"),
      message: `标题 ${count} 字，应不超过 ${limit.value} 字${basisOf(limit)}`,
      hint: "只留“单位 + 事情”，时间、背景和修饰语移到正文",
    };
  },
};
