import type { Font, Layout } from "../model/layout.ts";
import type { World } from "../world.ts";

/** The names of the fonts that this machine has, lower case; null where that cannot be told. */
export async function installedFonts({ programs }: World): Promise<ReadonlySet<string> | null> {
  const ended = await programs.run("fc-list", ["--format", "%{family}\n"], { timeout: 20_000 });
  if (ended?.code !== 0) return null;
  const names = ended.stdout.split("\n").flatMap((line) => line.split(","));
  return new Set(names.map((name) => name.trim().toLowerCase()).filter((name) => name !== ""));
}

/** A font that a layout wants, and what a reader here would see. */
export interface FontState {
  readonly name: string;
  readonly has: boolean;
  /** The first of its stand-ins that is here; null where none is. */
  readonly standIn: string | null;
}

/** The Chinese and Western fonts that a layout wants, each once. */
export function fontStates({ fonts }: Layout, installed: ReadonlySet<string>): FontState[] {
  const has = (name: string): boolean => installed.has(name.toLowerCase());
  const wanted = new Map<string, readonly string[]>();
  for (const { eastAsian, latin, fallbacks } of fonts.values() as Iterable<Font>) {
    if (!wanted.has(eastAsian)) wanted.set(eastAsian, fallbacks);
    if (!wanted.has(latin)) wanted.set(latin, STAND_INS.get(latin) ?? []);
  }
  return [...wanted].map(([name, others]) => ({ name, has: has(name), standIn: others.find(has) ?? null }));
}

/** Western fonts of the same widths. */
const STAND_INS: ReadonlyMap<string, readonly string[]> = new Map([["Times New Roman", ["Liberation Serif"]]]);
