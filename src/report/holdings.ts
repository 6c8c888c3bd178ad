import { Lines } from "../base/lines.ts";
import { visible } from "../base/visible.ts";
import { wrap } from "../base/width.ts";
import type { Holding } from "../base/holding-tables.ts";
import type { PageOptions } from "./page.ts";
import { paintFor } from "./paint.ts";

/** What holds for a rule here: its level, and each figure or list with the file it comes from and its source. */
export function renderHoldings(
  { level, holdings }: { readonly level: string; readonly holdings: readonly Holding[] },
  { colour, columns }: PageOptions,
): string {
  const paint = paintFor(colour);
  const room = Math.max(20, columns - 4);
  const tables = new Map<string, Lines>();
  const lineOf = ({ source, start }: Holding["at"]): number => {
    const known = tables.get(source.path) ?? new Lines(source.text);
    tables.set(source.path, known);
    return known.at(start).line;
  };
  const rows = holdings.flatMap(({ name, shown, basis, at }) => [
    ...hanging(`- ${visible(name)}：${visible(shown)}`, room),
    ...hanging(`  出自 ${visible(at.source.path)}:${lineOf(at)}；依据：${visible(basis)}`, room).map(paint.faint),
  ]);
  return `\n${[paint.title("这里现行"), `- 级别：${level}`, ...rows].join("\n")}\n`;
}

function hanging(text: string, room: number): string[] {
  return wrap(text, room - 2).map((line, index) => (index === 0 ? line : `  ${line}`));
}
