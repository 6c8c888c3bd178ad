import { padEnd, width, wrap } from "../base/width.ts";
import type { Severity } from "../model/diagnostic.ts";
import type { PageOptions } from "./page.ts";
import { paintFor } from "./paint.ts";
import { SEVERITY_WORDS } from "./words.ts";

/** A rule as the list shows it. */
export interface ListedRule {
  readonly name: string;
  readonly severity: Severity;
  readonly summary: string;
}

/** Rules under the headings of their groups, in aligned columns. */
export function renderRuleList(groups: ReadonlyMap<string, readonly ListedRule[]>, options: PageOptions): string {
  const paint = paintFor(options.colour);
  const widest = Math.max(...[...groups.values()].flat().map(({ name }) => width(name)));
  const room = Math.max(20, options.columns - widest - 14);
  const blocks = [...groups].map(([heading, rules]) => {
    const rows = rules.flatMap(({ name, severity, summary }) => {
      const [first = "", ...rest] = wrap(summary, room);
      const word = paint.severity[severity](SEVERITY_WORDS[severity]);
      return [`  ${padEnd(name, widest)}  ${word}  ${first}`, ...rest.map((line) => " ".repeat(widest + 10) + line)];
    });
    return [paint.title(heading), ...rows].join("\n");
  });
  return `${blocks.join("\n\n")}\n`;
}
