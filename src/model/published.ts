import type { EditionKind } from "./issue-number.ts";
import type { PrintedEntry } from "./ledger.ts";

/** What of a printed entry is looked at again, when others of its matter come or fail to come. */
type Kept = Pick<
  PrintedEntry,
  | "title"
  | "units"
  | "text"
  | "category"
  | "themes"
  | "decision"
  | "stage"
  | "place"
  | "occurred"
  | "submitted"
  | "report"
>;

/** An entry that was printed in a numbered issue. */
export interface Published extends Kept {
  /** Id and fingerprint of the entry, as `base/fingerprint.ts` makes it. */
  readonly id: string;
  readonly fingerprint: string;
  readonly publication: string;
  readonly kind: EditionKind;
  readonly year: number;
  readonly number: number;
  /** Day of the issue, since 1970-01-01. */
  readonly day: number;
}
