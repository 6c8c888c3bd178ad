import { nearest } from "../../base/similar.ts";
import { quote } from "../../base/visible.ts";
import type { EntryRule } from "../rule.ts";

/** 类别 is one of the profile's. */
export const unknownCategory: EntryRule = {
  name: "unknown-category",
  group: "category",
  severity: "error",
  summary: "类别不在规则集中",
  stops: true,
  fixed: false,
  uses: [],
  scope: "entry",
  // It judges 类别 itself: the engine keeps rules that need a category silent where it is unknown.
  needs: [],
  *check(entry, { profile }) {
    const { category } = entry;
    if (entry.broken.has("category") || category === "" || profile.categories.has(category)) return;
    const names = [...profile.categories.keys()];
    const meant = names.find((name) => category.includes(name)) ?? nearest(category, names);
    yield {
      at: entry.places.of("category"),
      message: `没有类别“${quote(category)}”，应为${names.join("、")}之一`,
      hint: meant === null ? "从上面的类别中选一个" : `是不是“${meant}”？`,
      forUnit: meant === null ? `改为${names.join("、")}之一` : `改为“${meant}”；不是这一类的，改为最合适的一类`,
    };
  },
};
