import { parseMoment } from "../../base/time.ts";
import { quote, visible } from "../../base/visible.ts";
import { NOTE_KINDS, type NoteKind, type NoteRecord } from "../../model/ledger.ts";
import { UsageError, type Call } from "../command.ts";
import { dayOption, textOption } from "../options.ts";
import type { Workspace } from "../workspace.ts";
import { issueRef } from "./ref.ts";

const MOST = 2000;

/** A text of one line that may be shown; null where there is none. */
export function oneLine<T extends string | null>(value: T, flag: string): T {
  if (value === null) return value;
  const given = value.trim();
  if (given !== "" && given === visible(given) && given.length <= MOST) return given as T;
  throw new UsageError(`--${flag} 是空的、太长，或含有不能印出的字符`, "请写成一行文字");
}

/** What `note` was told, but for the record it answers. */
export function noteFields(call: Call, workspace: Workspace): Omit<NoteRecord, "answers"> {
  const { options } = call;
  const { now, office } = workspace.grounds;
  const text = (name: string, flag = name): string | null => oneLine(textOption(options, name), flag);
  const issue = textOption(options, "issue");
  const fields = {
    event: kindOf(call),
    at: now,
    issue: issue === null ? null : issueRef(issue, workspace),
    entry: text("entry"),
    leader: text("leader"),
    text: text("text"),
    when: momentOption(call, office.zone),
    owner: text("owner"),
    due: dayOption(options, "due", office.zone),
    level: text("level"),
    publication: text("in"),
    clerk: text("by"),
  };
  refuseLacking(fields);
  return fields;
}

function kindOf({ options }: Call): NoteKind {
  const given = textOption(options, "kind");
  const found = NOTE_KINDS.find((kind) => kind === given);
  if (found) return found;
  const hint = `可选：${NOTE_KINDS.join("、")}`;
  throw new UsageError(given === null ? "没有说记什么：缺少 --kind" : `没有“${quote(given)}”这种记事`, hint);
}

function momentOption({ options }: Call, zone: string): NoteRecord["when"] {
  const given = textOption(options, "at");
  if (given === null) return null;
  const found = parseMoment(given, zone);
  if (found) return found;
  throw new UsageError(`--at 的时间“${quote(given)}”无法识别`, '请写成 2026-11-24 或 "2026-11-24 09:00"');
}

/** What each kind says nothing without. */
const OWED: Readonly<Record<NoteKind, readonly (keyof Omit<NoteRecord, "answers">)[]>> = {
  批示: ["leader", "text"],
  圈阅: ["leader"],
  退回: ["text"],
  反馈: ["text"],
  上报: ["level"],
  采用: ["level"],
};

function refuseLacking(fields: Omit<NoteRecord, "answers">): void {
  if (fields.issue === null && fields.entry === null && fields.event !== "反馈")
    throw new UsageError("没有说是哪一期、哪一条", '请加 --issue "信息专报 2026 12" 或 --entry 编号');
  const lacking = OWED[fields.event].filter((name) => fields[name] === null);
  if (lacking.length > 0)
    throw new UsageError(`记${fields.event}要写明 ${lacking.map((name) => `--${name}`).join("、")}`, "补上再运行");
}
