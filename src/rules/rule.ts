import type { Edit, Severity } from "../model/diagnostic.ts";
import type { Entry, FieldName } from "../model/entry.ts";
import type { Moment } from "../model/moment.ts";
import type { Office, Publication } from "../model/office.ts";
import type { Profile } from "../model/profile.ts";
import type { Published } from "../model/published.ts";
import type { Place } from "../model/source.ts";

export type RuleGroup =
  "reading" | "category" | "timeliness" | "procedure" | "grade" | "truth" | "secrecy" | "writing" | "batch";

/** What a rule may know besides the entries: nothing of clock, files or terminal. */
export interface RuleContext {
  readonly profile: Profile;
  readonly office: Office;
  /** Stands for now. */
  readonly now: Moment;
  /** What was printed in numbered issues; empty where there is no ledger. */
  readonly published: readonly Published[];
  /** Whether all entries of the office are here: only then may a rule speak of what is absent. */
  readonly whole: boolean;
}

/** One thing a rule found; the engine adds its name, the severity in force and the entry. */
export interface Report {
  readonly at: Place;
  /** What was found and what was expected. */
  readonly message: string;
  /** What to do. */
  readonly hint: string;
  /** What the unit that filed the entry is to do, where `hint` speaks to the editor; null where no unit can mend it. */
  readonly forUnit?: string | null;
  /** Where it differs from the rule's own; a level set by the office makes it milder, never harsher. */
  readonly severity?: Severity;
  readonly related?: readonly { readonly at: Place; readonly message: string }[];
  /** The one right answer, where there is one that touches no meaning. */
  readonly fix?: readonly Edit[];
}

/** What was found in several entries: the one it is told of, or null where it is none's alone. */
export interface BatchReport extends Report {
  readonly entry: Entry | null;
}

/** An issue as it is to be printed. */
export interface IssueView {
  readonly publication: Publication;
  readonly entries: readonly Entry[];
}

interface RuleBase {
  /** The same as its file, its page in docs/rules and its key in the office. */
  readonly name: string;
  readonly group: RuleGroup;
  readonly severity: Severity;
  /** One line for the list that `explain` prints. */
  readonly summary: string;
  /** Whether an error of it keeps an entry out of plans and briefs. */
  readonly stops: boolean;
  /** Whether an office may not change its level. */
  readonly fixed: boolean;
  /** What of the profile it goes by, as `base/holdings.ts` names it: `紧急.电话`, `数值.终报期限`, `词表.模糊时间`. */
  readonly uses: readonly string[];
}

interface JudgingRule extends RuleBase {
  /** Fields it judges: where one of them could not be read, or `category` is none of the profile's, it keeps silent. */
  readonly needs: readonly FieldName[];
  /** What it finds in an issue as a whole, once the entries of one are chosen. */
  checkIssue?(issue: IssueView, context: RuleContext): Iterable<BatchReport>;
}

/** A rule that looks at one entry at a time. */
export interface EntryRule extends JudgingRule {
  readonly scope: "entry";
  check(entry: Entry, context: RuleContext): Iterable<Report>;
}

/** A rule that looks at all entries of a run together. */
export interface BatchRule extends JudgingRule {
  readonly scope: "batch";
  check(entries: readonly Entry[], context: RuleContext): Iterable<BatchReport>;
}

/** A rule whose findings are made while reading; it stands in the list for its page and its name. */
export interface ReadingRule extends RuleBase {
  readonly scope: "reading";
}

export type Rule = EntryRule | BatchRule | ReadingRule;
