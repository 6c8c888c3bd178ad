import { issueKey } from "../../base/issue-key.ts";
import { isoDay, showMoment } from "../../base/time.ts";
import { quote, visible } from "../../base/visible.ts";
import type { Ledger, Recorded } from "../../ledger/ledger.ts";
import type { IssueRecord, IssueRef, NoteRecord } from "../../model/ledger.ts";
import { toJson } from "../../report/json.ts";
import { EXIT, UsageError, type Call, type ExitCode } from "../command.ts";
import type { Workspace } from "../workspace.ts";
import { issueJson, noteJson, voidJson } from "./json.ts";
import type { OpenLedger } from "./open.ts";
import { issueRef, refName } from "./ref.ts";

/** `ledger show`: one issue, and all that happened to it. */
export function show(call: Call, { ledger }: OpenLedger, workspace: Workspace): ExitCode {
  const words = call.args.slice(1);
  if (words.length === 0) throw new UsageError("没有说看哪一期", "例如 zhuanbao ledger show 信息专报 2026 12");
  const ref = issueRef(words.join(" "), workspace);
  const issue = findIssue(ledger, ref);
  const voids = ledger.voids.filter(({ record }) => issueKey(record.issue) === issueKey(ref));
  const notes = notesOf(ledger, issue.record);
  const { world, options } = call;
  if (options["json"] === true) {
    const events = [...voids.map(voidJson), ...notes.map(noteJson)];
    world.stdout.write(toJson({ version: 1, ...issueJson(issue, voids.length > 0), events }));
    return EXIT.clean;
  }
  const lines = [
    ...issueLines(issue.record),
    ...voids.map(({ record: { at, reason } }) => `作废（${showMoment(at)}）：${quote(reason, 120)}`),
    ...notes.map(noteLine),
  ];
  world.stdout.write(`${lines.join("\n")}\n`);
  return EXIT.clean;
}

/** The record of an issue; one that there is none of is a slip. */
export function findIssue(ledger: Ledger, ref: IssueRef): Recorded<IssueRecord> {
  const found = ledger.issues.find(({ record }) => issueKey(record) === issueKey(ref));
  if (found) return found;
  throw new UsageError(`台账里没有${refName(ref)}`, "编发过的各期看 zhuanbao ledger list");
}

/** What happened to an issue as a whole, and to the entries that it printed. */
export function notesOf({ notes }: Ledger, issue: IssueRecord): Recorded<NoteRecord>[] {
  const ids = new Set(issue.entries.map(({ id }) => id));
  return notes.filter(({ record }) =>
    record.issue === null ? record.entry !== null && ids.has(record.entry) : issueKey(record.issue) === issueKey(issue),
  );
}

function issueLines(record: IssueRecord): string[] {
  const { total, day, signer, editor, secrecy, paper, plan, entries, at } = record;
  return [
    `${visible(refName(record))}${total === null ? "" : `（总第${total}期）`}　${isoDay(day)}`,
    `签发人 ${visible(signer)}，责任编辑 ${visible(editor)}，${visible(secrecy)}；记于 ${showMoment(at)}`,
    `成稿 ${visible(paper.path)}（${paper.pages} 页，SHA-256 ${paper.sha256.slice(0, 12)}…）`,
    ...(plan === null ? [] : [`编排单 ${visible(plan)}`]),
    `条目 ${entries.length} 条`,
    ...entries.map(({ id, title, units }) => `  ${quote(title, 60)}（${visible(units.join("、"))}，${visible(id)}）`),
  ];
}

/** One line of what happened: `记事 2026-4 批示 2026-11-24 09:00 王县长：请研处；承办 水利局，限 2026-12-01`. */
export function noteLine({ kept, record }: Recorded<NoteRecord>): string {
  const { event, when, at, leader, text, owner, due, level, publication, answers, entry } = record;
  const parts = [
    entry === null ? "" : `信息 ${entry}`,
    owner === null ? "" : `承办 ${owner}`,
    due === null ? "" : `限 ${isoDay(due)}`,
    [level, publication].filter((one) => one !== null).join(" "),
    answers === null ? "" : `答复记事 ${answers.year}-${answers.seq}`,
  ].filter((part) => part !== "");
  const said = `${leader ?? ""}${text === null ? "" : `：${text}`}`;
  const head = `记事 ${kept.chain.year}-${kept.seq}　${event} ${showMoment(when ?? at)}`;
  return `${head} ${quote(said, 120)}${parts.length > 0 ? `（${visible(parts.join("；"))}）` : ""}`;
}
