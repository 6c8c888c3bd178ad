import { visible, visibleLines } from "../base/visible.ts";
import type { Diagnostic, Replacement, Severity } from "../model/diagnostic.ts";
import { toJson } from "./json.ts";
import { uriOf } from "./uri.ts";

/** A rule as SARIF tells of it. */
export interface SarifRule {
  readonly name: string;
  readonly severity: Severity;
  readonly summary: string;
  /** From its page: what it looks for, and how to mend it. Empty where there is no page. */
  readonly what: string;
  readonly mend: string;
}

export interface SarifReport {
  /** Of this program. */
  readonly version: string;
  /** Rules that findings may name; only those that do are listed. */
  readonly rules: readonly SarifRule[];
  readonly diagnostics: readonly Diagnostic[];
  /** By place in `diagnostics`, what finds a finding again though its line moved; null where its text may not be told. */
  readonly fingerprints: readonly (string | null)[];
}

/** The folder that relative paths count from; where it lies says nothing to anyone. */
const BASE = "%SRCROOT%";

const LEVELS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", note: "note" };

/** A SARIF 2.1.0 log of one run: the same findings make the same bytes, on any machine and at any time. */
export function renderSarif({ version, rules, diagnostics, fingerprints }: SarifReport): string {
  const names = new Set(diagnostics.map(({ rule }) => rule));
  const listed = rules.filter(({ name }) => names.has(name));
  const indexes = new Map(listed.map(({ name }, index) => [name, index]));
  return toJson({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "zhuanbao", semanticVersion: version, language: "zh-CN", rules: listed.map(ruleOf) } },
        originalUriBaseIds: { [BASE]: { description: { text: "工作区，或它所在的代码仓库" } } },
        language: "zh-CN",
        columnKind: "unicodeCodePoints",
        results: diagnostics.map((each, at) => resultOf(each, indexes.get(each.rule), fingerprints[at] ?? null)),
      },
    ],
  });
}

function ruleOf({ name, severity, summary, what, mend }: SarifRule): object {
  const help = [what, mend].filter((part) => part !== "");
  return {
    id: name,
    shortDescription: { text: plain(summary) },
    fullDescription: { text: plain(what === "" ? summary : what) },
    ...(help.length > 0 ? { help: { text: help.map(plain).join("\n\n") } } : {}),
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function resultOf(found: Diagnostic, ruleIndex: number | undefined, fingerprint: string | null): object {
  const { rule, severity, message, hint, entry } = found;
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: LEVELS[severity],
    message: { text: hint === "" ? plain(message) : `${plain(message)}\n${plain(hint)}` },
    locations: [
      {
        physicalLocation: { artifactLocation: artifact(found.file), region: regionOf(found) },
        ...(entry === null ? {} : { logicalLocations: [{ fullyQualifiedName: visible(entry) }] }),
      },
    ],
    ...(found.related.length > 0 ? { relatedLocations: found.related.map(relatedOf) } : {}),
    ...(fingerprint === null ? {} : { partialFingerprints: { "zhuanbao/v1": fingerprint } }),
    ...(found.fix ? { fixes: [fixOf(found.fix, hint)] } : {}),
  };
}

function relatedOf({ file, line, column, message }: Diagnostic["related"][number], index: number): object {
  return {
    id: index + 1,
    physicalLocation: { artifactLocation: artifact(file), region: { startLine: line, startColumn: column } },
    message: { text: plain(message) },
  };
}

function fixOf(edits: readonly Replacement[], hint: string): object {
  const files = [...new Set(edits.map(({ file }) => file))];
  return {
    ...(hint === "" ? {} : { description: { text: plain(hint) } }),
    artifactChanges: files.map((file) => ({
      artifactLocation: artifact(file),
      replacements: edits
        .filter((edit) => edit.file === file)
        .map((edit) => ({ deletedRegion: regionOf(edit), insertedContent: { text: edit.text } })),
    })),
  };
}

function artifact(file: string): object {
  const uri = uriOf(file);
  return uri.startsWith("file:") ? { uri } : { uri, uriBaseId: BASE };
}

function regionOf({ line, column, endLine, endColumn }: Omit<Replacement, "file" | "text">): object {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** A plain text message: braces would be placeholders, and brackets before a parenthesis a link. */
function plain(text: string): string {
  return visibleLines(text).replaceAll("{", "{{").replaceAll("}", "}}").replaceAll("](", "] (");
}
