import type { ReadingRule } from "../rule.ts";

/** A 密级 or a mark of a state secret: found while reading, before any other rule, and it stops the whole run. */
export const classified: ReadingRule = {
  name: "classified",
  group: "secrecy",
  severity: "error",
  summary: "密级不是公开、内部或工作秘密，或正文带有密级标志，整次运行停止",
  stops: true,
  fixed: true,
  uses: [],
  scope: "reading",
};
