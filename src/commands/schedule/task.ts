import type { When } from "./when.ts";

/** What is to be run, and when. Paths are absolute. */
export interface Task {
  /** The program and its arguments, word by word. */
  readonly words: readonly string[];
  readonly office: string;
  /** Folder of the log; it may not be there yet. */
  readonly out: string;
  readonly log: string;
  /** In the office's zone. */
  readonly when: When;
  readonly zone: string;
  /** By the machine's clock. */
  readonly local: When;
  /** One line of Chinese: what is made when. */
  readonly about: string;
  /** Tells several tasks of one machine apart: week, month. */
  readonly name: string;
}
