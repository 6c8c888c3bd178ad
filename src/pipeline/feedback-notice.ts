import { feedbackNoticeContent } from "../compose/feedback-notice.ts";
import type { Finding } from "../model/diagnostic.ts";
import type { IssueRecord, NoteRecord } from "../model/ledger.ts";
import type { Grounds } from "./grounds.ts";
import { readForm, setPaper, type FormFiles, type Paper } from "./paper.ts";

/** What one unit is told. */
export interface Notice {
  readonly unit: string;
  readonly paper: Paper;
}

/** 反馈通知, one for each unit whose entries a note is about; none where template or layout is at fault. */
export function makeNotices(
  { issue, note }: { readonly issue: IssueRecord; readonly note: NoteRecord },
  { office, now }: Pick<Grounds, "office" | "now">,
  files: FormFiles,
): { notices: readonly Notice[]; findings: readonly Finding[] } {
  const { form, findings } = readForm(files);
  if (!form || findings.length > 0) return { notices: [], findings };
  const about = issue.entries.filter(({ id }) => note.entry === null || id === note.entry);
  const notices: Notice[] = [];
  for (const unit of new Set(about.flatMap(({ units }) => units))) {
    const titles = about.filter(({ units }) => units.includes(unit));
    const internal = issue.secrecy !== "公开";
    const notice = { office: office.name, day: now.day, unit, internal, issue, titles, note };
    const { paper, findings: faults } = setPaper(form, feedbackNoticeContent(notice));
    if (!paper) return { notices: [], findings: faults };
    notices.push({ unit, paper });
  }
  return { notices, findings: [] };
}
