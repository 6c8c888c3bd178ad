import { chineseNumber } from "../base/numeral.ts";
import { chineseDay } from "../base/time.ts";
import { fullUnitName } from "../base/unit-name.ts";
import type { Body } from "../model/body.ts";
import type { Entry } from "../model/entry.ts";
import type { IssueNumber } from "../model/issue-number.ts";
import type { Office, Publication } from "../model/office.ts";
import type { Picture } from "../model/image.ts";
import type { Urgency } from "../model/plan.ts";
import type { Profile } from "../model/profile.ts";
import type { Content } from "./document.ts";
import { countValues } from "./publication-counts.ts";
import { countyOf, namedBody, namedText, type County } from "./publication-county.ts";
import { issueNumber } from "./issue-number.ts";
import { responsible } from "./responsible.ts";
import { attachmentsOf } from "./attachments.ts";
import { DIGESTS, digestOf } from "./publication-digest.ts";
import { reportValues } from "./publication-report.ts";

/** One item of an issue as it is to be printed. */
export interface PrintItem {
  readonly entry: Entry;
  readonly title: string;
  readonly body: Body;
  /** Entries printed under it, with titles of their own. */
  readonly merged: readonly Entry[];
  /** All entries it speaks for besides the first: their units are credited. */
  readonly credited: readonly Entry[];
  /** Reports of its event from the first to the one printed; empty where it is no report. */
  readonly reports: readonly Entry[];
}

export interface PrintGroup {
  readonly name: string;
  readonly items: readonly PrintItem[];
}

/** An issue ready to be put into words. */
export interface Edition {
  readonly office: Office;
  readonly publication: Publication;
  /** Figures of the rule packs: how long a digest may be. Without one it is the whole text. */
  readonly figures: Profile["figures"];
  /** Null for a draft. */
  readonly number: IssueNumber | null;
  readonly supplement: boolean;
  readonly urgency: Urgency | null;
  /** 份号 of this copy; null where copies are not numbered. */
  readonly copy: number | null;
  /** The pictures attached to entries, by id. */
  readonly pictures: ReadonlyMap<string, readonly Picture[]>;
  /** Day since 1970-01-01. */
  readonly day: number;
  /** Paragraphs of the 按语. */
  readonly note: readonly string[];
  readonly groups: readonly PrintGroup[];
}

/** 要目 from this many items on, group headings from two groups on. */
const CONTENTS_FROM = 4;
const HEADINGS_FROM = 2;

/** GB/T 9704 7.2.1. */
const COPY_DIGITS = 6;

const INTERNAL = "内部资料　注意保存";
const DRAFT = "送审稿";

/** The values a template of a publication may use; every name is always there. */
export function editionContent(edition: Edition): Content {
  const { office, publication, groups, figures } = edition;
  const bodies = new Map<string, Body>();
  const forms = new Map<string, string>();
  const items = groups.flatMap((group) => group.items);
  const single = items.length === 1 && items[0]?.credited.length === 0;
  const county = countyOf(office.name);
  const keys = new Map(items.map((item, index) => [item, `item${index + 1}`]));
  const attached = attachmentsOf(items.map((item) => ({ of: item, pictures: picturesOf(item, edition) })));
  const toValues = (item: PrintItem): object => ({
    ...itemValues(item, { key: keys.get(item) as string, single, edition, sink: { bodies, forms, county, figures } }),
    附件: attached.below.get(item) ?? [],
  });
  const issuer = publication.issuer ?? office.name;
  const values = {
    刊名: publication.name,
    ...marks(edition),
    份号: edition.copy === null ? "" : String(edition.copy).padStart(COPY_DIGITS, "0"),
    紧急程度: edition.urgency ?? "",
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
    统计: countValues(
      items.map(({ entry, credited }) => [entry, ...credited]),
      office,
    ),
    附件页: attached.pages,
    ...foot(publication),
  };
  const title = single ? (items[0]?.title ?? "") : `${publication.name}（${chineseDay(edition.day)}）`;
  return { title, subject: publication.name, author: issuer, values, bodies, forms, pictures: attached.pictures };
}

function picturesOf({ entry, credited }: PrintItem, { pictures }: Edition): Picture[] {
  return [entry, ...credited].flatMap(({ id }) => pictures.get(id) ?? []);
}

/** What stands above the masthead, and the number: a draft has none yet, and says that it is one. */
function marks({ number, supplement, publication, groups }: Edition): { 期号: string; 版头左: string; 版头右: string } {
  const entries = groups.flatMap((group) => group.items.flatMap((item) => [item.entry, ...item.credited]));
  const internal = entries.every(({ secrecy }) => secrecy === "公开") ? "" : INTERNAL;
  const shown = issueNumber(number, { supplement, form: publication.numberForm });
  if (number === null) return { 期号: shown, 版头左: DRAFT, 版头右: internal };
  return { 期号: shown, 版头左: internal, 版头右: "" };
}

function foot(publication: Publication): object {
  return {
    报: recipients(publication.reportTo),
    送: recipients(publication.sendTo),
    发: recipients(publication.issueTo),
    编审: responsible(publication),
    印数: publication.copies === null ? "" : `共印${publication.copies}份`,
  };
}

function recipients(names: readonly string[]): string {
  return names.length === 0 ? "" : `${names.join("，")}。`;
}

interface Shared {
  readonly key: string;
  readonly single: boolean;
  readonly edition: Edition;
  readonly sink: Sink;
}

function itemValues(item: PrintItem, { key, single, edition: { office, day }, sink }: Shared): object {
  const { entry, title, body, merged, credited, reports } = item;
  const unitsOf = (entries: readonly Entry[]): string =>
    [...new Set(entries.flatMap(({ unit }) => unit.map((name) => fullUnitName(name, office))))].join("、");
  const below = merged.map((each, index) =>
    textValues({ key: `${key}_${index + 1}`, title: each.title, units: unitsOf([each]), body: each.body }, sink),
  );
  // What the editor wrote for this issue is as short as it is meant to be.
  const printed = { key, title, units: unitsOf([entry, ...credited]), body, edited: body !== entry.body };
  const values = { 独编: single, 类别: entry.category, 报告: reportValues(reports, day), 并入: below };
  return { ...textValues(printed, sink), ...values };
}

interface Sink {
  readonly bodies: Map<string, Body>;
  readonly forms: Map<string, string>;
  readonly county: County | null;
  readonly figures: Profile["figures"];
}

interface Text {
  readonly key: string;
  readonly title: string;
  readonly units: string;
  readonly body: Body;
  readonly edited?: boolean;
}

/** A text under its title, and the forms in which a template may print it instead. */
function textValues(
  { key, title, units, body, edited = false }: Text,
  { bodies, forms, county, figures }: Sink,
): object {
  bodies.set(key, body);
  const formOf = (name: string, shown: string, form: Body): object => {
    const own = `${key}_${name}`;
    bodies.set(own, form);
    forms.set(own, key);
    return { 题: shown, 单位: units, 键: own };
  };
  const digests = [...DIGESTS].map(([name, figure]) => {
    const most = figures.get(figure)?.value;
    return [name, formOf(name, title, edited || most === undefined ? body : digestOf(body, most))];
  });
  const upward = county
    ? formOf("对上", namedText(title, county), namedBody(body, county))
    : formOf("对上", title, body);
  return { 题: title, 键: key, 单位: units, ...(Object.fromEntries(digests) as object), 对上: upward };
}
