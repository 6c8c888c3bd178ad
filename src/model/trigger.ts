import type { EventKind, Grade } from "./entry.ts";
import type { Place } from "./source.ts";

/** What must be reported as 紧急: every condition given holds; a figure is met from its value on. */
export interface Trigger {
  readonly name: string;
  readonly kinds: readonly EventKind[];
  /** That grade or a harsher one. */
  readonly grade: Grade | null;
  readonly dead: number | null;
  /** 重伤, 轻伤 and 受伤 together. */
  readonly injured: number | null;
  /** 万元. */
  readonly loss: number | null;
  /** One word of each list stands in one sentence. */
  readonly words: readonly (readonly string[])[];
  /** Least number of people said in that sentence (5人以上). */
  readonly people: number | null;
  /** Least number of households said there. */
  readonly households: number | null;
  /** Told as a warning only: what no regulation asks for by name. */
  readonly mild: boolean;
  readonly basis: string;
  readonly at: Place;
}
