import { maskPersonal } from "../../base/personal.ts";
import { quote, visibleLines } from "../../base/visible.ts";
import type { Plan, PlanRow } from "../../model/plan.ts";
import type { Draft } from "../../pipeline/draft.ts";
import type { Survey } from "../../pipeline/survey.ts";
import { change, decideOn, drop, mergeInto, moveTo, restore, shift, split } from "../../pipeline/edit-plan.ts";
import type { Asker } from "../ask.ts";
import { explainEntry } from "./explain.ts";

/** What an act on the plan needs: whom to ask, what to show, where to say it. */
export interface Desk {
  readonly asker: Asker;
  readonly found: Survey;
  readonly made: Draft;
  readonly say: (line: string) => void;
}

const BACK = "返回";

interface Act {
  readonly label: string;
  readonly act: () => Plan | Promise<Plan>;
}

/** Asks what to do with a row, and does it. */
export async function actOnRow(plan: Plan, id: string, desk: Desk): Promise<Plan> {
  const row = plan.groups.flatMap(({ rows }) => rows).find((one) => one.id === id);
  if (!row) return plan;
  const acts = actsOn(plan, row, desk);
  return pick(`《${quote(row.printTitle ?? row.title, 30)}》`, acts, plan, desk);
}

async function pick(message: string, acts: readonly Act[], plan: Plan, { asker }: Desk): Promise<Plan> {
  const chosen = await asker.choose(message, [...acts.map(({ label }) => label), BACK]);
  return (await acts.find(({ label }) => label === chosen)?.act()) ?? plan;
}

function actsOn(plan: Plan, row: PlanRow, desk: Desk): Act[] {
  const { id } = row;
  return [
    { label: "上移", act: () => shift(plan, id, -1) },
    { label: "下移", act: () => shift(plan, id, 1) },
    { label: "移到别的分组", act: () => toGroup(plan, id, desk) },
    { label: row.pinned ? "取消固定" : "固定在这里", act: () => change(plan, id, { pinned: !row.pinned }) },
    { label: "不用", act: () => leaveOut(plan, id, desk) },
    { label: "改题", act: () => retitle(plan, row, desk) },
    { label: "改文", act: () => rewrite(plan, row, desk) },
    ...(row.printTitle !== null || row.printBody !== null
      ? [{ label: "题、文恢复原件", act: () => change(plan, id, { printTitle: null, printBody: null }) }]
      : []),
    { label: "并入另一条", act: () => into(plan, id, desk) },
    ...(row.merged.length > 0 ? [{ label: "拆开并入的", act: () => split(plan, id, titlesOf(desk)) }] : []),
    { label: "看全文和得分", act: () => open(plan, row, desk) },
  ];
}

function titlesOf({ found }: Desk): ReadonlyMap<string, string> {
  return new Map(found.entries.map(({ id, title }) => [id, title]));
}

async function toGroup(plan: Plan, id: string, desk: Desk): Promise<Plan> {
  const name = await desk.asker.choose("移到哪一组", [...groupNames(plan, desk), BACK]);
  return name === BACK ? plan : moveTo(plan, id, name);
}

/** The groups of the plan, then those of office or profile that it has not. */
function groupNames({ groups }: Plan, { found: { grounds } }: Desk): string[] {
  const usual = grounds.office.groups.length > 0 ? grounds.office.groups : grounds.profile.groups;
  return [...new Set([...groups, ...usual].map(({ name }) => name))];
}

async function leaveOut(plan: Plan, id: string, { asker }: Desk): Promise<Plan> {
  const why = await asker.line({
    message: "为什么不用",
    fallback: "",
    check: (text) => (text.trim() === "" ? "请写明原因，以后好查" : null),
  });
  return drop(plan, id, why);
}

async function retitle(plan: Plan, { id, title, printTitle }: PlanRow, { asker }: Desk): Promise<Plan> {
  const given = await asker.line({ message: "印出的标题", fallback: printTitle ?? title, check: () => null });
  return change(plan, id, { printTitle: given === title ? null : given });
}

