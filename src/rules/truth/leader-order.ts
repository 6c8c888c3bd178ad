import { quote } from "../../base/visible.ts";
import type { EntryRule } from "../rule.ts";
import { maskTitles } from "../../prose/masked.ts";
import { placeIn, printedOf } from "../shared/printed.ts";
import { sentencesOf } from "../../prose/sentences.ts";
import { findLeaders, leadersOf, type Person } from "./leaders.ts";

/** Leaders named side by side stand in the order of the office's list. */
export const leaderOrder: EntryRule = {
  name: "leader-order",
  group: "truth",
  severity: "warning",
  summary: "几位领导没有按机关名录的次序排列",
  stops: true,
  fixed: false,
  uses: [],
  scope: "entry",
  needs: [],
  *check(entry, { office }) {
    const leaders = leadersOf(office);
    if (leaders === null || leaders.people.size < 2) return;
    for (const printed of printedOf(entry)) {
      const text = maskTitles(printed.text);
      if (findLeaders(text, leaders).length < 2) continue;
      for (const sentence of sentencesOf(text)) {
        if (OTHER_ORDER.test(sentence.text)) continue;
        for (const row of rowsOf(sentence.text, findLeaders(sentence.text, leaders))) {
          const [first, last] = [row[0] as Named, row.at(-1) as Named];
          const due = row.map(({ person }) => person).toSorted((a, b) => a.index - b.index);
          if (due.every((person, at) => person === row[at]?.person)) continue;
          const [start, end] = [sentence.start + first.start, sentence.start + last.end];
          const names = quote(due.map(({ name }) => name).join("、"), 60);
          yield {
            at: placeIn(printed, start, end),
            message: `“${quote(printed.text.slice(start, end), 60)}”没有按领导名录的次序排列，应为“${names}”`,
            hint: `按“${names}”的先后写，职务随人；次序有变动的，更新 zhuanbao.yaml 的“领导”`,
            forUnit: `按“${names}”的先后写，职务随人`,
          };
        }
      }
    }
  },
};

/** Another order is meant: of arrival, of strokes, of a rota, of a presidium. */
const OTHER_ORDER = /先后|相继|陆续|依次|轮流|笔画|笔划|姓氏|值班|带班|轮值|轮班|执行主席|主席团/u;

interface Named {
  readonly person: Person;
  readonly start: number;
  readonly end: number;
}

/** Leaders named in one enumeration, two or more together. */
function rowsOf(text: string, found: readonly Named[]): Named[][] {
  const rows: Named[][] = [];
  for (const [at, next] of found.entries()) {
    const before = found[at - 1];
    const gap = before && text.slice(before.end, next.start);
    if (before && gap && isBeside(gap) && (!gap.startsWith("，") || beginsClause(text, before)))
      rows.at(-1)?.push(next);
    else rows.push([next]);
  }
  return rows.filter((row) => row.length > 1);
}

/** What joins two names of one enumeration; posts of the second may follow it, and must where it is a comma. */
const JOINT = /^(?:同志)?\s*(?:、|[和及]|以及|\s|，(?=.))\s*/u;
const POST =
  /^\p{Script=Han}{0,22}(?:书记|[县区市旗州部局院校队组站所处科长]长|主任|主席|常委|政委|检察长|秘书长|巡视员|调研员|领导|代表|委员)$/u;

/** 11月19日，县长甲，县委书记乙到…: both are subjects; in 报告县长甲，县委书记乙要求… they are not. */
function beginsClause(text: string, { start }: Named): boolean {
  const before = /[^，；：]*$/u.exec(text.slice(0, start))?.[0] ?? "";
  return !SPOKEN_TO.test(before) && isPosts(before);
}

const SPOKEN_TO = /[报告向给由请陪听经汇对把被让与同]/u;

function isPosts(text: string): boolean {
  return text.trim() === "" || text.split(/[、兼]/u).every((post) => POST.test(post));
}

function isBeside(gap: string): boolean {
  if (gap === "" || gap.length > 60) return false;
  const joint = JOINT.exec(gap);
  if (!joint) return false;
  return isPosts(gap.slice(joint[0].length));
}
