import type { Diagnostic } from "../model/diagnostic.ts";
import type { CoverageData, Counts } from "./coverage-data.ts";
import { jsonDiagnostic, toJson } from "./json.ts";
import { countOf } from "./words.ts";

/** The document of `coverage --json`; keys are stable. `diagnostics` are of a run that stopped, and then nothing is counted. */
export function renderCoverageJson(data: CoverageData, diagnostics: readonly Diagnostic[]): string {
  const { from, to, entries, stopped, unread, undated, joint, unanswered, problems, gaps } = data;
  return toJson({
    version: 1,
    from,
    to,
    entries,
    stopped,
    unread,
    undated,
    joint,
    ...tables(data),
    ...lists(data),
    unanswered,
    problems,
    gaps,
    ...countOf(diagnostics),
    diagnostics: diagnostics.map(jsonDiagnostic),
  });
}

function tables({ units, categories, themes }: CoverageData): object {
  return {
    units: units.map(({ name, group, listed, total, categories: own, themes: answered, tone }) => ({
      name,
      group,
      listed,
      total,
      categories: objectOf(own),
      themes: objectOf(answered),
      tone,
    })),
    categories: objectOf(categories),
    themes: themes.map(({ name, term, weight, leader, categories: own, entries }) => ({
      name,
      term,
      weight,
      leader,
      count: entries.length,
      categories: objectOf(own),
      entries,
    })),
  };
}

function lists({
  silent,
  tone,
  lopsided,
  unthemed,
  channels,
  unusual,
  research,
  hot,
  signs,
  entries,
}: CoverageData): object {
  return {
    silent,
    tone,
    lopsided: lopsided.map(({ name, tone: own }) => ({ name, tone: own })),
    unthemed: unthemed.map(({ id }) => id),
    channels: { counts: objectOf(channels), unusual, share: share(unusual, entries) },
    research: { ...research, share: share(research.research, research.research + research.news) },
    hot: hot.map(({ word, source, units, entries: own }) => ({
      word,
      source,
      units,
      count: own.length,
      entries: own,
    })),
    signs: signs.map(({ entries: own, ...sign }) => ({ ...sign, entries: own.map(({ id }) => id) })),
  };
}

/** A share from 0 to 1, to four places; null where there is nothing to share. */
function share(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part * 10_000) / whole) / 10_000;
}

/** A name like `__proto__` is a key as any other. */
function objectOf(counts: Counts): Record<string, number> {
  return Object.fromEntries(counts);
}
