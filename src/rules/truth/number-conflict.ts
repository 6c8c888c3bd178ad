import { dayKey } from "../../base/facts.ts";
import { civil } from "../../base/time.ts";
import { quote } from "../../base/visible.ts";
import type { Entry } from "../../model/entry.ts";
import type { Profile } from "../../model/profile.ts";
import type { BatchReport, BatchRule } from "../rule.ts";
import { mattersOf } from "../../base/matters.ts";
import { mentionsIn, type Search } from "../shared/mentions.ts";
import { wordsOf } from "../../prose/sentences.ts";
import { besideFields } from "./field-numbers.ts";
import { besideWhole } from "./parts-of-whole.ts";
import { overFull } from "./percent.ts";
import { isSame, isSingle, repeatableOf, type Repeatable } from "./repeated.ts";
import { differ, placeOf, written, type Stated } from "./stated.ts";
import { besideTakenUp } from "./taken-up.ts";
import { besideTitle, titleConflictsIn } from "./title-numbers.ts";

/** One label with two numbers: within an entry, between its text and its fields, or between two entries on one matter. */
export const numberConflict: BatchRule = {
  name: "number-conflict",
  group: "truth",
  severity: "warning",
  summary: "同一个数前后两样，分项与总数对不上，占比超过100%",
  stops: true,
  fixed: false,
  uses: ["词表.比对数字", "词表.到场数字", "词表.惠及数字", "词表.不比数字", "词表.不过百的率"],
  scope: "batch",
  needs: ["title", "unit", "body", "report"],
  *check(entries, context) {
    for (const entry of entries) {
      yield* besideWhole(entry);
      yield* besideTakenUp(entry);
      yield* overFull(entry, context.profile);
    }
    const stated = new Map<Entry, readonly Stated[]>();
    const { labels, contrasts } = listsOf(context.profile);
    const repeatable = repeatableOf(context.profile);
    if (labels.length === 0) return;
    for (const entry of entries) {
      const all = statedIn(entry, { labels, contrasts, own: ownTimes(entry) });
      if (all.length > 0) stated.set(entry, all);
      yield* within(entry, all, repeatable);
    }
    const told = new Set<Stated>();
    for (const { earlier, later } of mattersOf(entries, context).pairs) {
      const [before, after] = [earlier, later].map((one) =>
        stated.get(one)?.filter((each) => isSingle(each, repeatable)),
      );
      for (const [theirs, mine] of between(before ?? [], after ?? [])) {
        // Of three on one matter, each may differ from two.
        if (!told.has(mine)) yield apart(theirs, mine);
        told.add(mine);
      }
    }
  },
};

function listsOf(profile: Profile): Pick<Search, "labels" | "contrasts"> {
  return {
    labels: ["比对数字", "到场数字", "惠及数字"]
      .flatMap((name) => wordsOf(profile, name))
      .toSorted((a, b) => b.length - a.length),
    contrasts: wordsOf(profile, "不比数字"),
  };
}

function* within(entry: Entry, all: readonly Stated[], repeatable: Repeatable): Generator<BatchReport> {
  const told = new Set<Stated>();
  const single = all.filter((one) => isSingle(one, repeatable));
  for (const [first, second] of [...titleConflictsIn(single), ...conflictsIn(all, repeatable)]) {
    if (!told.has(second)) yield twice(first, second);
    told.add(second);
  }
  const untold = all.filter((one) => !told.has(one));
  yield* besideFields(entry, untold);
  yield* besideTitle(entry, all);
}

/** All that an entry states under a label, the title first. */
function statedIn(entry: Entry, search: Search): Stated[] {
  const body = mentionsIn(entry.body.text, search).map((mention): Stated => ({ ...mention, path: "body", entry }));
  // What a title says it says of the matter as a whole, wherever that is.
  const title = mentionsIn(entry.title, search).map((mention): Stated => ({
    ...mention,
    scope: "",
    place: "",
    path: "title",
    entry,
  }));
  return [...title, ...body];
}

function ownTimes({ occurred, submitted }: Entry): Set<string> {
  const own = new Set<string>();
  for (const at of [occurred, submitted]) if (at) own.add(`${civil(at.day).year}年`);
  if (!occurred) return own;
  const { month, date } = civil(occurred.day);
  own.add(dayKey(month, date));
  if (occurred.clock !== null) own.add(`时${Math.floor(occurred.clock / 60)}:${occurred.clock % 60}`);
  return own;
}

/** The first number of each label in a body, and every one that differs from it; the same wrong number is told once. */
function conflictsIn(stated: readonly Stated[], repeatable: Repeatable): [Stated, Stated][] {
  const firsts = new Map<string, Stated>();
  const found = new Map<string, [Stated, Stated]>();
  // Of each label the one thing it was said of so far; null where there are several.
  const topics = new Map<string, Stated | null>();
  for (const one of stated.filter(({ path }) => path === "body")) {
    const name = [one.label, one.unit, one.frame].join("|");
    const topic = topics.get(name);
    const first = firsts.get(`${name}|${one.scope}|${one.place}`) ?? (one.again ? topic : undefined);
    const told = `${one.label} ${one.value}`;
    if (!first) firsts.set(`${name}|${one.scope}|${one.place}`, one);
    else if (differ(first, one) && !found.has(told) && isSame(first, one, repeatable)) found.set(told, [first, one]);
    topics.set(name, topic === undefined || topic?.scope === one.scope || one.again ? (topic ?? one) : null);
  }
  return [...found.values()];
}

function twice(first: Stated, second: Stated): BatchReport {
  const where = first.path === "title" ? "标题" : "前面";
  return {
    entry: second.entry,
    at: placeOf(second),
    message: `“${quote(second.label)}”${where}写“${written(first)}”，这里写“${written(second)}”，同一个数应前后一致`,
    hint: "核对以后改成一样的；说的不是一回事的，写明各是哪里、哪一时的数",
    related: [{ at: placeOf(first), message: `${where}写的是“${written(first)}”` }],
  };
}

/** Labels of which two entries on one matter are each sure, and differ. */
function between(earlier: readonly Stated[], later: readonly Stated[]): [Stated, Stated][] {
  const known = sureOf(earlier);
  return [...sureOf(later)].flatMap(([label, mine]): [Stated, Stated][] => {
    const theirs = known.get(label);
    return theirs && differ(theirs, mine) ? [[theirs, mine]] : [];
  });
}

function apart(theirs: Stated, mine: Stated): BatchReport {
  const unit = theirs.entry.unit.length === 0 ? "" : quote(theirs.entry.unit.join("、"));
  return {
    entry: mine.entry,
    at: placeOf(mine),
    message: `“${quote(mine.label)}”这里写“${written(mine)}”，${unit}说同一件事的“${quote(theirs.entry.title)}”写“${written(theirs)}”，两条应一致`,
    hint: "向两个单位核实，以最新的为准；数字随时间变了的，写明截至什么时间",
    related: [{ at: placeOf(theirs), message: `${unit}写的是“${written(theirs)}”` }],
  };
}

/** Labels under which an entry states one number of the matter as a whole, and no other. */
function sureOf(stated: readonly Stated[]): Map<string, Stated> {
  const sure = new Map<string, Stated>();
  const unsure = new Set<string>();
  for (const one of stated) {
    const key = `${one.label}|${one.unit}`;
    const known = sure.get(key);
    if (one.scope !== "" || one.frame !== "" || (known && differ(known, one))) unsure.add(key);
    else if (!known) sure.set(key, one);
  }
  for (const key of unsure) sure.delete(key);
  return sure;
}
