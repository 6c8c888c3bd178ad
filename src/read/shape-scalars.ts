import { parseMoment, plainMoment } from "../base/time.ts";
import { nearest } from "../base/similar.ts";
import { quote } from "../base/visible.ts";
import type { Moment } from "../model/moment.ts";
import { forbiddenAt } from "./decode.ts";
import { described, kindName, schemaOf, wrong, type Shape } from "./shape-base.ts";

/** Text in one piece; `lines` allows line breaks. */
export function text(options: { lines?: boolean } = {}): Shape<string> {
  return described(
    (node, spot) => {
      if (node.kind !== "text")
        return wrong(spot, node, [
          `应是文字，现为${kindName(node)}`,
          "请直接写文字；以 [、{、- 开头的文字要用引号括起来",
        ]);
      const value = options.lines ? node.value.replace(/\n+$/u, "") : node.value.trim();
      const bad = forbiddenAt(value);
      if (bad >= 0)
        return wrong(spot, node, [`里有不能印出的字符 ${codeName(value, bad)}`, "请删去这个字符后重新录入"]);
      if (options.lines) return value;
      if (/[\n\r]/u.test(value)) return wrong(spot, node, ["应写在一行里", "请去掉换行"]);
      // Offsets into the value are offsets into what is left of it.
      if (value !== node.value) spot.place(spot.path, { ...node, value });
      return value;
      // A number without quotes is text as well: every scalar stays as it was written.
    },
    { type: ["string", "number", "boolean"] },
  );
}

export function oneOf<const T extends string>(...values: readonly T[]): Shape<T> {
  return described(
    (node, spot) => {
      const value = node.kind === "text" ? node.value.trim() : null;
      const found = values.find((known) => known === value);
      if (found !== undefined) return found;
      const near = value === null ? null : nearest(value, values);
      const shown = value === null ? kindName(node) : `“${quote(value)}”`;
      return wrong(spot, node, [
        `应是${values.join("、")}之一，现为${shown}`,
        near ? `是不是“${near}”？` : `请改为：${values.join("、")}`,
      ]);
    },
    { enum: values },
  );
}

/** A number in plain digits, not below `least`. */
export function number(options: { whole?: boolean; least?: number } = {}): Shape<number> {
  const { whole, least } = options;
  const schema = {
    anyOf: [
      { type: whole ? "integer" : "number", ...(least === undefined ? {} : { minimum: least }) },
      { type: "string", pattern: whole ? "^[+-]?\\d{1,15}$" : "^[+-]?\\d{1,15}(?:\\.\\d{1,6})?$" },
    ],
  };
  return described((node, spot) => {
    const value = node.kind === "text" ? node.value.trim() : "";
    const found = /^[+-]?\d{1,15}(?:\.\d{1,6})?$/u.test(value) ? Number(value) : Number.NaN;
    if (Number.isFinite(found) && (!whole || Number.isInteger(found)) && found >= (least ?? -Infinity)) return found;
    const kind = whole ? "整数" : "数字";
    const bound = least === undefined ? "" : `，不小于 ${least}`;
    const shown = node.kind === "text" ? `“${quote(value)}”` : kindName(node);
    return wrong(spot, node, [`应是${kind}${bound}，现为${shown}`, "请只写半角数字，不写单位"]);
  }, schema);
}

export function flag(): Shape<boolean> {
  const words = new Map([
    ["是", true],
    ["否", false],
    ["true", true],
    ["false", false],
  ]);
  return described(
    (node, spot) => {
      const value = node.kind === "text" ? words.get(node.value.trim()) : undefined;
      return (
        value ??
        wrong(spot, node, [
          `应是“是”或“否”，现为${node.kind === "text" ? `“${quote(node.value)}”` : kindName(node)}`,
          "请写 是 或 否",
        ])
      );
    },
    { enum: ["是", "否", true, false, "true", "false"] },
  );
}

/** A time in the office's zone; `clock` asks for a time of day. */
export function moment(options: { clock?: boolean } = {}): Shape<Moment> {
  return described(
    (node, spot) => {
      const value = node.kind === "text" ? node.value : "";
      const found = parseMoment(value, spot.reading.zone);
      const shown = node.kind === "text" ? `“${quote(value.trim())}”` : kindName(node);
      if (!found) {
        const plain = plainMoment(value, spot.reading.zone);
        const hint = plain ?? "2026-11-18 09:10、2026-11-18 或 2026年11月18日9时10分，日期要真实存在";
        return wrong(spot, node, [`应是时间，现为${shown}`, `请写成 ${hint}`], plain ?? undefined);
      }
      if (!options.clock || found.clock !== null) return found;
      return wrong(spot, node, [`应写到几时几分，现只有日期${shown}`, "请写成 2026-11-18 09:10（24 小时制）"]);
    },
    { type: "string", pattern: MOMENT },
  );
}

/** The forms of `base/time.ts`; whether there is such a day is for the reader to say. */
const MOMENT =
  "^\\s*(?:\\d{4}-\\d{1,2}-\\d{1,2}(?:(?:\\s+|T)\\d{1,2}:\\d{2}(?::\\d{2})?)?|\\d{4}年\\d{1,2}月\\d{1,2}日\\s*(?:\\d{1,2}[时点](?:\\d{1,2}分?)?)?)\\s*$";

/** Days since 1970-01-01. */
export function day(): Shape<number> {
  const read = moment();
  return described((node, spot) => read(node, spot)?.day, schemaOf(read));
}

/** `U+000C`. */
function codeName(value: string, at: number): string {
  return `U+${value.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0")}`;
}
