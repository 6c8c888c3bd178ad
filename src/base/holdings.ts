import type { Category, Figure, Profile } from "../model/profile.ts";
import { showFigure, TABLES, type Holding } from "./holding-tables.ts";

type CategoryFigure = "deadline" | "validity" | "minLength" | "maxLength";

/** Figures that each category has of its own, by the end of their name: `动态.期限`. */
const OF_CATEGORY: ReadonlyMap<string, CategoryFigure> = new Map([
  ["期限", "deadline"],
  ["有效期", "validity"],
  ["篇幅下限", "minLength"],
  ["篇幅上限", "maxLength"],
]);

/** 要素, which an office changes in a rule pack only. */
const ELEMENTS = "要素";

const CATEGORY = "类别.";
const FIGURE = "数值.";
const WORDS = "词表.";

/** Whether an office may set `name` for a rule that goes by `uses`. */
export function isOption(name: string, uses: readonly string[]): boolean {
  return uses.some((use) => {
    if (use === `${CATEGORY}${ELEMENTS}`) return false;
    if (use.startsWith(CATEGORY)) return new RegExp(`^[^.]+\\.${use.slice(CATEGORY.length)}$`, "u").test(name);
    if (use.startsWith(FIGURE)) return use.slice(FIGURE.length) === name;
    return use === name && PLAIN.has(name);
  });
}

/** How the settings of a rule are named, for a hint. */
export function optionNames(uses: readonly string[]): string[] {
  return uses.flatMap((use) => {
    if (use.startsWith(CATEGORY) && OF_CATEGORY.has(use.slice(CATEGORY.length)))
      return [`动态.${use.slice(CATEGORY.length)}`];
    if (use.startsWith(FIGURE)) return [use.slice(FIGURE.length)];
    return PLAIN.has(use) ? [use] : [];
  });
}

/** A figure that stands alone in a profile: how it is read, and how a profile is made with another. */
interface Plain {
  readonly get: (profile: Profile) => Figure | null;
  readonly set: (profile: Profile, figure: Figure) => Profile;
}

const PLAIN: ReadonlyMap<string, Plain> = new Map<string, Plain>([
  ["标题字数", { get: (one) => one.titleLength, set: (one, titleLength) => ({ ...one, titleLength }) }],
  [
    "首报字数",
    { get: (one) => one.firstReportLength, set: (one, firstReportLength) => ({ ...one, firstReportLength }) },
  ],
  ["紧急.电话", urgent("phone")],
  ["紧急.书面", urgent("written")],
]);

/** What an office sets for all urgent reports does away with the rows for some. */
function urgent(key: "phone" | "written"): Plain {
  return {
    get: (profile) => profile.urgent[key],
    set(profile, figure) {
      const base = profile.urgent[key]?.base ?? "事发";
      const rows = profile.urgent.rows.map((row) => ({ ...row, [key]: null }));
      return { ...profile, urgent: { ...profile.urgent, [key]: { ...figure, base }, rows } };
    },
  };
}

/** The figure an office calls `name`; null where the profile has none. */
export function figureNamed(profile: Profile, name: string): Figure | null {
  const plain = PLAIN.get(name);
  if (plain) return plain.get(profile);
  const [category, key] = categoryFigure(profile, name);
  return category && key ? category[key] : (profile.figures.get(name) ?? null);
}

/** A profile in which the figure called `name` has another value. */
export function withFigure(profile: Profile, name: string, figure: Figure): Profile {
  const plain = PLAIN.get(name);
  if (plain) return plain.set(profile, figure);
  const [category, key] = categoryFigure(profile, name);
  if (!category || !key) return { ...profile, figures: new Map([...profile.figures, [name, figure]]) };
  const categories = new Map([...profile.categories, [category.name, { ...category, [key]: figure }]]);
  return { ...profile, categories };
}

function categoryFigure(profile: Profile, name: string): [Category, CategoryFigure] | [null, null] {
  const [first = "", last = ""] = name.split(".");
  const [category, key] = [profile.categories.get(first), OF_CATEGORY.get(last)];
  return category && key ? [category, key] : [null, null];
}

/** What holds of everything in `uses`, in its order. */
export function holdingsOf(profile: Profile, uses: readonly string[]): Holding[] {
  return uses.flatMap((use) => holdingOf(profile, use));
}

function holdingOf(profile: Profile, use: string): Holding[] {
  if (use.startsWith(WORDS)) return wordsOf(profile, use.slice(WORDS.length));
  if (use.startsWith(CATEGORY)) return ofCategories(profile, use.slice(CATEGORY.length));
  const table = TABLES[use];
  if (table) return table(profile);
  const name = use.startsWith(FIGURE) ? use.slice(FIGURE.length) : use;
  const figure = figureNamed(profile, name);
  return figure ? [{ name, shown: showFigure(figure), basis: figure.basis, at: figure.at }] : [];
}

function wordsOf(profile: Profile, name: string): Holding[] {
  const list = profile.words.get(name);
  return list ? [{ name, shown: list.words.join("、") || "（空）", basis: list.basis, at: list.at }] : [];
}

function ofCategories(profile: Profile, suffix: string): Holding[] {
  if (suffix === ELEMENTS) return [...profile.categories.values()].flatMap(elementsOf);
  const key = OF_CATEGORY.get(suffix);
  if (key === undefined) return [];
  return [...profile.categories.values()].flatMap((category) => {
    const figure = category[key];
    return figure
      ? [{ name: `${category.name}.${suffix}`, shown: showFigure(figure), basis: figure.basis, at: figure.at }]
      : [];
  });
}

/** Each element of a category with what meets it. */
function elementsOf({ name: category, elements, elementsBasis: basis, at }: Category): Holding[] {
  return elements.map(({ name, keys, cues, forms }) => {
    const met = [
      keys.length === 0 ? "" : `填了${keys.join("、")}`,
      cues.length === 0 ? "" : `有下列说法之一：${cues.join("、")}`,
      forms.length === 0 ? "" : `写了${forms.join("、")}`,
    ].filter((part) => part !== "");
    return { name: `${category}.${name}`, shown: met.join("；或"), basis, at };
  });
}
