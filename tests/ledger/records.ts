import { momentAt } from "../../src/base/time.ts";
import { takeNumber, type Numbering } from "../../src/ledger/issue.ts";
import { writeRecord } from "../../src/ledger/codec.ts";
import { NOTES } from "../../src/ledger/series.ts";
import type { Store } from "../../src/ledger/store.ts";
import type { IssueRecord, IssueRef, NoteRecord, PrintedEntry } from "../../src/model/ledger.ts";

export const ZONE = "Asia/Shanghai";
export const AT = momentAt(20_780, 1020, ZONE);

export function printedEntry(more: Partial<PrintedEntry> = {}): PrintedEntry {
  return {
    id: "甲",
    fingerprint: "ef",
    title: "青石镇抢修“石坝”水渠",
    units: ["青石镇党政办公室"],
    category: "动态",
    group: "工作动态",
    themes: ["防汛抗旱"],
    decision: null,
    stage: null,
    tone: "喜",
    place: "石坝村",
    occurred: { day: 20_779, clock: null, instant: null },
    received: null,
    submitted: AT,
    taken: null,
    report: { stage: "续报", number: 2, follows: "乙" },
    text: "第一段。\n第二段。",
    ...more,
  };
}

export function issueRecord(more: Partial<IssueRecord> = {}): IssueRecord {
  return {
    event: "编发",
    at: AT,
    publication: "信息专报",
    kind: "正刊",
    year: 2026,
    number: 12,
    total: 128,
    day: 20_780,
    signer: "王某",
    editor: "李某",
    title: "信息专报（2026年11月23日）",
    secrecy: "内部",
    key: "ab",
    plan: "plans/信息专报-2026-11-23.yaml",
    paper: { path: "out/信息专报/2026/信息专报-2026-第12期.docx", sha256: "cd", bytes: 9000, pages: 3 },
    entries: [printedEntry()],
    ...more,
  };
}

export function numbering(key: string, more: Partial<Numbering> = {}): Numbering {
  const form = { runsOn: false, keepsTotal: false, firstNumber: 1, firstTotal: 1 };
  return { publication: "信息专报", kind: "正刊", year: 2026, key, ...form, ...more };
}

/** Publishes one brief in a store, and says under which number. */
export async function publishIn(store: Store, key: string, more: Partial<Numbering> = {}): Promise<IssueRecord> {
  const wanted = numbering(key, more);
  const { record } = await takeNumber({ store, zone: ZONE }, wanted, ({ kind, number, total }) =>
    Promise.resolve(issueRecord({ publication: wanted.publication, kind, year: wanted.year, number, total, key })),
  );
  return record;
}

export async function voidIn(store: Store, issue: IssueRef): Promise<void> {
  const chain = { series: NOTES, year: 2026 };
  const record = { event: "作废" as const, at: AT, issue, reason: "印错", clerk: null };
  await store.append(chain, 1, (next) => Promise.resolve(writeRecord(record, chain, next)));
}

export function noteRecord(more: Partial<NoteRecord> = {}): NoteRecord {
  return {
    event: "批示",
    at: AT,
    issue: { publication: "信息专报", kind: "增刊", year: 2026, number: 3 },
    entry: "甲",
    leader: "王县长",
    text: "请水利局研处。",
    when: AT,
    owner: "县水利局",
    due: 20_790,
    level: null,
    publication: null,
    answers: { year: 2026, seq: 4 },
    clerk: null,
    ...more,
  };
}
