import type { Diagnostic } from "../model/diagnostic.ts";
import { fold } from "../base/fold.ts";
import { jsonDiagnostic, toJson } from "./json.ts";
import type { FoundEntry, SearchData } from "./search-data.ts";
import { snippetOf } from "./search-snippet.ts";
import { countOf } from "./words.ts";

/** Cells of a snippet where there is no terminal. */
const SNIPPET = 120;

/** The document of `search --json`; keys are stable. */
export function renderSearchJson(data: SearchData, diagnostics: readonly Diagnostic[] = []): string {
  const { words, total, published, issues, unread, alone } = data;
  return toJson({
    version: 1,
    words,
    total,
    published,
    issues,
    unread,
    results: data.found.map((entry) => resultOf(entry, words.map(fold))),
    suggestions: alone,
    ...countOf(diagnostics),
    diagnostics: diagnostics.map(jsonDiagnostic),
  });
}

function resultOf({ text, issue, printed, ...entry }: FoundEntry, words: readonly string[]): object {
  return {
    ...entry,
    day: entry.day === "" ? null : entry.day,
    printed: issue !== null || printed,
    issue,
    snippet: snippetOf(text, words, SNIPPET),
  };
}

/** What a run that stopped may show. */
export const NOTHING_FOUND: SearchData = {
  words: [],
  total: 0,
  published: 0,
  issues: 0,
  elsewhere: 0,
  found: [],
  unread: 0,
  alone: [],
};
