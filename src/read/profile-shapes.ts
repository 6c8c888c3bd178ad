import { civil } from "../base/time.ts";
import { EVENT_KINDS, REPORT_STAGES, TONES, type FieldName } from "../model/entry.ts";
import { ELEMENT_FORMS, type Element, type YearCalendar } from "../model/profile.ts";
import { ENTRY_FIELDS } from "./entry-fields.ts";
import { groupRule, texts } from "./office-shapes.ts";
import { days, figure, length, limit, placed } from "./profile-figures.ts";
import { cadence, gradeTable, limitRow, statutory, trigger, wordList } from "./profile-events.ts";
import {
  day,
  described,
  field,
  flag,
  list,
  mapOf,
  mapped,
  number,
  oneOf,
  record,
  required,
  schemaOf,
  text,
  wrong,
  type Shape,
} from "./shape.ts";

const FIELD_OF: ReadonlyMap<string, FieldName> = new Map(
  Object.entries(ENTRY_FIELDS).map(([name, { key }]) => [key, name as FieldName]),
);

const element: Shape<Element> = mapped(
  record({
    name: required("名称", text(), "要素的名称"),
    keys: field("键", list(oneOf(...FIELD_OF.keys())), "填了其中任何一项就算写明"),
    instead: field("或键", list(oneOf(...FIELD_OF.keys())), "填了其中任何一项也算写明；没有填，只当正文里缺"),
    cues: field("提示词", texts, "标题或正文里有其中任何一个就算写明"),
    forms: field("形式", list(oneOf(...ELEMENT_FORMS)), "标题或正文里有数量、日期、原因、请求，或正文成篇，就算写明"),
    stages: field("阶段", list(oneOf(...REPORT_STAGES)), "哪几报应有；不写为续报、终报"),
    anew: field("重述", list(oneOf(...REPORT_STAGES)), "哪几报须再写一遍；其余的前面已报过就不再要"),
    kinds: field("事件类型", list(oneOf(...EVENT_KINDS)), "哪些类型的事件应有；不写为全部"),
    left: field("归", text(), "由哪条规则看；写了的 missing-element 不再说"),
    advice: required("写法", text(), "提示里教人怎么写"),
  }),
  (given) => ({
    name: given.name ?? "",
    fields: (given.keys ?? []).map((key) => FIELD_OF.get(key) as FieldName),
    keys: given.keys ?? [],
    instead: (given.instead ?? []).map((key) => FIELD_OF.get(key) as FieldName),
    cues: given.cues ?? [],
    forms: given.forms ?? [],
    stages: given.stages ?? ["续报", "终报"],
    anew: given.anew ?? [],
    kinds: given.kinds ?? [],
    advice: given.advice ?? "",
    left: given.left ?? null,
  }),
);

const category = placed(
  record({
    tone: field("喜忧", oneOf(...TONES), "本类信息不写喜忧时算什么"),
    ahead: field("可在将来", flag(), "事发时间可以晚于现在"),
    elements: field("要素", list(element), "本类信息应当写明什么"),
    elementsBasis: field("要素依据", text(), "这些要素出自哪里"),
    length: field(
      "篇幅",
      record({ least: field("下限", length()), most: field("上限", length()) }),
      "正文的下限和上限",
    ),
    deadline: field("期限", days("工作日", "事发"), "事发后几个工作日内报送"),
    validity: field("有效期", days("天", "报送"), "报送后几天内有效"),
    suits: field("刊物", texts, "适合编入哪些刊物，最合适的写在前面"),
  }),
  (given, at) => ({ ...given, at }),
);

const RANGE = /^(?<from>\S+)\s*(?:至|到)\s*(?<to>\S+)$/u;

/** A day, or the days `2026-02-15 至 2026-02-23`. */
const span: Shape<readonly number[]> = described(
  (node, spot) => {
    const ends = node.kind === "text" ? RANGE.exec(node.value.trim())?.groups : undefined;
    const part = (value: string | undefined): number | undefined => {
      if (node.kind !== "text" || value === undefined) return day()(node, spot);
      return day()({ ...node, value }, spot);
    };
    const from = part(ends?.["from"]);
    const to = ends ? part(ends["to"]) : from;
    if (from === undefined || to === undefined) return undefined;
    if (to < from || to - from > 31) return wrong(spot, node, ["的起止不对", "起不晚于止，一段不超过一个月"]);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  },
  { type: "string" },
);

const yearFields = record({
  basis: required("依据", text()),
  off: field("放假", list(span), "放假的日子：2026-02-15 至 2026-02-23"),
  work: field("上班", list(span), "调休上班的日子"),
});

const year: Shape<YearCalendar> = described((node, spot) => {
  const given = yearFields(node, spot);
  if (given === undefined) return undefined;
  if (!/^\d{4}$/u.test(spot.label))
    return wrong(spot, node, ["应是四位年份", "请写成 2026: {依据: …, 放假: […], 上班: […]}"]);
  const own = Number(spot.label);
  const [off, work] = [given.off ?? [], given.work ?? []].map((spans) => new Set(spans.flat())) as [
    Set<number>,
    Set<number>,
  ];
  const stray = [...off, ...work].some((at) => civil(at).year !== own);
  if (stray) return wrong(spot, node, ["年下列有别的年份的日期", "跨年的假期分别列在两年之下"]);
  if ([...off].some((at) => work.has(at)))
    return wrong(spot, node, ["年有一天既放假又上班", "对照国务院办公厅通知改正"]);
  return { year: own, off, work, basis: given.basis ?? "" };
}, schemaOf(yearFields));

/** The keys of a profile. All are optional: a profile may hold only what it changes or adds. */
export const profileFields = record({
  name: field("名称", text()),
  categories: field("类别", mapOf(category), "类别的要素、篇幅、期限"),
  urgent: field(
    "紧急",
    record({
      category: field("类别", text()),
      phone: field("电话", limit, "电话报告的时限"),
      written: field("书面", limit, "书面报告的时限"),
      rows: field("分类", list(limitRow), "某些事件类型或等级另有的时限，先合的为准"),
    }),
    "紧急信息的时限",
  ),
  titleLength: field("标题字数", length(), "标题最多几个字"),
  firstReportLength: field("首报字数", length(), "首报最多几个字"),
  placeholders: field("待核词", texts, "首报、续报以外不得写的说法"),
  cues: field("提示词", mapOf(texts)),
  weights: field("权重", mapOf(number()), "计分时每条理由加几分"),
  scoreBasis: field("计分依据", text(), "权重出自哪里"),
  groups: field("分组", list(groupRule), "一期之内各组的先后"),
  statutory: field("法定时限", list(statutory), "法律法规规定的时限，与本县的并列显示"),
  grading: field("分级标准", list(gradeTable), "按死亡、重伤、损失分级"),
  triggers: field("必报", list(trigger), "达到即须按紧急信息报送"),
  cadence: field("续报", list(cadence), "事件未了时多久续报一次"),
  figures: field("数值", mapOf(figure), "各规则用的数"),
  words: field("词表", mapOf(wordList), "各规则用的词"),
  calendar: field("节假日", mapOf(year), "每年的放假和调休"),
});

export type ProfileValues = NonNullable<ReturnType<typeof profileFields>>;
export type CategoryValues = NonNullable<ReturnType<typeof category>>;
