import type { CoverageData, UnitData } from "./coverage-data.ts";

export interface MatrixRow {
  readonly label: string;
  /** The heading the row is the first under. */
  readonly heading: string | null;
  readonly cells: readonly number[];
  readonly total: number;
  readonly notes: readonly string[];
}

/** Counts of rows by columns. */
export interface Matrix {
  readonly corner: string;
  readonly columns: readonly string[];
  readonly noteHeads: readonly string[];
  readonly rows: readonly MatrixRow[];
  /** Each entry once, while the rows count a joint one each; null where it would say nothing. */
  readonly totals: MatrixRow | null;
}

/** Unit × category. */
export function unitMatrix(data: CoverageData, nameOf: (unit: UnitData) => string): Matrix {
  const columns = [...data.categories.keys()];
  const rows = headed(data.units).map(({ unit, heading }): MatrixRow => ({
    label: nameOf(unit),
    heading,
    cells: columns.map((name) => unit.categories.get(name) ?? 0),
    total: unit.total,
    notes: [],
  }));
  const totals = {
    label: "合计",
    heading: null,
    cells: columns.map((name) => data.categories.get(name) ?? 0),
    total: data.entries,
    notes: [],
  };
  return { corner: "单位", columns, noteHeads: [], rows, totals };
}

/** Theme × category. */
export function themeMatrix(data: CoverageData): Matrix {
  const columns = [...data.categories.keys()];
  const rows = data.themes.map(({ name, term, weight, leader, categories, entries }): MatrixRow => ({
    label: name,
    heading: null,
    cells: columns.map((column) => categories.get(column) ?? 0),
    total: entries.length,
    notes: [term, String(weight), leader ?? ""],
  }));
  return { corner: "关注点", columns, noteHeads: ["类型", "权重", "领导"], rows, totals: null };
}

/** Unit × theme. */
export function unitThemeMatrix(data: CoverageData): Matrix {
  const columns = [...new Set(data.themes.map(({ name }) => name))];
  const rows = headed(data.units).map(({ unit, heading }): MatrixRow => {
    const cells = columns.map((name) => unit.themes.get(name) ?? 0);
    return { label: unit.name, heading, cells, total: cells.reduce((sum, count) => sum + count, 0), notes: [] };
  });
  return { corner: "单位", columns, noteHeads: [], rows, totals: null };
}

const UNGROUPED = "未分组";
const UNLISTED = "名单以外";

/** Units under their groups, as the office orders both; those it does not list come last. Without groups and strangers no headings. */
function headed(units: readonly UnitData[]): { unit: UnitData; heading: string | null }[] {
  const listed = units.filter((unit) => unit.listed);
  const grouped = listed.some(({ group }) => group !== null);
  const strangers = listed.length > 0 ? units.filter((unit) => !unit.listed) : [];
  const headingOf = ({ group, listed: known }: UnitData): string | null =>
    known ? (grouped ? (group ?? UNGROUPED) : null) : strangers.length > 0 ? UNLISTED : null;
  const groups = new Map<string | null, UnitData[]>();
  for (const unit of units) {
    const heading = headingOf(unit);
    groups.set(heading, [...(groups.get(heading) ?? []), unit]);
  }
  const strange = groups.get(UNLISTED) ?? [];
  groups.delete(UNLISTED);
  const ordered: [string | null, UnitData[]][] = strange.length > 0 ? [...groups, [UNLISTED, strange]] : [...groups];
  return ordered.flatMap(([heading, own]) =>
    own.map((unit, index) => ({ unit, heading: index === 0 ? heading : null })),
  );
}
