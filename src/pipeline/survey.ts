import type { Finding } from "../model/diagnostic.ts";
import type { Entry } from "../model/entry.ts";
import { wholeFile, type Source } from "../model/source.ts";
import { decode } from "../read/decode.ts";
import { findDuplicates } from "../read/duplicates.ts";
import { readEntries, type EntryReading } from "../read/entry.ts";
import { checkUnits } from "../read/units.ts";
import { runRules, stopsEntry, UNTIMED, type Stopwatch } from "../rules/engine.ts";
import { isOpenSecrecy } from "../rules/secrecy/marks.ts";
import type { Grounds } from "./grounds.ts";
import { findClassified } from "./gate.ts";

/** Why a file was not taken; `bytes` are for the gate of 密级 alone. */
interface Unread {
  readonly problem: string;
  readonly hint: string;
  readonly bytes?: Uint8Array;
}

/** A file as it came from the disk; `problem` where it could not be read. */
export interface RawFile {
  readonly path: string;
  /** Id of its entry where it has none of its own. */
  readonly defaultId: string;
  readonly content: Uint8Array | Unread;
}

/** All entries read and checked. */
export interface Survey {
  readonly grounds: Grounds;
  readonly files: number;
  /** One for each entry, readable or not. */
  readonly readings: readonly EntryReading[];
  readonly entries: readonly Entry[];
  readonly findings: readonly Finding[];
  /** Where not empty, the run stops, and nothing else may be shown. */
  readonly classified: readonly Finding[];
  /** Why an entry must stay out, by id: the first error that stops it. */
  readonly stopped: ReadonlyMap<string, string>;
  /** The texts that may be shown in code frames: those whose 密级 was read as open. */
  readonly sources: ReadonlyMap<string, Source>;
}

/** How a survey is made. */
export interface SurveyOptions {
  /** Whether `files` are all the entries of the office. */
  readonly whole?: boolean;
  /** Whether each entry is looked at by itself and in full, for mending. */
  readonly alone?: boolean;
  readonly stopwatch?: Stopwatch;
}

/** What a stopwatch hears of while a file is read. */
export const READING = "读条目";

/** Reads and checks all entries: read → gate → rules. */
export function survey(
  files: readonly RawFile[],
  grounds: Grounds,
  { whole = false, alone = false, stopwatch = UNTIMED }: SurveyOptions = {},
): Survey {
  const read = files.map((file) => stopwatch(READING, () => ({ file, ...readFile(file, grounds) })));
  const readings = read.flatMap((each) => each.readings);
  const entries = readings.flatMap(({ entry }) => (entry ? [entry] : []));
  const findings = [
    ...grounds.findings,
    ...readings.flatMap((reading) => reading.findings),
    ...stopwatch("duplicate-id", () => findDuplicates(entries)),
    ...runRules(entries, { ...grounds, whole, alone }, stopwatch),
  ];
  const stopped = new Map<string, string>();
  for (const finding of findings) {
    if (finding.entry !== null && stopsEntry(finding) && !stopped.has(finding.entry))
      stopped.set(finding.entry, finding.message);
  }
  return {
    grounds,
    files: files.length,
    readings,
    entries,
    findings,
    classified: stopwatch("查密级", () => classifiedIn(read, grounds)),
    stopped,
    sources: new Map(
      [...grounds.sources, ...read.filter(isOpen).map(({ source }) => source)].map((source) => [source.path, source]),
    ),
  };
}

/** Entries read and passed by the gate of 密级, and not checked otherwise; what is classified stops whoever looks. */
export interface Look {
  readonly entries: readonly Entry[];
  readonly classified: readonly Finding[];
  /** How many entries could not be read. */
  readonly unread: number;
}

/** Reads entries for a command that only looks at them: read → gate. */
export function lookThrough(files: readonly RawFile[], grounds: Grounds): Look {
  const read = files.map((file) => readFile(file, grounds));
  const readings = read.flatMap((each) => each.readings);
  return {
    entries: readings.flatMap(({ entry }) => (entry ? [entry] : [])),
    classified: classifiedIn(read, grounds),
    unread: readings.filter(({ entry }) => entry === null).length,
  };
}

/** The office's own file is printed from too. */
function classifiedIn(read: readonly ReadFile[], { sources }: Grounds): Finding[] {
  return [
    ...sources.slice(0, 1).flatMap((source) => findClassified(source, [])),
    ...read.flatMap(({ source, readings, loose }) => findClassified(source, readings, { loose })),
  ];
}

interface ReadFile {
  readonly source: Source;
  readonly readings: EntryReading[];
  /** Of a file that is no text: what could be made out of it. */
  readonly loose: string;
}

function readFile({ path, defaultId, content }: RawFile, { office, profile }: Grounds): ReadFile {
  const decoded = content instanceof Uint8Array ? decode(content) : { ...content, loose: looseText(content.bytes) };
  if ("problem" in decoded) {
    const source: Source = { path, text: "" };
    const { problem: message, hint, loose } = decoded;
    const finding: Finding = {
      rule: "unreadable-file",
      severity: "error",
      message,
      hint,
      at: wholeFile(source),
      entry: defaultId,
      related: [],
    };
    return { source, readings: [{ id: defaultId, entry: null, findings: [finding] }], loose };
  }
  const source: Source = { path, text: decoded.text };
  const readings = readEntries(source, { zone: office.zone, defaultId, urgent: profile.urgent.category });
  return { source, readings: readings.map((reading) => checkUnits(reading, office.units)), loose: "" };
}

function looseText(bytes: Uint8Array | undefined): string {
  const decoded = bytes ? decode(bytes) : { text: "" };
  return "text" in decoded ? decoded.text : decoded.loose;
}

function isOpen({ readings }: { readonly readings: readonly EntryReading[] }): boolean {
  return readings.every(({ entry }) => entry?.secrecy != null && isOpenSecrecy(entry.secrecy));
}
