import type { Context } from "../inspect/check.ts";
import { brokenFinding } from "../inspect/broken.ts";
import { findFaults, findingsOf } from "../inspect/engine.ts";
import { everyText } from "../inspect/gate/every-text.ts";
import { looseText } from "../inspect/gate/loose.ts";
import { mendable, mendPaper } from "../inspect/mend/mend.ts";
import { otherTexts, readPaper } from "../inspect/paper/read.ts";
import type { Paper } from "../inspect/paper/types.ts";
import { headLines, isBrief, mastheadOf } from "../inspect/roles/guess.ts";
import { isOurs, rolesOf } from "../inspect/roles/roles.ts";
import type { Finding } from "../model/diagnostic.ts";
import type { Layout } from "../model/layout.ts";
import type { Source } from "../model/source.ts";
import { BrokenFile } from "../ooxml/broken.ts";
import { readLayout } from "../read/layout.ts";
import type { FormFiles } from "./paper.ts";
import { findClassified } from "./gate.ts";
import { setPages } from "./inspect/set-pages.ts";

/** A DOCX that was opened: `paper` is null where it cannot be read, which `findings` then say. */
export interface Opened {
  readonly source: Source;
  readonly paper: Paper | null;
  readonly findings: readonly Finding[];
  /** Marks of state secrets: nothing else of it may be told. */
  readonly classified: readonly Finding[];
}

/** Opens a DOCX from anyone, and looks for marks of secrets in all its text before anything else is. */
export function openPaper(path: string, bytes: Uint8Array): Opened {
  try {
    const paper = readPaper(path, bytes);
    const classified = findClassified(paper.source, [], { loose: otherTexts(paper), every: everyText(paper) });
    return { source: paper.source, paper, findings: [], classified };
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw error;
    const source = { path, text: "" };
    const classified = findClassified(source, [], { loose: looseText(bytes) });
    return { source, paper: null, findings: [brokenFinding(source, error)], classified };
  }
}

/** A layout alone, with those it may be based on and the looks that an office lays over it. */
export function readLayoutFile(
  source: Source,
  { bases, looks }: Pick<FormFiles, "bases" | "looks">,
): ReturnType<typeof readLayout> {
  return readLayout({ source, bases, looks });
}

/** What kind of paper it seems to be: the name printed at its head, what may be its title, and whether it is a brief at all. */
export function kindOf(paper: Paper): {
  readonly masthead: string | null;
  readonly heads: readonly string[];
  readonly brief: boolean;
} {
  const masthead = mastheadOf(paper)?.text.replace(/\s/gu, "") ?? null;
  return { masthead, heads: headLines(paper), brief: isBrief(paper) };
}

/** A paper judged by a layout. */
export interface Inspected {
  readonly findings: readonly Finding[];
  readonly pages: number;
  readonly paragraphs: number;
  /** Findings that `--fix` could mend, by rule. */
  readonly mendable: ReadonlyMap<string, number>;
}

/** Judges a paper by a layout. */
export function inspectPaper(paper: Paper, layout: Layout): Inspected {
  const context = contextOf(paper, layout);
  const found = findFaults(context);
  const counts = new Map<string, number>();
  for (const { check } of mendable(found)) counts.set(check.name, (counts.get(check.name) ?? 0) + 1);
  return {
    findings: findingsOf(found, context),
    pages: context.setting.pages,
    paragraphs: paper.paragraphs.length,
    mendable: counts,
  };
}

/** A copy with all mended that has one right answer, proven to hold the same text; null where there is nothing to mend. */
export function mendCopy(paper: Paper, bytes: Uint8Array, layout: Layout): ReturnType<typeof mendPaper> {
  return mendPaper(paper, bytes, (each) => contextOf(each, layout));
}

function contextOf(paper: Paper, layout: Layout): Context {
  const roles = rolesOf(paper, layout);
  return { paper, layout, roles, ours: isOurs(paper, layout), setting: setPages(paper, { roles, layout }) };
}
