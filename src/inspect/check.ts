import type { Layout, Standing } from "../model/layout.ts";
import type { Paper, Paragraph } from "./paper/types.ts";
import type { Roles } from "./roles/roles.ts";

/** Where the text falls on pages, as whoever sets them found. */
export interface Setting {
  readonly pages: number;
  /** Page of a paragraph by its index, from 1. */
  readonly pageOf: (index: number) => number;
  /** Characters on the last of a paragraph's lines; null where it has one line. */
  readonly lastLine: (index: number) => number | null;
  /** Twips between the text and the 报尾 below it, if that were at the foot; null where there is none. */
  readonly room: number | null;
  /** Twips above and below a paragraph of the 报头, by its index, where the layout makes them fit what stands there. */
  readonly gaps: ReadonlyMap<number, { readonly before: number; readonly after: number }>;
}

/** What checks may know. */
export interface Context {
  readonly paper: Paper;
  readonly layout: Layout;
  readonly roles: Roles;
  /** The file has the styles of the layout. */
  readonly ours: boolean;
  readonly setting: Setting;
}

/** What an expectation rests on. */
export interface Ground {
  readonly standing: Standing;
  readonly basis: string;
}

/** One thing a check found. */
export interface Fault {
  /** Null for the file as a whole. */
  readonly at: Paragraph | null;
  /** Offsets in the paragraph; its beginning where not given. */
  readonly range?: readonly [number, number];
  /** What was found and what was expected, without the place. */
  readonly message: string;
  readonly hint: string;
  readonly ground?: Ground;
  /** Makes it as it should be, in the trees of the paper, without touching a character. */
  readonly mend?: () => void;
}

export type CheckGroup = "page" | "text" | "front" | "number" | "tail" | "table" | "file";

export interface Check {
  readonly name: string;
  readonly group: CheckGroup;
  /** One line for the page of checks: what it finds. */
  readonly what: string;
  /** What it rests on, where the layout says nothing else. */
  readonly ground: Ground;
  /** Whether `--fix` can mend it. */
  readonly fixable: boolean;
  check(context: Context): Iterable<Fault>;
}

/** Offices do it so. */
export function practice(basis = ""): Ground {
  return { standing: "实务", basis };
}

export function required(basis: string): Ground {
  return { standing: "规定", basis };
}
