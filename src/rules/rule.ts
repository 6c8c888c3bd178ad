import type { Severity } from "../model/diagnostic.ts";
import type { Entry, FieldName } from "../model/entry.ts";
import type { Moment } from "../model/moment.ts";
import type { Office } from "../model/office.ts";
import type { Profile } from "../model/profile.ts";
import type { Place } from "../model/source.ts";

export type RuleGroup =
  "reading" | "category" | "timeliness" | "procedure" | "grade" | "truth" | "secrecy" | "writing" | "batch";

/** What a rule may know besides the entries: nothing of clock, files or terminal. */
export interface RuleContext {
  readonly profile: Profile;
  readonly office: Office;
  /** Stands for now. */
  readonly now: Moment;
}

/** One thing a rule found; the engine adds its name, the severity in force and the entry. */
export interface Report {
  readonly at: Place;
  /** What was found and what was expected. */
  readonly message: string;
  /** What to do. */
  readonly hint: string;
  /** Where it differs from the rule's own; a level set by the office makes it milder, never harsher. */
  readonly severity?: Severity;
  readonly related?: readonly { readonly at: Place; readonly message: string }[];
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
}

/** A rule that looks at one entry at a time. */
export interface EntryRule extends RuleBase {
  readonly scope: "entry";
  /** Fields it judges: where one of them could not be read, or `category` is none of the profile's, it keeps silent. */
  readonly needs: readonly FieldName[];
  check(entry: Entry, context: RuleContext): Iterable<Report>;
}

/** A rule whose findings are made while reading; it stands in the list for its page and its name. */
export interface ReadingRule extends RuleBase {
  readonly scope: "reading";
}

export type Rule = EntryRule | ReadingRule;
