import { required, type Check, type Context, type Fault } from "../check.ts";
import { groundAt } from "../ground.ts";
import type { Paragraph, Section } from "../paper/types.ts";
import { pointWords } from "../words.ts";
import { dominant, shownRuns } from "./runs.ts";

/** How many lines and characters come onto a page: mended with the margins, sizes and pitches it comes from. */
export const DENSITY: readonly Check[] = [
  {
    name: "lines-per-page",
    group: "page",
    what: "照现在的行距和版心，一面排不成所定的行数",
    ground: required("GB/T 9704-2012 5.2.3（每面 22 行）"),
    fixable: true,
    check: linesPerPage,
  },
  {
    name: "chars-per-line",
    group: "page",
    what: "照现在的字号、字距和版心，一行排不成所定的字数",
    ground: required("GB/T 9704-2012 5.2.3（每行 28 字）"),
    fixable: true,
    check: charsPerLine,
  },
];

/** The line pitch, or character width, that most of the text has, with the first paragraph that has it. */
function common(
  context: Context,
  valueOf: (paragraph: Paragraph) => number | null,
): { value: number; at: Paragraph; section: Section } | null {
  const counts = new Map<number, { count: number; at: Paragraph }>();
  for (const [at, { style }] of context.roles) {
    const value = valueOf(at);
    if (value === null || style.name !== context.layout.body.paragraph || at.text.length < LONG) continue;
    const known = counts.get(value);
    if (known) known.count += at.text.length;
    else counts.set(value, { count: at.text.length, at });
  }
  const [most] = [...counts].toSorted((a, b) => b[1].count - a[1].count);
  const section = most && (context.paper.sections[most[1].at.section] ?? context.paper.sections.at(-1));
  return most && section ? { value: most[0], at: most[1].at, section } : null;
}

/** A paragraph of at least about one line. */
const LONG = 20;

function* linesPerPage(context: Context): Generator<Fault> {
  const { layout } = context;
  const found = common(context, ({ props }) => (props.lineRule === "exact" ? props.line : null));
  if (!found || found.value <= 0) return;
  const { height, top, bottom } = found.section;
  const lines = Math.floor((height - top - bottom) / found.value);
  if (lines === layout.grid.lines) return;
  yield {
    at: null,
    message: `照正文行距 ${pointWords(found.value)}，一面排 ${lines} 行，应为 ${layout.grid.lines} 行`,
    hint: `请按版式设上下边距，正文行距用固定值 ${pointWords(Math.round(layout.grid.pitch * 20))}`,
    ground: groundAt(layout, "网格.行数") ?? required("GB/T 9704-2012 5.2.3"),
  };
}

function* charsPerLine(context: Context): Generator<Fault> {
  const { layout } = context;
  const found = common(
    context,
    (at) => dominant(shownRuns(at), ({ props }) => props.size * 20 + props.spacing) ?? null,
  );
  if (!found || found.value <= 0) return;
  const { width, left, right, gutter } = found.section;
  // The last character of a line needs no space after it; word processors leave a few twips unused.
  const chars = Math.floor((width - left - right - gutter + SLACK) / found.value);
  if (chars === layout.grid.chars) return;
  yield {
    at: null,
    message: `照正文字号和字距，一行排 ${chars} 字，应为 ${layout.grid.chars} 字`,
    hint: `请按版式设左右边距、字号，字距设为 ${pointWords(Math.round(layout.grid.spacing * 20))}`,
    ground: groundAt(layout, "网格.字数") ?? required("GB/T 9704-2012 5.2.3"),
  };
}

const SLACK = 10;
