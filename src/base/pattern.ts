/** A text that stands for itself in a regular expression under the `u` flag. */
export function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
}
