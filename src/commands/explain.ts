import { join } from "node:path";
import { holdingsOf } from "../base/holdings.ts";
import { nearest } from "../base/similar.ts";
import { quote } from "../base/visible.ts";
import { addExamples } from "../cli/examples.ts";
import { CHECKS, type Check } from "../pipeline/checks.ts";
import { RULES, type Rule, type RuleGroup } from "../pipeline/rulebook.ts";
import { renderHoldings } from "../report/holdings.ts";
import { sectionOf } from "../report/help.ts";
import { renderRuleList, type ListedRule } from "../report/list.ts";
import { renderPage, type PageOptions } from "../report/page.ts";
import { SEVERITY_WORDS } from "../report/words.ts";
import { EXIT, UsageError, type Call, type CommandModule, type ExitCode } from "./command.ts";
import { OFFICE_FILE, openWorkspace } from "./workspace.ts";

const GROUPS: Readonly<Record<RuleGroup, string>> = {
  reading: "读取",
  category: "类别与要素",
  timeliness: "时效",
  procedure: "报送程序",
  grade: "事件等级",
  truth: "真实准确",
  secrecy: "保密",
  writing: "文字",
  batch: "整批",
};

/** A page of docs/rules is written by hand: far below this. */
const PAGE_LIMIT = 1 << 20;

/** The page of a rule, or the list of all rules. */
export const explain: CommandModule = {
  define(command) {
    command.argument(
      "[规则]",
      "规则名，如 late-phone，或一个词，如 占位符；不写则列出全部规则（版式检查的见 docs/版式检查.md）",
    );
    addExamples(
      command,
      ["zhuanbao explain", "列出全部规则"],
      ["zhuanbao explain late-phone", "看这条规则查什么、为什么、怎么改"],
      ["zhuanbao explain 迟报", "不记得规则名时，用词来找"],
    );
  },
  run: async (call) => show(call),
};

function show(call: Call): ExitCode {
  const { world, globals } = call;
  const [name] = call.args;
  const options = { colour: globals.colour, columns: world.stdout.columns };
  if (name === undefined) {
    world.stdout.write(list(RULES, options));
    return EXIT.clean;
  }
  const found = rulesFor(world, name);
  const [rule] = found;
  const checks = checksFor(name);
  const [check] = checks;
  if (!rule && check && checks.length === 1) {
    world.stdout.write(renderPage(checkPage(check), options));
    return EXIT.clean;
  }
  if (!rule && !check) throw unknownRule(name);
  if (!rule || found.length + checks.length > 1) {
    const rules = rule ? `与“${quote(name)}”有关的规则：\n\n${list(found, options)}` : "";
    world.stdout.write([rules, check ? checkList(name, checks) : ""].filter((part) => part !== "").join("\n"));
    return EXIT.clean;
  }
  world.stdout.write(page(world, rule.name, options) + renderHoldings(holdingHere(call, rule), options));
  return EXIT.clean;
}

/** What holds of a rule in this office; outside one, what the shipped rule packs say. */
function holdingHere(call: Call, rule: Rule): Parameters<typeof renderHoldings>[0] {
  const { grounds } = openWorkspace(call);
  const level = rule.fixed ? null : (grounds.office.rules.get(rule.name)?.level ?? null);
  const word = level === "off" ? "不查" : SEVERITY_WORDS[level ?? rule.severity];
  const source = rule.fixed ? "，不能更改" : level === null ? "" : `，由 ${OFFICE_FILE} 设定`;
  return { level: word + source, holdings: holdingsOf(grounds.profile, rule.uses) };
}

function list(rules: readonly Rule[], options: PageOptions): string {
  const groups = new Map<string, ListedRule[]>();
  for (const rule of rules) groups.set(GROUPS[rule.group], [...(groups.get(GROUPS[rule.group]) ?? []), rule]);
  return `${renderRuleList(groups, options)}\n看一条规则的说明：zhuanbao explain 规则名\n`;
}

/** The rule of that name. A Chinese word finds the rules whose title or summary has it; failing that, whose 是什么; failing that, whose page but for its examples. */
function rulesFor(world: Call["world"], name: string): readonly Rule[] {
  const named = RULES.filter((one) => one.name === name);
  if (named.length > 0 || !/\p{Script=Han}/u.test(name)) return named;
  const pages = new Map(RULES.map((rule) => [rule, pageText(world, rule.name)]));
  const among = (textOf: (rule: Rule) => string): Rule[] => RULES.filter((rule) => textOf(rule).includes(name));
  const titled = among((rule) => `${rule.summary}\n${/^# .*/u.exec(pages.get(rule) ?? "")?.[0] ?? ""}`);
  if (titled.length > 0) return titled;
  const meant = among((rule) => sectionOf(pages.get(rule) ?? "", "是什么"));
  return meant.length > 0 ? meant : among((rule) => (pages.get(rule) ?? "").replace(/^```.*?^```$/gmsu, ""));
}

/** The check of papers of that name; a Chinese word finds those whose description has it. */
function checksFor(name: string): readonly Check[] {
  if (!/\p{Script=Han}/u.test(name)) return CHECKS.filter((one) => one.name === name);
  return CHECKS.filter(({ what }) => what.includes(name));
}

function checkList(name: string, checks: readonly Check[]): string {
  const lines = checks.map((check) => `  ${check.name}  ${check.what}`);
  return `与“${quote(name)}”有关的版式检查（zhuanbao inspect）：\n\n${lines.join("\n")}\n\n看一项检查的说明：zhuanbao explain 检查名\n`;
}

function unknownRule(name: string): UsageError {
  const near = nearest(
    name,
    [...RULES, ...CHECKS].map((one) => one.name),
  );
  const hint = `${near ? `是不是“${near}”？` : ""}全部规则见 zhuanbao explain`;
  return new UsageError(`没有“${quote(name)}”这条规则`, hint);
}

/** A check of papers has a line in the page of all of them. */
function checkPage({ name, what, ground: { standing, basis }, fixable }: Check): string {
  return [
    `# ${name}`,
    `版式检查（zhuanbao inspect）：${what}。`,
    `性质：${standing}${basis === "" ? "" : `，${basis}`}。${fixable ? "可用 --fix 自动改好，文字不动。" : "只指出，不代改。"}`,
    "全部检查项、级别和改法见 docs/版式检查.md。",
    "",
  ].join("\n\n");
}

/** Only the name of a rule there is becomes part of a path. */
function pageText({ files, home }: Call["world"], name: string): string {
  return new TextDecoder().decode(files.read(join(home, "docs", "rules", `${name}.md`), PAGE_LIMIT));
}

function page(world: Call["world"], name: string, options: PageOptions): string {
  return renderPage(pageText(world, name), options);
}
