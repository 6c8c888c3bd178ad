import { fingerprintOf } from "../base/fingerprint-of.ts";
import { fullUnitName } from "../base/unit-name.ts";
import type { Finding } from "../model/diagnostic.ts";
import type { RegisterRecord, RegisterWay } from "../model/ledger.ts";
import { decode } from "../read/decode.ts";
import type { EntryReading } from "../read/entry.ts";
import { stopsEntry } from "../rules/engine.ts";
import type { Grounds } from "./grounds.ts";
import { saysUrgent } from "./legible.ts";
import { documentTexts } from "./stream.ts";
import { survey, type Survey } from "./survey.ts";

/** A file of the inbox as it was read. */
export interface Received {
  /** As it is shown. */
  readonly path: string;
  readonly content: Uint8Array;
}

/** One entry of a file of the inbox, judged. */
export interface Judged {
  readonly reading: EntryReading;
  readonly way: RegisterWay;
  readonly urgent: boolean;
  /** Errors that stop it; an urgent one goes in with them. */
  readonly faults: readonly Finding[];
}

const MUST_REPORT = "must-report";

/**
 * Which way each entry of a file goes. What stops an entry sends it back to its unit; an urgent one, also one that is
 * urgent and was not filed as such, goes in whatever is wrong with it.
 */
export function judgeFile({ path, content }: Received, found: Survey): Judged[] {
  const readings = found.readings.filter((reading) => pathOf(reading) === path);
  const texts = documentTexts(content, readings.length);
  const { category } = found.grounds.profile.urgent;
  const whole = looseText(content);
  return readings.map((reading, index) => {
    const own = found.findings.filter(({ entry, at }) => entry === reading.id && at.source.path === path);
    const urgent =
      reading.entry?.category === category ||
      own.some(({ rule, severity }) => rule === MUST_REPORT && severity === "error") ||
      // Of what could not be read, its own line must do.
      (reading.entry === null && saysUrgent(texts?.[index] ?? whole, category));
    const faults = own.filter(stopsEntry);
    return { reading, urgent, faults, way: urgent || faults.length === 0 ? "收下" : "退回" };
  });
}

function pathOf({ entry, findings }: EntryReading): string {
  return entry?.source.path ?? findings[0]?.at.source.path ?? "";
}

function looseText(content: Uint8Array): string {
  const decoded = decode(content);
  return "text" in decoded ? decoded.text : decoded.loose;
}

/** The same of a file that the office wrote itself, which holds one entry. */
export function readRegisterFields(
  { path, content }: Received,
  id: string,
  grounds: Grounds,
): ReturnType<typeof registerFields> {
  const [reading] = survey([{ path, defaultId: id, content }], grounds, { alone: true }).readings;
  return registerFields({ reading: reading ?? { id, entry: null, findings: [] }, way: "收下" }, grounds);
}

/** What the register says of an entry, but for when and by whom it was taken in. */
export function registerFields(
  { reading: { id, entry }, way }: Pick<Judged, "reading" | "way">,
  { office }: Grounds,
): Pick<RegisterRecord, "id" | "fingerprint" | "title" | "units" | "category" | "submitted" | "channel" | "way"> {
  return {
    id,
    fingerprint: entry ? fingerprintOf(entry) : "",
    title: entry?.title ?? "",
    units: entry?.unit.map((name) => fullUnitName(name, office)) ?? [],
    category: entry?.category ?? "",
    submitted: entry?.submitted ?? null,
    channel: entry?.channel ?? null,
    way,
  };
}
