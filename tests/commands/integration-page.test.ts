import { spawnSync } from "node:child_process";
import { chmodSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { temporaryFolder } from "../helpers/folder.ts";
import { BIN } from "../helpers/terminal.ts";
import { sarifFaults } from "../report/sarif-schema.ts";
import { Folder, LATE, OFFICE, officeWith, SECRET, SOUND, STOPPED, WARNED } from "./support.ts";

const PAGE = readFileSync(new URL("../../docs/集成.md", import.meta.url), "utf8");

/** The blocks of the page in one language, as written. */
const blocks = (language: string): string[] =>
  Array.from(PAGE.matchAll(/^```(\w+)\n(.*?)^```$/gmsu), ([, found, text]) => [found, text] as const)
    .filter(([found]) => found === language)
    .map(([, text]) => text ?? "");

interface Workflow {
  readonly jobs: Readonly<
    Record<
      string,
      { readonly steps: readonly { readonly run?: string; readonly with?: { readonly sarif_file?: string } }[] }
    >
  >;
}
interface Pipeline {
  readonly [job: string]: {
    readonly script: readonly string[];
    readonly artifacts: { readonly paths: readonly string[]; readonly reports: { readonly junit: string } };
  };
}

const [github, gitlab] = blocks("yaml").map((text) => parse(text) as unknown) as [Workflow, Pipeline];
const steps = Object.values(github.jobs).flatMap((job) => job.steps);
const [job] = Object.values(gitlab);

const SAMPLES: readonly (readonly [name: string, lines: readonly string[], variable: string])[] = [
  ["GitHub", steps.flatMap(({ run }) => (run === undefined ? [] : [run])), "GITHUB_WORKSPACE"],
  ["GitLab", job?.script ?? [], "CI_PROJECT_DIR"],
];

/** Runs lines as the runner of a pipeline does: one after the other, to the first that fails. */
function run(
  lines: readonly string[],
  folder: Folder,
  variable: string,
): { code: number | null; out: string; err: string } {
  const tools = temporaryFolder({
    zhuanbao: `#!/bin/sh\nexec "${process.execPath}" "${BIN}" "$@" --date "2026-11-23 17:00"\n`,
  });
  chmodSync(join(tools, "zhuanbao"), 0o755);
  const env = { PATH: `${tools}:${process.env["PATH"] ?? ""}`, CI: "true", [variable]: folder.path };
  const options = { cwd: folder.path, env, encoding: "utf8" } as const;
  const { status, stdout, stderr } = spawnSync("sh", ["-ec", lines.join("\n")], options);
  return { code: status, out: stdout, err: stderr };
}

function isXml(text: string): boolean {
  const parser = new SaxesParser();
  let sound = true;
  parser.on("error", () => (sound = false));
  parser.write(text).close();
  return sound;
}

describe.each(SAMPLES)("the sample for %s, run as it is written", (_, lines, variable) => {
  it("has lines to run", () => {
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join("\n")).toContain("zhuanbao check");
  });

  it("passes sound entries and fails faulty ones, with reports of both", () => {
    for (const [text, code] of [
      [SOUND, 0],
      [WARNED, 0],
      [LATE, 1],
      [STOPPED, 1],
    ] as const) {
      const folder = officeWith({ "甲 乙.yaml": text });
      expect(run(lines, folder, variable)).toMatchObject({ code });
      expect(sarifFaults(folder.read("out/校核.sarif"))).toEqual([]);
      expect(isXml(folder.read("out/校核.xml"))).toBe(true);
      expect(folder.read("out/校核.xml")).toContain(code === 1 ? "<failure " : 'failures="0"');
    }
  });

  it("stops at classified material with 4, and leaves no report behind", () => {
    const folder = officeWith({ "密.yaml": SECRET });
    const { code, out, err } = run(lines, folder, variable);
    expect(code).toBe(4);
    expect(out + err).toContain("entries/密.yaml");
    expect(out + err).not.toMatch(/布防|要害/u);
    expect(folder.has("out")).toBe(false);
  });
});

describe("the samples", () => {
  it("hand on the files that their own lines write", () => {
    const written = SAMPLES.flatMap(([, lines]) =>
      [...lines.join("\n").matchAll(/-f \w+=(\S+)/gu)].map(([, path]) => path),
    );
    const handed = [
      ...steps.flatMap((step) => step.with?.sarif_file ?? []),
      ...(job?.artifacts.paths ?? []),
      job?.artifacts.reports.junit,
    ];
    expect(handed).toHaveLength(3);
    for (const path of handed) expect(written).toContain(path);
  });

  it("GitHub shows each finding at its line", () => {
    const folder = new Folder({ "zhuanbao.yaml": OFFICE, "entries/甲.yaml": STOPPED });
    const { out } = run(SAMPLES[0]?.[1] ?? [], folder, "GITHUB_WORKSPACE");
    expect(out).toMatch(/^::error file=entries\/甲\.yaml,line=2,col=5,/mu);
  });
});

describe("the rest of the page", () => {
  it("every call of check on it is one that the program takes", async () => {
    const calls = blocks("sh").flatMap((text) => text.match(/^zhuanbao .*?(?=\s+#|$)/gmu) ?? []);
    expect(calls.length).toBeGreaterThan(7);
    const folder = officeWith({ "2026-11-23/甲.yaml": SOUND });
    for (const call of calls) {
      const { code, err } = await folder.run(call.trim().split(/\s+/u).slice(1));
      expect(`${call}: ${code === 2 ? err : ""}`).toBe(`${call}: `);
    }
  });

  it("the matchers for VS Code find every finding, its place and its rule", async () => {
    interface Tasks {
      readonly tasks: readonly [
        {
          readonly args: readonly string[];
          readonly problemMatcher: readonly {
            readonly severity: string;
            readonly pattern: { readonly regexp: string };
          }[];
        },
      ];
    }
    const [task] = (JSON.parse(blocks("json")[0] ?? "") as Tasks).tasks;
    const folder = officeWith({ "甲: [1].yaml": STOPPED, "长.yaml": WARNED }, `${OFFICE}规则: {body-length: note}\n`);
    const lines = (await folder.run(task.args)).out.trimEnd().split("\n");
    const found = lines.flatMap((line) =>
      task.problemMatcher.flatMap(({ severity, pattern }) => {
        const match = new RegExp(pattern.regexp, "u").exec(line);
        return match ? [[severity, ...match.slice(1, 4), match[5]]] : [];
      }),
    );
    expect(found).toHaveLength(lines.length);
    expect(found).toContainEqual(["error", "entries/甲: [1].yaml", "2", "5", "unknown-category"]);
    expect(found).toContainEqual(["warning", "entries/长.yaml", "1", "5", "title-length"]);
  });

  it("the hook stands where it says", () => {
    expect(PAGE).toContain("templates/hooks/pre-commit");
    expect(readFileSync(new URL("../../templates/hooks/pre-commit", import.meta.url), "utf8")).toContain("#!/bin/sh");
  });
});
