import { knownUnitName } from "../base/unit-name.ts";
import type { Office } from "../model/office.ts";
import type { EntryReading } from "../read/entry.ts";
import { documentAt } from "./stream.ts";

/** What can be made out of an entry that could not be read, for whoever is to get it back. */
export interface Legible {
  /** Full names of units that the office lists; empty where none can be told for certain. */
  readonly units: readonly string[];
  /** Null where the file does not give one. */
  readonly id: string | null;
}

/** Whether an unreadable entry says that it is urgent; in a file of several, whether the one that the first finding stands in does. */
export function isUrgentUnread({ entry, findings }: EntryReading, category: string): boolean {
  const at = findings[0]?.at;
  return entry === null && at !== undefined && saysUrgent(documentAt(at.source.text, at.start), category);
}

/** Looks for lines that say whose an unreadable entry is. A file of several entries says nothing for certain. */
export function legibleIn({ findings }: EntryReading, office: Pick<Office, "units">): Legible {
  const text = findings[0]?.at.source.text ?? "";
  const names = (only(text, "报送单位") ?? "").split(/[、,，[\]]/u).map(bare);
  const units = names.filter((name) => name !== "").map((name) => knownUnitName(name, office));
  const known = office.units.length > 0 && units.every((unit) => unit !== null);
  return { units: known ? units : [], id: only(text, "编号") };
}

/** The value of a key where exactly one line gives it. */
function only(text: string, key: string): string | null {
  const found = Array.from(text.matchAll(new RegExp(`^[ \\t]*${key}[ \\t]*[:：][ \\t]*(\\S.*?)[ \\t]*$`, "gmu")));
  return found.length === 1 ? bare(found[0]?.[1] ?? "") || null : null;
}

function bare(text: string): string {
  return text.trim().replace(/^["'“‘]|["'”’]$/gu, "");
}

/** Whether a text has a 类别 that says so, on a line of its own or first in braces. */
export function saysUrgent(text: string, category: string): boolean {
  const name = category.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
  return new RegExp(`(?:^|[{,])\\s*["']?(?:类别|category)["']?\\s*[:：]\\s*["'“]?${name}`, "mu").test(text);
}
