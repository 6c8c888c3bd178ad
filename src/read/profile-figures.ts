import type { Figure, Limit } from "../model/profile.ts";
import type { Place } from "../model/source.ts";
import { described, field, number, oneOf, record, required, schemaOf, text, type Shape } from "./shape.ts";

/** A shape together with where its value stands. */
export function placed<T, U>(shape: Shape<T>, make: (value: T, at: Place) => U): Shape<U> {
  return described((node, spot) => {
    const value = shape(node, spot);
    return value === undefined
      ? undefined
      : make(value, { source: spot.reading.source, start: node.start, end: node.end });
  }, schemaOf(shape));
}

/** What every figure says: 值, its one 单位, and 依据. */
function figureFields(unit: string) {
  return {
    value: required("值", number({ whole: true, least: 0 })),
    unit: field("单位", oneOf(unit)),
    basis: required("依据", text()),
  };
}

/** 字. */
export function length(): Shape<Figure> {
  return placed(record(figureFields("字")), ({ value, basis }, at) => ({
    value: value ?? 0,
    unit: "字",
    basis: basis ?? "",
    at,
  }));
}

/** Days of one kind, from one base. */
export function days(unit: string, base: string): Shape<Figure> {
  const shape = record({ ...figureFields(unit), base: field("起算", oneOf(base)) });
  return placed(shape, ({ value, basis }, at) => ({ value: value ?? 0, unit, basis: basis ?? "", at }));
}

/** Minutes from 事发 or 接报. */
export const limit: Shape<Limit> = placed(
  record({ ...figureFields("分钟"), base: required("起算", oneOf("事发", "接报")) }),
  ({ value, basis, base }, at) => ({ value: value ?? 0, unit: "分钟", basis: basis ?? "", base: base ?? "事发", at }),
);

/** A figure of 数值, which says what it counts. */
export const figure: Shape<Figure> = placed(
  record({
    value: required("值", number({ whole: true, least: 0 })),
    unit: required("单位", oneOf("字", "分钟", "小时", "天", "工作日", "条", "个", "分", "%")),
    basis: required("依据", text()),
  }),
  ({ value, unit, basis }, at) => ({ value: value ?? 0, unit: unit ?? "", basis: basis ?? "", at }),
);

/** Whole numbers from 0, for rows that hold several. */
export const count = number({ whole: true, least: 0 });
