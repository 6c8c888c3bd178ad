import type { Entry } from "../../model/entry.ts";
import type { Profile } from "../../model/profile.ts";
import { doersOf, type Doers } from "../shared/doers.ts";
import { maskTitles } from "../shared/masked.ts";
import { headingOf, linesUnder, outlineOf, type OutlineLine } from "../shared/outline.ts";
import { asksIn } from "../shared/requests.ts";
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
    const lines = outlineOf(entry.body.text);
    const last = lines.at(-1);
    if (!last || asks(entry, lines, { profile, doers: doersOf(entry, profile, office) })) return;
    yield {
      at: entry.places.within("body", last.start, last.start + last.text.length),
      message: "全文没有请谁办什么，问题类信息应当写明请求上级或有关单位解决什么",
      hint: "在末尾写明请哪个单位、办什么、何时办成，如“请县水利局11月30日前……”；需要几家办的写明由谁牵头",
    };
  },
};

function asks(
  entry: Entry,
  lines: readonly OutlineLine[],
  { profile, doers }: { profile: Profile; doers: Doers },
): boolean {
  const text = maskTitles(`${entry.title}\n${entry.body.text}`);
  return asksIn(text, profile, doers) || lines.some((line, index) => isRequestHeading(line) && holdsMore(lines, index));
}

/** 四、工作建议: what stands below it is asked for, whatever words it is put in. */
function isRequestHeading(line: OutlineLine): boolean {
  return /(?:建议|请求(?:事项)?|对策)$/u.test(headingOf(line)?.trim() ?? "");
}

function holdsMore(lines: readonly OutlineLine[], index: number): boolean {
  const line = lines[index];
  return line !== undefined && (linesUnder(lines, index).length > 0 || /[。：:]./u.test(line.text));
}
