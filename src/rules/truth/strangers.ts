import { isHereAndNow, leftOf, type Leaders, type Person } from "./leaders.ts";
import { beginsWithCommonSurname } from "./surnames.ts";

/** A name right behind a post that only somebody else holds. */
export interface Stranger {
  readonly start: number;
  readonly end: number;
  readonly post: string;
  readonly holder: Person;
}

/** 县委书记, 县长, 县人大常委会主任, 县政协主席 and heads of Party bodies: one person holds each; of 副 and 常委 there are several. */
const SINGLE =
  /^(?:[县区市旗州]委书记|[县区市旗州]长|人大主任|政协主席|纪委书记|监委主任|政法委书记|\p{sc=Han}{2,3}部长|[县区市旗州]委办主任)$/u;

/** Where a post begins: a sign, a day, or a word that leads up to somebody. */
const LEADS = /(?:^|\P{sc=Han}|[日午晚时]|当天|昨天|由|请|向|经|陪同|随|在)$/u;

/** People held up as models, and the past. */
const TOLD_OF =
  /学习|楷模|榜样|先进|事迹|精神|模范|电影|影片|纪录片|烈士|革命|党史|县志|历史|史料|故事|人物|回忆|追忆|生前|已故/u;
/** The name of another county: 云岭县. */
const OTHER_AREA =
  /\p{sc=Han}[^\P{sc=Han}本我全该各跨到在和至回来往以从向对由为几两]县(?![委长政人纪监直级域城内里属办])/u;
const YEAR = /(?:19|20)\d\d年/gu;

/** Names behind single posts that are not their holders'; silent where a text speaks of another county or of the past. */
export function strangersIn(text: string, leaders: Leaders, year: number | null): Stranger[] {
  const found = Array.from(text.matchAll(leaders.forms)).flatMap((match): Stranger[] => {
    const [post, start] = [match[0], match.index];
    const holder = holderOf(leaders.posts.get(post) ?? "", leaders);
    const left = leftOf(text, start, leaders);
    if (!holder || !LEADS.test(left) || !isHereAndNow(left)) return [];
    const from = start + post.length;
    const name = nameAt(text, from);
    if (name === null || [...leaders.people.keys()].some((one) => text.startsWith(one, from))) return [];
    return isElsewhere(text, start, year) ? [] : [{ start, end: from + name.length, post, holder }];
  });
  return found.length > 0 && isAway(text, leaders) ? [] : found;
}

function holderOf(key: string, { people }: Leaders): Person | null {
  if (!SINGLE.test(key) || key.includes("副")) return null;
  const [holder, ...others] = [...people.values()].filter(({ keys }) => keys.has(key));
  return holder && others.length === 0 ? holder : null;
}

/** Words that begin with a surname's character: 马上, 严肃, 周一. */
const WORDS =
  /^(?:马[上不]|严[肃格厉密]|周[一二三四五六日末边围密到]|何[时地以]|白天|万[分余名众]|黄[昏金]|田[间头]|林[区间地业]|陆[续路]|武[装警]|程序|江[边北南]|龙头|夏[季天收]|贺[电信词]|史上|洪[灾水]|顾[全及]|施[工政行]|康[复养]|石[场矿]|牛羊|雷[同雨]|雪|毛[利坯]|董事|熊熊|古|钱[款物]|余[下款]|罗列|苗[木头]|杜绝|汪洋|叶[片子]|唐[突朝]|汤|谢绝|尹始|许[可诺多])/u;

/** What shows that a name is over: a sign, or what somebody does. */
const FOLLOWED =
  /^(?:$|\P{sc=Han}|主持|出席|强调|指出|批示|到|赴|率|调研|在|说|要求|作|听取|深入|带队|带领|检查|先后|一行|表示|宣布|参加|看望|会见|前往|对|督[办导查]|走访|慰问|召开|实地|现场|来|同志|接待|接访|现已|签)/u;

/** A name of two or three characters that is over where it ends. */
function nameAt(text: string, from: number): string | null {
  for (const size of [3, 2]) {
    const name = text.slice(from, from + size);
    if (!/^\p{sc=Han}{2,3}$/u.test(name) || !beginsWithCommonSurname(name) || WORDS.test(name)) continue;
    if (/[某县委书记局镇乡村省部办会主任的了和与及在到同]/u.test(name.slice(1))) continue;
    if (FOLLOWED.test(text.slice(from + size, from + size + 2))) return name;
  }
  return null;
}

/** Whether the sentence is about the past, about a model, or about another city. */
function isElsewhere(text: string, at: number, year: number | null): boolean {
  const from = Math.max(0, at - 100);
  const before = /[^。！？；\n]*$/u.exec(text.slice(from, at))?.[0] ?? "";
  const sentence = before + (/^[^。！？；\n]*/u.exec(text.slice(at, at + 100))?.[0] ?? "");
  if (TOLD_OF.test(sentence)) return true;
  return Array.from(sentence.matchAll(YEAR)).some(([one]) => Number.parseInt(one, 10) !== year);
}

/** Whether a text speaks of another county: its leaders are not ours. */
function isAway(text: string, { area: { name } }: Leaders): boolean {
  const own = name === null ? text : text.replaceAll(name, "");
  return /考察[团组]|来访|兄弟县|友好县|[外邻]县|邻近县|对口|结对/u.test(text) || own.search(OTHER_AREA) >= 0;
}
