import { editionContent, type Edition, type PrintItem } from "../compose/content.ts";
import { fingerprintOf } from "../base/fingerprint-of.ts";
import { fullUnitName } from "../base/unit-name.ts";
import type { Body, BodyBlock, Run } from "../model/body.ts";
import { OPEN_SECRECY, type Entry } from "../model/entry.ts";
import type { IssueNumber } from "../model/issue-number.ts";
import type { PrintedEntry } from "../model/ledger.ts";
import type { Issue } from "./issue.ts";
import { setPaper, type Form, type Paper } from "./paper.ts";

/** An issue that may be printed. */
export type Printable = Issue & { readonly edition: Edition; readonly form: Form };

/** The paper of an issue under its number and day. */
export function signedPaper(
  { edition, form }: Printable,
  { number, day }: { number: IssueNumber; day: number },
): Paper {
  const { paper, findings } = setPaper(form, editionContent({ ...edition, number, day }));
  if (!paper)
    throw new Error(`the draft fits its template and the signed issue does not: ${findings[0]?.message ?? ""}`);
  return paper;
}

/** What is published, whatever its number, day and signer: the same text is the same brief. */
export function briefOf({ edition }: Printable): string {
  const { values, bodies } = editionContent({ ...edition, number: null, day: 0 });
  return JSON.stringify({
    publication: edition.publication.name,
    supplement: edition.supplement,
    ids: edition.groups.map(({ items }) => items.map((item) => allOf(item).map(({ id }) => id))),
    values,
    bodies: [...bodies].map(([key, { blocks }]) => [key, blocks]),
  });
}

/** The entries of an issue as they are printed, in order. */
export function printedEntries({ edition }: Printable): PrintedEntry[] {
  return edition.groups.flatMap(({ name, items }) =>
    items.flatMap((item) => allOf(item).map((entry) => printedEntry(entry, { item, group: name, edition }))),
  );
}

/** The highest 密级 of an issue's entries. */
export function secrecyOf({ edition }: Printable): string {
  const places = edition.groups.flatMap(({ items }) =>
    items.flatMap((item) => allOf(item).map(({ secrecy }) => OPEN_SECRECY.findIndex((level) => level === secrecy))),
  );
  return OPEN_SECRECY[Math.max(0, ...places)] as string;
}

/** All entries that an item speaks for, its own first. */
export function allOf({ entry, credited }: PrintItem): Entry[] {
  return [...new Set([entry, ...credited])];
}

interface Standing {
  readonly item: PrintItem;
  readonly group: string;
  readonly edition: Edition;
}

function printedEntry(entry: Entry, { item, group, edition: { office } }: Standing): PrintedEntry {
  const leads = entry === item.entry;
  const shown = leads || item.merged.includes(entry);
  const { occurred, received, submitted, taken, report, themes, decision, stage, tone, place, category } = entry;
  return {
    id: entry.id,
    fingerprint: fingerprintOf(entry),
    title: leads ? item.title : entry.title,
    units: [...new Set(entry.unit.map((name) => fullUnitName(name, office)))],
    category,
    group,
    themes,
    decision,
    stage,
    tone,
    place,
    occurred,
    received,
    submitted,
    taken,
    report,
    text: leads ? plainText(item.body) : shown ? plainText(entry.body) : "",
  };
}

/** The text of a body without its marks, a line each. */
export function plainText({ blocks }: Body): string {
  return blocks.flatMap(linesOf).join("\n");
}

function linesOf(block: BodyBlock): string[] {
  const text = (runs: readonly Run[]): string => runs.map((run) => run.text).join("");
  if (block.kind === "heading") return [text(block.head) + text(block.rest)];
  if (block.kind !== "table") return [text(block.runs)];
  return [block.head, ...block.rows].map((row) => row.map(text).join("\t"));
}
