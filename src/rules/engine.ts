import type { Finding, Severity } from "../model/diagnostic.ts";
import type { Entry } from "../model/entry.ts";
import { RULES } from "./index.ts";
import type { EntryRule, Report, Rule, RuleContext } from "./rule.ts";

/** What all rules find in all entries, entry by entry; the order of files and lines is the caller's. */
export function runRules(entries: readonly Entry[], context: RuleContext): Finding[] {
  const rules = RULES.filter((rule): rule is EntryRule => rule.scope === "entry" && levelOf(rule, context) !== "off");
  return entries.flatMap((entry) =>
    rules.filter((rule) => canJudge(rule, entry, context)).flatMap((rule) => findings(rule, entry, context)),
  );
}

const BY_NAME: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.name, rule]));

/** Whether a finding keeps its entry out of plans and briefs. A late or wrongly routed report never is kept out. */
export function stopsEntry(finding: Finding): boolean {
  return finding.severity === "error" && (BY_NAME.get(finding.rule)?.stops ?? false);
}

function levelOf(rule: Rule, { office }: RuleContext): Severity | "off" | null {
  return rule.fixed ? null : (office.rules.get(rule.name)?.level ?? null);
}

function canJudge(rule: EntryRule, entry: Entry, { profile }: RuleContext): boolean {
  if (rule.needs.some((field) => entry.broken.has(field))) return false;
  return !rule.needs.includes("category") || profile.categories.has(entry.category);
}

/** Findings of one rule in one entry: who has mended fifty of a kind sees the rest in the next run; thousands bury all others. */
const MOST_FINDINGS = 50;

function findings(rule: EntryRule, entry: Entry, context: RuleContext): Finding[] {
  const found = [...rule.check(entry, context)].map((report) => ({
    rule: rule.name,
    severity: severityOf(rule, report, context),
    message: report.message,
    hint: report.hint,
    at: report.at,
    entry: entry.id,
    related: report.related ?? [],
  }));
  if (found.length <= MOST_FINDINGS) return found;
  // Never an error left out for a note: it may be what stops the entry.
  return found.toSorted((a, b) => HARSHNESS[b.severity] - HARSHNESS[a.severity]).slice(0, MOST_FINDINGS);
}

const HARSHNESS: Record<Severity, number> = { note: 0, warning: 1, error: 2 };

function severityOf(rule: EntryRule, report: Report, context: RuleContext): Severity {
  const level = levelOf(rule, context);
  const own = report.severity ?? rule.severity;
  if (level === null || level === "off") return own;
  if (report.severity === undefined) return level;
  return HARSHNESS[level] < HARSHNESS[own] ? level : own;
}
