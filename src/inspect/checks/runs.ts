import type { Font, Layout, RunLook, RunStyle } from "../../model/layout.ts";
import { childOf } from "../../ooxml/tree.ts";
import type { Context } from "../check.ts";
import { fontOf, isFont } from "../fonts.ts";
import { runProperties, set, turn } from "../mend/edit.ts";
import type { Paragraph, Run } from "../paper/types.ts";
import { valueOf } from "../paper/values.ts";
import type { Role } from "../roles/roles.ts";

export const CHINESE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]/u;
export const WESTERN = /[A-Za-z0-9]/u;

/** Runs with something to see. */
export function shownRuns({ runs }: Paragraph): readonly Run[] {
  return runs.filter(({ text, props }) => text.trim() !== "" && !props.hidden);
}

/** The run style of the layout that a run names; null for the paragraph's own look. */
function runStyleOf({ node }: Run, { paper, layout }: Context): RunStyle | null {
  const id = valueOf(childOf(node, "w:rPr"), "w:rStyle");
  return layout.runStyles.get(paper.styleNames.get(id ?? "") ?? "") ?? null;
}

/** How a run should look. */
export function lookFor(run: Run, { style }: Role, context: Context): RunLook {
  return { ...style, ...(context.ours ? runStyleOf(run, context) : null) };
}

/** The value most characters have. */
export function dominant<T>(runs: readonly Run[], valueIn: (run: Run) => T): T | undefined {
  const counts = new Map<T, number>();
  for (const run of runs) {
    const value = valueIn(run);
    counts.set(value, (counts.get(value) ?? 0) + run.text.trim().length);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}

/** Whether a heading sentence may have another font than the text it runs on into. */
function mayDiffer({ runIn }: Role, layout: Layout, name: string): boolean {
  if (!runIn) return false;
  return layout.body.headings.some((heading) => {
    const font = fontOf(layout, layout.styles.get(heading)?.font ?? "");
    return font !== null && isFont(layout, font, name);
  });
}

/** The runs of Chinese in a wrong font, and the font each should have. */
export function wrongFonts(paragraph: Paragraph, role: Role, context: Context): { run: Run; font: Font }[] {
  const { layout } = context;
  return shownRuns(paragraph).flatMap((run) => {
    if (!CHINESE.test(run.text)) return [];
    const font = fontOf(layout, lookFor(run, role, context).font);
    const { name } = run.props.eastAsia;
    return font === null || isFont(layout, font, name) || mayDiffer(role, layout, name) ? [] : [{ run, font }];
  });
}

/** Gives a run its font in Chinese text. */
export function mendFont(run: Run, font: Font): void {
  set(runProperties(run.node), "w:rFonts", { "w:eastAsia": font.eastAsian, "w:eastAsiaTheme": null });
}

export function mendSize(run: Run, points: number): void {
  const halves = String(Math.round(points * 2));
  const properties = runProperties(run.node);
  set(properties, "w:sz", { "w:val": halves });
  set(properties, "w:szCs", { "w:val": halves });
}

export function mendBold(run: Run, bold: boolean): void {
  const properties = runProperties(run.node);
  turn(properties, "w:b", bold);
  turn(properties, "w:bCs", bold);
}

export function mendColour(run: Run, colour: string): void {
  set(runProperties(run.node), "w:color", {
    "w:val": colour,
    "w:themeColor": null,
    "w:themeTint": null,
    "w:themeShade": null,
  });
}
