import type { EditionKind } from "./issue-number.ts";

/** An entry that was printed in a numbered issue. */
export interface Published {
  /** Id and fingerprint of the entry, as `base/fingerprint.ts` makes it. */
  readonly id: string;
  readonly fingerprint: string;
  readonly publication: string;
  readonly kind: EditionKind;
  readonly year: number;
  readonly number: number;
  /** Day of the issue, since 1970-01-01. */
  readonly day: number;
  readonly title: string;
  readonly units: readonly string[];
  /** The text that was printed. */
  readonly text: string;
}