async function rewrite(plan: Plan, { id }: PlanRow, { asker, say, found }: Desk): Promise<Plan> {
  const entry = found.entries.find((one) => one.id === id);
  say(visibleLines(maskPersonal(entry?.body.text.trim() ?? "")));
  const text = await asker.text("印出的正文（原件不动；什么都不写就不改）");
  return text.trim() === "" ? plan : change(plan, id, { printBody: text.trim() });
}

async function into(plan: Plan, id: string, desk: Desk): Promise<Plan> {
  const own = plan.groups.flatMap(({ rows }) => rows).find((row) => row.id === id);
  if (own && (own.printTitle !== null || own.printBody !== null)) {
    desk.say("这一条有改题、改文，并入以后按原件印：请先把改过的字抄到另一条，再“题、文恢复原件”，然后并入");
    return plan;
  }
  const others = plan.groups.flatMap(({ rows }) => rows).filter((row) => row.id !== id);
  const acts = others.map((row, index): Act => {
    const label = `${index + 1} ${quote(row.printTitle ?? row.title, 30)}`;
    return { label, act: () => mergeInto(plan, id, row.id) };
  });
  return pick("并入哪一条", acts, plan, desk);
}

/** Shows the entry, and leaves the plan as it is. */
function open(plan: Plan, { id, printBody }: PlanRow, { found, made, say }: Desk): Plan {
  const entry = found.entries.find((one) => one.id === id);
  const lines = entry ? explainEntry(found, made, id) : [`没有读出 ${quote(id)}`];
  say(["", ...lines, "", visibleLines(maskPersonal(entry?.body.text.trim() ?? ""))].join("\n"));
  if (printBody !== null) say(`\n改文：\n${visibleLines(printBody)}`);
  say("");
  return plan;
}

/** Asks which of those left out is to be printed, and in which group. */
export async function bringBack(plan: Plan, desk: Desk): Promise<Plan> {
  const titles = titlesOf(desk);
  const acts = plan.dropped.map(({ id, why }, index): Act => {
    const title = titles.get(id) ?? id;
    const label = `${index + 1} ${quote(title, 24)}：${quote(why ?? "编辑不用", 24)}`;
    return { label, act: () => takeIn(plan, id, title, desk) };
  });
  return pick("编入哪一条", acts, plan, desk);
}

async function takeIn(plan: Plan, id: string, title: string, desk: Desk): Promise<Plan> {
  const stopped = desk.found.stopped.get(id);
  if (stopped !== undefined) {
    desk.say(`这一条校核未过，改正前不能编入：${quote(stopped, 60)}`);
    return plan;
  }
  const group = await desk.asker.choose("编入哪一组", [...groupNames(plan, desk), BACK]);
  return group === BACK ? plan : restore(plan, id, { title, group });
}

/** Asks which proposal, and for the answer. */
export async function actOnProposal(plan: Plan, desk: Desk): Promise<Plan> {
  const titles = titlesOf(desk);
  const open = plan.proposals.flatMap((one, index) => (one.taken === null ? [{ ...one, index }] : []));
  const acts = open.map(({ index, ids, kind, why, differs }, at): Act => {
    const names = ids.map((id) => quote(titles.get(id) ?? id, 14)).join(" ／ ");
    return {
      label: `${at + 1} ${kind}：${names}`,
      act: () => decide(plan, index, { why, differs, kind }, desk),
    };
  });
  return pick("哪一组", acts, plan, desk);
}

async function decide(
  plan: Plan,
  index: number,
  { why, differs, kind }: Pick<Plan["proposals"][number], "why" | "differs" | "kind">,
  { asker, say, found }: Desk,
): Promise<Plan> {
  say([quote(why, 200), ...differs.map((one) => `数不同：${quote(one, 200)}`)].join("\n"));
  const yes = kind === "同一件事" ? "合成一条" : "排在一起";
  const chosen = await asker.choose("怎么办", [yes, "各编各的，不再提", BACK]);
  return chosen === BACK ? plan : decideOn(plan, index, chosen === yes, found);
}

/** Asks for the 按语. */
export async function writeNote(plan: Plan, { asker, say }: Desk): Promise<Plan> {
  if (plan.note !== null) say(visibleLines(plan.note));
  const text = await asker.text(plan.note === null ? "按语" : "新的按语（什么都不写就删去）");
  const note = text.trim() === "" ? null : text.trim();
  return note === plan.note ? plan : { ...plan, note };
}
