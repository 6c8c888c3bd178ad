import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { RULES } from "../../src/rules/index.ts";
import type { Rule, RuleGroup } from "../../src/rules/rule.ts";
import { loadTemplate } from "../../src/compose/template.ts";
import { shipped } from "../render/support/layouts.ts";
import { judge, NOW, repoFile, type Seen } from "./harness.ts";
import { publishedOf } from "./published.ts";

const DOCS = new URL("../../docs/rules/", import.meta.url);
const SRC = new URL("../../src/rules/", import.meta.url);
const SECTIONS = ["是什么", "为什么（依据）", "不合格示例", "合格示例", "怎么改", "可配置项"];
/** What a file alone cannot show: these pages carry no examples of entries. */
const NOT_RUN = new Set(["unreadable-file", "template"]);

interface Example {
  readonly text: string;
  readonly expected: readonly string[];
  readonly now: string;
  /** `zhuanbao.yaml`, and the publication that the examples are printed in. */
  readonly office: string | undefined;
  readonly publication: string | undefined;
  /** What was printed before. */
  readonly published: string | undefined;
}

/** The text of a `## ` section, and the runnable examples in it. */
function section(page: string, title: string): string {
  return page.split(/^## /mu).find((part) => part.startsWith(`${title}\n`)) ?? "";
}

/**
 * The info line of an example: where it fires, how hard, `now=2026-11-23T17:00`, `刊物=信息专报`. A block with the info
 * `yaml zhuanbao.yaml` is the office of all examples after it, `yaml 已刊` what was printed before them; a place in that file is `zhuanbao.yaml@2:3-2:5`.
 */
function examples(part: string): Example[] {
  let office: string | undefined;
  let published: string | undefined;
  return Array.from(part.matchAll(/^```yaml *(?<info>[^\n]*)\n(?<text>.*?)^```$/gmsu)).flatMap(({ groups }) => {
    const { info = "", text = "" } = groups ?? {};
    if (info.trim() === "zhuanbao.yaml") {
      office = text;
      return [];
    }
    if (info.trim() === "已刊") {
      published = text;
      return [];
    }
    const words = info.split(/\s+/u).filter((word) => word !== "");
    const value = (key: string): string | undefined =>
      words.find((word) => word.startsWith(`${key}=`))?.slice(key.length + 1);
    const severities = words.filter((word) => /^(?:error|warning|note)$/u.test(word));
    const places = words.filter((word) => /^(?:zhuanbao\.yaml@)?\d+:\d+-\d+:\d+$/u.test(word));
    const expected = places.map(
      (place, index) => `${place.replace("@", " ")} ${severities[index] ?? severities.at(-1)}`,
    );
    const now = value("now")?.replace("T", " ") ?? NOW;
    return [{ text, expected, now, office, publication: value("刊物"), published }];
  });
}

function judged({ text, now, office, publication, published }: Example, page: string): Seen[] {
  return judge(text, {
    now,
    ...(office === undefined ? {} : { office }),
    ...(publication === undefined ? {} : { publication }),
    ...(published === undefined ? {} : { published: publishedOf(published) }),
  }).filter(({ rule }) => rule === page || !ALWAYS.has(rule));
}

/** Notes that stand beside every urgent report, or tell of units without an entry, are no fault of an example that is about something else. */
const ALWAYS = new Set(["statutory-clock", "silent-unit"]);

function pageOf(rule: Rule): string {
  return existsSync(new URL(`${rule.name}.md`, DOCS)) ? repoFile(`docs/rules/${rule.name}.md`) : "";
}

describe.each(RULES.map((rule) => [rule.name, rule] as const))("docs/rules/%s.md", (name, rule) => {
  const page = pageOf(rule);

  it("exists, with a Chinese title and every section in order", () => {
    expect(page, `缺少说明页 docs/rules/${name}.md`).not.toBe("");
    expect(page).toMatch(new RegExp(`^# ${name} \\S+`, "u"));
    expect(Array.from(page.matchAll(/^## (.+)$/gmu), ([, title]) => title)).toEqual(SECTIONS);
    for (const title of SECTIONS) expect(section(page, title).split("\n").slice(1).join("").trim(), title).not.toBe("");
  });

  if (NOT_RUN.has(name)) {
    it("carries no example of an entry, since an entry alone cannot show it", () => {
      expect(examples(page)).toEqual([]);
    });
    return;
  }

  it("shows at least one of each, and each 不合格 fires at its places and nothing else does", () => {
    const bad = examples(section(page, "不合格示例"));
    expect(bad.length).toBeGreaterThan(0);
    for (const example of bad) {
      const { text, expected } = example;
      expect(expected, `不合格示例应标明位置：\n${text}`).not.toEqual([]);
      expect(
        judged(example, name).map(({ rule: by, place, severity, message }) => [by, `${place} ${severity}`, message]),
      ).toEqual(expected.map((place) => [name, place, expect.any(String)]));
    }
  });

  it("shows 合格 examples that no rule finds anything in", () => {
    const good = examples(section(page, "合格示例"));
    expect(good.length).toBeGreaterThan(0);
    for (const example of good) {
      expect(example.expected).toEqual([]);
      expect(judged(example, name).map(({ rule: by, place, message }) => `${by} ${place} ${message}`)).toEqual([]);
    }
  });
});

describe("the examples of docs/rules/template.md", () => {
  const page = repoFile("docs/rules/template.md");
  const templates = (title: string): string[] =>
    Array.from(section(page, title).matchAll(/^```hbs[^\n]*\n(.*?)^```$/gmsu), ([, text]) => text ?? "");

  it.each(templates("不合格示例"))("is refused: %s", (text) => {
    const { findings } = loadTemplate({ path: "template.hbs", text }, shipped());
    expect(findings.map(({ rule, severity }) => [rule, severity])).toContainEqual(["template", "error"]);
  });

  it.each(templates("合格示例"))("is taken: %s", (text) => {
    expect(loadTemplate({ path: "template.hbs", text }, shipped()).findings).toEqual([]);
  });
});

describe("rules, files and pages", () => {
  it("has no page without a rule", () => {
    const pages = readdirSync(DOCS).filter((file) => file !== "README.md");
    const known = new Set(RULES.map(({ name }) => `${name}.md`));
    expect(pages.filter((file) => !known.has(file)).map((file) => `docs/rules/${file} 没有对应的规则`)).toEqual([]);
  });

  it("has one file for every rule but the reading ones, each in its group's folder", () => {
    for (const { name, group } of RULES.filter((rule) => rule.group !== "reading")) {
      expect(existsSync(new URL(`${group}/${name}.ts`, SRC)), `缺少 src/rules/${group}/${name}.ts`).toBe(true);
    }
  });

  it("lists every rule file in RULES", async () => {
    const groups = new Set(RULES.map(({ group }) => group));
    const listed = new Set(RULES);
    for (const group of groups) {
      if (!existsSync(new URL(`${group}/`, SRC))) continue;
      for (const file of readdirSync(new URL(`${group}/`, SRC))) {
        const exported = Object.values(
          (await import(`../../src/rules/${group}/${file.replace(/\.ts$/u, "")}.ts`)) as Record<string, unknown>,
        );
        const rules = exported.filter(
          (one): one is Rule => typeof one === "object" && one !== null && "scope" in one && "summary" in one,
        );
        for (const rule of rules) {
          expect(listed.has(rule), `src/rules/index.ts 没有列 ${rule.name}`).toBe(true);
          expect(file).toBe(`${rule.name}.ts`);
        }
      }
    }
  });

  it("names every rule once", () => {
    expect(new Set(RULES.map(({ name }) => name)).size).toBe(RULES.length);
  });

  it("keeps the index in step (UPDATE=1 rewrites it)", () => {
    const path = fileURLToPath(new URL("README.md", DOCS));
    if (process.env["UPDATE"] === "1") writeFileSync(path, indexPage());
    expect(
      existsSync(path) ? repoFile("docs/rules/README.md") : "",
      "用 UPDATE=1 npx vitest run tests/rules/pages.test.ts 更新",
    ).toBe(indexPage());
  });
});

const GROUP_NAMES: Record<RuleGroup, string> = {
  reading: "读取",
  category: "类别和要素",
  timeliness: "时效",
  procedure: "报送程序",
  grade: "分级",
  truth: "真实准确",
  secrecy: "保密",
  writing: "文字",
  batch: "整批",
};
const SEVERITY_NAMES = { error: "差错", warning: "提醒", note: "提示" };

function indexPage(): string {
  const parts = [
    "# 校核规则\n\n“停”表示差错会使该条信息不进编排；其余差错照常编发，记为程序问题。迟报、越序的信息仍要上报，从不拦下。\n",
  ];
  for (const [group, name] of Object.entries(GROUP_NAMES)) {
    const rules = RULES.filter((rule) => rule.group === group);
    if (rules.length === 0) continue;
    const rows = rules.map(
      (rule) =>
        `| [${rule.name}](${rule.name}.md) | ${SEVERITY_NAMES[rule.severity]} | ${rule.stops ? "停" : ""} | ${rule.fixed ? "固定" : "可改"} | ${rule.summary} |`,
    );
    parts.push(
      `\n## ${name}\n\n| 规则 | 级别 | 停 | 级别可否更改 | 说明 |\n| --- | --- | --- | --- | --- |\n${rows.join("\n")}\n`,
    );
  }
  return parts.join("");
}
