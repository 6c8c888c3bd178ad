import type { Plan } from "../../model/plan.ts";
import type { Publication } from "../../model/office.ts";
import type { Published } from "../../model/published.ts";
import type { Finding } from "../../model/diagnostic.ts";
import type { Arranged } from "../../pipeline/arrange.ts";
import type { FormFiles } from "../../pipeline/paper.ts";
import type { Survey } from "../../pipeline/survey.ts";
import type { OutputFile } from "../issue-json.ts";
import type { OutputFormat } from "../outputs.ts";
import type { LoadedPlan } from "../plans.ts";
import type { Workspace } from "../workspace.ts";
import type { Span } from "./period.ts";

/** What a digest is made from, all of it read. */
export interface Job {
  readonly workspace: Workspace;
  /** All entries of the office, checked. */
  readonly all: Survey;
  readonly publication: Publication;
  readonly form: FormFiles;
  readonly span: Span;
  readonly formats: readonly OutputFormat[];
  /** Where the plan stands or is to stand, and the draft without its ending; absolute. */
  readonly planPath: string;
  readonly draftBase: string;
  readonly former: LoadedPlan | null;
  /** Whether it shall take its number; then there is no draft. */
  readonly publish: boolean;
}

/** An entry that came in after the plan was made. */
export interface Arrival {
  readonly id: string;
  readonly title: string;
}

/**
 * What came of a digest. `made`: plan and draft are new. `completed`: a run before broke off, or a draft was taken away,
 * and what was missing is there now. `already`: all was there. `published`: it took its number in this run. `empty`: nothing of the period may be printed.
 */
export interface Done {
  readonly kind: "made" | "completed" | "already" | "published" | "empty" | "refused";
  /** The issue that printed all of the plan, of this run or of one before. */
  readonly issue: Pick<Published, "kind" | "year" | "number"> | null;
  /** The entries of the period. */
  readonly found: Survey;
  readonly plan: Plan | null;
  readonly arranged: Arranged;
  readonly findings: readonly Finding[];
  /** The errors because of which nothing was made. */
  readonly refusals: readonly Finding[];
  /** Paths are absolute. */
  readonly outputs: readonly OutputFile[];
  /** Files that stood in the way of a draft, and are as they were. */
  readonly kept: readonly string[];
  readonly arrived: readonly Arrival[];
}
