import { chineseDay } from "../../base/time.ts";
import { quote } from "../../base/visible.ts";
import type { Entry } from "../../model/entry.ts";
import type { EntryRule } from "../rule.ts";
import { maskQuoted } from "../../prose/masked.ts";
import { placeIn, printedOf } from "../shared/printed.ts";
import { findWords, wordsOf, type Found } from "../../prose/sentences.ts";

/** 近日, 日前 and the like tell a leader nothing: a date does. */
export const vagueTime: EntryRule = {
  name: "vague-time",
  group: "writing",
  severity: "warning",
  summary: "用“近日”“日前”代替日期",
  stops: false,
  fixed: false,
  uses: ["词表.模糊时间"],
  scope: "entry",
  needs: [],
  *check(entry, { profile }) {
    const words = wordsOf(profile, "模糊时间");
    for (const printed of printedOf(entry)) {
      if (!words.some((word) => printed.text.includes(word))) continue;
      const text = maskQuoted(printed.text);
      for (const found of findWords(text, words)) {
        if (!tellsTime(text, found)) continue;
        yield {
          at: placeIn(printed, found.start, found.end),
          message: `用“${quote(found.word)}”代替时间，应写明哪月哪日`,
          hint: `写明日期${example(entry)}；持续一段时间的，写明起止日期`,
        };
      }
    }
  },
};

/** The day that the entry gives is the likeliest one. */
function example({ occurred }: Entry): string {
  return occurred === null ? "，如“11月18日”" : `；如就是“事发时间”那天，写“${chineseDay(occurred.day).slice(5)}”`;
}

/** Spans, and words that go on: 近日内, 近日来, 近日照量, 日前夕. */
const GOES_ON = /^(?:内|以来|来|夕|点|照|均|产|销|常|益|程|夜|月|用)/u;
/** 附近日均, 临近日落, 最近日子: the first character belongs to the word before. */
const BELONGS = /[附最临将接靠邻远亲走逼贴就迫左]$/u;
/** The date itself right behind: 近日（11月18日）. */
const DATED = /^(?:[（(][^（）()\n]{0,8}\d{1,2}月?\d{0,2}[日号][^（）()\n]{0,12}[）)]|，即\d)/u;

/** Who does something: after such a name 日前 is the adverb, elsewhere it ends 11月30日前, 生日前, 到期日前. */
const DOER =
  /(?:[县镇乡村市省区局司厂府部所团室]|委|[县市区镇委府]办|(?:员|协|商|学|联合|理事|董事|居民|基金)会|医院|法院|学院|研究院|学校|中学|小学|大队|支队|中队|中心|街道|集团|企业|记者)$/u;
/** 上市日前, 出厂日前: a verb made the name's last character a part of its own. */
const NO_DOER = /(?:[上开休收]市|[出进入][厂院所村区团]|分局|布局|全部|局部|[返离]村)$/u;

/** Whether the word stands for a date here. */
function tellsTime(text: string, { word, start, end }: Found): boolean {
  const before = text.slice(Math.max(0, start - 8), start).replace(/[ \t\u3000*]+$/u, "");
  const after = text.slice(end, end + 30);
  if (GOES_ON.test(after) || DATED.test(after)) return false;
  if (!/^[日前]/u.test(word)) return !BELONGS.test(before);
  // 日前 and 前几天 may end what stands before them: only at the beginning of a clause, or after a name, are they sure.
  if (/(?:^|[，。；：！？、“（(）)》】.．\n-])$/u.test(before)) return true;
  return DOER.test(before) && !NO_DOER.test(before) && !/^[往来]/u.test(after);
}
