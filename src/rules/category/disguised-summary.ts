import { quantitiesIn } from "../../base/quantities.ts";
import { quote } from "../../base/visible.ts";
import type { Entry } from "../../model/entry.ts";
import type { Profile } from "../../model/profile.ts";
import { maskQuoted } from "../../prose/masked.ts";
import { endingPhrase, findPhrases, hasPhrase, type FoundPhrase } from "../../prose/phrases.ts";
import { sentencesOf, type Found } from "../../prose/sentences.ts";
import { countChars } from "../shared/wording.ts";
import { endsWithSurname } from "../truth/surnames.ts";
import type { EntryRule } from "../rule.ts";

/** What a text was taken for, by which words, the first of which stands at `path`. */
interface Disguise {
  readonly path: "title" | "body";
  readonly marks: readonly Found[];
  readonly kind: "工作总结" | "新闻稿";
}

/** A 工作总结 or a 新闻稿 sent as 信息: told by its title, by two phrases of summaries, by clichés one upon another, by one mark of the press, or by scenery and feelings. */
export const disguisedSummary: EntryRule = {
  name: "disguised-summary",
  group: "category",
  severity: "warning",
  summary: "工作总结或新闻稿当作信息报送",
  stops: false,
  fixed: false,
  uses: [
    "词表.总结标题",
    "词表.总结用语",
    "词表.总结活动",
    "数值.总结用语数",
    "词表.空话套话",
    "词表.情况标题",
    "数值.套话数",
    "数值.套话间隔",
    "词表.新闻用语",
    "词表.新闻开头",
    "词表.描写用语",
  ],
  scope: "entry",
  needs: ["category", "title", "body"],
  *check(entry, { profile }) {
    const found = byTitle(entry, profile) ?? byBody(entry, profile);
    const [first] = found?.marks ?? [];
    if (!found || !first) return;
    const words = found.marks.map(({ word }) => `“${quote(word, 20)}”`).join("");
    const where = found.path === "title" ? `标题以${words}结尾` : `正文有${words}`;
    yield {
      at: entry.places.within(found.path, first.start, first.end),
      message: `${where}，像一份${found.kind}；信息应当一事一报，直写领导要知道的情况`,
      hint: HINTS[found.kind],
    };
  },
};

const HINTS: Readonly<Record<Disguise["kind"], string>> = {
  工作总结: "从中选一件新事、一个问题或一条做法单独写，标题写明单位和事情，删去套话",
  新闻稿: "删去新闻用语、场面描写和记者署名，第一句直接写何时、何地、何单位、何事，来源填入“来源”",
};

function byTitle(entry: Entry, profile: Profile): Disguise | null {
  // 《……工作总结》 as a whole is one, （2026年上半年） behind it changes nothing.
  const title = entry.title.replace(/[（(][^（）()]{0,30}[）)]\s*$/u, "").replace(/[》”。\s]+$/u, "");
  // 听取……工作汇报 is an event.
  const ending = endingPhrase(title, profile, "总结标题");
  if (ending === null || hasPhrase(title, profile, "总结活动")) return null;
  const end = title.length;
  return { path: "title", marks: [{ word: ending, start: end - ending.length, end }], kind: "工作总结" };
}

function byBody(entry: Entry, profile: Profile): Disguise | null {
  const text = maskQuoted(entry.body.text);
  const news = newsIn(text, entry, profile);
  if (news.length > 0) return { path: "body", marks: news.slice(0, 1), kind: "新闻稿" };
  const scenery = kindsOf(findPhrases(text, profile, "描写用语")).filter(apart);
  if (scenery.length >= (profile.figures.get("套话数")?.value ?? Infinity))
    return { path: "body", marks: scenery.slice(0, 3), kind: "新闻稿" };
  const least = profile.figures.get("总结用语数")?.value ?? Infinity;
  const marks = kindsOf(findPhrases(text, profile, "总结用语"));
  if (marks.length === 0 || marks.length < least) return byDensity(text, marks, { entry, profile });
  return { path: "body", marks: marks.slice(0, 3), kind: "工作总结" };
}

/** The first place of each phrase. */
function kindsOf(found: readonly FoundPhrase[]): FoundPhrase[] {
  const kinds = new Map(found.toReversed().map((one) => [one.phrase, one]));
  return [...kinds.values()].toSorted((a, b) => a.start - b.start);
}

/** Clichés of several kinds, so many of them that little else is said. What is empty in advice is told as such. */
function byDensity(
  text: string,
  spoken: readonly FoundPhrase[],
  { entry, profile }: { entry: Entry; profile: Profile },
): Disguise | null {
  const [least, gap] = ["套话数", "套话间隔"].map((name) => profile.figures.get(name)?.value);
  if (least === undefined || gap === undefined || entry.category === "建议") return null;
  const marks = kindsOf([...spoken, ...findPhrases(text, profile, "空话套话")].filter(apart));
  const titled = endingPhrase(entry.title, profile, "情况标题") === null ? 0 : 1;
  // Figures are what a summary is short of.
  const dense = marks.length * gap >= countChars(text) && quantitiesIn(text).length <= marks.length;
  return marks.length > 0 && marks.length + titled >= least && dense
    ? { path: "body", marks: marks.slice(0, 4), kind: "工作总结" }
    : null;
}

/** What begins where another was found is the same words. */
function apart({ start, end }: Found, index: number, all: readonly Found[]): boolean {
  return all.every((one, at) => at >= index || end <= one.start || start >= one.end);
}

/** What the press says of a matter is the matter of 舆情. */
function newsIn(text: string, entry: Entry, profile: Profile): Found[] {
  if (entry.category === "舆情") return [];
  const marks = [...findPhrases(text, profile, "新闻用语"), ...bylinesIn(text)];
  if (entry.category !== profile.urgent.category && hasPhrase(text, profile, "新闻开头"))
    marks.push(...openings(text, profile));
  return marks.toSorted((a, b) => a.start - b.start);
}

function openings(text: string, profile: Profile): Found[] {
  return sentencesOf(text).flatMap((sentence) =>
    findPhrases(sentence.text, profile, "新闻开头")
      .filter((found) => /^[\s*]*$/u.test(sentence.text.slice(0, found.start)))
      .map(({ word, start, end }) => ({ word, start: sentence.start + start, end: sentence.start + end })),
  );
}

/** （记者 李×） · （通讯员李某 摄） · 记者 李× 报道; but not （记者站） or 记者跟踪报道. */
const BYLINE =
  /[（(](?:本[报网台]|见习|实习|特约)?(?:记者|通讯员)[ \u3000：:]{0,2}(?<name>\p{Script=Han}{2,3}|\p{Script=Han}?[×xX]{1,3})[^（）()\n]{0,30}[）)]|(?:记者|通讯员)[ \u3000：:]{1,2}\p{Script=Han}{2,4}[ \u3000]{0,2}(?:摄影)?报道/gu;

function bylinesIn(text: string): Found[] {
  if (!text.includes("记者") && !text.includes("通讯员")) return [];
  return Array.from(text.matchAll(BYLINE))
    .filter(({ groups }) => groups?.["name"] === undefined || isName(groups["name"]))
    .map((match) => ({ word: match[0], start: match.index, end: match.index + match[0].length }));
}

function isName(name: string): boolean {
  return /[×xX]/u.test(name) || endsWithSurname(name.slice(0, 1)) || endsWithSurname(name.slice(0, 2));
}
