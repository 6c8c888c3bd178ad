import { chineseNumber } from "../base/numeral.ts";
import { chineseDay } from "../base/time.ts";
import { fullUnitName } from "../base/unit-name.ts";
import type { Body } from "../model/body.ts";
import type { Entry } from "../model/entry.ts";
import type { Office, Publication } from "../model/office.ts";
import type { Content } from "./document.ts";

/** One item of an issue as it is to be printed. */
export interface PrintItem {
  readonly entry: Entry;
  readonly title: string;
  readonly body: Body;
  /** Entries printed under it, with titles of their own. */
  readonly merged: readonly Entry[];
  /** All entries it speaks for besides the first: their units are credited. */
  readonly credited: readonly Entry[];
}

export interface PrintGroup {
  readonly name: string;
  readonly items: readonly PrintItem[];
}

/** An issue ready to be put into words. */
export interface Edition {
  readonly office: Office;
  readonly publication: Publication;
  /** Null for a draft. */
  readonly number: number | null;
  /** Day since 1970-01-01. */
  readonly day: number;
  /** Paragraphs of the 按语. */
  readonly note: readonly string[];
  readonly groups: readonly PrintGroup[];
}

/** 要目 from this many items on, group headings from two groups on. */
const CONTENTS_FROM = 4;
const HEADINGS_FROM = 2;

const INTERNAL = "内部资料　注意保存";
const DRAFT = "送审稿";

/** The values a template of a publication may use; every name is always there. */
export function editionContent(edition: Edition): Content {
  const { office, publication, groups } = edition;
  const bodies = new Map<string, Body>();
  const items = groups.flatMap((group) => group.items);
  const single = items.length === 1 && items[0]?.credited.length === 0;
  const keys = new Map(items.map((item, index) => [item, `item${index + 1}`]));
  const toValues = (item: PrintItem): object =>
    itemValues(item, { key: keys.get(item) as string, single, bodies, office });
  const issuer = publication.issuer ?? office.name;
  const values = {
    刊名: publication.name,
    ...marks(edition),
    编发单位: issuer,
    日期: chineseDay(edition.day),
    按语: edition.note,
    要目: items.length >= CONTENTS_FROM ? items.map((item) => ({ 题: item.title, 键: keys.get(item) })) : [],
    分组: groups.map(({ name, items: own }, index) => ({
      序: chineseNumber(index + 1),
      名称: name,
      显示: groups.length >= HEADINGS_FROM,
      条目: own.map(toValues),
    })),
    报: recipients(publication.reportTo),
    送: recipients(publication.sendTo),
    发: recipients(publication.issueTo),
    印数: publication.copies === null ? "" : `共印${publication.copies}份`,
  };
  const title = single ? (items[0]?.title ?? "") : `${publication.name}（${chineseDay(edition.day)}）`;
  return { title, author: issuer, values, bodies };
}

/** What stands above the masthead, and the number: a draft has none yet, and says that it is one. */
function marks({ number, groups }: Edition): { 期号: string; 版头左: string; 版头右: string } {
  const entries = groups.flatMap((group) => group.items.flatMap((item) => [item.entry, ...item.credited]));
  const internal = entries.every(({ secrecy }) => secrecy === "公开") ? "" : INTERNAL;
  if (number === null) return { 期号: "第　期", 版头左: DRAFT, 版头右: internal };
  return { 期号: `第${number}期`, 版头左: internal, 版头右: "" };
}

function recipients(names: readonly string[]): string {
  return names.length === 0 ? "" : `${names.join("，")}。`;
}

interface Shared {
  readonly key: string;
  readonly single: boolean;
  readonly bodies: Map<string, Body>;
  readonly office: Office;
}

function itemValues(
  { entry, title, body, merged, credited }: PrintItem,
  { key, single, bodies, office }: Shared,
): object {
  bodies.set(key, body);
  const unitsOf = (entries: readonly Entry[]): string =>
    [...new Set(entries.flatMap(({ unit }) => unit.map((name) => fullUnitName(name, office))))].join("、");
  const below = merged.map((each, index) => {
    const own = `${key}-${index + 1}`;
    bodies.set(own, each.body);
    return { 题: each.title, 单位: unitsOf([each]), 键: own };
  });
  return { 题: title, 键: key, 独编: single, 单位: unitsOf([entry, ...credited]), 类别: entry.category, 并入: below };
}
