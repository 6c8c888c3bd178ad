import { childOf, elementsOf, textOf, type XmlElement } from "../../ooxml/tree.ts";
import { runProps } from "./run-props.ts";
import type { Styles } from "./styles.ts";
import type { RunProps } from "./props.ts";
import type { Paragraph, Run } from "./types.ts";
import { valueOf } from "./values.ts";

/** What was read of a paragraph's inside. */
export interface Inline {
  readonly text: string;
  readonly runs: readonly Run[];
  readonly holds: Paragraph["holds"];
  readonly fields: readonly string[];
  /** Whether the number of the page stands in it. */
  readonly paged: boolean;
  /** The contents of text boxes in it. */
  readonly boxes: readonly XmlElement[];
}

export function readInline(paragraph: XmlElement, base: RunProps, styles: Styles): Inline {
  return new Reader(base, styles).read(paragraph);
}

interface Field {
  code: string;
  inCode: boolean;
  /** The run that shows its result, or else begins it. */
  run: XmlElement;
}

const PAGE = /^\s*PAGE(?:\s|$)/iu;
const HOLDERS = new Set([
  "w:ins",
  "w:moveTo",
  "w:smartTag",
  "w:customXml",
  "w:sdtContent",
  "w:dir",
  "w:bdo",
  "mc:Choice",
]);
const SIGNS = new Map([
  ["w:tab", "\t"],
  ["w:cr", " "],
  ["w:noBreakHyphen", "-"],
  ["w:sym", "□"],
]);

class Reader {
  readonly #base: RunProps;
  readonly #styles: Styles;
  readonly #runs: Run[] = [];
  readonly #holds = new Set<Paragraph["holds"][number]>();
  readonly #codes: string[] = [];
  readonly #fields: Field[] = [];
  readonly #boxes: XmlElement[] = [];
  #text = "";
  #paged = false;
  #link = false;

  constructor(base: RunProps, styles: Styles) {
    this.#base = base;
    this.#styles = styles;
  }

  read(paragraph: XmlElement): Inline {
    this.#children(paragraph);
    return {
      text: this.#text,
      runs: this.#runs,
      holds: [...this.#holds],
      fields: this.#codes,
      paged: this.#paged,
      boxes: this.#boxes,
    };
  }

  #children(element: XmlElement): void {
    for (const child of elementsOf(element)) this.#element(child);
  }

  #element(element: XmlElement): void {
    const { name } = element;
    if (name === "w:r") this.#run(element);
    else if (name === "w:hyperlink") {
      this.#link = true;
      this.#children(element);
      this.#link = false;
    } else if (name === "w:fldSimple") this.#simpleField(element);
    else if (name === "w:sdt") this.#children(childOf(element, "w:sdtContent") ?? element);
    else if (name === "mc:AlternateContent") this.#children(alternative(element));
    else if (HOLDERS.has(name)) this.#children(element);
  }

  #simpleField(element: XmlElement): void {
    const code = element.attributes["w:instr"] ?? "";
    this.#codes.push(code.trim());
    if (!PAGE.test(code)) return this.#children(element);
    const first = elementsOf(element).find(({ name }) => name === "w:r");
    this.#page(first ?? element);
  }

  #run(run: XmlElement): void {
    for (const child of elementsOf(run)) this.#inRun(child, run);
  }

  #inRun(child: XmlElement, run: XmlElement): void {
    const { name, attributes } = child;
    const sign = SIGNS.get(name);
    if (name === "w:t") this.#put(textOf(child).replace(/[\n\r]/gu, " "), run);
    else if (sign !== undefined) this.#put(sign, run);
    else if (name === "w:br") this.#break(attributes["w:type"] ?? "", run);
    else if (name === "w:fldChar") this.#fieldMark(attributes["w:fldCharType"] ?? "", run);
    else if (name === "w:pgNum") this.#page(run);
    else if (name === "mc:AlternateContent") for (const each of elementsOf(alternative(child))) this.#inRun(each, run);
    else if (name === "w:instrText") {
      const field = this.#fields.at(-1);
      if (field?.inCode) field.code += textOf(child);
    } else if (name === "w:drawing" || name === "w:pict" || name === "w:object") this.#thing(child);
  }

  #break(type: string, run: XmlElement): void {
    if (type === "page" || type === "column") this.#holds.add("page-break");
    else this.#put(" ", run, true);
  }

  #fieldMark(type: string, run: XmlElement): void {
    const field = this.#fields.at(-1);
    if (type === "begin") this.#fields.push({ code: "", inCode: true, run });
    else if (type === "separate" && field) field.inCode = false;
    else if (type === "end" && field) {
      this.#fields.pop();
      this.#codes.push(field.code.trim());
      if (PAGE.test(field.code)) this.#page(field.run);
    }
  }

  /** A number stands for itself, whatever was written when the file was saved. */
  #page(run: XmlElement): void {
    this.#paged = true;
    this.#put("1", run);
  }

  #put(text: string, run: XmlElement, breaks = false): void {
    const field = this.#fields.at(-1);
    const isNumber = field !== undefined && PAGE.test(field.code);
    if (isNumber && !field.inCode && text !== "") field.run = run;
    if (text === "" || isNumber || field?.inCode === true) return;
    const start = this.#text.length;
    this.#runs.push({ text, start, props: this.#propsOf(run), node: run, link: this.#link, breaks });
    this.#text += text;
  }

  #propsOf(run: XmlElement): RunProps {
    const properties = childOf(run, "w:rPr");
    if (!properties) return this.#base;
    const named = this.#styles.character(valueOf(properties, "w:rStyle"));
    return { ...this.#base, ...named, ...runProps(properties, this.#styles.theme) };
  }

  #thing(element: XmlElement): void {
    const boxes = [...boxesOf(element)];
    this.#boxes.push(...boxes);
    this.#holds.add(boxes.length > 0 ? "box" : element.name === "w:object" ? "object" : "drawing");
  }
}

/** What a reader that knows nothing new would take is a copy of the same. */
function alternative(element: XmlElement): XmlElement {
  return childOf(element, "mc:Choice") ?? childOf(element, "mc:Fallback") ?? element;
}

function* boxesOf(element: XmlElement): Generator<XmlElement> {
  for (const child of elementsOf(element.name === "mc:AlternateContent" ? alternative(element) : element)) {
    if (child.name === "w:txbxContent") yield child;
    else yield* boxesOf(child);
  }
}
