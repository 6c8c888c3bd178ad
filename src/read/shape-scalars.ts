import { parseMoment } from "../base/time.ts";
import { nearest } from "../base/similar.ts";
import { quote } from "../base/visible.ts";
import type { Moment } from "../model/moment.ts";
import { forbiddenAt } from "./decode.ts";
import { kindName, wrong, type Shape } from "./shape-base.ts";

/** Text in one piece; `lines` allows line breaks. */
export function text(options: { lines?: boolean } = {}): Shape<string> {
  return (node, spot) => {
    if (node.kind !== "text")
      return wrong(spot, node, [
        `应是文字，现为${kindName(node)}`,
        "请直接写文字；以 [、{、- 开头的文字要用引号括起来",
      ]);
    const value = options.lines ? node.value.replace(/\n+$/u, "") : node.value.trim();
    const bad = forbiddenAt(value);
    if (bad >= 0) return wrong(spot, node, [`里有不能印出的字符 ${codeName(value, bad)}`, "请删去这个字符后重新录入"]);
    if (options.lines) return value;
    if (/[\n\r]/u.test(value)) return wrong(spot, node, ["应写在一行里", "请去掉换行"]);
    // Offsets into the value are offsets into what is left of it.
    if (value !== node.value) spot.place(spot.path, { ...node, value });
    return value;
  };
}

export function oneOf<const T extends string>(...values: readonly T[]): Shape<T> {
  return (node, spot) => {
    const value = node.kind === "text" ? node.value.trim() : null;
    const found = values.find((known) => known === value);
    if (found !== undefined) return found;
    const near = value === null ? null : nearest(value, values);
    const shown = value === null ? kindName(node) : `“${quote(value)}”`;
    return wrong(spot, node, [
      `应是${values.join("、")}之一，现为${shown}`,
      near ? `是不是“${near}”？` : `请改为：${values.join("、")}`,
    ]);
  };
}

/** A number in plain digits, not below `least`. */
export function number(options: { whole?: boolean; least?: number } = {}): Shape<number> {
  return (node, spot) => {
    const value = node.kind === "text" ? node.value.trim() : "";
    const found = /^[+-]?\d{1,15}(?:\.\d{1,6})?$/u.test(value) ? Number(value) : Number.NaN;
    if (Number.isFinite(found) && (!options.whole || Number.isInteger(found)) && found >= (options.least ?? -Infinity))
      return found;
    const kind = options.whole ? "整数" : "数字";
    const least = options.least === undefined ? "" : `，不小于 ${options.least}`;
    const shown = node.kind === "text" ? `“${quote(value)}”` : kindName(node);
    return wrong(spot, node, [`应是${kind}${least}，现为${shown}`, "请只写半角数字，不写单位"]);
  };
}

export function flag(): Shape<boolean> {
  const words = new Map([
    ["是", true],
    ["否", false],
    ["true", true],
    ["false", false],
  ]);
  return (node, spot) => {
    const value = node.kind === "text" ? words.get(node.value.trim()) : undefined;
    return (
      value ??
      wrong(spot, node, [
        `应是“是”或“否”，现为${node.kind === "text" ? `“${quote(node.value)}”` : kindName(node)}`,
        "请写 是 或 否",
      ])
    );
  };
}

/** A time in the office's zone; `clock` asks for a time of day. */
export function moment(options: { clock?: boolean } = {}): Shape<Moment> {
  return (node, spot) => {
    const value = node.kind === "text" ? node.value : "";
    const found = parseMoment(value, spot.reading.zone);
    const shown = node.kind === "text" ? `“${quote(value.trim())}”` : kindName(node);
    if (!found)
      return wrong(spot, node, [
        `应是时间，现为${shown}`,
        "请写成 2026-11-18 09:10、2026-11-18 或 2026年11月18日9时10分，日期要真实存在",
      ]);
    if (!options.clock || found.clock !== null) return found;
    return wrong(spot, node, [`应写到几时几分，现只有日期${shown}`, "请写成 2026-11-18 09:10（24 小时制）"]);
  };
}

/** Days since 1970-01-01. */
export function day(): Shape<number> {
  const read = moment();
  return (node, spot) => read(node, spot)?.day;
}

/** `U+000C`. */
function codeName(value: string, at: number): string {
  return `U+${value.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0")}`;
}
