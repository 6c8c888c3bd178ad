/** How each style looks. Lengths are mm, type sizes and line pitches are points, unless a name says otherwise. */
export interface Layout {
  readonly name: string;
  readonly paper: { readonly width: number; readonly height: number };
  /** 版心: its upper left corner on the paper, and its size. */
  readonly block: { readonly top: number; readonly left: number; readonly width: number; readonly height: number };
  readonly grid: {
    readonly lines: number;
    readonly chars: number;
    /** 行距 in points. */
    readonly pitch: number;
    /** Added after each character, in points; negative draws them together. */
    readonly spacing: number;
  };
  readonly fonts: ReadonlyMap<string, Font>;
  readonly styles: ReadonlyMap<string, ParagraphStyle>;
  readonly runStyles: ReadonlyMap<string, RunStyle>;
  readonly rules: ReadonlyMap<string, RuleStyle>;
  readonly tables: ReadonlyMap<string, TableStyle>;
  readonly pageNumber: PageNumber;
  readonly tail: TailPlace;
  /** Style names for the blocks of an entry's body. */
  readonly body: BodyStyles;
  /** Every figure with its standing, for `inspect` and for the page of figures. */
  readonly marks: readonly FigureMark[];
}

/** 规定: the standard requires it; 推荐: it recommends it; 实务: offices do it so. */
export type Standing = "规定" | "推荐" | "实务";

export interface FigureMark {
  /** Dotted path in the layout file. */
  readonly path: string;
  readonly value: string;
  readonly standing: Standing;
  readonly basis: string;
}

export interface Font {
  readonly name: string;
  readonly eastAsian: string;
  readonly latin: string;
  /** Fonts a reader without `eastAsian` may take, best first. */
  readonly fallbacks: readonly string[];
  /** The font of characters that GB 2312 lacks, and with it `eastAsian`; null where one font has them all. */
  readonly rare: string | null;
}

export interface RunLook {
  readonly font: string;
  /** Points. */
  readonly size: number;
  readonly bold: boolean;
  /** RRGGBB. */
  readonly colour: string;
  /** Points added after each character. */
  readonly spacing: number;
}

export interface RunStyle extends Partial<RunLook> {
  readonly name: string;
}

export type Align = "left" | "center" | "right" | "both" | "distribute";

export interface TabStop {
  /** mm from the left edge of the text block. */
  readonly at: number;
  readonly align: "left" | "center" | "right";
  readonly leader: "none" | "middleDot";
}

export interface ParagraphStyle extends RunLook {
  readonly name: string;
  /** Style id in the file. A built-in one (Title, Heading1–4) lets Word and WPS show it in the navigation pane. */
  readonly id: string;
  readonly align: Align;
  /** Exact line height in points. */
  readonly line: number;
  /** Points above and below. */
  readonly before: number;
  readonly after: number;
  /** In characters of the style's own size. */
  readonly firstLine: number;
  readonly hanging: number;
  readonly left: number;
  readonly right: number;
  readonly keepNext: boolean;
  readonly keepLines: boolean;
  /** 另起一页: begins a page. */
  readonly newPage: boolean;
  /** Text of several lines is parted between words into lines of about one length, as titles are. */
  readonly balance: boolean;
  readonly tabs: readonly TabStop[];
  /** 顶距: from the top of the text block to the top of the characters, mm; the space before is made to fit. Null elsewhere. */
  readonly inkTop: number | null;
  /** 落行: what follows begins on a line of the grid; the space after is made to fit. */
  readonly onGrid: boolean;
  /** A line below the paragraph; `space` is the gap in points. */
  readonly below: { readonly width: number; readonly colour: string; readonly space: number } | null;
  /** Sign before a list item, with its hanging indent; null elsewhere. */
  readonly bullet: string | null;
}

export interface RuleStyle {
  readonly name: string;
  /** Thickness in points. */
  readonly width: number;
  readonly colour: string;
}

export interface TableStyle {
  readonly name: string;
  /** Border thickness in points. */
  readonly border: number;
  readonly colour: string;
  /** Space between border and text, mm. */
  readonly padding: number;
}

export interface PageNumber {
  readonly font: string;
  readonly size: number;
  readonly before: string;
  readonly after: string;
  /** 单右双左 puts odd numbers right and even ones left, one character in. */
  readonly placing: "单右双左" | "居中";
  /** From the foot of the text block to the top of the one-character line, mm. */
  readonly gap: number;
  /** Space left empty at the outer side, in characters. */
  readonly inset: number;
  /** Whether the first page shows it. */
  readonly onFirst: boolean;
}

/** Where the 报尾 stands: at the foot of the last page. */
export interface TailPlace {
  /** On an even page, which is the back of the last sheet. */
  readonly even: boolean;
  /** Its last line above the foot of the text block, mm. */
  readonly lift: number;
}

export interface BodyStyles {
  readonly paragraph: string;
  readonly headings: readonly [string, string, string, string];
  /** Run styles of a first- and a second-level heading sentence that text runs on after: the paragraph itself is text. */
  readonly runIn: readonly [string, string];
  readonly listItem: string;
  readonly figure: string;
  readonly table: string;
  readonly tableHead: string;
  readonly tableCell: string;
}
