import type { Layout } from "../../model/layout.ts";
import type { Paper, Paragraph } from "../paper/types.ts";
import { isRed } from "../colours.ts";
import type { Role } from "./roles.ts";

/** Roles by words and place. A paragraph of which it is not sure gets none. */
export function guessRoles(left: readonly Paragraph[], paper: Paper, layout: Layout): Map<Paragraph, Role> {
  const names = new Map<Paragraph, Guess>();
  const front = frontOf(paper);
  const tail = tailOf(paper);
  const titles = titlesOf(paper, front);
  for (const paragraph of left) {
    const name =
      front.get(paragraph) ??
      tail.get(paragraph) ??
      (titles.has(paragraph) ? TITLE : null) ??
      textRole(paragraph, layout);
    if (name !== null) names.set(paragraph, name);
  }
  const roles = new Map<Paragraph, Role>();
  for (const [paragraph, { name, runIn = false }] of names) {
    const style = layout.styles.get(name);
    if (style) roles.set(paragraph, { style, by: "text", runIn });
  }
  return roles;
}

interface Guess {
  readonly name: string;
  readonly runIn?: boolean;
}

const TITLE: Guess = { name: "独编标题" };

/** The name of a brief: large, short and red, near the top. */
export function mastheadOf({ paragraphs }: Paper): Paragraph | null {
  const near = paragraphs.filter(({ text }) => text.trim() !== "").slice(0, 12);
  const found = near.find(({ text, runs, cell }) => {
    const shown = runs.filter((run) => run.text.trim() !== "");
    const bare = text.replace(/\s/gu, "");
    const isLarge = shown.length > 0 && shown.every(({ props }) => props.size >= LARGE && isRed(props.colour));
    return isLarge && bare.length <= LONGEST_NAME && cell === null;
  });
  return found ?? null;
}

/** Centred lines near the top, one of which is the title of a paper without a masthead. */
export function headLines({ paragraphs }: Paper): string[] {
  const near = paragraphs.filter(({ text, cell }) => text.trim() !== "" && cell === null).slice(0, 3);
  return near.filter(({ props }) => props.align === "center").map(({ text }) => text.trim());
}

/** Points from which on a line is a name, and characters it has at most. */
const LARGE = 26;
const LONGEST_NAME = 15;
const DATE = /\d{4}年\d{1,2}月\d{1,2}日/u;
const ISSUE = /第.*期/u;

/** 刊名, 期号 and 编发行. */
function frontOf(paper: Paper): Map<Paragraph, Guess> {
  const front = new Map<Paragraph, Guess>();
  const masthead = mastheadOf(paper);
  if (!masthead) return front;
  front.set(masthead, { name: "刊名" });
  const after = paper.paragraphs.slice(masthead.index, masthead.index + 8).filter(({ text }) => text.trim() !== "");
  for (const paragraph of after.slice(0, 4)) {
    const { text } = paragraph;
    const named = [...front.values()].map(({ name }) => name);
    if (ISSUE.test(text) && text.length <= 40 && !named.includes("期号")) front.set(paragraph, { name: "期号" });
    else if (DATE.test(text) && text.length <= 60 && !text.includes("。")) {
      front.set(paragraph, { name: "编发行" });
      break;
    }
  }
  return front;
}

/** Whether a file looks like a brief: a red name with a number below it. */
export function isBrief(paper: Paper): boolean {
  return [...frontOf(paper).values()].some(({ name }) => name === "期号");
}

/** 报送 and 印数 at the end. */
function tailOf({ paragraphs }: Paper): Map<Paragraph, Guess> {
  const last = paragraphs.filter(({ text }) => text.trim() !== "").slice(-8);
  return new Map(
    last.flatMap((paragraph): [Paragraph, Guess][] => {
      const { text } = paragraph;
      if (/^[\s\u3000]*[报送发][：:]/u.test(text)) return [[paragraph, { name: "报送" }]];
      return /印\s*\d+\s*份/u.test(text) && text.length <= 60 ? [[paragraph, { name: "印数" }]] : [];
    }),
  );
}

/** The title: the one group of centred lines above the first text. Where there are several groups, it is not known which. */
function titlesOf({ paragraphs }: Paper, front: ReadonlyMap<Paragraph, Guess>): Set<Paragraph> {
  const start = Math.max(0, ...[...front.keys()].map(({ index }) => index));
  const own: Paragraph[] = [];
  let groups = 0;
  let inGroup = false;
  for (const paragraph of paragraphs.slice(start)) {
    const isTitle = looksLikeTitle(paragraph);
    if (isTitle && !inGroup) groups++;
    if (isTitle && groups === 1) own.push(paragraph);
    inGroup = isTitle;
  }
  const [first] = own;
  const text = paragraphs.find((each) => each.index > start && isText(each));
  return new Set(groups === 1 && first && (!text || first.index < text.index) ? own : []);
}

function looksLikeTitle({ text, props, runs, cell, styleName }: Paragraph): boolean {
  if (cell !== null || text.trim().length < 4 || text.length > 80 || props.align !== "center") return false;
  const isNamed = /^(?:title|标题)$/iu.test(styleName ?? "");
  return isNamed || runs.every((run) => run.text.trim() === "" || run.props.size > TEXT_SIZE || run.props.bold);
}

/** Points of the largest common text. */
const TEXT_SIZE = 16;

function isText({ text, props, cell }: Paragraph): boolean {
  const setAsText = props.align !== "center" && props.align !== "right" && props.number === null && cell === null;
  return setAsText && text.length >= 20 && text.includes("。");
}

const NUMBERS: readonly RegExp[] = [
  /^[\s\u3000]*[一二三四五六七八九十]{1,3}、/u,
  /^[\s\u3000]*（[一二三四五六七八九十]{1,3}）/u,
  /^[\s\u3000]*\d{1,2}[.．](?!\d)/u,
  /^[\s\u3000]*（\d{1,2}）/u,
];
/** Characters beyond which a numbered paragraph is text that begins with a heading. */
const LONGEST_HEADING = 40;

function textRole(paragraph: Paragraph, { body, styles }: Layout): Guess | null {
  const { text, props, cell } = paragraph;
  if (cell !== null || props.number !== null || props.align === "center") return null;
  const level = NUMBERS.findIndex((number) => number.test(text));
  if (level >= 0) {
    const isHeading = text.length <= LONGEST_HEADING && !/。./u.test(text);
    return isHeading ? { name: body.headings[level] ?? "" } : { name: body.paragraph, runIn: true };
  }
  if (/^[\s\u3000]*(?:编者)?按语?[：:]/u.test(text)) return styles.has("按语") ? { name: "按语" } : null;
  if (/^[\s\u3000]*附件/u.test(text)) return null;
  return isText(paragraph) ? { name: body.paragraph } : null;
}
