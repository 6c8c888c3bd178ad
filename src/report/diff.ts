import { maskPersonal } from "../base/personal.ts";
import { visible } from "../base/visible.ts";
import { paintFor } from "./paint.ts";

/** A file whose text is to change. */
export interface TextChange {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** Lines shown on either side of a change. */
const AROUND = 2;

/** How a diff looks, and what the two sides are called. */
interface DiffLook {
  readonly colour: boolean;
  readonly names?: readonly [string, string];
}

/** What is to change, as a unified diff for people: personal numbers masked, all that hides written out. */
export function renderDiff(changes: readonly TextChange[], { colour, names = ["现在", "改后"] }: DiffLook): string {
  const paint = paintFor(colour);
  const blocks = changes.map(({ path, before, after }) => {
    const [old, now] = [linesOf(before), linesOf(after)];
    const head = [`--- ${visible(path)}（${names[0]}）`, `+++ ${visible(path)}（${names[1]}）`].map(paint.file);
    return [...head, ...hunksOf(old, now).flatMap((hunk) => rowsOf(hunk, [old, now], paint))].join("\n");
  });
  return blocks.length === 0 ? "" : `${blocks.join("\n\n")}\n`;
}

/** Without the empty one behind the last line break. */
function linesOf(text: string): string[] {
  return text.replace(/\n$/u, "").split("\n");
}

/** Lines from `start` up to `end` of the old text, and as far of the new one. */
interface Hunk {
  readonly start: number;
  readonly end: number;
  /** Lines that the new text has more. */
  readonly more: number;
}

/** Changes within lines leave their number as it is; else all between the first and the last other line is one change. */
function hunksOf(old: readonly string[], now: readonly string[]): Hunk[] {
  if (old.length !== now.length) {
    const start = runFrom(0, old.length, (at) => old[at] === now[at]);
    return [{ start, end: old.length, more: now.length - old.length }];
  }
  const hunks: Hunk[] = [];
  for (const [index, line] of old.entries()) {
    if (line === now[index]) continue;
    const last = hunks.at(-1);
    const [start, end] = [Math.max(0, index - AROUND), Math.min(old.length, index + AROUND + 1)];
    if (last && start <= last.end) hunks[hunks.length - 1] = { ...last, end };
    else hunks.push({ start, end, more: 0 });
  }
  return hunks;
}

type Texts = readonly [old: readonly string[], now: readonly string[]];

function rowsOf({ start, end, more }: Hunk, [old, now]: Texts, paint: ReturnType<typeof paintFor>): string[] {
  const rows = [paint.faint(`@@ -${start + 1},${end - start} +${start + 1},${end - start + more} @@`)];
  if (more !== 0) {
    rows.push(...old.slice(start, end).map((line) => paint.severity.error(`-${shown(line)}`)));
    rows.push(...now.slice(start, end + more).map((line) => paint.code(`+${shown(line)}`)));
    return rows;
  }
  for (let from = start; from < end;) {
    const changed = runFrom(from, end, (at) => old[at] !== now[at]);
    rows.push(...old.slice(from, changed).map((line) => paint.severity.error(`-${shown(line)}`)));
    rows.push(...now.slice(from, changed).map((line) => paint.code(`+${shown(line)}`)));
    from = runFrom(changed, end, (at) => old[at] === now[at]);
    rows.push(...old.slice(changed, from).map((line) => ` ${shown(line)}`));
  }
  return rows;
}

/** The end of the run of lines from `from` on for which `holds`. */
function runFrom(from: number, end: number, holds: (at: number) => boolean): number {
  let at = from;
  while (at < end && holds(at)) at++;
  return at;
}

function shown(line: string): string {
  return visible(maskPersonal(line.replace(/\r$/u, "")));
}
