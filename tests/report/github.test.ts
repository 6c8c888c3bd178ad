import { describe, expect, it } from "vitest";
import { renderGithub } from "../../src/report/github.ts";
import { DIAGNOSTIC, HOSTILE, NASTY } from "./support.ts";

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** Reads a line as the runner of a workflow does. */
function parse(line: string): Command {
  const [, name = "", list = "", message = ""] = /^::(\w+) (.*?)::(.*)$/u.exec(line) ?? [];
  const data = (text: string): string => text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
  const property = (text: string): string => data(text.replaceAll("%3A", ":").replaceAll("%2C", ","));
  const pairs = list.split(",").map((pair) => [pair.split("=")[0] ?? "", property(pair.slice(pair.indexOf("=") + 1))]);
  return { name, properties: Object.fromEntries(pairs) as Record<string, string>, message: data(message) };
}

describe("github", () => {
  it("is one command a finding, with its place and rule", () => {
    const found = { ...DIAGNOSTIC, line: 3, column: 5, endLine: 4, endColumn: 9 };
    expect(renderGithub([found])).toBe(
      "::error file=entries/甲.yaml,line=3,col=5,endLine=4,endColumn=9,title=bad-value::消息%0A→ 办法\n",
    );
    expect(renderGithub([{ ...found, severity: "warning", hint: "" }])).toMatch(/^::warning .*::消息\n$/u);
    expect(renderGithub([{ ...found, severity: "note" }])).toMatch(/^::notice /u);
    expect(renderGithub([])).toBe("");
  });

  it("what is escaped is read back by the runner as it was", () => {
    const file = "entries/50%,a:b=c%0A::x.yaml";
    const message = "增长50%，a:b,c %0A ::error::";
    const {
      name,
      properties,
      message: said,
    } = parse(renderGithub([{ ...DIAGNOSTIC, file, message, hint: "" }]).trimEnd());
    expect([name, properties["file"], said]).toEqual(["error", file, message]);
  });

  it("nothing in a finding begins another command or acts on a terminal", () => {
    const evil = `${NASTY}\n::add-mask::x\r\n##[error]y`;
    const nasty = { ...DIAGNOSTIC, rule: evil, message: evil, hint: evil, entry: evil, file: evil };
    const text = renderGithub([nasty, nasty]);
    expect(text).not.toMatch(HOSTILE);
    expect(text.split("\n")).toHaveLength(3);
    for (const line of text.trimEnd().split("\n")) expect(line).toMatch(/^::error file=/u);
  });
});
