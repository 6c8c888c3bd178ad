import { isoDay } from "../../base/time.ts";
import { quote } from "../../base/visible.ts";
import type { Entry } from "../../model/entry.ts";
import type { Moment } from "../../model/moment.ts";
import type { Commission, Office } from "../../model/office.ts";
import type { BatchReport, BatchRule } from "../rule.ts";
import { listedUnits } from "./unit-names.ts";

/** Units that a message names; the rest are counted. */
const MOST_NAMED = 8;

/** A 约稿 whose last day is over, and units that were asked have sent nothing under its number. */
export const unansweredCommission: BatchRule = {
  name: "unanswered-commission",
  group: "batch",
  severity: "warning",
  summary: "约稿过了截止日没有交",
  stops: false,
  fixed: false,
  uses: [],
  scope: "batch",
  // What an entry says of itself is not judged here: one that cannot be read may be the answer.
  needs: [],
  *check(entries, { office, now, whole }) {
    if (!whole || !office.places) return;
    for (const { index, due, commission, owing } of overdueCommissions(entries, office, now))
      yield report(commission, owing, { due, at: office.places.of(`commissions.${index}.id`) });
  },
};

/** A 约稿 whose last day is over, and the units that owe it, as the office names them there; none where any unit's would do. */
export interface Overdue {
  readonly index: number;
  readonly commission: Commission;
  readonly due: number;
  readonly owing: readonly string[];
}

/** What is owed of all that the office asked for. */
export function overdueCommissions(entries: readonly Entry[], office: Office, now: Moment): Overdue[] {
  return office.commissions.flatMap((commission, index) => {
    const { due } = commission;
    if (due === null || now.day <= due) return [];
    const owing = owingUnits(commission, entries, office);
    return owing === null ? [] : [{ index, commission, due, owing }];
  });
}

/** The units that owe an answer, as the office names them there; empty where any unit's would do; null where none is owed. */
function owingUnits(commission: Commission, entries: readonly Entry[], office: Office): string[] | null {
  const answers = entries.filter(({ commission: id, broken }) => id === commission.id || broken.has("commission"));
  if (commission.units.length === 0) return answers.length === 0 ? [] : null;
  if (answers.some(({ broken }) => broken.has("unit"))) return null;
  const answered = new Set(answers.flatMap(({ unit }) => unit.map((name) => fullName(name, office))));
  const owing = [...new Set(commission.units)].filter((name) => !answered.has(fullName(name, office)));
  return owing.length === 0 ? null : owing;
}

function fullName(name: string, office: Office): string {
  return listedUnits(office).get(name)?.unit.name ?? name;
}

function report(
  { id, topic }: Commission,
  owing: readonly string[],
  { due, at }: { due: number; at: BatchReport["at"] },
): BatchReport {
  const named = owing.slice(0, MOST_NAMED).map((name) => quote(name));
  const more = owing.length > MOST_NAMED ? `等 ${owing.length} 个单位` : "";
  const who = owing.length === 0 ? "没有一个单位" : `${named.join("、")}${more}没有`;
  const asked = `约稿“${quote(id)}”${topic === null ? "" : `（${quote(topic)}）`}`;
  return {
    entry: null,
    at,
    message: `${asked}${isoDay(due)} 截止，${who}交来，应有写明“约稿: ${quote(id)}”的信息`,
    hint: `请${owing.length === 0 ? "被约的单位" : "这些单位"}补交；交过的，在那条信息里写上约稿编号；改了日子或不再要的，改机关设置里的这一条`,
  };
}
