import { civil } from "../../base/time.ts";
import { quote } from "../../base/visible.ts";
import type { Entry } from "../../model/entry.ts";
import type { Office } from "../../model/office.ts";
import type { EntryRule, Report } from "../rule.ts";
import { maskTitles } from "../../prose/masked.ts";
import { printedOf } from "../shared/printed.ts";
import {
  findLeaders,
  isHereAndNow,
  leadersOf,
  leftOf,
  postAfter,
  postBefore,
  type FoundPost,
  type Leaders,
  type Person,
} from "./leaders.ts";
import { slipOf } from "./name-slips.ts";
import { strangersIn } from "./strangers.ts";

/** A leader of the office with a post that is not theirs, or a post with a name that is one character off. */
export const leaderName: EntryRule = {
  name: "leader-name",
  group: "truth",
  severity: "warning",
  summary: "领导的姓名、职务与机关名录不符",
  stops: true,
  fixed: false,
  uses: [],
  scope: "entry",
  needs: [],
  *check(entry, { office }) {
    const leaders = leadersOf(office);
    if (leaders === null) return;
    for (const { path, value } of textsOf(entry)) {
      const text = maskTitles(value);
      const mismatches = [...wrongPosts(text, leaders), ...wrongNames(text, leaders)];
      for (const found of mismatches) {
        const { start, end, person } = found;
        yield {
          at: entry.places.within(path, start, end),
          ...said(found, value.slice(start, end), leaders),
          ...inOffice(person, office),
        };
      }
      for (const { start, end, post, holder } of strangersIn(text, leaders, yearOf(entry))) {
        if (mismatches.some((one) => one.start < end && start < one.end)) continue;
        yield {
          at: entry.places.within(path, start, end),
          message: `“${quote(value.slice(start, end))}”与领导名录不符，名录上${quote(post)}是“${quote(holder.name)}”`,
          ...REMEDY,
          ...inOffice(holder, office),
        };
      }
    }
  },
};

const yearOf = ({ submitted }: Entry): number | null => submitted && civil(submitted.day).year;

/** Title and body, and the fields that name a leader. */
function textsOf(entry: Entry): { path: string; value: string }[] {
  return [
    ...entry.instructions.map(({ leader }, index) => ({ path: `instructions.${index}.leader`, value: leader })),
    ...entry.timeline.map(({ name }, index) => ({ path: `timeline.${index}.name`, value: name ?? "" })),
    ...printedOf(entry).map(({ path, text }) => ({ path, value: text })),
  ];
}

/** A stretch where post and name do not go together; `post` is null where the name is misspelt. */
interface Mismatch {
  readonly start: number;
  readonly end: number;
  readonly person: Person;
  readonly post: FoundPost | null;
}

function wrongPosts(text: string, leaders: Leaders): Mismatch[] {
  return findLeaders(text, leaders).flatMap(({ person, start, end }) => {
    const chain = chainBefore(text, start, leaders);
    if (chain.length === 0) {
      const post = titleAfter(text, end, leaders);
      if (!post || holds(person, post, { leaders, polite: post.start === end })) return [];
      const closed = post.start > end && /[）)]/u.test(text.charAt(post.end));
      return [{ start, end: post.end + (closed ? 1 : 0), person, post }];
    }
    if (!chain.every((post) => isHereAndNow(leftOf(text, post.start, leaders)))) return [];
    const wrong = chain.filter(({ key }) => !person.keys.has(key));
    const [nearest, farthest] = [chain[0], chain.at(-1)];
    const post = wrong.at(-1);
    if (!post || !farthest) return [];
    // 向县委书记、县长陆明远: the first may be somebody else, told without a name.
    const sure = nearest && wrong.includes(nearest);
    if (!sure && /\p{Script=Han}$/u.test(leftOf(text, farthest.start, leaders))) return [];
    return [{ start: post.start, end, person, post: sure ? nearest : post }];
  });
}

