import type { FigureMark, Standing } from "../model/layout.ts";
import { quote } from "../base/visible.ts";
import type { Node, Span } from "./node.ts";
import type { Reading } from "./reading.ts";
import { oneOf, record, required, field, text, type Shape, type Spot } from "./shape.ts";

/** A value of a layout that knows where it was written, and on what it rests. */
export class Placed<T> {
  readonly value: T;
  readonly at: Span;
  readonly reading: Reading;
  readonly mark: FigureMark | null;
  #told = false;

  constructor(value: T, at: Span, where: { reading: Reading; mark: FigureMark | null }) {
    this.value = value;
    this.at = at;
    this.reading = where.reading;
    this.mark = where.mark;
  }

  /** Reports this value as wrong, once, however many styles take it over. */
  fault(message: string, hint: string): void {
    if (this.#told) return;
    this.#told = true;
    this.reading.fault("bad-value", this.at, message, hint);
  }
}

const STANDINGS: readonly Standing[] = ["规定", "推荐", "实务"];

const basis = record({
  值: required("值", (node: Node) => node),
  性质: required("性质", oneOf(...STANDINGS)),
  依据: field("依据", text()),
});

/** A value written bare, or as `{ 值, 性质, 依据 }`. */
export function placed<T>(shape: Shape<T>): Shape<Placed<T>> {
  return (node, spot) => {
    if (node.kind !== "map") return wrap(shape(node, spot), node, { reading: spot.reading, mark: null });
    const read = basis(node, spot);
    if (!read?.值 || !read.性质) return undefined;
    const mark = { path: spot.path, value: written(read.值), standing: read.性质, basis: read.依据 ?? "" };
    return wrap(shape(read.值, spot), read.值, { reading: spot.reading, mark });
  };
}

function wrap<T>(
  value: T | undefined,
  at: Span,
  where: { reading: Reading; mark: FigureMark | null },
): Placed<T> | undefined {
  return value === undefined ? undefined : new Placed(value, at, where);
}

function written(node: Node): string {
  return node.kind === "text" ? node.value.trim() : "";
}

export type Unit = "mm" | "磅" | "字" | "行";

export interface Length {
  readonly amount: number;
  readonly unit: Unit;
}

/** 号 and the points each stands for. */
// prettier-ignore
const SIZES: Readonly<Record<string, number>> = {
  初号: 42, 小初: 36, 一号: 26, 小一: 24, 二号: 22, 小二: 18, 三号: 16, 小三: 15, 四号: 14, 小四: 12, 五号: 10.5, 小五: 9, 六号: 7.5,
};

/** Refuses a text, saying what was found and what was expected. */
function refuse(node: Node, spot: Spot, expected: { what: string; hint: string }): undefined {
  const found = node.kind === "text" ? `“${quote(written(node))}”` : "一组值";
  spot.reading.fault("bad-value", node, `应是${expected.what}，现为${found}`, expected.hint);
  return undefined;
}

/** A length in one of the units; `0` needs none. */
export function length(...units: readonly Unit[]): Shape<Length> {
  const first = units[0] ?? "mm";
  return (node, spot) => {
    const found = /^(-?\d+(?:\.\d+)?)\s*(mm|磅|字|行)?$/u.exec(written(node));
    const amount = Number(found?.[1]);
    const unit = (found?.[2] ?? (amount === 0 ? first : undefined)) as Unit | undefined;
    if (found && unit !== undefined && units.includes(unit) && Math.abs(amount) < 2000) return { amount, unit };
    return refuse(node, spot, {
      what: `以${units.join("、")}为单位的长度`,
      hint: `请写成 ${units.map((each) => `2${each}`).join("、")} 的样子`,
    });
  };
}

/** A type size in points: a 号, or a number of 磅. */
export function typeSize(): Shape<number> {
  return (node, spot) => {
    const value = written(node);
    const points = SIZES[value] ?? Number(/^(\d+(?:\.\d+)?)\s*磅$/u.exec(value)?.[1] ?? Number.NaN);
    if (points > 0 && points <= 400) return points;
    return refuse(node, spot, { what: "字号", hint: `请写${Object.keys(SIZES).join("、")}，或 16磅` });
  };
}

/** RRGGBB. */
export function colour(): Shape<string> {
  return (node, spot) => {
    const value = written(node).toUpperCase();
    return /^[\dA-F]{6}$/u.test(value)
      ? value
      : refuse(node, spot, { what: "颜色", hint: "请写六位十六进制数，如 FF0000，并加引号" });
  };
}
