import type { Category, Figure, Profile } from "../model/profile.ts";
import type { Place } from "../model/source.ts";

/** One thing a rule goes by: how it is named in an office's settings, what it is, and where that comes from. */
export interface Holding {
  readonly name: string;
  readonly shown: string;
  readonly basis: string;
  readonly at: Place;
}

type CategoryFigure = "deadline" | "validity" | "minLength" | "maxLength";

/** Figures that each category has of its own, by the end of their name: `动态.期限`. */
const OF_CATEGORY: ReadonlyMap<string, CategoryFigure> = new Map([
  ["期限", "deadline"],
  ["有效期", "validity"],
  ["篇幅下限", "minLength"],
  ["篇幅上限", "maxLength"],
]);

const CATEGORY = "类别.";
const FIGURE = "数值.";
const WORDS = "词表.";

/** Whether an office may set `name` for a rule that goes by `uses`. */
export function isOption(name: string, uses: readonly string[]): boolean {
  return uses.some((use) => {
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

/** `30 分钟，从事发起算`. */
export function showFigure(figure: Figure): string {
  const base = "base" in figure && typeof figure.base === "string" ? `，从${figure.base}起算` : "";
  const unit = figure.unit === "工作日" ? "个工作日" : figure.unit;
  return `${figure.value}${unit === "%" ? "" : " "}${unit}${base}`;
}

function wordsOf(profile: Profile, name: string): Holding[] {
  const list = profile.words.get(name);
  return list ? [{ name, shown: list.words.join("、") || "（空）", basis: list.basis, at: list.at }] : [];
}

function ofCategories(profile: Profile, suffix: string): Holding[] {
  const key = OF_CATEGORY.get(suffix);
  if (key === undefined) return [];
  return [...profile.categories.values()].flatMap((category) => {
    const figure = category[key];
    return figure
      ? [{ name: `${category.name}.${suffix}`, shown: showFigure(figure), basis: figure.basis, at: figure.at }]
      : [];
  });
}

/** What is no single figure: each row of it is shown. */
const TABLES: Readonly<Record<string, (profile: Profile) => Holding[]>> = {
  "紧急.分类": ({ urgent: { rows } }) =>
    rows.flatMap(({ kinds, grades, phone, written }) => {
      const whom = [...kinds, ...grades].join("、") || "全部";
      return [
        ...(phone ? [{ name: `${whom}：电话`, shown: showFigure(phone), basis: phone.basis, at: phone.at }] : []),
        ...(written
          ? [{ name: `${whom}：书面`, shown: showFigure(written), basis: written.basis, at: written.at }]
          : []),
      ];
    }),
  法定时限: ({ statutory }) =>
    statutory.map(({ name, duty, value, base, basis, at }) => ({
      name,
      shown: `${duty}：${value === null ? "立即" : `${base ?? "接报"}后 ${value} 分钟内`}`,
      basis,
      at,
    })),
  分级标准: ({ grading }) =>
    [...grading.values()].map(({ kind, words, rows, complete, basis, at }) => ({
      name: words.length === 0 ? kind : `${kind}（${words.join("、")}）`,
      shown:
        rows.map(({ grade, ...row }) => `${grade}${showRow(row)}`).join("；") +
        (complete ? "" : "（不完整，只判下限）"),
      basis,
      at,
    })),
  必报: ({ triggers }) => triggers.map(({ name, basis, at }) => ({ name, shown: "须按紧急信息报送", basis, at })),
  续报: ({ cadence }) =>
    cadence.map(({ kinds, grades, perDay, times, basis, at }) => ({
      name: [...kinds, ...grades].join("、") || "其余",
      shown: times.length > 0 ? `每天 ${times.map(showTime).join("、")} 前` : `每天不少于 ${perDay ?? 1} 次`,
      basis,
      at,
    })),
};

function showRow({
  dead,
  serious,
  loss,
}: {
  dead: number | null;
  serious: number | null;
  loss: number | null;
}): string {
  const parts = [
    dead === null ? "" : `死亡 ${dead} 人以上`,
    serious === null ? "" : `重伤 ${serious} 人以上`,
    loss === null ? "" : `直接经济损失 ${loss} 万元以上`,
  ].filter((part) => part !== "");
  return parts.length === 0 ? "其余" : ` ${parts.join("或")}`;
}

function showTime(clock: number): string {
  return `${String(Math.floor(clock / 60)).padStart(2, "0")}:${String(clock % 60).padStart(2, "0")}`;
}