/** The posts right before a name, the nearest first: 县委副书记、县长. */
function chainBefore(text: string, nameStart: number, leaders: Leaders): FoundPost[] {
  const chain: FoundPost[] = [];
  let at = nameStart - (/[ \u3000]{0,2}$/u.exec(text.slice(Math.max(0, nameStart - 2), nameStart))?.[0].length ?? 0);
  for (let post = postBefore(text, at, leaders); post !== null; post = postBefore(text, at, leaders)) {
    chain.push(post);
    const left = leftOf(text, post.start, leaders);
    if (!/[、兼]$/u.test(left)) break;
    const whole = text.slice(Math.max(0, post.start - 40), post.start);
    at = post.start - (whole.length - left.length) - 1;
  }
  return chain;
}

/** 书记处, 县长热线, 主任医师: the post begins another word. */
const GOES_ON = /^(?:[处台团级们会]|办公|热线|信箱|质量|助理|医师|护师|候选)/u;

/** The post right behind a name: 陆明远县长, 陆明远（县长）. What stands before another name is that one's. */
function titleAfter(text: string, nameEnd: number, leaders: Leaders): FoundPost | null {
  const from = /[（(]/u.test(text.charAt(nameEnd)) ? nameEnd + 1 : nameEnd;
  const post = postAfter(text, from, leaders);
  if (!post || GOES_ON.test(text.slice(post.end, post.end + 4))) return null;
  const next = text.slice(post.end, post.end + 5);
  return [...leaders.people.keys()].some((name) => next.startsWith(name)) ? null : post;
}

/** Said politely behind a name, 县长 is a 副县长 as well. */
function holds(
  person: Person,
  { key }: FoundPost,
  { leaders, polite }: { leaders: Leaders; polite: boolean },
): boolean {
  if (person.keys.has(key)) return true;
  const head = `${leaders.area.level}长`;
  return polite && key === head && [...person.keys].some((one) => one.endsWith(head));
}

function wrongNames(text: string, leaders: Leaders): Mismatch[] {
  return Array.from(text.matchAll(leaders.forms)).flatMap((match): Mismatch[] => {
    const [word, start] = [match[0], match.index];
    const key = leaders.posts.get(word) ?? "";
    if (!isHereAndNow(leftOf(text, start, leaders))) return [];
    const holders = [...leaders.people.values()].filter(({ keys }) => keys.has(key));
    const slip = slipOf({ text, start, end: start + word.length }, holders, leaders);
    return slip ? [{ ...slip, post: null }] : [];
  });
}

function said(found: Mismatch, text: string, { people }: Leaders): Pick<Report, "message" | "hint" | "forUnit"> {
  const { person, post } = found;
  const right = `${person.posts}${person.name}`;
  if (post === null)
    return {
      message: `“${quote(text)}”的姓名与领导名录差一字，名录上是“${quote(person.name)}”（${quote(person.posts)}）`,
      hint: `核对姓名；是这位领导的，改为“${quote(person.name)}”`,
    };
  const holders = [...people.values()].filter(({ keys }) => keys.has(post.key)).map(({ name }) => name);
  const whose = holders.length > 0 && holders.length <= 3 ? `，${post.word}是“${quote(holders.join("、"))}”` : "";
  return {
    message: `“${quote(text)}”与领导名录不符，名录上是“${quote(right)}”${whose}`,
    ...REMEDY,
  };
}

const REMEDY = {
  hint: "核对姓名和职务，改错的一处；职务有变动的，更新 zhuanbao.yaml 的“领导”；写的是过去的职务，前面加“时任”",
  forUnit: "核对姓名和职务，改错的一处；职务确有变动的，请告知县委办；写的是过去的职务，前面加“时任”",
};

function inOffice(person: Person, { places }: Office): Pick<Report, "related"> {
  if (!places) return {};
  return {
    related: [
      { at: places.of(`leaders.${person.index}`), message: `领导名录：${quote(person.posts)}${quote(person.name)}` },
    ],
  };
}
