import { endsWithSurname } from "./surnames.ts";

/** A half-open range of UTF-16 offsets. */
interface Range {
  readonly start: number;
  readonly end: number;
}

const CROSS = "×✕╳☓XxＸｘ";

/** Blanks that are one whatever stands about them. */
const PLAIN = [
  /[_＿]{3,}/gu,
  /(?<![\d*A-Za-z])\*{4,}(?![\d*A-Za-z])/gu,
  /(?<![A-Za-z0-9])(?:TODO|TBD)(?![A-Za-z0-9])/gu,
  /[（(【[〔]\s*(?:此处|此栏|在此|请在此|请填|请补|待填)[^（(【[〔）)】\]〕\n]{0,30}[）)】\]〕]/gu,
  /（\s+）|\(\s{2,}\)/gu,
  new RegExp(
    `(?<![A-Za-z])[${CROSS}]{1,4}月[${CROSS}]{1,4}日|(?<![A-Za-z])[${CROSS}]{1,4}年[${CROSS}]{1,4}月|(?<=[\\d]月)[${CROSS}](?=日)`,
    "gu",
  ),
  new RegExp(`(?<=死亡|受伤|重伤|轻伤|失联|被困|遇难|疏散|转移|[约共近])[${CROSS}](?=余?人)`, "gu"),
];

/** Two or more crosses; Latin ones only where they are no part of a code such as GXX12. */
const RUN = new RegExp(`(?:[×✕╳☓○◯]{2,}|(?<![A-Za-z])[XxＸｘ]{2,}(?![A-Za-z0-9]))(?:[.．][${CROSS}]+)?`, "gu");

/** What after a run shows a figure, even after a surname. */
const SURE =
  /^\s?(?:余|多[名人户个]|[万亿亩吨%％‰]|元(?![旦宵月])|公里|千米|平方|立方|公斤|千克|个百分点|月(?=[×X\d上中下底初份末])|年(?=[×X\d度底初])|时(?=[×X\d])|日(?=[×X\d上下凌晚中早零]))/u;
const COUNT =
  /^\s?(?:年(?![仅龄轻级纪老])|月(?!均)|日(?![前常报])|号|时(?!代)|分(?![公局管别析])|秒|点(?!评)|周(?![边围])|天(?![然气])|小时|人(?![员民大才社])|名(?![下字称单])|户|起(?![诉草来])|次(?![日子序要])|届|期(?![间货望])|批(?!评|示|准)|件|例|条(?![例件])|项(?!目)|个(?![人体别])|家(?![属庭长人中里])|处(?![理置长罚分于以])|间|栋|座|头(?!部)|只(?![身是])|匹|辆|台(?!风)|套|株|米|岁|倍)/u;
const REGION =
  /^(?:省|市(?![场民])|县|区(?![别分])|乡(?![亲愁])|镇|村|社区|街道|组(?![织长成建])|路(?!过|径)|街|寨|屯|水库|小区|国道|省道|大桥|隧道|园区)/u;

/** Endings that are no surname although their last character may be one. */
const NO_NAME =
  /(?:[\d约近达共超第至到]|位于|处于|属于|来自|[排检核抽普巡调]查|实施|设施|当时|[共总累预合]计|[资现奖罚基租]金|费|耕地|[农稻水]田|造林|[耕奶黄]牛|儿童|[教律]师|[道公铁修断]路|[塌土]方|平均|亏损|地方|[一二三四五六七八九十百千]万)$/u;
/** Prepositions that are surnames too: before a place or a date they are what they say. */
const PREPOSITION = /[于和向从]$/u;

