import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { CHECKS, type Check } from "../../src/pipeline/checks.ts";
import { RULES } from "../../src/pipeline/rulebook.ts";
import { Folder } from "../commands/support.ts";
import { SEEDS } from "./faults.ts";

const PAGE = fileURLToPath(new URL("../../docs/版式检查.md", import.meta.url));
const GROUPS: Readonly<Record<Check["group"], string>> = {
  page: "页面",
  front: "报头",
  text: "文字和段落",
  number: "页码",
  tail: "报尾",
  table: "表格",
  file: "文件",
};

const [BEGIN, END] = ["<!-- 以下各表由 tests/inspect/page.test.ts 写出，不要手改 -->\n", "<!-- 表完 -->\n"];

function tables(): string {
  return Object.entries(GROUPS)
    .map(([group, words]) => {
      const rows = CHECKS.filter((check) => check.group === group).map(({ name, what, ground, fixable }) => {
        const basis = ground.basis === "" ? ground.standing : `${ground.standing}：${ground.basis}`;
        return `| \`${name}\` | ${what} | ${basis} | ${fixable ? "能" : ""} |`;
      });
      return `\n### ${words}\n\n| 名称 | 查什么 | 性质和依据 | 能自动改 |\n|---|---|---|---|\n${rows.join("\n")}\n`;
    })
    .join("");
}

it("the page of checks is that of the checks there are (UPDATE=1 writes it)", () => {
  const page = existsSync(PAGE) ? readFileSync(PAGE, "utf8") : "";
  const [before = "", rest = ""] = page.split(BEGIN);
  const [, after = ""] = rest.split(END);
  const wanted = `${before}${BEGIN}${tables()}\n${END}${after}`;
  if (process.env["UPDATE"] === "1") writeFileSync(PAGE, wanted);
  expect(readFileSync(PAGE, "utf8")).toBe(wanted);
  expect(page).toContain(`共 ${CHECKS.length} 项`);
});

it("names are in one style and stand once; every check is seeded, or is the like of one that is", () => {
  const names = CHECKS.map(({ name }) => name);
  expect(names.filter((name) => !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u.test(name))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
  const seeded = new Set(SEEDS.flatMap(({ rules }) => rules));
  const alike = /^(?:tail|table|line|title|heading|masthead)-(?:font|size|bold|colour)$/u;
  const left = names.filter((name) => !seeded.has(name) && !alike.test(name));
  expect(left).toEqual([]);
});

it("explain tells of each, and sends to the page", async () => {
  const folder = new Folder({});
  for (const { name, what } of CHECKS) {
    const { code, out } = await folder.run(["explain", name]);
    expect([name, code]).toEqual([name, 0]);
    if (RULES.some((rule) => rule.name === name)) continue;
    expect(out).toContain(what.slice(0, 8));
    expect(out).toContain("docs/版式检查.md");
  }
  const slip = await folder.run(["explain", "page-margn"]);
  expect([slip.code, slip.err]).toEqual([2, expect.stringContaining("是不是“page-margin”？")]);
});
