import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { Lines } from "../../src/base/lines.ts";
import type { Entry, FieldName } from "../../src/model/entry.ts";
import type { Finding } from "../../src/model/diagnostic.ts";
import { readEntries } from "../../src/read/entry.ts";
import { locate } from "../../src/report/locate.ts";

/** A sound entry of eight lines: what a test adds begins on line 9. */
export const SOUND = `标题: 青石镇修复石坝村水渠
类别: 动态
报送单位: 青石镇
报送员: 王敏
签发人: 李建国
密级: 内部
报送时间: 2026-11-18 09:10
正文: 石坝村水渠已修复。
`;

export interface ReadOptions {
  readonly path?: string;
  readonly zone?: string;
}

export interface Read {
  readonly ids: readonly string[];
  readonly entries: readonly Entry[];
  /** `line:col rule` of every finding, in the order they are shown. */
  readonly findings: readonly string[];
  /** Message and hint of every finding. */
  readonly words: readonly string[];
  readonly raw: readonly Finding[];
}

/** Reads a file as `check` does, without the rules. */
export function read(text: string, { path = "a.yaml", zone = "Asia/Shanghai" }: ReadOptions = {}): Read {
  const readings = readEntries({ path, text }, { zone, defaultId: path.replace(/\.[^.]+$/u, ""), urgent: "紧急" });
  const raw = readings.flatMap((reading) => reading.findings);
  const shown = locate(raw);
  return {
    ids: readings.map(({ id }) => id),
    entries: readings.flatMap(({ entry }) => (entry ? [entry] : [])),
    findings: shown.map(({ line, column, rule }) => `${line}:${column} ${rule}`),
    words: shown.map(({ message, hint }) => `${message}｜${hint}`),
    raw,
  };
}

/** The one entry of a text that must be without fault. */
export function soundEntry(text: string, options: ReadOptions = {}): Entry {
  const { entries, findings, words } = read(text, options);
  if (findings.length > 0 || entries.length !== 1)
    throw new Error(`not sound: ${findings.join("; ")} ${words.join("; ")}`);
  return entries[0] as Entry;
}

/** The value of a field of the entry that `text` is. */
export function valueOf(text: string, field: FieldName): unknown {
  const [entry] = read(text).entries;
  return entry?.[field];
}

/** The sound entry with lines added at its end, and without the keys that they begin with. */
export function withKeys(lines: string): string {
  const keys = new Set([...lines.matchAll(/^([^\s:#-][^:\n]*):/gmu)].map(([, key]) => key));
  const kept = SOUND.split("\n").filter((line) => !keys.has(line.split(":")[0]));
  return kept.join("\n") + lines;
}

/** `line:col` of the first place where `needle` stands in `text`. */
export function placeIn(text: string, needle: string): string {
  const { line, column } = new Lines(text).at(text.indexOf(needle));
  return `${line}:${column}`;
}

export interface GoldenCase {
  readonly name: string;
  readonly text: string;
  readonly path: string;
  readonly findings: readonly string[];
  readonly says: readonly string[];
  /** Ids of the readings, where the case states them. */
  readonly ids: readonly string[] | undefined;
}

interface RawCase {
  readonly 名: string;
  readonly 内容?: string;
  readonly 追加?: string;
  readonly 文件?: string;
  readonly 应报?: string[];
  readonly 含?: string | string[];
  readonly 编号?: string[];
}

/**
 * The cases of `cases/<name>.yaml`: `内容` is a whole file, `追加` stands below the eight lines of the sound entry;
 * `应报` lists every finding as `line:col rule`, and a case without it must be without fault.
 */
export function goldenCases(name: string): GoldenCase[] {
  const cases = parse(readFileSync(new URL(`cases/${name}.yaml`, import.meta.url), "utf8")) as RawCase[];
  return cases.map((one) => ({
    name: one.名,
    text: one.内容 ?? SOUND + (one.追加 ?? ""),
    path: one.文件 ?? "a.yaml",
    findings: one.应报 ?? [],
    says: [one.含 ?? []].flat(),
    ids: one.编号,
  }));
}
