import { reportsBefore } from "../../base/events.ts";
import type { Entry, FieldName } from "../../model/entry.ts";
import type { Category, Element, ElementForm } from "../../model/profile.ts";
import { asksSomebody } from "../shared/asking.ts";
import { causesIn } from "../shared/causes.ts";
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
    const before = reportsBefore(entries);
    for (const entry of entries) {
      const category = context.profile.categories.get(entry.category);
      if (category) yield* missingIn({ entry, category, before: before(entry) }, context);
    }
  },
};

interface Judged {
  readonly entry: Entry;
  readonly category: Category;
  /** The earlier reports of its event that are here. */
  readonly before: readonly Entry[];
}

/** One finding of each severity: what has a field is an error in an urgent entry, what only words can show never is. */
function* missingIn({ entry, category, before }: Judged, context: RuleContext): Iterable<BatchReport> {
  const urgent = category.name === context.profile.urgent.category;
  const missing = category.elements.filter(
    (element) =>
      (!urgent || owed(element, entry)) &&
      !met(element, entry, context) &&
      !before.some((earlier) => inherits(element, entry) && met(element, earlier, context)),
  );
  if (!urgent) return yield* told(missing, entry, "信息");
  const [keyed, worded] = [missing.filter(hasField), missing.filter((element) => !hasField(element))];
  const report = entry.report?.stage ?? "信息";
  yield* told(keyed, entry, report, "error");
  yield* told(worded, entry, report, "warning");
}

function* told(
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

function inherits(element: Element, { report }: Entry): boolean {
  return report !== null && !element.anew.includes(report.stage);
}

/** A field that could not be read is taken as filled: its own finding has been made. */
function met(element: Element, entry: Entry, context: RuleContext): boolean {
  const text = `${entry.title}\n${entry.body.text}`;
  return (
    element.fields.some((field) => entry.broken.has(field) || filled(entry, field)) ||
    element.cues.some((cue) => text.includes(cue)) ||
    element.forms.some((form) => FORMS[form](text, entry, context))
  );
}

/** A number that is no date, time, code or number of a document. */
const QUANTITY =
  /(?<![\dA-Za-z.〔[(（第])\d+(?:[.,]\d+)*\s?(?![\d年月日号时点分秒：:.\-/~〕\])）A-Za-z])|[一二两三四五六七八九十百千万半]成(?![立为长功就果效本员])|翻番|过半/u;
/** A day is written in figures. */
const DAY = /\d月\d{1,2}日|\d{4}[.\-/年]\d{1,2}/u;

const FORMS: Readonly<Record<ElementForm, (text: string, entry: Entry, context: RuleContext) => boolean>> = {
  数量: (text) => QUANTITY.test(text),
  日期: (text) => DAY.test(text),
  原因: (_, entry, { profile }) => !causesIn(entry, profile)[Symbol.iterator]().next().done,
  成篇: (_, { body }, { profile }) =>
    body.text.replace(/\s/gu, "").length >= (profile.figures.get("成篇字数")?.value ?? Infinity),
  请求: (_, entry, { profile, office }) => asksSomebody(entry, profile, office),
};

function filled(entry: Entry, field: FieldName): boolean {
  const value: unknown = field === "body" ? entry.body.text : entry[field];
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== "";
}
