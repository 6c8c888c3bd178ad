import { hostname } from "node:os";
import { codeOf } from "./fault.ts";
import { discard, openNew, type Disk } from "./write.ts";

/** A name of a machine and a number, in bytes. */
export const MARK_LIMIT = 1024;

/** A file under a name nobody has taken, not synced, that names this machine and process; false where somebody has. */
export function markFile(disk: Disk, path: string): boolean {
  const file = openNew(disk, path);
  if (file === null) return false;
  try {
    const bytes = new TextEncoder().encode(`${hostname()} ${process.pid}`);
    disk.writeSync(file, bytes, 0, bytes.length);
  } catch (error) {
    discard(disk, path);
    throw error;
  } finally {
    disk.closeSync(file);
  }
  return true;
}

/** Whether the process that a mark names has ended, or never came to write its name; null where it names none of this machine. */
export function isLeftMark(text: string): boolean | null {
  // Between making and writing it is no time at all: who was there was killed.
  if (text === "") return true;
  const [, host, number] = /^(.*) (\d{1,10})$/u.exec(text) ?? [];
  if (host !== hostname() || number === undefined) return null;
  try {
    process.kill(Number(number), 0);
    return false;
  } catch (error) {
    // It is there all the same where it only may not be touched.
    return codeOf(error) === "ESRCH";
  }
}
