import type { BodyBlock, Run } from "../../model/body.ts";
import type { Entry } from "../../model/entry.ts";
import type { Figure, Profile } from "../../model/profile.ts";
import type { EntryRule } from "../rule.ts";
import { basisOf, countChars } from "../shared/wording.ts";

/** 篇幅 of the body by category; a 首报 has its own limit and no lower one. */
export const bodyLength: EntryRule = {
  name: "body-length",
  group: "writing",
  severity: "warning",
  summary: "正文篇幅超出本类别的上限或不足下限",
  stops: false,
  fixed: false,
  uses: ["首报字数", "类别.篇幅下限", "类别.篇幅上限"],
  scope: "entry",
  needs: ["category", "body", "report"],
  *check(entry, { profile }) {
    const { kind, least, most } = limitsOf(entry, profile);
    const count = countChars(entry.body.blocks.map(textOf).join(""));
    const over = most !== null && count > most.value ? most : null;
    const under = least !== null && count < least.value ? least : null;
    const broken = over ?? under;
    if (broken === null || count === 0) return;
    yield {
      at: firstLine(entry),
      message: `正文 ${count} 字，${kind}应${over ? "不超过" : "不少于"} ${broken.value} 字${basisOf(broken)}`,
      hint: over ? "删去背景、过程和套话，只留事实、原因和建议" : "补上本类别要求的要素；只有一两句话的，改作动态报送",
    };
  },
};

function limitsOf(entry: Entry, profile: Profile): { kind: string; least: Figure | null; most: Figure | null } {
  if (entry.report?.stage === "首报") return { kind: "首报", least: null, most: profile.firstReportLength };
  const category = profile.categories.get(entry.category);
  return { kind: `${entry.category}类信息`, least: category?.minLength ?? null, most: category?.maxLength ?? null };
}

function firstLine(entry: Entry): ReturnType<Entry["places"]["of"]> {
  const start = entry.body.text.search(/\S/u);
  const end = entry.body.text.indexOf("\n", start);
  return entry.places.within("body", Math.max(0, start), end < 0 ? entry.body.text.length : end);
}

function textOf(block: BodyBlock): string {
  if (block.kind === "heading") return plain(block.head) + plain(block.rest);
  if (block.kind === "table") return [...block.head, ...block.rows.flat()].map(plain).join("");
  return plain(block.runs);
}

function plain(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join("");
}
