import type { Font, Layout } from "../model/layout.ts";
import type { FontName } from "./paper/props.ts";

/** A font's name without the standard it was cut for: 仿宋_GB2312 and 仿宋_GBK are one face. */
function bare(name: string): string {
  return name
    .trim()
    .replace(/_GB(?:2312|K|18030)$/iu, "")
    .toLowerCase();
}

/** Whether a name is one of those a font of the layout goes by. A stand-in that is a font of the layout itself is another face. */
export function isFont(layout: Layout, font: Font, name: string): boolean {
  const found = bare(name);
  if (found === bare(font.eastAsian)) return true;
  if (!font.fallbacks.some((each) => bare(each) === found)) return false;
  return ![...layout.fonts.values()].some((other) => other !== font && bare(other.eastAsian) === found);
}

export function fontOf({ fonts }: Layout, name: string): Font | null {
  return fonts.get(name) ?? null;
}

export function fontWords({ name }: Pick<FontName, "name">): string {
  return name === "" ? "系统默认字体" : `“${name}”`;
}
