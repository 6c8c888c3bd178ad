import type { EntryRule } from "../rule.ts";

export const mediaFirst: EntryRule = {
  name: "media-first",
  group: "procedure",
  severity: "warning",
  summary: "媒体先于县委办知情",
  stops: false,
  fixed: false,
  uses: [],
  scope: "entry",
  needs: [],
  *check() {},
};
