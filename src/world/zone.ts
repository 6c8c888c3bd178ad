import { readFileSync, readlinkSync } from "node:fs";

/** The zone that the machine's services run in: TZ of this shell is none of theirs. */
export function machineZone(): string {
  return known(fromLink()) ?? known(fromFile()) ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** `/etc/localtime` → `…/zoneinfo/Asia/Shanghai`. */
function fromLink(): string | null {
  return attempt(() => /zoneinfo\/(?:posix\/|right\/)?(.+)$/u.exec(readlinkSync("/etc/localtime"))?.[1] ?? null);
}

/** Debian writes it down besides. */
function fromFile(): string | null {
  return attempt(() => readFileSync("/etc/timezone", "utf8").trim());
}

function attempt(work: () => string | null): string | null {
  try {
    return work();
  } catch {
    return null;
  }
}

/** Names that Node does not know (posixrules, a text that is none) say nothing. */
function known(zone: string | null): string | null {
  return zone === null ? null : attempt(() => Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone);
}
