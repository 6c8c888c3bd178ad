import type { Moment } from "../model/moment.ts";
import { keyOf, type ENTRY_FIELDS, type EntryValues } from "./entry-fields.ts";
import type { MapNode, Node } from "./node.ts";
import type { Reading } from "./reading.ts";
import { headOf, lackOf } from "./shape.ts";

interface Owed {
  readonly values: EntryValues;
  readonly urgent: string;
  readonly nodes: ReadonlyMap<string, Node>;
}

/** Required in an urgent report (紧急必填 in the manual). */
const URGENT: readonly (keyof typeof ENTRY_FIELDS)[] = ["phone", "occurred", "timeline"];

/** What is required only under conditions: of urgent reports, and the 签发人 of all that was not taken down by phone or on paper. */
export function owedFields(reading: Reading, node: MapNode, { values, urgent, nodes }: Owed): void {
  const owe = (name: keyof typeof ENTRY_FIELDS, why: string): void => {
    const absent = values[name] === null && !hasFault(reading, nodes.get(name));
    if (absent) reading.missing.add(name);
    if (absent)
      reading.fault(
        "missing-field",
        nodes.get(name) ?? headOf(node),
        lackOf(keyOf(name), nodes.has(name)),
        `${why}，请补上“${keyOf(name)}: …”`,
      );
  };
  if (values.channel !== "电话补录" && values.channel !== "纸质补录") owe("approver", "信息须经单位领导签发");
  if (values.category !== urgent) return;
  for (const name of URGENT) owe(name, `${urgent}信息必填`);
  urgentClocks(reading, values, nodes);
}

/** Urgent limits count minutes: a day alone will not do. */
function urgentClocks(reading: Reading, values: EntryValues, nodes: ReadonlyMap<string, Node>): void {
  const moments: [string, Moment | null, string][] = [
    ["occurred", values.occurred, keyOf("occurred")],
    ["received", values.received, keyOf("received")],
    ["submitted", values.submitted, keyOf("submitted")],
  ];
  values.timeline?.forEach((contact, index) => moments.push([`timeline.${index}.at`, contact.at, "时间"]));
  for (const [path, moment, key] of moments) {
    const at = nodes.get(path);
    if (!moment || moment.clock !== null || !at) continue;
    reading.fault(
      "bad-value",
      at,
      `“${key}”应写到几时几分，现只有日期`,
      "紧急信息的时限按分钟计，请写成 2026-11-18 09:10（24 小时制）",
    );
  }
}

function hasFault(reading: Reading, node: Node | undefined): boolean {
  return node !== undefined && reading.faults.some(({ at }) => at.start >= node.start && at.start <= node.end);
}
