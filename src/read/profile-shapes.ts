import { civil } from "../base/time.ts";
import { REPORT_STAGES, TONES, type FieldName } from "../model/entry.ts";
import type { Element, YearCalendar } from "../model/profile.ts";
import { ENTRY_FIELDS } from "./entry-fields.ts";
import { groupRule, texts } from "./office-shapes.ts";
import { days, figure, length, limit, placed } from "./profile-figures.ts";
import { cadence, gradeTable, limitRow, statutory, trigger, wordList } from "./profile-events.ts";
import {
  day,
  field,
  flag,
  list,
  mapOf,
  mapped,
  number,
  oneOf,
  record,
  required,
  text,
  wrong,
  type Shape,
} from "./shape.ts";

const FIELD_OF: ReadonlyMap<string, FieldName> = new Map(
  Object.entries(ENTRY_FIELDS).map(([name, { key }]) => [key, name as FieldName]),
);

const element: Shape<Element> = mapped(
  record({
    name: required("名称", text()),
    fields: field("键", list(mapped(oneOf(...FIELD_OF.keys()), (key) => FIELD_OF.get(key) as FieldName))),
    cues: field("提示词", texts),
    stages: field("阶段", list(oneOf(...REPORT_STAGES))),
    advice: required("写法", text()),
  }),
  (given) => ({
    name: given.name ?? "",
    fields: given.fields ?? [],
    cues: given.cues ?? [],
    stages: given.stages ?? ["续报", "终报"],
    advice: given.advice ?? "",
  }),
);

const category = placed(
  record({
    tone: field("喜忧", oneOf(...TONES)),
    ahead: field("可在将来", flag()),
    elements: field("要素", list(element)),
    elementsBasis: field("要素依据", text()),
    length: field("篇幅", record({ least: field("下限", length()), most: field("上限", length()) })),
    deadline: field("期限", days("工作日", "事发")),
    validity: field("有效期", days("天", "报送")),
  }),
  (given, at) => ({ ...given, at }),
);

const RANGE = /^(?<from>\S+)\s*(?:至|到)\s*(?<to>\S+)$/u;

/** A day, or the days `2026-02-15 至 2026-02-23`. */
const span: Shape<readonly number[]> = (node, spot) => {
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
};

const yearFields = record({
  basis: required("依据", text()),
  off: field("放假", list(span)),
  work: field("上班", list(span)),
});

const year: Shape<YearCalendar> = (node, spot) => {
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
};

/** The keys of a profile. All are optional: a profile may hold only what it changes or adds. */
export const profileFields = record({
  name: field("名称", text()),
  categories: field("类别", mapOf(category)),
  urgent: field(
    "紧急",
    record({
      category: field("类别", text()),
      phone: field("电话", limit),
      written: field("书面", limit),
      rows: field("分类", list(limitRow)),
    }),
  ),
  titleLength: field("标题字数", length()),
  firstReportLength: field("首报字数", length()),
  placeholders: field("待核词", texts),
  cues: field("提示词", mapOf(texts)),
  weights: field("权重", mapOf(number())),
  scoreBasis: field("计分依据", text()),
  groups: field("分组", list(groupRule)),
  statutory: field("法定时限", list(statutory)),
  grading: field("分级标准", list(gradeTable)),
  triggers: field("必报", list(trigger)),
  cadence: field("续报", list(cadence)),
  figures: field("数值", mapOf(figure)),
  words: field("词表", mapOf(wordList)),
  calendar: field("节假日", mapOf(year)),
});

export type ProfileValues = NonNullable<ReturnType<typeof profileFields>>;
export type CategoryValues = NonNullable<ReturnType<typeof category>>;
