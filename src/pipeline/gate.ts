import type { Finding } from "../model/diagnostic.ts";
import type { Places } from "../model/entry.ts";
import { wholeFile, type Place, type Source } from "../model/source.ts";
import type { EntryReading } from "../read/entry.ts";
import { findMarks, findSecrecyLines, isOpenSecrecy } from "../rules/secrecy/marks.ts";

/** What else may be looked at besides entries. */
interface Also {
  /** What could be made out of a file that is no text: its lines count, but have no place. */
  readonly loose?: string;
  /** Whatever else a file may show: its marks count; a line 密级: in it may be a sentence. */
  readonly every?: string;
  /** The values of a plan. */
  readonly values?: Places;
}

/** What makes a file classified: a 密级 that is not open, or a mark of a state secret anywhere in it or in its name. */
export function findClassified(
  source: Source,
  readings: readonly EntryReading[],
  { loose = "", every = "", values }: Also = {},
): Finding[] {
  const places: Place[] = values ? marksInValues(values) : [];
  if (findSecrecyLines(loose).length > 0 || [loose, every].some((text) => findMarks(text).length > 0))
    places.push(wholeFile(source));
  for (const { entry } of readings) {
    if (!entry) continue;
    if (entry.secrecy !== null && !isOpenSecrecy(entry.secrecy)) places.push(entry.places.of("secrecy"));
    places.push(...marksInValues(entry.places));
  }
  // A key written twice keeps its first value only: where anything was wrong with the writing, every 密级 line counts.
  const isFaulty = readings.some(
    ({ entry, findings }) => entry === null || findings.some(({ rule }) => rule === "syntax"),
  );
  const lines = isFaulty ? findSecrecyLines(source.text) : [];
  for (const { start, end } of [...lines, ...findMarks(source.text)]) places.push({ source, start, end });
  const name = source.path.slice(source.path.lastIndexOf("/") + 1).replace(/\.[^.]*$/u, "");
  if (findMarks(name).length > 0) places.push(wholeFile(source));
  return firstOfEachLine(places).map(classifiedAt);
}

/** What YAML hides from the text of the file: a value alone, or written in escapes. */
function marksInValues(values: Places): Place[] {
  return [...values.texts()].flatMap(({ path, value }) =>
    findMarks(value).map(({ start, end }) => values.within(path, start, end)),
  );
}

/** A value that is both field and mark is one finding. */
function firstOfEachLine(places: readonly Place[]): Place[] {
  const lines = new Map<number, Place>();
  for (const place of places) {
    const line = place.source.text.lastIndexOf("\n", Math.max(0, place.start - 1));
    if (!lines.has(line)) lines.set(line, place);
  }
  return [...lines.values()];
}

/** Says where, and nothing of what: the path is the only word of it anywhere. */
function classifiedAt(at: Place): Finding {
  return {
    rule: "classified",
    severity: "error",
    message: "此处的密级或标志不是公开、内部、工作秘密之一，本机不得处理，已停止全部工作",
    hint: "请立即按保密规定移出此文件，勿在本机继续处理；可受理的密级只有：公开、内部、工作秘密；如系误标，请改正后再运行",
    at,
    entry: null,
    related: [],
  };
}
