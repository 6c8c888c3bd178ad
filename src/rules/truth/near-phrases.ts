import type { Found } from "../../prose/sentences.ts";

/** Characters whose change makes another thing of it, not a slip: numbers, levels, directions, seasons, 副 and 正, negations, joints. */
const SENSE =
  /[一二三四五六七八九十百千万两〇零首次上中下前后左右东西南北内外春夏秋冬省市州区县乡镇村街年月周日季副正总原老新不未非无各全和与及或]/u;
/** At the end of a phrase another word may begin: 工作会议 and 在工作会上; or an office turns into its head: 指挥部, 指挥长. */
const AT_END = /[部会组局委办院所站队室厅处科长员上中下内外前后时的和与及等在以了是为之并将要们者性化]/u;
/** The shortest phrase whose last character may be the one that is off: 环境保护督查 for 督察. */
const LONG = 8;

/** So long a phrase is known without its first character, which is otherwise a word of its own: 筑牢 for 铸牢中华民族共同体意识. */
const LONGEST = 10;

/** Stretches of a text that are one Chinese character off a phrase: another one, one too many or one too few, its first character being right but in the longest. */
export function nearMisses(text: string, phrase: string): Found[] {
  // Of two characters one alone is left to go by: any word would be near.
  if (phrase.length < 3) return [];
  const half = phrase.length >> 1;
  const [head, tail] = [phrase.slice(0, half), phrase.slice(half)];
  const found = new Map<number, Found>();
  const keep = (start: number, length: number): void => {
    const word = text.slice(start, start + length);
    if (start >= 0 && isSlip(word, phrase)) found.set(start, { word, start, end: start + length });
  };
  // With one character off, one half stands there as it should.
  for (const at of placesOf(text, head))
    for (const more of [0, -1, 1]) if (!found.has(at)) keep(at, phrase.length + more);
  for (const at of placesOf(text, tail)) for (const more of [0, -1, 1]) keep(at - half - more, phrase.length + more);
  let last = 0;
  return [...found.values()]
    .toSorted((a, b) => a.start - b.start)
    .filter(({ start, end }) => start >= last && (last = end) > 0);
}

function placesOf(text: string, part: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) places.push(at);
  return places;
}

function isSlip(word: string, phrase: string): boolean {
  if (word.length === phrase.length) return isChanged(word, phrase);
  const [longer, shorter] = word.length > phrase.length ? [word, phrase] : [phrase, word];
  return longer.length === shorter.length + 1 && isLonger(longer, shorter);
}

function isChanged(word: string, phrase: string): boolean {
  const at = firstDifference(word, phrase);
  if ((at === 0 && phrase.length < LONGEST) || at >= phrase.length || word.slice(at + 1) !== phrase.slice(at + 1))
    return false;
  const [found, right] = [word.charAt(at), phrase.charAt(at)];
  if (!isHan(found) || !isHan(right) || (SENSE.test(found) && SENSE.test(right))) return false;
  return at < phrase.length - 1 || (phrase.length >= LONG && !AT_END.test(found) && !AT_END.test(right));
}

/** Whether the longer has one more within, which is neither a sign nor another sense. */
function isLonger(longer: string, shorter: string): boolean {
  const at = firstDifference(longer, shorter);
  if (at === 0 || at >= shorter.length || longer.slice(at + 1) !== shorter.slice(at)) return false;
  return isHan(longer.charAt(at)) && !SENSE.test(longer.charAt(at));
}

function firstDifference(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}

function isHan(char: string): boolean {
  return /\p{Script=Han}/u.test(char);
}
