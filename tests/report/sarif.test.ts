import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import { locate } from "../../src/report/locate.ts";
import { renderSarif, type SarifReport } from "../../src/report/sarif.ts";
import { DIAGNOSTIC, findingAt, HOSTILE, NASTY } from "./support.ts";
import { sarifFaults } from "./sarif-schema.ts";

const source = { path: "entries/2026 11/甲#1.yaml", text: "标题: 𬱖县[2024]12号\r\n类别: 动太\n" };
const other = { path: "entries/乙.md", text: "---\n标题: x\n---\n" };

const RULES: SarifReport["rules"] = [
  { name: "unknown-category", severity: "error", summary: "类别不在规则集中", what: "查类别。", mend: "改成{级别}。" },
  { name: "year-brackets", severity: "warning", summary: "年份括号", what: "", mend: "" },
  { name: "title-length", severity: "note", summary: "没有查到的", what: "", mend: "" },
];

const FOUND = locate([
  findingAt(source, "动太", {
    rule: "unknown-category",
    message: "类别“动太”不在规则集中",
    hint: "是不是“动态”？",
    entry: "甲",
    related: [{ at: { source: other, start: 4, end: 6 }, message: "另一条" }],
  }),
  findingAt(source, "[2024]", {
    rule: "year-brackets",
    severity: "warning",
    fix: [
      { at: { source, start: 7, end: 8 }, text: "〔" },
      { at: { source, start: 12, end: 13 }, text: "〕" },
    ],
  }),
  findingAt(source, "", { rule: "classified", severity: "note", hint: "" }),
]);

const report = (diagnostics: readonly Diagnostic[], more: Partial<SarifReport> = {}): string =>
  renderSarif({ version: "1.2.3", rules: RULES, diagnostics, fingerprints: ["a:1"], ...more });

interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly Record<string, unknown>[] } };
  readonly columnKind: string;
  readonly results: readonly Record<string, unknown>[];
}

const runOf = (text: string): Run => (JSON.parse(text) as { runs: [Run] }).runs[0];

describe("sarif", () => {
  it("is valid against the schema: with findings, without any, and with hostile ones", () => {
    const related = [{ file: NASTY, line: 1, column: 1, message: NASTY }];
    const fix = [{ file: NASTY, line: 1, column: 1, endLine: 1, endColumn: 2, text: "x" }];
    const nasty = { ...DIAGNOSTIC, rule: NASTY, message: NASTY, hint: NASTY, entry: NASTY, file: NASTY, related, fix };
    for (const found of [FOUND, [], [nasty]]) expect(sarifFaults(report(found))).toEqual([]);
    expect(report([nasty])).not.toMatch(HOSTILE);
  });

  it("would be refused by that schema if it were not", () => {
    const text = report(FOUND);
    expect(sarifFaults(text.replace('"ruleId"', '"rulId"')).join()).toContain("additional properties");
    expect(sarifFaults(text.replace("%E7", "%E")).join()).toContain("uri-reference");
    expect(sarifFaults(text.replace('"startLine": 1', '"startLine": 0')).join()).toContain(">= 1");
  });

  it("counts columns in code points, and says so", () => {
    const { columnKind, results } = runOf(report(FOUND));
    expect(columnKind).toBe("unicodeCodePoints");
    const region = { startLine: 1, startColumn: 7, endLine: 1, endColumn: 13 };
    expect(results[1]).toMatchObject({ locations: [{ physicalLocation: { region } }] });
  });

  it("names files by percent-encoded URIs, relative to a base that tells of no machine, absolute outside it", () => {
    const uri = (file: string): unknown =>
      (runOf(report([{ ...DIAGNOSTIC, file }])).results[0] as { locations: [{ physicalLocation: object }] })
        .locations[0].physicalLocation;
    expect(uri(source.path)).toMatchObject({
      artifactLocation: { uri: "entries/2026%2011/%E7%94%B2%231.yaml", uriBaseId: "%SRCROOT%" },
    });
    expect(uri("/srv/a b:%.md")).toMatchObject({ artifactLocation: { uri: "file:///srv/a%20b%3A%25.md" } });
    expect(uri("C:\\信息\\a.md")).toMatchObject({ artifactLocation: { uri: "file:///C%3A/%E4%BF%A1%E6%81%AF/a.md" } });
    expect(uri("a(1)!'*.md")).toMatchObject({ artifactLocation: { uri: "a%281%29%21%27%2A.md" } });
    expect(uri("b:c.yaml")).toMatchObject({ artifactLocation: { uri: "b%3Ac.yaml" } });
    expect(uri("\ud800.yaml")).toMatchObject({ artifactLocation: { uri: "%EF%BF%BD.yaml" } });
  });

  it("tells of the rules that were broken: what their pages say, and of no other", () => {
    const { tool, results } = runOf(report(FOUND));
    expect(tool.driver.rules).toEqual([
      {
        id: "unknown-category",
        shortDescription: { text: "类别不在规则集中" },
        fullDescription: { text: "查类别。" },
        help: { text: "查类别。\n\n改成{{级别}}。" },
        defaultConfiguration: { level: "error" },
      },
      {
        id: "year-brackets",
        shortDescription: { text: "年份括号" },
        fullDescription: { text: "年份括号" },
        defaultConfiguration: { level: "warning" },
      },
    ]);
    expect(results.map(({ ruleId, ruleIndex, level }) => [ruleId, ruleIndex, level])).toEqual([
      ["classified", undefined, "note"],
      ["year-brackets", 1, "warning"],
      ["unknown-category", 0, "error"],
    ]);
  });

  it("carries message and hint, the entry, other places, the fix and the fingerprint", () => {
    const { results } = runOf(report(FOUND, { fingerprints: [null, "b:1", "c:2"] }));
    expect(results[2]).toMatchObject({
      message: { text: "类别“动太”不在规则集中\n是不是“动态”？" },
      locations: [{ logicalLocations: [{ fullyQualifiedName: "甲" }] }],
      relatedLocations: [
        {
          id: 1,
          message: { text: "另一条" },
          physicalLocation: {
            artifactLocation: { uri: "entries/%E4%B9%99.md" },
            region: { startLine: 2, startColumn: 1 },
          },
        },
      ],
      partialFingerprints: { "zhuanbao/v1": "c:2" },
    });
    expect(results[1]).toMatchObject({
      fixes: [
        {
          description: { text: "办法" },
          artifactChanges: [
            {
              artifactLocation: { uri: "entries/2026%2011/%E7%94%B2%231.yaml" },
              replacements: [
                {
                  deletedRegion: { startLine: 1, startColumn: 7, endLine: 1, endColumn: 8 },
                  insertedContent: { text: "〔" },
                },
                { deletedRegion: { startColumn: 12, endColumn: 13 }, insertedContent: { text: "〕" } },
              ],
            },
          ],
        },
      ],
    });
    expect(Object.keys(results[0] ?? {})).toEqual(["ruleId", "level", "message", "locations"]);
  });

  it("no text of an entry becomes a placeholder or a link", () => {
    const message = "标题“{0}[点这里](https://example.org/)”";
    expect(runOf(report([{ ...DIAGNOSTIC, message, hint: "" }])).results[0]).toMatchObject({
      message: { text: "标题“{{0}}[点这里] (https://example.org/)”" },
    });
  });

  it("a fix that holds a personal number, or what hides, stays inside", () => {
    const at = { source, start: 0, end: 1 };
    for (const text of ["13812345678", "\u202e", "a\u200b"])
      expect(locate([findingAt(source, "标题", { fix: [{ at, text }] })])[0]).not.toHaveProperty("fix");
  });
});
