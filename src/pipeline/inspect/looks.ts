import type { Inline, TextBlock } from "../../model/document.ts";
import type {
  Align,
  BodyStyles,
  Font,
  Layout,
  ParagraphStyle,
  RuleStyle,
  RunStyle,
  TableStyle,
} from "../../model/layout.ts";
import type { ParaProps, RunProps } from "../../inspect/paper/props.ts";
import type { Paragraph, Run, Section } from "../../inspect/paper/types.ts";
import type { Roles } from "../../inspect/roles/roles.ts";

const MM = 25.4 / 1440;
const ALIGNS: readonly string[] = ["left", "center", "right", "both", "distribute"] satisfies Align[];
/** Height of a line in type sizes where the font decides, as Chinese fonts have it. */
const NATURAL = 1.3;

/** What pagination finds a paragraph by. */
export function anchorOf({ index }: Paragraph): string {
  return `p${index}`;
}

/** No body is set by these looks. */
const NO_BODY: BodyStyles = {
  paragraph: "",
  headings: ["", "", "", ""],
  runIn: ["", ""],
  listItem: "",
  figure: "",
  table: "",
  tableHead: "",
  tableCell: "",
};

/** The looks of a file as a layout of its own: a style for each look that is in it. */
export class Looks {
  readonly #section: Section | null;
  readonly #roles: Roles;
  readonly #fonts = new Map<string, Font>();
  readonly #styles = new Map<string, ParagraphStyle>();
  readonly #runs = new Map<string, RunStyle>();
  readonly #rules = new Map<string, RuleStyle>();
  readonly #tables = new Map<string, TableStyle>();

  constructor(section: Section | null, roles: Roles) {
    this.#section = section;
    this.#roles = roles;
  }

  /** A layout that grows with what is asked of it. */
  layout(): Layout {
    const page = this.#section ?? {
      width: 11906,
      height: 16838,
      top: 1440,
      bottom: 1440,
      left: 1800,
      right: 1800,
      gutter: 0,
    };
    const left = page.left + page.gutter;
    return {
      name: "",
      paper: { width: page.width * MM, height: page.height * MM },
      block: {
        top: page.top * MM,
        left: left * MM,
        width: Math.max(MINIMUM, page.width - left - page.right) * MM,
        height: Math.max(MINIMUM, page.height - page.top - page.bottom) * MM,
      },
      grid: { lines: 1, chars: 1, pitch: 1, spacing: 0 },
      fonts: this.#fonts,
      styles: this.#styles,
      runStyles: this.#runs,
      rules: this.#rules,
      tables: this.#tables,
      pageNumber: { font: "", size: 1, before: "", after: "", placing: "居中", gap: 0, inset: 0, onFirst: true },
      tail: { even: false, lift: 0 },
      body: NO_BODY,
      marks: [],
    };
  }

  block(at: Paragraph): TextBlock {
    return { kind: "text", style: this.paragraph(at), outline: null, inlines: this.inlines(at) };
  }

  /** Runs of one look are one, as they were before they were cut by fonts. */
  inlines(at: Paragraph): Inline[] {
    const inlines: Inline[] = [{ kind: "anchor", name: anchorOf(at) }];
    let last: { kind: "text"; text: string; style: string | null; bold: boolean; italic: boolean } | null = null;
    for (const run of at.runs) {
      if (run.breaks || run.text === "\t") {
        inlines.push({ kind: run.breaks ? "break" : "tab" });
        last = null;
        continue;
      }
      const style = this.#run(run);
      const { bold, italic } = run.props;
      if (last && last.style === style && last.bold === bold && last.italic === italic) last.text += run.text;
      else inlines.push((last = { kind: "text", text: run.text, style, bold, italic }));
    }
    return inlines;
  }

  rule(width: number): string {
    const name = String(width);
    if (!this.#rules.has(name)) this.#rules.set(name, { name, width, colour: "000000" });
    return name;
  }

  table(border: number, padding: number): string {
    const name = `${border} ${padding}`;
    if (!this.#tables.has(name)) this.#tables.set(name, { name, border, padding, colour: "000000" });
    return name;
  }

  #font({ ascii, eastAsia }: Pick<RunProps, "ascii" | "eastAsia">): string {
    const name = `${eastAsia.name}\n${ascii.name === eastAsia.name}`;
    if (!this.#fonts.has(name)) {
      const latin = ascii.name === eastAsia.name ? eastAsia.name : `${ascii.name} `;
      this.#fonts.set(name, { name, eastAsian: eastAsia.name, latin, fallbacks: [], rare: null });
    }
    return name;
  }

  /** Where a run has no Western letters, its Western font has no say. */
  #run({ text, props }: Run): string {
    const isWestern = /[A-Za-z0-9]/u.test(text);
    const font = this.#font(isWestern ? props : { ...props, ascii: { name: "*", theme: false } });
    const name = `${font}\n${props.size} ${props.spacing}`;
    if (!this.#runs.has(name))
      this.#runs.set(name, { name, font, size: props.size, spacing: props.spacing / 20, bold: false });
    return name;
  }

  paragraph(at: Paragraph): string {
    const look = at.runs[0]?.props ?? at.mark;
    const bullet = at.props.number === null ? null : (this.#roles.get(at)?.style.bullet ?? "1．");
    const name = JSON.stringify([at.props, look.size, look.spacing, look.eastAsia.name, bullet]);
    if (!this.#styles.has(name)) this.#styles.set(name, this.#styleOf(name, at.props, { look, bullet }));
    return name;
  }

  #styleOf(
    name: string,
    props: ParaProps,
    { look, bullet }: { look: RunProps; bullet: string | null },
  ): ParagraphStyle {
    const char = Math.round(look.size * 20 + look.spacing) || 1;
    const chars = (twips: number, hundredths: number): number => (hundredths === 0 ? twips / char : hundredths / 100);
    const first = chars(props.first, props.firstChars);
    return {
      name,
      id: name,
      font: this.#font(look),
      size: look.size,
      bold: look.bold,
      colour: "000000",
      spacing: look.spacing / 20,
      align: (ALIGNS.includes(props.align) ? props.align : "left") as Align,
      line: this.#lineOf(props, look),
      before: props.before / 20,
      after: props.after / 20,
      firstLine: Math.max(0, first),
      hanging: Math.max(0, -first),
      left: chars(props.left, props.leftChars),
      right: chars(props.right, props.rightChars),
      keepNext: props.keepNext,
      keepLines: props.keepLines,
      newPage: false,
      balance: false,
      inkTop: null,
      onGrid: false,
      tabs: props.tabs.map(({ at, align }) => ({
        at: at * MM,
        align: align === "center" || align === "right" ? align : "left",
        leader: "none",
      })),
      below: props.bottom && { width: props.bottom.size / 8, colour: "000000", space: props.bottom.space },
      bullet,
    };
  }

  /** Points from line to line. */
  #lineOf({ line, lineRule, snap }: ParaProps, { size }: RunProps): number {
    if (lineRule === "exact") return line / 20;
    const grid = this.#section?.grid;
    const pitch = grid && grid.type !== "default" && snap && grid.pitch > 0 ? grid.pitch / 20 : 0;
    const natural = pitch > 0 ? Math.ceil((size * NATURAL) / pitch) * pitch : size * NATURAL;
    return lineRule === "atLeast" ? Math.max(natural, line / 20) : (natural * line) / 240;
  }
}

/** Twips: a file may say that there is no room at all. */
const MINIMUM = 600;
