import { quote } from "../../base/visible.ts";
import type { BodyBlock, Run } from "../../model/body.ts";
import type { Entry } from "../../model/entry.ts";
import type { Office } from "../../model/office.ts";
import type { Figure, Profile } from "../../model/profile.ts";
import type { EntryRule, Report } from "../rule.ts";
import { basisOf, countChars } from "../shared/wording.ts";
import { isAttached, isHollow } from "./hollow.ts";

/** 篇幅 of the body by category; a 首报 has its own limit and no lower one. */
export const bodyLength: EntryRule = {
  name: "body-length",
  group: "writing",
  severity: "warning",
  summary: "正文篇幅超出本类别的上限或不足下限，或者没有实在内容",
  stops: false,
  fixed: false,
  uses: ["首报字数", "类别.篇幅下限", "类别.篇幅上限", "词表.空短用语"],
  scope: "entry",
  needs: ["category", "body", "report"],
  *check(entry, { profile, office }) {
    const lacking = lackingIn(entry, profile, office);
    if (lacking) return yield { at: firstLine(entry), ...lacking };
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

/** What is said of a body that tells nothing; who reports an emergency first is not asked for more. */
function lackingIn(entry: Entry, profile: Profile, office: Office): Pick<Report, "message" | "hint"> | null {
  const text = quote(entry.body.text.trim(), 40);
  if (isAttached(entry.body.text))
    return {
      message: `正文只有“${text}”，没有写情况，应当把情况写进正文`,
      hint: "把附件里的要点写进正文：何时、何地、何单位、何事、结果如何；附件照附",
    };
  if (entry.category === profile.urgent.category || !isHollow(entry, profile, office)) return null;
  return {
    message: `正文“${text}”没有实在内容，应当写明何时、何地、做了什么、结果如何`,
    hint: "补上日期、地点、做法和数字，写成一件看得见的事",
  };
}

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
