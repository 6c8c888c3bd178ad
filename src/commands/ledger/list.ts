import { issueKey } from "../../base/issue-key.ts";
import { isoDay, showMoment } from "../../base/time.ts";
import { numberOf } from "../../base/matters.ts";
import { quote, visible } from "../../base/visible.ts";
import { voidedKeys, type Recorded } from "../../ledger/ledger.ts";
import { instructionsOf, type Instruction } from "../../ledger/notes.ts";
import type { IssueRecord } from "../../model/ledger.ts";
import { toJson } from "../../report/json.ts";
import { EXIT, type Call, type ExitCode } from "../command.ts";
import { textOption, wholeNumber } from "../options.ts";
import type { Workspace } from "../workspace.ts";
import { issueJson, noteJson } from "./json.ts";
import type { OpenLedger } from "./open.ts";
import { refName } from "./ref.ts";
import { tableLines } from "./table.ts";

/** `ledger list`: the issues, a line each. */
export function list(call: Call, { ledger }: OpenLedger): ExitCode {
  const { world, options } = call;
  const year = wholeNumber(options, "year", "--year");
  const publication = textOption(options, "publication");
  const issues = ledger.issues.filter(
    ({ record }) =>
      (publication === null || record.publication === publication) && (year === null || record.year === year),
  );
  const voided = voidedKeys(ledger);
  const isVoid = ({ record }: Recorded<IssueRecord>): boolean => voided.has(issueKey(record));
  if (options["json"] === true) {
    const shown = issues.map((each) => issueJson(each, isVoid(each)));
    world.stdout.write(toJson({ version: 1, issues: shown }));
    return EXIT.clean;
  }
  const rows = issues.map((each) => rowOf(each.record, isVoid(each)));
  world.stdout.write(`${(rows.length === 0 ? ["台账里还没有编发过的"] : tableLines([HEAD, ...rows])).join("\n")}\n`);
  return EXIT.clean;
}

const HEAD = ["刊物", "年", "期号", "日期", "签发人", "条数", "页数", "标题"];

function rowOf(record: IssueRecord, isVoid: boolean): string[] {
  const { publication, year, day, signer, entries, paper, title } = record;
  return [
    visible(publication),
    String(year),
    `${numberOf(record)}${isVoid ? "（作废）" : ""}`,
    isoDay(day),
    visible(signer),
    String(entries.length),
    String(paper.pages),
    quote(title),
  ];
}

/** `ledger due`: what leaders asked for and nobody answered yet, the overdue first. */
export function due(call: Call, { ledger }: OpenLedger, { grounds }: Workspace): ExitCode {
  const { world, options } = call;
  const today = grounds.now.day;
  const open = instructionsOf(ledger, today).filter(({ answers }) => answers.length === 0);
  const sorted = open.toSorted((a, b) => (a.asked.record.due ?? Infinity) - (b.asked.record.due ?? Infinity) || 0);
  if (options["json"] === true) {
    const shown = sorted.map(({ asked, overdue }) => ({ ...noteJson(asked), overdue }));
    world.stdout.write(toJson({ version: 1, date: isoDay(today), open: shown }));
    return EXIT.clean;
  }
  const late = sorted.filter(({ overdue }) => overdue);
  const waiting = sorted.filter(({ overdue }) => !overdue);
  const lines = [
    ...(late.length > 0 ? [`逾期未反馈 ${late.length} 件`, ...late.flatMap((one) => dueLines(one, today))] : []),
    ...(waiting.length > 0 ? [`待反馈 ${waiting.length} 件`, ...waiting.flatMap((one) => dueLines(one, today))] : []),
  ];
  world.stdout.write(`${(lines.length === 0 ? ["没有待反馈的批示"] : lines).join("\n")}\n`);
  return EXIT.clean;
}

function dueLines({ asked, overdue }: Instruction, today: number): string[] {
  const { kept, record } = asked;
  const { leader, text, owner, when, at, issue, entry } = record;
  const limit = record.due === null ? "没有限期" : `限 ${isoDay(record.due)}`;
  const late = overdue && record.due !== null ? `，已过 ${today - record.due} 天` : "";
  const about = [issue === null ? "" : refName(issue), entry === null ? "" : `信息 ${entry}`].filter(
    (one) => one !== "",
  );
  return [
    `  记事 ${kept.chain.year}-${kept.seq}　${visible(leader ?? "")}${record.event}（${showMoment(when ?? at)}）：${quote(text ?? "", 60)}`,
    `    ${visible(about.join("，"))}；承办 ${visible(owner ?? "未写")}，${limit}${late}`,
  ];
}
