/** A point of time as an entry gives it, in the office's zone. */
export interface Moment {
  /** Days since 1970-01-01 by the office's calendar. */
  readonly day: number;
  /** Minute of that day, 0–1439; null where only a day was given. */
  readonly clock: number | null;
  /** Minutes since the Unix epoch; null where only a day was given. */
  readonly instant: number | null;
}
