import { Lines } from "../../base/lines.ts";
import { maskPersonal } from "../../base/personal.ts";
import { quote } from "../../base/visible.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Entry } from "../../model/entry.ts";
import type { Source } from "../../model/source.ts";

/** Characters of one text that a paper shows: beyond them the file itself is to be looked at. */
const MOST = 400;
const MOST_QUOTED = 20;

/** Makes text of an entry fit for paper: on one line, its telephone numbers left out, personal numbers masked, what hides made visible. */
export type Shower = (text: string, limit?: number) => string;

/** With fewer digits a text is no telephone number. */
const LEAST_DIGITS = 5;

/** What makes texts of this entry fit for paper. */
export function showerOf(entry: Entry | null): Shower {
  const phones = [entry?.phone ?? "", entry?.onsite?.phone ?? ""].filter(
    (phone) => phone.replace(/\D/gu, "").length >= LEAST_DIGITS,
  );
  return (text, limit = MOST) => {
    const kept = phones.reduce((left, phone) => left.replaceAll(phone, "（电话略）"), text);
    return quote(maskPersonal(kept).replace(/\s+/gu, " ").trim(), limit);
  };
}

/** The ground of a figure that the office sets, named as a reader outside it knows it. */
export function onPaper(text: string): string {
  return text.replace(/本机关设置（规则\.[a-z0-9-]+）/gu, "本机关规定");
}

/** Where a finding stands, as one who wrote the file finds it. */
export interface Where {
  /** From 1; null for an entry as a whole. */
  readonly line: number | null;
  /** The text there; empty where there is none to show. */
  readonly text: string;
}

/** Says where findings stand. Text is shown only of `open` files, of one line, and of none that gives a telephone number. */
export function locator(open: ReadonlyMap<string, Source>): (found: Diagnostic, entry: Entry | null) => Where {
  const tables = new Map<string, Lines>();
  return ({ file, line, column, endLine, endColumn }, entry) => {
    const source = open.get(file);
    const isWhole = line === endLine && column === endColumn && line === 1 && column === 1;
    if (source === undefined || isWhole) return { line: isWhole ? null : line, text: "" };
    const lines = tables.get(file) ?? new Lines(source.text);
    tables.set(file, lines);
    const head = entry?.source === source ? lines.at(entry.places.of("").start) : null;
    // What is absent is said to stand at the first key.
    if (head?.line === line && head.column === column) return { line: null, text: "" };
    const whole = lines.text(line);
    if (endLine !== line || whole.length > LONGEST || TELEPHONE.test(whole)) return { line, text: "" };
    const there = [...whole].slice(column - 1, endColumn - 1).join("");
    return { line, text: showerOf(entry)(there, MOST_QUOTED) };
  };
}

/** A longer line is no line that anybody wrote. */
const LONGEST = 20_000;

/** A line that gives a telephone number, in YAML or in prose. */
const TELEPHONE = /(?:电话|手机|phone)["'”]?\s*[:：]/iu;
