import { filedEntries } from "../base/filed.ts";
import { mentionsTheme, themeWords } from "../base/themes.ts";
import type { Entry, Stage } from "../model/entry.ts";
import type { Decision, Office } from "../model/office.ts";
import type { RankContext } from "./context.ts";

/** An entry's tie to a decision: how it is known, and where the decision stands for this entry. */
export interface Tie {
  readonly decision: Decision | null;
  readonly stage: Stage;
  /** What ties it: the key, or the words that speak of the decision. */
  readonly by: () => string;
}

/** The decision an entry names under 决策事项, or else the first whose words it speaks of; null where there is none. */
export function decisionOf(entry: Entry, { decisions }: Pick<Office, "decisions">): Decision | null {
  const named = decisions.find(({ id, name }) => entry.decision === id || entry.decision === name);
  if (named || entry.decision !== null) return named ?? null;
  return decisions.find((decision) => mentionsTheme(entry, decision)) ?? null;
}

/** The decision and stage of an entry; null where it has to do with none. */
export function tieOf(entry: Entry, { office }: Pick<RankContext, "office">): Tie | null {
  const decision = decisionOf(entry, office);
  const stage = entry.stage ?? (decision && stageOf(decision, entry));
  if (stage === null) return null;
  return { decision, stage, by: () => byOf(entry, decision) };
}

/** Where a decision stood when an entry was submitted: as the office says, else by its day. */
function stageOf({ stage, day }: Decision, { submitted }: Entry): Stage | null {
  if (stage !== null || day === null || submitted === null) return stage;
  return submitted.day < day ? "决策前" : "决策后";
}

function byOf(entry: Entry, decision: Decision | null): string {
  if (decision === null) return "写明决策阶段";
  if (entry.decision !== null) return `决策事项 ${decision.name}`;
  const [first] = themeWords(entry, decision);
  return `${first?.where ?? ""}“${first?.word ?? ""}”，说到 ${decision.name}`;
}

/** What each stage of a decision wants of information: 决策前有预见、决策中有依据、决策后有反响. The names are those of the profile's 提示词. */
const WANTED: Readonly<Record<Stage, readonly string[]>> = {
  决策前: ["预见"],
  决策中: ["数据", "做法", "可操作"],
  决策后: ["反响", "新问题"],
};

/** What of this an entry has. */
export function fitOf(entry: Entry, stage: Stage, has: (name: string) => boolean): string[] {
  return WANTED[stage].filter((name) => has(name) || (name === "预见" && entry.category === "预测"));
}

/** A decision that was taken and has had no response for longer than it may. */
export interface Unanswered {
  readonly decision: Decision;
  readonly days: number;
  readonly limit: number;
}

const LIMIT = "无反响天数";

/** Decisions taken so many days ago of which no entry since tells the response, in the order of the office. */
export function unanswered(
  entries: readonly Entry[],
  { office, profile, now, published = [] }: Pick<RankContext, "office" | "profile" | "now" | "published">,
): Unanswered[] {
  // A response that was printed answers, though its entry has been filed away.
  const all = office.decisions.length === 0 ? entries : [...entries, ...filedEntries(entries, published).entries];
  const answered = new Set(all.flatMap((entry) => (isResponse(entry, office) ? [decisionOf(entry, office)] : [])));
  return office.decisions.flatMap((decision) => {
    const limit = decision.responseDays ?? profile.figures.get(LIMIT)?.value ?? null;
    if (decision.day === null || limit === null || decision.stage === "决策前" || answered.has(decision)) return [];
    const days = now.day - decision.day;
    return days > limit ? [{ decision, days, limit }] : [];
  });
}

/** Whether an entry that came after a decision tells of it: as 反馈, or in the stage 决策后. */
function isResponse(entry: Entry, office: Office): boolean {
  const decision = decisionOf(entry, office);
  if (!decision || decision.day === null || (entry.submitted !== null && entry.submitted.day < decision.day))
    return false;
  return entry.category === "反馈" || (entry.stage ?? stageOf(decision, entry)) === "决策后";
}
