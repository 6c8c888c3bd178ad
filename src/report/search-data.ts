/** One entry that was found, as it may be shown: numbers of persons are starred. */
export interface FoundEntry {
  readonly id: string;
  /** `2026-11-19`; empty where it tells no day. */
  readonly day: string;
  /** The issue that printed it; null for an entry that was not printed. */
  readonly issue: {
    readonly publication: string;
    readonly kind: string;
    readonly year: number;
    readonly number: number;
    readonly voided: boolean;
  } | null;
  /** Whether it was printed, though in words that the search does not find. */
  readonly printed: boolean;
  /** Of an entry that was not printed, relative to the office. */
  readonly file: string | null;
  readonly title: string;
  readonly units: readonly string[];
  readonly category: string;
  readonly group: string | null;
  readonly themes: readonly string[];
  readonly place: string | null;
  readonly text: string;
  /** Whether the title holds every word. */
  readonly inTitle: boolean;
}

/** What a search came to. */
export interface SearchData {
  /** As they were typed. */
  readonly words: readonly string[];
  readonly total: number;
  /** Of these, printed ones, and in how many issues. */
  readonly published: number;
  readonly issues: number;
  /** Entries that were printed, but are found only as they were sent: another day, or other words. */
  readonly elsewhere: number;
  readonly found: readonly FoundEntry[];
  /** Entries of the office that could not be read, and so were not searched. */
  readonly unread: number;
  /** Where nothing was found: what each word finds by itself, and the nearest word that the office knows. */
  readonly alone: readonly { readonly word: string; readonly count: number; readonly near: string | null }[];
}
