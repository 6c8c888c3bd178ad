/** A font of one slot, and whether a theme named it. */
export interface FontName {
  readonly name: string;
  readonly theme: boolean;
}

/** How characters look, all that was said of it put together. Lengths are twips, sizes points. */
export interface RunProps {
  readonly ascii: FontName;
  readonly hAnsi: FontName;
  readonly eastAsia: FontName;
  readonly hint: string;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strike: boolean;
  /** RRGGBB or `auto`. */
  readonly colour: string;
  readonly spacing: number;
  readonly highlight: string;
  readonly shade: string;
  readonly hidden: boolean;
  /** Of East Asian text. */
  readonly language: string;
}

export interface Border {
  /** Eighths of a point. */
  readonly size: number;
  readonly colour: string;
  readonly space: number;
}

export interface TabProps {
  readonly at: number;
  readonly align: string;
  readonly leader: string;
}

/** How a paragraph is set. Lengths are twips, `…Chars` hundredths of a character. */
export interface ParaProps {
  readonly align: string;
  readonly line: number;
  readonly lineRule: string;
  readonly before: number;
  readonly after: number;
  readonly first: number;
  readonly firstChars: number;
  readonly left: number;
  readonly leftChars: number;
  readonly right: number;
  readonly rightChars: number;
  readonly keepNext: boolean;
  readonly keepLines: boolean;
  readonly widow: boolean;
  readonly snap: boolean;
  readonly pageBreak: boolean;
  /** 0 is the first level; null for text. */
  readonly outline: number | null;
  readonly bottom: Border | null;
  readonly top: Border | null;
  readonly number: string | null;
  readonly tabs: readonly TabProps[];
}
