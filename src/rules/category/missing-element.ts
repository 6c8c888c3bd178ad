import { reportBefore } from "../../base/events.ts";
import type { Entry, FieldName } from "../../model/entry.ts";
import type { Category, Element, ElementForm } from "../../model/profile.ts";
import { asksSomebody } from "../../prose/asking.ts";
import { givesReason } from "../../prose/causes.ts";
import { firstFigures } from "../../prose/figures.ts";
import { isFullText } from "../../prose/full-text.ts";
import type { BatchReport, BatchRule, RuleContext } from "../rule.ts";

/** An entry holds what its category must say, in a field, by a cue word or by its form; a later report has what earlier ones told. */
export const missingElement: BatchRule = {
  name: "missing-element",
  group: "category",
  severity: "warning",
  summary: "缺少本类别应有的要素",
  stops: false,
  fixed: false,
  uses: ["类别.要素", "数值.成篇字数"],
  scope: "batch",
  needs: ["category", "title", "body", "report"],
  *check(entries, context) {
    const told = toldBefore(entries, context);
    for (const entry of entries) {
      const category = context.profile.categories.get(entry.category);
      if (category) yield* missingIn(entry, { category, told: told(entry) }, context);
    }
  },
};

interface Grounds {
  readonly category: Category;
  /** What earlier reports of the event have told. */
  readonly told: ReadonlySet<Element>;
}

const NOTHING: ReadonlySet<Element> = new Set();

/** What the reports before an entry have told, each report of a chain looked at once; a ring is no chain. */
function toldBefore(entries: readonly Entry[], context: RuleContext): (entry: Entry) => ReadonlySet<Element> {
  const before = reportBefore(entries);
  const elements = context.profile.categories.get(context.profile.urgent.category)?.elements ?? [];
  const known = new Map<Entry, ReadonlySet<Element>>();
  return (entry) => {
    const path = new Set<Entry>();
    let at = before(entry);
    for (; at && at !== entry && !path.has(at) && !known.has(at); at = before(at)) path.add(at);
    let told = (at && known.get(at)) ?? NOTHING;
    for (const one of [...path].toReversed()) {
      const own = elements.filter((element) => !told.has(element) && met(element, one, context));
      told = own.length === 0 ? told : new Set([...told, ...own]);
      known.set(one, told);
    }
    return told;
  };
}

/** One finding of each severity: what has a field is an error in an urgent entry, what only words can show never is. */
function* missingIn(entry: Entry, { category, told }: Grounds, context: RuleContext): Iterable<BatchReport> {
  const urgent = category.name === context.profile.urgent.category;
  const missing = category.elements.filter(
    (element) =>
      element.left === null &&
      (!urgent || owed(element, entry)) &&
      !met(element, entry, context) &&
      !(told.has(element) && !mustRetell(element, entry)),
  );
  if (!urgent) return yield* reportOf(missing, entry, "信息");
  const [keyed, worded] = [missing.filter(hasField), missing.filter((element) => !hasField(element))];
  const report = entry.report?.stage ?? "信息";
  yield* reportOf(keyed, entry, report, "error");
  yield* reportOf(worded, entry, report, "warning");
}

function* reportOf(
  missing: readonly Element[],
  entry: Entry,
  what: string,
  severity?: BatchReport["severity"],
): Iterable<BatchReport> {
  const [first] = missing;
  if (!first) return;
  const alone = missing.length === 1;
  yield {
    entry,
    at: entry.places.of("category"),
    message: `${what}缺${missing.map(({ name }) => `“${name}”`).join("")}，${entry.category}类信息应当写明`,
    hint: alone ? first.advice : missing.map(({ name, advice }) => `${name}：${advice}`).join("；"),
    ...(severity ? { severity } : {}),
  };
}

const hasField = ({ fields }: Element): boolean => fields.length > 0;

/** 首报, 续报 and 终报 of an event share its elements among them. */
function owed(element: Element, { report, kind }: Entry): boolean {
  if (element.kinds.length > 0 && !element.kinds.includes(kind ?? "事故灾难")) return false;
  return report === null || element.stages.includes(report.stage);
}

function mustRetell(element: Element, { report }: Entry): boolean {
  return report !== null && element.anew.includes(report.stage);
}

/** A field that could not be read is taken as filled: its own finding has been made. */
function met(element: Element, entry: Entry, context: RuleContext): boolean {
  const text = `${entry.title}\n${entry.body.text}`;
  return (
    [...element.fields, ...element.instead].some((field) => entry.broken.has(field) || filled(entry, field)) ||
    element.cues.some((cue) => text.includes(cue)) ||
    element.forms.some((form) => FORMS[form](text, entry, context))
  );
}

/** A day is written in figures. */
const DAY = /\d月\d{1,2}日|\d{4}[.\-/年]\d{1,2}|(?<![\d/])\d{1,2}\/\d{1,2}(?![\d/])/u;

const FORMS: Readonly<Record<ElementForm, (text: string, entry: Entry, context: RuleContext) => boolean>> = {
  数量: (text) => firstFigures(text, 1).length > 0,
  日期: (text) => DAY.test(text),
  原因: (_, entry, { profile }) => givesReason(entry, profile),
  成篇: (_, entry, { profile }) => isFullText(entry, profile),
  请求: (_, entry, { profile, office }) => asksSomebody(entry, profile, office),
};

function filled(entry: Entry, field: FieldName): boolean {
  const value: unknown = field === "body" ? entry.body.text : entry[field];
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== "";
}
