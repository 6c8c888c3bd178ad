import { outlineOf } from "../../prose/outline.ts";
import { asksSomebody } from "../../prose/asking.ts";
import type { EntryRule } from "../rule.ts";

/** A 问题 must ask somebody to act: any body that is asked meets it, in the title too. */
export const noRequest: EntryRule = {
  name: "no-request",
  group: "category",
  severity: "warning",
  summary: "问题类信息没有请谁办什么",
  stops: false,
  fixed: false,
  uses: ["词表.请求用语", "词表.请托用语", "词表.承办单位", "词表.笼统单位"],
  scope: "entry",
  needs: ["category", "title", "body", "unit"],
  *check(entry, { profile, office }) {
    if (entry.category !== "问题") return;
    const last = outlineOf(entry.body.text).at(-1);
    if (!last || asksSomebody(entry, profile, office)) return;
    yield {
      at: entry.places.within("body", last.start, last.start + last.text.length),
      message: "全文没有请谁办什么，问题类信息应当写明请求上级或有关单位解决什么",
      hint: "在末尾写明请哪个单位、办什么、何时办成，如“请县水利局11月30日前……”；需要几家办的写明由谁牵头",
    };
  },
};
