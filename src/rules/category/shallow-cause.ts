import { quote } from "../../base/visible.ts";
import type { Entry } from "../../model/entry.ts";
import { causesIn, givesReason, type Cause } from "../../prose/causes.ts";
import { hasPhrase } from "../../prose/phrases.ts";
import type { EntryRule, Report } from "../rule.ts";

/** A 问题 says why; the cause that it or a 综合 gives is its own, not 重视不够 and not the trouble once more. */
export const shallowCause: EntryRule = {
  name: "shallow-cause",
  group: "category",
  severity: "note",
  summary: "问题类信息没有写原因，或只是重复现象",
  stops: false,
  fixed: false,
  uses: ["词表.原因用语", "词表.空泛原因", "词表.同义现象", "词表.解释用语", "数值.成篇字数"],
  scope: "entry",
  needs: ["category", "title", "body"],
  *check(entry, { profile }) {
    if (entry.category !== "问题" && entry.category !== "综合") return;
    if (entry.body.text.trim() === "") return;
    const causes: Cause[] = [];
    for (const cause of causesIn(entry, profile)) {
      if (cause.empty.length === 0 && !cause.restates && !cause.single) return;
      causes.push(cause);
    }
    if (causes.length > 0) yield shallow(entry, causes);
    else if (entry.category === "问题" && !hasPhrase(entry.title, profile, "原因用语") && !givesReason(entry, profile))
      yield absent(entry);
  },
};

const DEEPER = "写到能对症下药的一层：是资金、设备、人手、制度、市场还是天气，差在哪里、差多少，最好有数据";

function absent(entry: Entry): Report {
  return {
    at: entry.places.of("category"),
    message: `没有看到写明的原因，${entry.category}类信息应当写明为什么会这样`,
    hint: DEEPER,
  };
}

function shallow(entry: Entry, causes: readonly Cause[]): Report {
  // One word is told as such only where nothing else is given.
  const [first] = (causes.some(({ single }) => !single) ? causes.filter(({ single }) => !single) : causes) as [Cause];
  const words = [...new Set(causes.flatMap(({ empty }) => empty))].slice(0, 3);
  const said = words.map((word) => `“${quote(word, 20)}”`).join("");
  return {
    at: entry.places.within("body", first.start, first.end),
    message:
      words.length > 0
        ? `原因只写了${said}，放在哪件事上都说得通，应当写明这件事具体的成因`
        : first.single
          ? `原因只写了“${quote(first.text.replace(/^[是在于为\s]+/u, ""))}”，只有一个词，应当写明为什么会这样`
          : `原因“${quote(first.text.replace(/^[是在于为\s]+/u, "").replaceAll("\n", " "), 30)}”只是把问题又说了一遍，应当写明为什么会这样`,
    hint: DEEPER,
  };
}
