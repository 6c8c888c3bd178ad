import type { Finding } from "../model/diagnostic.ts";
import { stopsEntry } from "../rules/engine.ts";
import type { Grounds } from "./grounds.ts";
import { survey } from "./survey.ts";

export { writeEntry, type DraftRecord, type EntryDraft } from "../read/write-entry.ts";

/** The file of an entry that is not written yet. */
export interface NewFile {
  /** As it is shown. */
  readonly path: string;
  readonly id: string;
  readonly text: string;
}

/** What the checks say of it. Where it is classified, nothing of it may be written or shown. */
export interface Judgement {
  readonly classified: boolean;
  readonly findings: readonly Finding[];
  /** Those that would keep it out of a brief. */
  readonly faults: readonly Finding[];
}

/** Checks an entry before it is written, as `check` would once it is. */
export function judgeEntry({ path, id, text }: NewFile, grounds: Grounds): Judgement {
  const found = survey([{ path, defaultId: id, content: new TextEncoder().encode(text) }], grounds);
  const findings = found.findings.filter(({ at }) => at.source.path === path);
  return { classified: found.classified.length > 0, findings, faults: findings.filter(stopsEntry) };
}
