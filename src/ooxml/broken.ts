/** What keeps a file from being read; each has its own words where it is told. */
export type BrokenWhy =
  | "empty"
  | "not-zip"
  | "old-format"
  | "encrypted"
  | "damaged"
  | "too-many-parts"
  | "too-big"
  | "bad-name"
  | "same-name"
  | "no-text"
  | "encoding"
  | "doctype"
  | "not-well-formed"
  | "too-deep";

/** A file from elsewhere that cannot be read: its fault, never ours. */
export class BrokenFile extends Error {
  override readonly name = "BrokenFile";
  readonly why: BrokenWhy;
  /** The part it is in; empty where it is the file as a whole. */
  readonly part: string;

  constructor(why: BrokenWhy, part = "") {
    super(part === "" ? why : `${why}: ${part}`);
    this.why = why;
    this.part = part;
  }
}
