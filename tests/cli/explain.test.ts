import { expect, test } from "vitest";
import { width } from "../../src/base/width.ts";
import { main } from "../../src/main.ts";
import { RULES } from "../../src/rules/index.ts";
import { temporaryFolder } from "../helpers/folder.ts";
import { testWorld } from "../helpers/world.ts";

async function explain(...argv: string[]): Promise<string> {
  const { world, out } = testWorld({ argv: ["explain", ...argv] });
  expect(await main(world)).toBe(0);
  return out();
}

test("alone it lists every rule once, with its severity", async () => {
  const text = await explain();
  for (const { name } of RULES)
    expect(text.match(new RegExp(`^  ${name} +(?:差错|提醒|提示)  \\S`, "gmu"))).toHaveLength(1);
  for (const line of text.split("\n")) expect(width(line)).toBeLessThanOrEqual(80);
});

test.each(RULES.map(({ name }) => name))("%s has a page that can be read", async (name) => {
  const text = await explain(name);
  expect(text.length).toBeGreaterThan(100);
  expect(text).not.toMatch(/^#|^\S.*\*\*\p{L}/mu);
});

test("colour when asked for", async () => {
  expect(await explain("--color")).toContain("\u001b[31m差错");
});

test("a rule's page ends with what holds here, and which file and source each figure comes from", async () => {
  const text = await explain("late-phone");
  expect(text).toContain("这里现行\n- 级别：差错\n");
  expect(text).toMatch(
    /- 紧急\.电话：30 分钟，从事发起算\n {2}出自 templates\/profiles\/county\.yaml:\d+；依据：参考国务院应急办/u,
  );
});

test("an office's own figure and level are told as its own", async () => {
  const office = "机关: 中共青岚县委办公室\n规则: {late-phone: {级别: warning, 紧急.电话: 20}}\n";
  const { world, out } = testWorld({
    argv: ["explain", "late-phone"],
    cwd: temporaryFolder({ "zhuanbao.yaml": office }),
  });
  expect(await main(world)).toBe(0);
  expect(out()).toContain("- 级别：提醒，由 zhuanbao.yaml 设定");
  expect(out()).toContain(
    "- 紧急.电话：20 分钟，从事发起算\n  出自 zhuanbao.yaml:2；依据：本机关设置（规则.late-phone）",
  );
});

test("a Chinese word finds the one rule it is of, and its page", async () => {
  expect(await explain("占位符")).toBe(await explain("placeholder"));
  expect(await explain("漏报")).toMatch(/^missed-report 漏报/u);
});

test("a Chinese word of several rules lists them, with how to see one", async () => {
  const text = await explain("迟报");
  expect(text).toContain("与“迟报”有关的规则");
  expect(text.match(/^ {2}[a-z-]+ +差错|^ {2}[a-z-]+ +提醒/gmu)?.length).toBeGreaterThan(1);
  for (const name of ["late-phone", "late-written", "late-entry"]) expect(text).toContain(`  ${name} `);
  expect(text).not.toContain("  placeholder ");
  expect(text).toContain("看一条规则的说明：zhuanbao explain 规则名");
  // Where no title has the word, the page may.
  expect(await explain("谎报")).toContain("  superior-first ");
});

test("a Chinese word that no page has is refused", async () => {
  const { world, out, err } = testWorld({ argv: ["explain", "没有的词"] });
  expect(await main(world)).toBe(2);
  expect([out(), err()]).toEqual(["", expect.stringContaining("没有“没有的词”这条规则")]);
});

test("a Chinese word finds checks of inspect by what they look at", async () => {
  expect(await explain("边距")).toContain("page-margin");
  expect(await explain("手工分页")).toMatch(/page-break[\s\S]*版式检查（zhuanbao inspect）：手工分页/u);
});
