import { quote } from "../../base/visible.ts";
import type { Entry } from "../../model/entry.ts";
import type { WordList } from "../../model/profile.ts";
import { patternOf } from "../../prose/phrases.ts";
import type { BatchRule } from "../rule.ts";

/** A title of a mould; `start` and `end` are where the mould shows in it. */
interface Cast {
  readonly entry: Entry;
  readonly start: number;
  readonly end: number;
}

/** Titles of one mould (××镇“三举措”推进……): told once a mould, at the title that was sent last. */
export const staleTemplate: BatchRule = {
  name: "stale-template",
  group: "category",
  severity: "note",
  summary: "几条标题出自同一个模子",
  stops: false,
  fixed: false,
  uses: ["数值.同式标题", "词表.套式标题"],
  scope: "batch",
  needs: ["title"],
  *check(entries, { profile }) {
    const least = profile.figures.get("同式标题")?.value ?? 0;
    const list = profile.words.get("套式标题");
    if (!list || least < 2) return;
    for (const [mould, casts] of castsOf(entries, list)) {
      const ordered = casts.toSorted((a, b) => sentAt(a.entry) - sentAt(b.entry));
      const last = ordered.at(-1);
      if (!last || casts.length < least) continue;
      yield {
        entry: last.entry,
        at: placeOf(last),
        message: `${casts.length} 条标题出自同一个模子“${quote(mould.replaceAll("N", "×"))}”，到 ${least} 条就看不出各是什么事，标题应当写具体的事`,
        hint: "把这句套话换成做了什么、成了什么，用一个事实或一个数字，如“火点由19处降到7处”",
        related: ordered.slice(0, -1).toReversed().slice(0, MOST_SHOWN).map(relate),
      };
    }
  },
};

const MOST_SHOWN = 5;

function relate(cast: Cast): { at: ReturnType<typeof placeOf>; message: string } {
  return { at: placeOf(cast), message: `同一个模子：“${quote(cast.entry.title)}”` };
}

function placeOf({ entry, start, end }: Cast) {
  return entry.places.within("title", start, end);
}

/** Without 报送时间 it counts as the oldest; entries sent at one time stay in their order. */
function sentAt({ submitted }: Entry): number {
  return submitted === null ? 0 : submitted.day * 1440 + (submitted.clock ?? 0);
}

/** Titles by mould, in the order in which the moulds first show; of several in one title the first counts. */
function castsOf(entries: readonly Entry[], list: WordList): Map<string, Cast[]> {
  const { form, moulds } = compile(list);
  const found = new Map<string, Cast[]>();
  for (const entry of entries) {
    const match = moulds.length === 0 ? null : form.exec(entry.title);
    if (!match) continue;
    const mould = moulds[match.slice(1).findIndex((group) => group !== undefined)] ?? "";
    const end = match.index + match[0].length;
    // 跑出“加速度”: the mark that closes it belongs to it.
    const closed = match[0].includes("“") && !match[0].includes("”") && entry.title[end] === "”";
    const cast = { entry, start: match.index, end: closed ? end + 1 : end };
    const known = found.get(mould);
    if (known) known.push(cast);
    else found.set(mould, [cast]);
  }
  return found;
}

const NUMBER = "(?<![统唯第之单万十百])[\\d０-９一二三四五六七八九十百两双多几]{1,3}";
const MEASURE = "[项个大条种道]?[“”\"'‘’]?";

/** N of the list is any number with a measure word, and a quotation mark may stand behind it. */
function compile(list: WordList): { form: RegExp; moulds: readonly string[] } {
  const words = list.words.filter((word) => word !== "").toSorted((a, b) => b.length - a.length);
  // Those that begin with a number share its pattern: it is looked for once.
  const [counted, others] = [
    words.filter((word) => word.startsWith("N")),
    words.filter((word) => !word.startsWith("N")),
  ];
  const group = (word: string): string => `(${patternOf(word).replaceAll("N", `${NUMBER}${MEASURE}`)})`;
  const forms = others.map(group);
  if (counted.length > 0)
    forms.unshift(`${NUMBER}${MEASURE}(?:${counted.map((word) => group(word.slice(1))).join("|")})`);
  return { form: new RegExp(forms.join("|"), "u"), moulds: [...counted, ...others] };
}