/** Signs that stand for a figure, a date or a place still to be filled in (死亡××人, XX月XX日, ___); never a masked name or a code. */
export function findBlanks(text: string): Range[] {
  if (/^[×✕╳☓XxＸｘ○]{2,}$/u.test(text.trim())) return [{ start: 0, end: text.length }];
  const found: Range[] = PLAIN.flatMap((form) => ranges(text, form));
  found.push(...ranges(text, RUN).filter((run) => isBlank(text, run)));
  found.push(...ranges(text, ONE).filter((one) => isBlank(text, one, true)));
  found.push(...ranges(text, EMPTY).filter((one) => isCounted(text, one)));
  found.push(...ranges(text, DOTS).filter(({ end }) => MEASURE.test(text.slice(end, end + 4))));
  found.push(
    ...ranges(text, NAMELESS).filter(({ start }) => {
      const before = text.slice(Math.max(0, start - 4), start);
      return PREPOSITION.test(before) || !isMasked(before);
    }),
  );
  return joined(found.toSorted((a, b) => a.start - b.start || b.end - a.end));
}

function ranges(text: string, form: RegExp): Range[] {
  return Array.from(text.matchAll(form), (match) => ({ start: match.index, end: match.index + match[0].length }));
}

function isBlank(text: string, { start, end }: Range, single = false): boolean {
  const before = text.slice(Math.max(0, start - 4), start);
  const after = text.slice(end, end + 8);
  // 补助标准×户数 is a sum; ×村 may be meant to hide the place.
  if (single && FACTOR.test(after)) return false;
  if (SURE.test(after)) return true;
  const figure = COUNT.test(after) || (!single && REGION.test(after));
  if (!figure) return false;
  if (!isMasked(before)) return true;
  return PREPOSITION.test(before) && (REGION.test(after) || /^[月日年]/u.test(after));
}

/** Whether what stands before is a surname, so that the blank hides a given name. */
function isMasked(before: string): boolean {
  return endsWithSurname(before) && !NO_NAME.test(before);
}

/** One sign for a figure: ×个, X处; after a figure or another letter it is a sign of its own (3×5米, G7X起). */
const ONE = new RegExp(
  `(?<![\\dA-Za-z${CROSS}○◯.)）]\\s?)[×✕╳☓](?![${CROSS}○◯\\s])|(?<![\\dA-Za-z${CROSS}○◯.-]\\s?)[XxＸｘ](?![A-Za-z0-9${CROSS}○◯\\s])`,
  "gu",
);
const FACTOR = /^\p{Script=Han}{1,2}[数量均价额例率]/u;

/** （）家, 11月__日; of __重点__ the signs are no blank. */
const EMPTY = /（\s{0,10}）|(?<![A-Za-z0-9_])\(\s{0,10}\)|(?<![A-Za-z_＿])[_＿]{1,2}(?![_＿])/gu;

function isCounted(text: string, { start, end }: Range): boolean {
  const [before, after] = [text.slice(Math.max(0, start - 40), start), text.slice(end, end + 8)];
  if (/^[_＿]/u.test(text.slice(start, end)) && /_[^_\s，。、][^_\n，。、]*$/u.test(before)) return false;
  return SURE.test(after) || COUNT.test(after);
}

/** 约……万元, 资金……元. */
const DOTS = /(?<=[约近共计达超为逾]|资金|投资|投入|面积|损失)(?:…{1,4}|\.{3,6})/gu;
const MEASURE =
  /^\s?(?:[万亿]?(?:元|亩|吨|人|户|公里|千米|平方米|立方米|头|只|株|台|辆)(?!\p{Script=Han})|[万亿][元亩吨人户]|[%％])/u;

/** 某某镇, 某某局 where a name belongs; 李某某 hides one, 某村 is a way to speak. */
const NAMELESS =
  /(?<!(?:冒充|自称|谎称|所谓|名为|比如|例如)[^，。；\n]{0,10}|某)某某(?=(?:省|市(?!民)|县|区|乡(?!亲)|镇|村(?!民)|社区|街道|局|单位|同志|镇长|县长|局长|年|月|日))/gu;

/** XX月XX日 is one blank, not two: runs at most two characters apart are joined. */
function joined(found: readonly Range[]): Range[] {
  const all: Range[] = [];
  for (const range of found) {
    const last = all.at(-1);
    if (last !== undefined && range.start <= last.end + 2)
      all[all.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else all.push(range);
  }
  return all;
}
