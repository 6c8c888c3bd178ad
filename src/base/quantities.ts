import { chineseCount } from "./numeral.ts";
/** A number with its unit, in a text. Offsets are UTF-16, half-open, of number and unit together. */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  /** In the plain unit: 1.2万元 is 12000 元. */
  readonly value: number;
  readonly unit: string;
  /** One unit of the last digit written: 162万元 is exact to 10000 元. */
  readonly step: number;
  /** 约, 近, 余: about so much. 以上, 不足, a range: no more than a bound. */
  readonly rough: "about" | "bound" | null;
}

/** Ways to write one unit, and how many plain ones it is. */
const UNITS: Readonly<Record<string, readonly [unit: string, factor: number]>> = {
  人: ["人", 1],
  名: ["人", 1],
  位: ["人", 1],
  元: ["元", 1],
  块钱: ["元", 1],
  亩: ["亩", 1],
  公顷: ["亩", 15],
  吨: ["吨", 1],
  公斤: ["公斤", 1],
  千克: ["公斤", 1],
  斤: ["公斤", 0.5],
  公里: ["米", 1000],
  千米: ["米", 1000],
  米: ["米", 1],
  厘米: ["厘米", 1],
  毫米: ["毫米", 1],
  平方公里: ["平方米", 1e6],
  平方米: ["平方米", 1],
  平米: ["平方米", 1],
  立方米: ["立方米", 1],
  方: ["立方米", 1],
  千瓦时: ["千瓦时", 1],
  度: ["度", 1],
  "℃": ["度", 1],
  小时: ["小时", 1],
  个小时: ["小时", 1],
  "%": ["%", 1],
  "％": ["%", 1],
};

const PLAIN_UNITS =
  "个百分点 百分点 立方 人次 户次 车次 台次 件次 批次 场次 工作日 分钟 个月 千瓦 千伏 户 家 个 处 起 件 条 次 台 辆 艘 架 头 只 羽 株 棵 盏 套 间 栋 幢 座 所 克 升 天 年 周 岁 份 张 篇 本 册 场 批 项 组 支 岗 班 层 级 倍 例 箱 袋 具 片 段 孔 档 桶 根 块 枚 则 幅 口 门 眼 期 期次 村 镇 站 店 声 步 届 卷";

const KNOWN_UNITS = [...Object.keys(UNITS), ...PLAIN_UNITS.split(" ")].toSorted((a, b) => b.length - a.length);

const TIMES: Readonly<Record<string, number>> = {
  百: 1e2,
  千: 1e3,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  万亿: 1e12,
};

const FORM = new RegExp(
  `(?<![\\dA-Za-z.第])(?:(?<digits>\\d{1,3}(?:,\\d{3}){1,4}|\\d{1,15})(?<part>\\.\\d{1,6})?(?<times>万亿|十万|百万|千万|[百千万亿])?|(?<words>[一二两三四五六七八九十百千万零〇]{1,8}))(?<odd>余|多|来)?(?<unit>${KNOWN_UNITS.join("|")})`,
  "gu",
);

/** Dates and times of day, which are no quantities: blanked out before numbers are looked for. */
const DATES =
  /\d{4}年(?:\d{1,2}月(?:\d{1,2}[日号])?)?|\d{1,2}月(?:\d{1,2}[日号])?|\d{1,2}[日号](?!楼|线|门|桥|院|地|机|井|渠|炉|梯)|\d{1,2}[时点](?:\d{1,2}分?)?(?!间)|\d{1,2}[:：]\d{2}/gu;

/** Full-width digits made half-width; the length stays. */
export function plainDigits(text: string): string {
  return !/[０-９]/u.test(text)
    ? text
    : text.replace(/[０-９．]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}

/** The same text, as long as before, with dates and times blanked out. */
export function withoutDates(text: string): string {
  return text.replace(DATES, (found) => " ".repeat(found.length));
}

/** Every number that has a unit of measure or a counter, in the order of the text. */
export function quantitiesIn(text: string): Quantity[] {
  const plain = withoutDates(plainDigits(text));
  return Array.from(plain.matchAll(FORM)).flatMap((match) => {
    const { digits, part = "", times, words, odd, unit: written = "" } = match.groups ?? {};
    const count = words === undefined ? Number(digits?.replaceAll(",", "") + part) : chineseCount(words);
    // 一起, 一家, 一次: as often an adverb as a number.
    if (count === null || words === "一") return [];
    const [unit, factor] = UNITS[written] ?? [written, 1];
    const scale = (times === undefined ? 1 : (TIMES[times] ?? 1)) * factor;
    const { index: start } = match;
    const end = start + match[0].length;
    return [
      {
        start,
        end,
        value: round(count * scale),
        unit,
        step: Number((scale / 10 ** Math.max(0, part.length - 1)).toPrecision(12)),
        rough: roughness(plain, start, end) ?? (odd === undefined ? null : "about"),
      },
    ];
  });
}

const BOUND_BEFORE = /(?:少于|不足|不到|超过|高于|低于|至多|至少|[至到—–～~-])$/u;
const BOUND_AFTER = /^(?:以上|以下|以内|之内|[至到—–～~-]\s?\d)/u;
const ABOUT_BEFORE = /[约近超逾余多上]$/u;
const ABOUT_AFTER = /^(?:左右|上下|余|多)/u;

function roughness(text: string, start: number, end: number): "about" | "bound" | null {
  const [before, after] = [text.slice(Math.max(0, start - 2), start), text.slice(end, end + 3)];
  if (BOUND_BEFORE.test(before) || BOUND_AFTER.test(after)) return "bound";
  return ABOUT_BEFORE.test(before) || ABOUT_AFTER.test(after) ? "about" : null;
}

/** Without the dust of binary fractions: 1.1 + 2.2 is 3.3. */
export function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
