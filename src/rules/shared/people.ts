import { chineseCount } from "../../base/numeral.ts";

const COUNT =
  "\\d{1,4}(?:\\.\\d{1,2})?万|[1-9]\\d{0,4}|[一二两三四五六七八九][零〇一二两三四五六七八九十百千]{0,7}|十[一二三四五六七八九]?|[几数]十|[上近数]?百|[上近数]?千";
/** `27名`, `30余人`, `十几个人`; not 第5名, 50人次, 人均, 5人民币. */
const PEOPLE = new RegExp(
  `(?<![\\d.第前每]|[零〇一二两三四五六七八九十百千])(?<count>${COUNT})(?:余|多|几)?(?:名(?![次称单额牌])|位(?![次于置])|个?人(?![次均份大口才事工力]|民币))`,
  "gu",
);
/** Who was sent, not who took part. */
const SENT = /(?:出动|派出|抽调|调派|增派|投入|调集)[^，。；]{0,3}$/u;

/** How far from a number stands who they are. */
const BESIDE = 10;

/** How many people a text speaks of, each time it does; those of `others` (民警, 工作人员) are not counted. */
export function peopleIn(text: string, others: readonly string[]): number[] {
  return Array.from(text.matchAll(PEOPLE)).flatMap((match) => {
    const { index } = match;
    const after = text.slice(index + match[0].length).slice(0, BESIDE);
    const [who = ""] = after.split(/[，、。；与和同对向在到于]/u, 1);
    if (others.some((word) => who.includes(word))) return [];
    if (SENT.test(text.slice(Math.max(0, index - BESIDE), index))) return [];
    const count = countOf(match.groups?.["count"] ?? "");
    return count === null ? [] : [count];
  });
}

const HOUSEHOLDS = new RegExp(
  `(?<![\\d.第前每]|[零〇一二两三四五六七八九十百千])(?<count>${COUNT})(?:余|多|几)?户(?![均次籍口外])`,
  "gu",
);

/** How many households a text speaks of, each time it does. */
export function householdsIn(text: string): number[] {
  return Array.from(text.matchAll(HOUSEHOLDS)).flatMap(({ groups }) => countOf(groups?.["count"] ?? "") ?? []);
}

const ROUND: Readonly<Record<string, number>> = {
  几十: 20,
  数十: 20,
  近百: 90,
  百: 100,
  上百: 100,
  数百: 200,
  近千: 900,
  千: 1000,
  上千: 1000,
  数千: 2000,
};
function countOf(text: string): number | null {
  if (/^\d+$/u.test(text)) return Number(text);
  if (/^\d.*万$/u.test(text)) return Math.round(Number(text.slice(0, -1)) * 10_000);
  const round = ROUND[text];
  if (round !== undefined) return round;
  return chineseCount(text);
}
