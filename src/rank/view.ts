import { synonymsIn } from "../base/themes.ts";
import type { Entry } from "../model/entry.ts";
import type { Leader, Office } from "../model/office.ts";
import type { Item } from "../model/ranking.ts";
import type { RankContext } from "./context.ts";
import { requestOf } from "./substance.ts";
import { matchThemes } from "./themes.ts";

/** An item of an issue, or one that only its limit keeps out; with what is printed in place of title and text. */
export interface Candidate {
  readonly item: Item;
  readonly title: string;
  readonly body: string;
  readonly printed: boolean;
}

/** One item as one leader should see it. */
export interface Viewed extends Candidate {
  /** Why it is shown to this leader: 关注点, 批示, 分管. */
  readonly why: readonly string[];
  /** What is asked for, in the words of the entry; null where nothing is. */
  readonly asks: string | null;
  /** Whether it was not there last time, or has a newer report since. */
  readonly fresh: boolean;
}

/** What concerns one leader: first what waits for a decision, then what is new, then the rest; each item once, in the order of the issue. */
export interface LeaderView {
  readonly leader: Leader;
  readonly decide: readonly Viewed[];
  readonly changed: readonly Viewed[];
  readonly others: readonly Viewed[];
}

/** The leaders that a name or a post means: the one so named, else all who hold that post, else all whose post holds those words. */
export function leadersNamed(text: string, { leaders }: Pick<Office, "leaders">): readonly Leader[] {
  const wanted = text.trim();
  const named = leaders.filter(({ name }) => name === wanted);
  if (named.length > 0) return named;
  const holding = leaders.filter(({ post }) => post === wanted || postsOf(post).includes(wanted));
  if (holding.length > 0 || wanted === "") return holding;
  return leaders.filter(({ post }) => post.includes(wanted));
}

function postsOf(post: string): string[] {
  return post.split(/[、兼，,]/u).map((one) => one.trim());
}

/** Why everything concerns whoever has charge of all of it. */
export const WHOLE = "全面工作";

/** The view of one leader. `known` are the ids of last time; null where there was none, and then nothing is called new. */
export function viewFor(
  leader: Leader,
  candidates: readonly Candidate[],
  { context, known }: { context: RankContext; known: ReadonlySet<string> | null },
): LeaderView {
  const seen = candidates.flatMap((one): Viewed[] => {
    const { entry, earlier } = one.item;
    const asks = requestOf(entry, context);
    const why = concernsOf(entry, { leader, asks }, context);
    if (why.length === 0) return [];
    const fresh = known !== null && ![entry, ...earlier].some(({ id }) => known.has(id));
    return [{ ...one, why, asks, fresh: fresh || (known !== null && !known.has(entry.id) && entry.report !== null) }];
  });
  const decide = seen.filter(({ asks }) => asks !== null);
  const rest = seen.filter(({ asks }) => asks === null);
  return {
    leader,
    decide,
    changed: rest.filter(({ fresh }) => fresh),
    others: rest.filter(({ fresh }) => !fresh),
  };
}

/** Why an entry concerns a leader; whoever has charge of all of it is concerned by everything. */
function concernsOf(
  entry: Entry,
  { leader, asks }: { leader: Leader; asks: string | null },
  { office, profile, now }: RankContext,
): string[] {
  const themes = matchThemes(entry, office, now.day).filter((theme) => isHis(theme.leader, leader, office));
  const fields = leader.portfolio.flatMap(synonymsIn).filter((field) => !isWhole(field));
  const told = entry.timeline.some(({ to, name }) => to === "县领导" && name !== null && isHis(name, leader, office));
  const urgent = entry.category === profile.urgent.category;
  const why = [
    ...(entry.instructions.some(({ leader: by }) => isHis(by, leader, office)) ? ["落实您的批示"] : []),
    ...(told ? ["已报告过您"] : []),
    ...themes.map(({ name }) => `您的关注点 ${name}`),
    ...fields.filter((field) => isIn(field, entry, asks)).map((field) => `分管 ${field}`),
    ...(urgent && fields.some((field) => /应急|安全/u.test(field)) ? ["紧急信息"] : []),
  ];
  return why.length === 0 && isChief(leader) ? [WHOLE] : [...new Set(why)];
}

/** 县委书记, 县长, and whoever has no portfolio of his own or all of it. */
function isChief({ post, portfolio }: Leader): boolean {
  const heads = postsOf(post).some((one) => /^(?:县|市|区|旗)(?:委书记|长)$/u.test(one));
  return heads || portfolio.length === 0 || portfolio.some(isWhole);
}

function isHis(given: string | null, leader: Leader, office: Office): boolean {
  return given !== null && leadersNamed(given, office).some((one) => one === leader);
}

function isWhole(field: string): boolean {
  return field.includes("全面");
}

/** Where a text speaks of a field once, it may be in passing. */
const OFTEN = 2;

function isIn(word: string, { title, unit, field, body }: Entry, asks: string | null): boolean {
  const heads = [title, ...unit, field ?? "", asks ?? ""];
  return heads.some((head) => head.includes(word)) || body.text.split(word).length - 1 >= OFTEN;
}

/** The parts of a view under their headings; what is empty is left out. */
export function partsOf({ decide, changed, others }: LeaderView): { name: string; items: readonly Viewed[] }[] {
  return [
    { name: "请您决定的", items: decide },
    { name: "上次以来的变化", items: changed },
    { name: "其他与您分管、关注有关的", items: others },
  ].filter(({ items }) => items.length > 0);
}

/** How many items a view shows. */
export function countViewed({ decide, changed, others }: LeaderView): number {
  return decide.length + changed.length + others.length;
}

/** The first `most` items of a view, in its order. */
export function firstOf(view: LeaderView, most: number): LeaderView {
  let room = most;
  const cut = (list: readonly Viewed[]): readonly Viewed[] => {
    const taken = list.slice(0, room);
    room -= taken.length;
    return taken;
  };
  return { leader: view.leader, decide: cut(view.decide), changed: cut(view.changed), others: cut(view.others) };
}
