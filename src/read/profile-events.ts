import { EVENT_KINDS, GRADES } from "../model/entry.ts";
import type { Cadence, GradeRow, GradeTable, LimitRow, StatutoryClock, WordList } from "../model/profile.ts";
import type { Trigger } from "../model/trigger.ts";
import { texts } from "./office-shapes.ts";
import { count, limit, placed } from "./profile-figures.ts";
import {
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
  text,
  wrong,
  type Shape,
} from "./shape.ts";

const kinds = list(oneOf(...EVENT_KINDS));
const grades = list(oneOf(...GRADES));

/** 紧急.分类: the limits of some kinds or grades. */
export const limitRow: Shape<LimitRow> = mapped(
  record({
    kinds: field("事件类型", kinds, "适用的事件类型；不写为全部"),
    grades: field("等级", grades, "适用的等级；不写为全部"),
    phone: field("电话", limit),
    written: field("书面", limit),
  }),
  (given) => ({ ...given, kinds: given.kinds ?? [], grades: given.grades ?? [] }),
);

/** 法定时限: a figure, or none where the law says 立即. */
export const statutory: Shape<StatutoryClock> = placed(
  record({
    name: required("名称", text()),
    kinds: field("事件类型", kinds),
    grades: field("等级", grades),
    duty: required("责任", text(), "谁向谁报告"),
    value: field("值", number({ whole: true, least: 1 })),
    unit: field("单位", oneOf("分钟")),
    base: field("起算", oneOf("事发", "接报")),
    basis: required("依据", text()),
  }),
  (given, at) => ({
    value: given.value,
    base: given.base,
    name: given.name ?? "",
    kinds: given.kinds ?? [],
    grades: given.grades ?? [],
    duty: given.duty ?? "",
    basis: given.basis ?? "",
    at,
  }),
);

const gradeFigures = record({ dead: field("死亡", count), serious: field("重伤", count), loss: field("损失", count) });

/** 分级标准 of one kind of event; 级别 by grade, in any order. */
export const gradeTable: Shape<GradeTable> = placed(
  record({
    kind: required("事件类型", oneOf(...EVENT_KINDS)),
    words: field("词", texts, "只用于标题或正文里有其中一词的事件；不写为这一类型的全部"),
    complete: field("完整", flag(), "能否分清全部四级"),
    rows: required("级别", mapOf(gradeFigures)),
    basis: required("依据", text()),
  }),
  (given, at) => ({
    kind: given.kind ?? "事故灾难",
    words: given.words ?? [],
    complete: given.complete ?? false,
    rows: GRADES.flatMap((grade): GradeRow[] => {
      const row = given.rows?.get(grade);
      return row ? [{ grade, ...row }] : [];
    }),
    basis: given.basis ?? "",
    at,
  }),
);

/** 必报: what must be filed as 紧急. */
export const trigger: Shape<Trigger> = placed(
  record({
    name: required("名称", text()),
    kinds: field("事件类型", kinds),
    grade: field("等级", oneOf(...GRADES)),
    dead: field("死亡", count),
    injured: field("受伤", count),
    loss: field("损失", count),
    words: field("词", list(texts), "同一句里每组各有一词"),
    people: field("人数", count, "一句里说到的人数达到几人"),
    households: field("户数", count, "一句里说到的户数达到几户"),
    mild: field("级别", oneOf("error", "warning"), "warning 只给提醒；不写为 error"),
    basis: required("依据", text()),
  }),
  (given, at) => ({
    ...given,
    name: given.name ?? "",
    kinds: given.kinds ?? [],
    words: given.words ?? [],
    mild: given.mild === "warning",
    basis: given.basis ?? "",
    at,
  }),
);

const CLOCK = /^(?<hour>[01]?\d|2[0-3])[:：](?<minute>[0-5]\d)$/u;

/** `08:00`, as minutes of the day. */
const clock: Shape<number> = described(
  (node, spot) => {
    const found = node.kind === "text" ? CLOCK.exec(node.value.trim())?.groups : undefined;
    if (!found) return wrong(spot, node, ["应是钟点", '请写成 "08:00"（24 小时制，加引号）']);
    return Number(found["hour"]) * 60 + Number(found["minute"]);
  },
  { type: "string", pattern: CLOCK.source.replaceAll(/\?<\w+>/gu, "") },
);

/** 续报: how often. */
export const cadence: Shape<Cadence> = placed(
  record({
    kinds: field("事件类型", kinds, "适用的事件类型；不写为全部"),
    grades: field("等级", grades, "适用的等级；不写为全部，没有等级的也算"),
    perDay: field("每日", number({ whole: true, least: 1 }), "每天不少于几次"),
    times: field("时刻", list(clock), "每天哪几个钟点之前"),
    basis: required("依据", text()),
  }),
  (given, at) => ({
    kinds: given.kinds ?? [],
    grades: given.grades ?? [],
    perDay: given.perDay,
    times: given.times ?? [],
    basis: given.basis ?? "",
    at,
  }),
);

/** A word list as one pack gives it: the whole of it, or what it adds to and takes from the packs before. */
export interface WordChange extends WordList {
  readonly whole: boolean;
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** 词表. */
export const wordList: Shape<WordChange> = placed(
  record({
    words: field("词", texts),
    add: field("增", texts, "在前面规则集的词上增加"),
    remove: field("减", texts, "从前面规则集的词里去掉"),
    basis: required("依据", text()),
  }),
  (given, at) => ({
    words: given.words ?? [],
    whole: given.words !== null,
    add: given.add ?? [],
    remove: given.remove ?? [],
    basis: given.basis ?? "",
    at,
  }),
);
