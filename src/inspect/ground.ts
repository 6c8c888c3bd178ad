import type { Layout, ParagraphStyle } from "../model/layout.ts";
import { practice, type Ground } from "./check.ts";

/** What a figure of the layout rests on, by its path; null where the layout does not say. */
export function groundAt({ marks }: Layout, path: string): Ground | null {
  const mark = marks.find((each) => each.path === path);
  return mark ? { standing: mark.standing, basis: mark.basis } : null;
}

/** What of a style each key of the layout file says. */
const KEYS = {
  字体: "font",
  字号: "size",
  颜色: "colour",
  字距: "spacing",
  加粗: "bold",
  对齐: "align",
  行距: "line",
  段前: "before",
  段后: "after",
  首行缩进: "firstLine",
  悬挂: "hanging",
  左缩进: "left",
  右缩进: "right",
} as const satisfies Readonly<Record<string, keyof ParagraphStyle>>;

export type StyleKey = keyof typeof KEYS;

/** What one value of a style rests on: its own mark; what it has in common with the text has the text's. */
export function groundOf(layout: Layout, style: ParagraphStyle, key: StyleKey): Ground {
  const own = groundAt(layout, `样式.${style.name}.${key}`);
  if (own) return own;
  const text = layout.styles.get(layout.body.paragraph);
  const shared = text && text[KEYS[key]] === style[KEYS[key]] ? groundAt(layout, `样式.${text.name}.${key}`) : null;
  return shared ?? (key === "行距" ? groundAt(layout, "网格.行距") : null) ?? practice();
}
