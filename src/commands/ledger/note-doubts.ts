import { issueKey } from "../../base/issue-key.ts";
import { nearest } from "../../base/similar.ts";
import { isoDay } from "../../base/time.ts";
import { quote } from "../../base/visible.ts";
import { voidedKeys, type Ledger } from "../../ledger/ledger.ts";
import type { Instruction } from "../../ledger/notes.ts";
import type { NoteRecord } from "../../model/ledger.ts";
import type { Office } from "../../model/office.ts";

interface Known {
  readonly ledger: Ledger;
  readonly office: Office;
  /** The instruction that a 反馈 answers. */
  readonly answered: Instruction | null;
}

/** What looks like a slip in something to be written down, a line each: it is said and written all the same, for the office knows better. */
export function noteDoubts(record: NoteRecord, { ledger, office, answered }: Known): string[] {
  const { leader, owner, due, when, at, issue } = record;
  const asked = (when ?? at).day;
  return [
    ...misspelt(
      "领导",
      leader,
      office.leaders.flatMap(({ name, post }) => [name, post]),
    ),
    ...misspelt(
      "承办单位",
      owner,
      office.units.flatMap(({ name, short }) => [name, ...(short === null ? [] : [short])]),
    ),
    ...(due !== null && due < asked ? [`限期 ${isoDay(due)} 早于${record.event}的日期 ${isoDay(asked)}`] : []),
    ...(issue !== null && voidedKeys(ledger).has(issueKey(issue)) ? ["这一期已经作废"] : []),
    ...(answered !== null && answered.answers.length > 0 ? ["这一件已经答复过"] : []),
  ];
}

/** Leaders and units of higher offices stand in no list: only what comes near a name of one is a slip. */
function misspelt(what: string, given: string | null, known: readonly string[]): string[] {
  if (given === null || known.length === 0 || known.some((name) => given.includes(name))) return [];
  const near = nearest(given, known);
  return near === null ? [] : [`${what}“${quote(given)}”不在名单里，是不是“${quote(near)}”？`];
}
