import { REPORT_STAGES } from "../model/entry.ts";
import { EDITION_KINDS } from "../model/issue-number.ts";
import {
  NOTE_KINDS,
  REGISTER_WAYS,
  type IssueRecord,
  type IssueRef,
  type NoteRecord,
  type Original,
  type PaperFile,
  type PrintedEntry,
  type RegisterRecord,
  type VoidRecord,
} from "../model/ledger.ts";
import { day, fields, listOf, moment, oneOf, optional, text, whole, type Form } from "./form.ts";

/** The keys that people read in a record, and what the program calls them. */
const issueRef = fields<IssueRef>({
  publication: ["刊物", text],
  kind: ["种", oneOf(EDITION_KINDS)],
  year: ["年", whole],
  number: ["期号", whole],
});

const paper = fields<PaperFile>({
  path: ["路径", text],
  sha256: ["sha256", text],
  bytes: ["字节", whole],
  pages: ["页数", whole],
});

const report = fields<NonNullable<PrintedEntry["report"]>>({
  stage: ["阶段", oneOf(REPORT_STAGES)],
  number: ["次", optional(whole)],
  follows: ["续", optional(text)],
});

const printed = fields<PrintedEntry>({
  id: ["编号", text],
  fingerprint: ["指纹", text],
  title: ["标题", text],
  units: ["报送单位", listOf(text)],
  category: ["类别", text],
  group: ["组", text],
  themes: ["主题", listOf(text)],
  decision: ["决策事项", optional(text)],
  stage: ["决策阶段", optional(text)],
  tone: ["喜忧", optional(text)],
  place: ["地点", optional(text)],
  occurred: ["事发时间", optional(moment)],
  received: ["接报时间", optional(moment)],
  submitted: ["报送时间", optional(moment)],
  taken: ["收到时间", optional(moment)],
  report: ["报告", optional(report)],
  text: ["正文", text],
});

const issue = fields<IssueRecord>({
  event: ["事", oneOf(["编发"])],
  at: ["记于", moment],
  publication: ["刊物", text],
  kind: ["种", oneOf(EDITION_KINDS)],
  year: ["年", whole],
  number: ["期号", whole],
  total: ["总期", optional(whole)],
  day: ["日期", day],
  signer: ["签发人", text],
  editor: ["责任编辑", text],
  title: ["标题", text],
  secrecy: ["密级", text],
  key: ["键", text],
  plan: ["编排单", optional(text)],
  paper: ["成稿", paper],
  entries: ["条目", listOf(printed)],
});

const original = fields<Original>({
  name: ["文件名", text],
  sha256: ["sha256", text],
  item: ["第几条", whole],
});

const register = fields<RegisterRecord>({
  event: ["事", oneOf(["登记"])],
  at: ["记于", moment],
  id: ["编号", text],
  fingerprint: ["指纹", text],
  title: ["标题", text],
  units: ["报送单位", listOf(text)],
  category: ["类别", text],
  submitted: ["报送时间", optional(moment)],
  taken: ["收到时间", optional(moment)],
  channel: ["渠道", optional(text)],
  clerk: ["录入人", optional(text)],
  way: ["去向", optional(oneOf(REGISTER_WAYS))],
  original: ["原件", optional(original)],
});

const voided = fields<VoidRecord>({
  event: ["事", oneOf(["作废"])],
  at: ["记于", moment],
  issue: ["哪一期", issueRef],
  reason: ["缘由", text],
  clerk: ["录入人", optional(text)],
});

const note = fields<NoteRecord>({
  event: ["事", oneOf(NOTE_KINDS)],
  at: ["记于", moment],
  issue: ["哪一期", optional(issueRef)],
  entry: ["哪一条", optional(text)],
  leader: ["领导", optional(text)],
  text: ["内容", optional(text)],
  when: ["时间", optional(moment)],
  owner: ["承办", optional(text)],
  due: ["限期", optional(day)],
  level: ["层级", optional(text)],
  publication: ["何处", optional(text)],
  answers: [
    "答复",
    optional(fields<NonNullable<NoteRecord["answers"]>>({ year: ["年", whole], seq: ["序号", whole] })),
  ],
  clerk: ["录入人", optional(text)],
});

export type KnownRecord = IssueRecord | RegisterRecord | VoidRecord | NoteRecord;

const FORMS: Readonly<Record<KnownRecord["event"], Form<KnownRecord>>> = {
  编发: issue,
  登记: register,
  作废: voided,
  批示: note,
  圈阅: note,
  退回: note,
  反馈: note,
  上报: note,
  采用: note,
};

/** The form of a kind of record; undefined for one that this version does not know. */
export function formOf(event: string): Form<KnownRecord> | undefined {
  return Object.hasOwn(FORMS, event) ? FORMS[event as KnownRecord["event"]] : undefined;
}
