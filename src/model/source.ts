/** A text as it was read. `path` is how it is named on screen and in JSON: relative to the office, absolute outside it. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** Half-open range of UTF-16 offsets into `source.text`. A finding on the whole file is 0–0. */
export interface Place {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

/** The whole of a file, shown as 1:1. */
export function wholeFile(source: Source): Place {
  return { source, start: 0, end: 0 };
}
