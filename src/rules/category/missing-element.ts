import type { Entry, FieldName } from "../../model/entry.ts";
import type { Element, ElementForm } from "../../model/profile.ts";
import type { EntryRule } from "../rule.ts";

/** An entry holds what its category must say, in a field or by a cue word in title or body. */
export const missingElement: EntryRule = {
  name: "missing-element",
  group: "category",
  severity: "warning",
  summary: "缺少本类别应有的要素",
  stops: false,
  fixed: false,
  uses: [],
  scope: "entry",
  needs: ["category", "title", "body", "report"],
  *check(entry, { profile }) {
    const category = profile.categories.get(entry.category);
    if (category === undefined) return;
    const text = `${entry.title}\n${entry.body.text}`;
    const urgent = category.name === profile.urgent.category;
    for (const element of category.elements) {
      if ((urgent && !owed(element, entry)) || met(element, entry, text)) continue;
      yield {
        at: entry.places.of("category"),
        message: `${(urgent && entry.report?.stage) || "信息"}缺“${element.name}”，${category.name}类信息应当写明`,
        hint: element.advice,
        ...(urgent ? { severity: element.fields.length > 0 ? ("error" as const) : ("warning" as const) } : {}),
      };
    }
  },
};

/** 首报, 续报 and 终报 of an event share its elements among them. */
function owed(element: Element, entry: Entry): boolean {
  return entry.report === null || element.stages.includes(entry.report.stage);
}

/** A field that could not be read is taken as filled: its own finding has been made. */
function met(element: Element, entry: Entry, text: string): boolean {
  return (
    element.fields.some((field) => entry.broken.has(field) || filled(entry, field)) ||
    element.cues.some((cue) => text.includes(cue)) ||
    element.forms.some((form) => FORMS[form].test(text))
  );
}

/** A quantity is a number that is no date, time, code or number of a document; a day is written in figures. */
const FORMS: Readonly<Record<ElementForm, RegExp>> = {
  数量: /(?<![\dA-Za-z.〔[(（第])\d+(?:[.,]\d+)*\s?(?![\d年月日号时点分秒：:.\-/~〕\])）A-Za-z])|[一二两三四五六七八九十百千万半]成(?![立为长功就果效本员])|翻番|过半/u,
  日期: /\d月\d{1,2}日|\d{4}[.\-/年]\d{1,2}/u,
};

function filled(entry: Entry, field: FieldName): boolean {
  const value: unknown = field === "body" ? entry.body.text : entry[field];
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== "";
}
