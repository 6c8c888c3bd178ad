import { limitOf } from "../../base/limits.ts";
import { momentOf, parseMoment, showClock, showMinutes, showMoment } from "../../base/time.ts";
import type { Limit } from "../../model/profile.ts";
import type { EntryDraft } from "../../pipeline/new-entry.ts";
import { profileOf, type Desk } from "./desk.ts";

/** What a report by telephone still owes, said at once so that nobody has to remember it. What it lacks is for the rules to say. */
export function stillOwed(draft: EntryDraft, id: string, desk: Desk): string[] {
  const written = limitOf({ kind: null, grade: null }, profileOf(desk), "written");
  return written ? [writtenOwed(written, draft, desk), goesOn(id)] : [];
}

/** How the written report is joined to this one: else the brief has the event twice. */
function goesOn(id: string): string {
  return `书面报告另录一条，写上“报告: {阶段: 续报, 次: 1, 续: ${id}}”，编排时与本条合为一件`;
}

function writtenOwed(limit: Limit, { occurred, received }: EntryDraft, { now, workspace }: Desk): string {
  const start = limit.base === "事发" ? occurred : received;
  const from = typeof start === "string" ? parseMoment(start, workspace.grounds.office.zone) : null;
  const rule = `应在${limit.base}后 ${showMinutes(limit.value)}内送到县委办`;
  if (from === null || from.instant === null || now.instant === null) return `还欠书面报告，${rule}`;
  const left = from.instant + limit.value - now.instant;
  if (left < 0) return `还欠书面报告，${rule}，已超过 ${showMinutes(-left)}：照常报送，越快越好，并说明原因`;
  const due = momentOf((from.instant + limit.value) * 60_000, workspace.grounds.office.zone);
  const shown = due.day === now.day && due.clock !== null ? showClock(due.clock) : showMoment(due);
  return `还欠书面报告，${rule}：${shown} 前，还有 ${showMinutes(left)}`;
}
