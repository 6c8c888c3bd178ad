import { join } from "node:path";
import type { World } from "../world.ts";

/** The version in package.json of the installed package. */
export function versionOf({ files, home }: World): string {
  const text = new TextDecoder().decode(files.read(join(home, "package.json"), 1 << 20));
  return (JSON.parse(text) as { version: string }).version;
}
