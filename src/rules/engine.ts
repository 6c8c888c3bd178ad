import type { Finding, Severity } from "../model/diagnostic.ts";
import type { Entry } from "../model/entry.ts";
import { RULES } from "./index.ts";
import type { BatchReport, BatchRule, EntryRule, IssueView, Report, Rule, RuleContext } from "./rule.ts";

/** Hears which rule is at work, and does the work: for `check --timing`. */
export type Stopwatch = <T>(rule: string, work: () => T) => T;

/** Does the work and looks at no clock. */
export const UNTIMED: Stopwatch = (_, work) => work();

/** How rules are run. */
export interface RunContext extends RuleContext {
  /** Whether each entry is looked at by itself and in full: no rule compares it with others, no finding is left out. For mending. */
  readonly alone?: boolean;
}

/** What all rules find in all entries; the order of files and lines is the caller's. */
export function runRules(entries: readonly Entry[], context: RunContext, stopwatch = UNTIMED): Finding[] {
  return judging(context).flatMap((rule) =>
    stopwatch(rule.name, () => {
      if (rule.scope === "batch" && context.alone) return [];
      const judged = entries.filter((entry) => canJudge(rule, entry, context));
      if (rule.scope === "batch") return findings(rule, [...rule.check(judged, context)], context);
      return judged.flatMap((entry) => {
        const found = Array.from(rule.check(entry, context), (report) => ({ ...report, entry }));
        return findings(rule, found, context);
      });
    }),
  );
}

/** What rules find in an issue as a whole, once its entries are chosen. */
export function runIssueRules({ publication, entries }: IssueView, context: RuleContext): Finding[] {
  return judging(context).flatMap((rule) => {
    if (!rule.checkIssue) return [];
    const judged = entries.filter((entry) => canJudge(rule, entry, context));
    return findings(rule, [...rule.checkIssue({ publication, entries: judged }, context)], context);
  });
}

const BY_NAME: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.name, rule]));

/** Whether a finding keeps its entry out of plans and briefs. A late or wrongly routed report never is kept out. */
export function stopsEntry(finding: Pick<Finding, "rule" | "severity">): boolean {
  return finding.severity === "error" && (BY_NAME.get(finding.rule)?.stops ?? false);
}

function judging(context: RuleContext): (EntryRule | BatchRule)[] {
  return RULES.filter(
    (rule): rule is EntryRule | BatchRule => rule.scope !== "reading" && levelOf(rule, context) !== "off",
  );
}

function levelOf(rule: Rule, { office }: RuleContext): Severity | "off" | null {
  return rule.fixed ? null : (office.rules.get(rule.name)?.level ?? null);
}

function canJudge(rule: EntryRule | BatchRule, entry: Entry, { profile }: RuleContext): boolean {
  if (rule.needs.some((field) => entry.broken.has(field))) return false;
  return !rule.needs.includes("category") || profile.categories.has(entry.category);
}

/** Findings of one rule in one entry that are kept: a record of faults set aside must know them all, but an entry of a megabyte may have hundred thousands. */
const MOST_FINDINGS = 1000;

function findings(rule: EntryRule | BatchRule, reports: readonly BatchReport[], context: RunContext): Finding[] {
  const found = reports.map(({ at, message, hint, forUnit, related, fix, ...report }): Finding => ({
    rule: rule.name,
    severity: severityOf(rule, report, context),
    message,
    hint,
    ...(forUnit === undefined ? {} : { forUnit }),
    at,
    entry: report.entry?.id ?? null,
    related: related ?? [],
    ...(fix ? { fix } : {}),
  }));
  if (rule.scope === "batch" || context.alone || found.length <= MOST_FINDINGS) return found;
  // Never an error left out for a note: it may be what stops the entry.
  return found.toSorted((a, b) => HARSHNESS[b.severity] - HARSHNESS[a.severity]).slice(0, MOST_FINDINGS);
}

const HARSHNESS: Record<Severity, number> = { note: 0, warning: 1, error: 2 };

function severityOf(rule: Rule, { severity }: Pick<Report, "severity">, context: RuleContext): Severity {
  const level = levelOf(rule, context);
  const own = severity ?? rule.severity;
  if (level === null || level === "off") return own;
  if (severity === undefined) return level;
  return HARSHNESS[level] < HARSHNESS[own] ? level : own;
}
