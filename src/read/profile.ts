import { nearest } from "../base/similar.ts";
import { quote } from "../base/visible.ts";
import type { Finding } from "../model/diagnostic.ts";
import type { Category, GroupRule, Profile, WordList } from "../model/profile.ts";
import { wholeFile, type Place } from "../model/source.ts";
import type { MapNode } from "./node.ts";
import type { ParsedSource } from "./parsed.ts";
import { laidOver } from "./profile-laid.ts";
import { profileFields, type CategoryValues, type ProfileValues } from "./profile-shapes.ts";
import { Reading, toFinding, type ReadingRuleName } from "./reading.ts";
import { readOneYaml } from "./yaml.ts";

/** What 数值 and 词表 may hold: the names that some rule goes by, as it writes them (`词表.模糊时间`). Null takes any. */
export type KnownNames = ReadonlySet<string> | null;

/** Reads rule packs and lays them over each other in order: a later one changes what it names and leaves the rest. */
export function readProfile(
  sources: readonly ParsedSource[],
  known: KnownNames = null,
): { profile: Profile; findings: Finding[] } {
  const findings: Finding[] = [];
  let merged: Partial<ProfileValues> = {};
  const names: string[] = [];
  for (const source of sources) {
    const given = readOne(source, known, findings);
    names.push(given.name ?? source.path);
    merged = laidOver(merged, given);
  }
  const profile = assemble(merged, names);
  const last = sources.at(-1);
  if (last && findings.length === 0)
    findings.push(...lacks(profile, merged, wholeFile({ path: last.path, text: last.text })));
  return { profile, findings };
}

function readOne({ tree, ...source }: ParsedSource, known: KnownNames, findings: Finding[]): Partial<ProfileValues> {
  // Profiles hold days, never times of day: the zone plays no part.
  const reading = new Reading(source, "Asia/Shanghai");
  const node = tree ?? readOneYaml(reading);
  const given = node && profileFields(node, { reading, label: "", path: "", place: () => undefined });
  if (node && !given && reading.faults.length === 0)
    reading.fault("bad-value", node, "规则集应由“键: 值”组成", "请照 county.yaml 的样子写");
  if (known && node?.kind === "map") checkNames(reading, node, known);
  findings.push(...reading.findings(null));
  return given ?? {};
}

function assemble(given: Partial<ProfileValues>, names: readonly string[]): Profile {
  const groups = given.groups ?? [];
  return {
    names,
    categories: new Map(
      [...(given.categories ?? [])].map(([name, values]) => [name, categoryOf(name, values, groups)]),
    ),
    urgent: {
      category: given.urgent?.category ?? "",
      phone: given.urgent?.phone ?? null,
      written: given.urgent?.written ?? null,
      rows: given.urgent?.rows ?? [],
    },
    titleLength: given.titleLength ?? null,
    firstReportLength: given.firstReportLength ?? null,
    placeholders: given.placeholders ?? [],
    cues: Object.fromEntries(given.cues ?? []),
    weights: Object.fromEntries(given.weights ?? []),
    scoreBasis: given.scoreBasis ?? "",
    groups,
    statutory: given.statutory ?? [],
    grading: new Map((given.grading ?? []).map((table) => [table.kind, table])),
    triggers: given.triggers ?? [],
    cadence: given.cadence ?? [],
    figures: given.figures ?? new Map(),
    words: new Map([...(given.words ?? [])].map(([name, list]): [string, WordList] => [name, list])),
    calendar: new Map([...(given.calendar?.values() ?? [])].map((year) => [year.year, year])),
  };
}

function categoryOf(name: string, given: CategoryValues, groups: readonly GroupRule[]): Category {
  const named = groups.find((group) => group.categories.includes(name));
  const rest = groups.find((group) => group.categories.length === 0 && group.when.length === 0);
  return {
    name,
    tone: given.tone ?? "中",
    ahead: given.ahead ?? false,
    group: (named ?? rest)?.name ?? "",
    elements: given.elements ?? [],
    elementsBasis: given.elementsBasis ?? "",
    at: given.at,
    minLength: given.length?.least ?? null,
    maxLength: given.length?.most ?? null,
    deadline: given.deadline ?? null,
    validity: given.validity ?? null,
    suits: given.suits ?? [],
  };
}

/** A name that no rule goes by changes nothing: said, or a slip would pass for a setting. */
function checkNames(reading: Reading, node: MapNode, known: ReadonlySet<string>): void {
  for (const part of ["数值", "词表"]) {
    const names = [...known].flatMap((name) => (name.startsWith(`${part}.`) ? [name.slice(part.length + 1)] : []));
    const own = node.pairs.find(({ key }) => key.value === part)?.value;
    for (const { key } of own?.kind === "map" ? own.pairs : []) {
      if (names.includes(key.value)) continue;
      const near = nearest(key.value, names);
      const hint = near ? `是不是“${near}”？` : `可写的有：${names.join("、")}`;
      reading.fault("unknown-field", key, `“${part}”里没有“${quote(key.value)}”这一项`, hint);
    }
  }
}

/** What the packs together must say, once each of them is sound. */
function lacks(profile: Profile, given: Partial<ProfileValues>, whole: Place): Finding[] {
  const found: Finding[] = [];
  const lack = (rule: ReadingRuleName, at: Place, [message, hint]: readonly [string, string]): void => {
    found.push(toFinding(at.source, { rule, at, message, hint }, null));
  };
  if (profile.categories.size === 0)
    lack("missing-field", whole, ["规则集没有“类别”", "请在机关设置的“规则集”中列上 county，或在规则集里写“类别”"]);
  if (profile.groups.length === 0)
    lack("missing-field", whole, ["规则集没有“分组”", "请写“分组: [{名称: …, 类别: […]}]”"]);
  for (const [name, { at, elements, elementsBasis }] of given.categories ?? []) {
    if (profile.categories.get(name)?.group === "")
      lack("missing-field", at, [`类别“${name}”不在任何分组里`, "把它写进“分组”，或留一个不写类别的分组收其余"]);
    if (elements !== null && elementsBasis === null)
      lack("missing-field", at, [`类别“${name}”的要素缺少“要素依据”`, "请写明这些要素出自哪里"]);
  }
  const named = [profile.urgent.category, ...profile.groups.flatMap((group) => group.categories)];
  for (const name of named.filter((one) => one !== "" && !profile.categories.has(one))) {
    lack("bad-value", whole, [
      `“紧急”或“分组”写了没有的类别“${name}”`,
      `已有的类别：${[...profile.categories.keys()].join("、")}`,
    ]);
  }
  return found;
}
