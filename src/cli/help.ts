import type { Command, Help, Option } from "commander";
import { padEnd, width, wrap } from "../base/width.ts";
import { examplesOf } from "./examples.ts";

const EXIT_CODES = "0 正常；1 有差错；2 无法执行；3 本程序的缺陷；4 遇到涉密信息，已全部停下；130 按 Ctrl-C 中断";

/** Terms wider than this stand on a line of their own. */
const WIDEST_TERM = 26;

/** Closing punctuation may hang over the edge that text is wrapped to. */
const HANGING = 4;

/** The help of a command in Chinese, aligned and wrapped by display width: commander counts characters and knows no locale. */
export function formatHelp(command: Command, helper: Help): string {
  const columns = Math.max(40, helper.helpWidth ?? 80);
  const description = command.description();
  const parts = [
    [`用法：${usageOf(command)}`],
    description === "" ? [] : wrap(description, columns - HANGING),
    section("参数", argumentRows(command), columns),
    section("命令", commandRows(command, helper), columns),
    section("选项", optionRows(helper.visibleOptions(command)), columns),
    section("通用选项", optionRows(helper.visibleGlobalOptions(command)), columns),
    ["退出码：", ...indent(wrap(EXIT_CODES, columns - 2 - HANGING), 2)],
    exampleLines(command, columns),
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

type Row = readonly [term: string, description: string];

function usageOf(command: Command): string {
  const names = command.parent ? [command.parent.name(), command.name()] : [command.name(), "<命令>"];
  return [...names, ...(command.parent ? ["[选项]"] : ["[选项]"]), ...argumentRows(command).map(([term]) => term)].join(
    " ",
  );
}

function argumentRows(command: Command): Row[] {
  return command.registeredArguments.map((argument) => {
    const name = `${argument.name()}${argument.variadic ? "…" : ""}`;
    return [argument.required ? `<${name}>` : `[${name}]`, argument.description];
  });
}

function commandRows(command: Command, helper: Help): Row[] {
  return helper.visibleCommands(command).map((each) => [each.name(), each.summary()]);
}

function optionRows(options: readonly Option[]): Row[] {
  return options.map((option) => {
    const facts = [
      option.argChoices ? `可选：${option.argChoices.join("、")}` : "",
      option.defaultValue === undefined || option.negate || option.isBoolean()
        ? ""
        : `默认：${option.defaultValueDescription ?? String(option.defaultValue)}`,
    ].filter((fact) => fact !== "");
    return [option.flags, facts.length === 0 ? option.description : `${option.description}（${facts.join("；")}）`];
  });
}

function section(title: string, rows: readonly Row[], columns: number): string[] {
  if (rows.length === 0) return [];
  const widest = Math.max(...rows.map(([term]) => width(term)).filter((cells) => cells <= WIDEST_TERM), 8);
  return [`${title}：`, ...rows.flatMap((row) => rowLines(row, widest, columns))];
}

function rowLines([term, description]: Row, widest: number, columns: number): string[] {
  const lines = wrap(description, columns - widest - 4 - HANGING);
  const alone = width(term) > widest;
  const head = alone ? [`  ${term}`] : [`  ${padEnd(term, widest)}  ${lines.shift() ?? ""}`.trimEnd()];
  return [...head, ...indent(lines, widest + 4)];
}

function exampleLines(command: Command, columns: number): string[] {
  const examples = examplesOf(command);
  if (examples.length === 0) return [];
  const lines = examples.flatMap(([line, what]) => [`  ${line}`, ...indent(wrap(what, columns - 4 - HANGING), 4)]);
  return ["示例：", ...lines];
}

function indent(lines: readonly string[], cells: number): string[] {
  return lines.map((line) => " ".repeat(cells) + line);
}
