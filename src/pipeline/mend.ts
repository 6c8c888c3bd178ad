import { applyEdits } from "../base/edits.ts";
import { spliceBytes } from "../base/splice.ts";
import type { Edit, Finding } from "../model/diagnostic.ts";
import { decode } from "../read/decode.ts";
import type { Grounds } from "./grounds.ts";
import { changedOnly } from "./mend-proof.ts";
import { survey, type RawFile, type Survey } from "./survey.ts";

/** A file whose findings were fixed, as far as they have one right answer. */
export interface Mended {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  readonly bytes: Uint8Array;
  /** Findings fixed. */
  readonly count: number;
}

/** A file that was to be mended and stays as it is. */
export interface Unmended {
  readonly path: string;
  readonly why: string;
}

/** What fixing comes to; nothing is written yet. */
export interface Mending {
  readonly mended: readonly Mended[];
  readonly unmended: readonly Unmended[];
}

/** Applies the fixes of entry files. A file whose 密级 was not read as open is never touched, nor is any after classified material. */
export function mend(files: readonly RawFile[], found: Survey): Mending {
  const faulty = new Set(found.findings.flatMap(({ fix = [] }) => fix.map(({ at }) => at.source.path)));
  const results = files.flatMap((file) => {
    if (found.classified.length > 0 || !faulty.has(file.path)) return [];
    if (!found.sources.has(file.path)) return [{ path: file.path, why: "没有写明公开、内部或工作秘密" }];
    return mendFile(file, found.grounds) ?? [];
  });
  return {
    mended: results.filter((result) => "bytes" in result),
    unmended: results.filter((result) => "why" in result),
  };
}

/** One fix may lay open another, as 半角 digits a date: so often a file is looked at again at most. */
const MOST_ROUNDS = 20;

/** Null where nothing can be fixed. */
function mendFile(file: RawFile, grounds: Grounds): Mended | Unmended | null {
  const { path } = file;
  const look = (content: RawFile["content"]): Survey => survey([{ ...file, content }], grounds, { alone: true });
  let bytes = file.content;
  let found = look(bytes);
  const before = found.sources.get(path)?.text;
  let count = 0;
  for (let round = 0; round < MOST_ROUNDS && bytes instanceof Uint8Array; round++) {
    const chosen = chosenFixes(found, path);
    if (chosen.length === 0) break;
    const edits = chosen.flatMap(({ fix }) => fix ?? []);
    const changed = written(bytes, edits);
    if (changed === null) return { path, why: "要改成的字在这个文件的编码里写不出来" };
    const next = look(changed);
    if (!changedOnly({ before: found, after: next, path, edits })) return { path, why: "改后读出来的与应有的不一致" };
    [bytes, found] = [changed, next];
    count += chosen.length;
  }
  const after = found.sources.get(path)?.text;
  if (count === 0 || before === undefined || after === undefined || !(bytes instanceof Uint8Array)) return null;
  return { path, before, after, bytes, count };
}

/** Findings whose edits do not overlap, from the top of the file down: of each all edits are made, or none. */
function chosenFixes({ findings, sources }: Survey, path: string): Finding[] {
  const source = sources.get(path);
  if (!source) return [];
  const taken = new Uint8Array(source.text.length + 1);
  const own = findings.filter(({ fix }) => fix !== undefined && fix.every(({ at }) => at.source === source));
  return own
    .toSorted((a, b) => startOf(a) - startOf(b))
    .filter(({ fix = [] }) => {
      if (fix.some(({ at }) => taken.subarray(at.start, at.end).includes(1))) return false;
      for (const { at } of fix) taken.fill(1, at.start, at.end);
      return true;
    });
}

function startOf({ fix = [] }: Finding): number {
  return Math.min(...fix.map(({ at }) => at.start));
}

/** The bytes of a file with edits made and all else as it was; null where they cannot be. */
function written(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array | null {
  const decoded = decode(bytes);
  if (!("text" in decoded)) return null;
  const splices = edits
    .map(({ at, text }) => ({ start: at.start, end: at.end, text }))
    .toSorted((a, b) => a.start - b.start);
  const changed = spliceBytes({ bytes, ...decoded }, splices);
  const again = changed && decode(changed);
  return again && "text" in again && again.text === applyEdits(decoded.text, edits) ? changed : null;
}
