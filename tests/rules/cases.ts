import { parse } from "yaml";
import { placeOf, repoFile } from "./harness.ts";

/** One readable case of `cases/<rule>.yaml`. */
export interface Case {
  readonly name: string;
  /** The entry, with `⟦ ⟧` about every place where the rule is to fire taken out. */
  readonly text: string;
  readonly expected: readonly string[];
  readonly says: readonly string[];
  readonly now: string | undefined;
  readonly profile: string | undefined;
  readonly packs: readonly string[];
  /** The text of `zhuanbao.yaml`, marks taken out likewise. */
  readonly office: string | undefined;
  readonly publication: string | undefined;
  /** What was printed before, as `publishedOf` reads it. */
  readonly published: string | undefined;
  readonly whole: boolean;
  /** The whole text after the fixes of the rule; undefined where the case says nothing of it. */
  readonly fixed: string | undefined;
}

interface RawCase {
  readonly 名: string;
  readonly 改?: string;
  /** One for all marks, or one for each in the order of the text. */
  readonly 级别?: string | string[];
  readonly 含?: string | string[];
  readonly 现在?: string;
  readonly 规则集?: string;
  /** Shipped packs, in order; county where not given. */
  readonly 规则包?: string[];
  readonly 机关设置?: string;
  readonly 刊物?: string;
  readonly 部分?: boolean;
  /** What was printed in numbered issues before: a YAML list. */
  readonly 已刊?: string;
  /** Entries put before and after the changed 底稿, in a stream; marks may stand in them too. */
  readonly 前面?: string;
  readonly 后面?: string;
  /** The values after the fix, as `改` gives them. */
  readonly 修正?: string;
}

/**
 * Reads the cases of a rule. `底稿` is a sound entry; `改` holds the keys a case sets or replaces (`键: 无` takes one away);
 * `⟦…⟧` marks where the rule must fire, with the severity `级别` (error unless said); without marks it must be quiet.
 * `前面` and `后面` are more entries of the same stream; `机关设置` is `zhuanbao.yaml`, where marks may stand too; `刊物` prints
 * them all in that publication; `部分: true` says that they are not all the entries of the office; `已刊` is the archive.
 */
export function casesOf(rule: string): Case[] {
  const raw = parse(repoFile(`tests/rules/cases/${rule}.yaml`)) as RawCases;
  return raw.用例.map((one) => {
    const { text, places } = unmarked(streamOf(merged(raw.底稿, one.改 ?? ""), one));
    const office = one.机关设置 ?? raw.机关设置;
    const ofOffice = unmarked(office ?? "");
    const severities = [one.级别 ?? raw.级别 ?? "error"].flat();
    const placed = [...ofOffice.places.map((place) => `zhuanbao.yaml ${place}`), ...places];
    return {
      name: one.名,
      text,
      expected: placed.map((place, index) => `${place} ${severities[index] ?? severities.at(-1)}`),
      office: office === undefined ? undefined : ofOffice.text,
      publication: one.刊物,
      published: one.已刊 ?? raw.已刊,
      whole: one.部分 !== true,
      fixed:
        one.修正 === undefined
          ? undefined
          : unmarked(streamOf(merged(raw.底稿, `${one.改 ?? ""}${one.修正}`), one)).text,
      says: [one.含 ?? []].flat(),
      now: one.现在,
      profile: one.规则集,
      packs: one.规则包 ?? ["county"],
    };
  });
}

interface RawCases {
  readonly 底稿: string;
  readonly 级别?: string | string[];
  readonly 机关设置?: string;
  readonly 已刊?: string;
  readonly 用例: readonly RawCase[];
}

function streamOf(entry: string, { 前面, 后面 }: RawCase): string {
  return [前面, entry, 后面].filter((part) => part !== undefined).join("---\n");
}

/** The top-level keys of an entry with all their lines. */
function blocks(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const block of text.split(/^(?=[^\s⟧-])/mu)) found.set((/^⟦?([^:⟦⟧]+)/u.exec(block)?.[1] ?? "").trim(), block);
  return found;
}

function merged(base: string, change: string): string {
  const all = new Map([...blocks(base), ...blocks(change)]);
  return [...all.values()].filter((block) => !/^[^:]+: 无\s*$/u.test(block)).join("");
}

function unmarked(marked: string): { text: string; places: string[] } {
  const ranges: [number, number][] = [];
  const open: [number, number][] = [];
  let text = "";
  for (const char of marked) {
    if (char === "⟦") ranges.push(open[open.push([text.length, text.length]) - 1] as [number, number]);
    else if (char === "⟧") (open.pop() as [number, number])[1] = text.length;
    else text += char;
  }
  return { text, places: ranges.map(([start, end]) => placeOf(text, start, end)) };
}
