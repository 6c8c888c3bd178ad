/** A stretch of text with one look. */
export interface Run {
  readonly text: string;
  readonly bold: boolean;
}

export interface Paragraph {
  readonly kind: "paragraph";
  readonly runs: readonly Run[];
}

/** `一、`, `（一）`, `1.` or `（1）`: `head` is the heading, `rest` the text that runs on after its first full stop. */
export interface Heading {
  readonly kind: "heading";
  readonly level: 1 | 2 | 3 | 4;
  readonly head: readonly Run[];
  readonly rest: readonly Run[];
}

export interface ListItem {
  readonly kind: "list-item";
  readonly runs: readonly Run[];
}

export interface Table {
  readonly kind: "table";
  readonly head: readonly (readonly Run[])[];
  readonly rows: readonly (readonly (readonly Run[])[])[];
}

export type BodyBlock = Paragraph | Heading | ListItem | Table;

/** The text of an entry: as sent, and as the blocks it consists of. */
export interface Body {
  readonly text: string;
  readonly blocks: readonly BodyBlock[];
}
