import { plainDigits, quantitiesIn, type Quantity } from "./quantities.ts";

/** Something a text says that another text on the same matter is likely to say too: a figure, a time, a place, a name. */
export interface Fact {
  /** The same for the same fact, however it is written. */
  readonly key: string;
  /** As it stands in the text. */
  readonly shown: string;
  /** How little it is likely to be shared by chance. */
  readonly weight: number;
  /** Whether it is as good as a proof: an exact figure, a minute, a code. */
  readonly hard: boolean;
}

const DAY = /(?<month>\d{1,2})月(?<date>\d{1,2})[日号]/gu;
const MINUTE = /(?<hour>\d{1,2})(?:[时点](?<minute>\d{1,2})分|[:：](?<digits>\d{2}))/gu;
const YEAR = /(?<year>1\d{3}|20[01]\d)年/gu;
const CODE = /[A-Z]{1,3}\d{2,5}/gu;
const NUMBERED = /(?<name>\p{sc=Han}{2}\d{1,3})(?:路|号|线|栋|组|标段)/gu;
const QUOTED = /[“《](?<words>[^“”《》\n]{2,16})[”》]/gu;
const NAMED =
  /\p{sc=Han}{2}(?:村|社区|桥|水库|小区|街|路|渠|山|河|江|溪|坳|滩|湖|中学|小学|大厦|家园|花园|苑|工业园|公司|合作社|项目)/gu;

/** Words that never stand in a name: what holds one is no name but a stretch of a sentence. */
const NO_NAME = /[的在到由与和从对把被给用及以其各每个一全我本该这那是为有出入去来]/u;

/** The facts of a text by key, in the order of the text; `quantities` are its own. */
export function factsIn(text: string, quantities: readonly Quantity[]): Map<string, Fact> {
  const plain = plainDigits(text);
  const facts = new Map<string, Fact>();
  const add = (fact: Fact): void => {
    if (!facts.has(fact.key)) facts.set(fact.key, fact);
  };
  for (const quantity of quantities) add(figure(quantity, plain));
  for (const { 0: shown, groups } of plain.matchAll(DAY))
    add({ key: dayKey(Number(groups?.["month"]), Number(groups?.["date"])), shown, weight: 0.7, hard: false });
  for (const { 0: shown, groups } of plain.matchAll(MINUTE)) {
    const [hour, minute] = [Number(groups?.["hour"]), Number(groups?.["minute"] ?? groups?.["digits"])];
    // Meetings begin on the hour and the half hour; events do not.
    const exact = minute % 30 !== 0;
    add({ key: `时${hour}:${minute}`, shown, weight: exact ? 1.5 : 0.4, hard: exact });
  }
  for (const { 0: shown } of plain.matchAll(YEAR)) add({ key: `年${shown}`, shown, weight: 1, hard: true });
  for (const { 0: shown } of plain.matchAll(CODE)) add({ key: `号${shown}`, shown, weight: 1.5, hard: true });
  for (const { 0: shown } of plain.matchAll(NUMBERED)) add({ key: `号${shown}`, shown, weight: 1, hard: true });
  for (const { 0: shown, groups } of plain.matchAll(QUOTED))
    add({ key: `引${groups?.["words"]}`, shown, weight: 0.8, hard: false });
  for (const shown of namesIn(plain)) add({ key: `名${shown}`, shown, weight: 0.8, hard: false });
  return facts;
}

/** The key of a day, whatever its year. */
export function dayKey(month: number, date: number): string {
  return `日${month}-${date}`;
}

/** Names of places, schools, firms and projects, by the word they end with; the first characters of a long one are missing. */
export function namesIn(text: string): string[] {
  return Array.from(text.matchAll(NAMED), ([name]) => name).filter((name) => !NO_NAME.test(name));
}

/** Two characters before 镇, not those of 集镇, 城乡, 返乡, 家乡. */
const TOWN =
  /[^\P{sc=Han}乡镇集各全县](?=[^城村家返下回入离外他同故山侨异])[^\P{sc=Han}乡镇集各全](?:镇|乡|街道)(?![里上内])/gu;

/** Names of 乡镇 and 街道 a text speaks of. */
export function townsIn(text: string): Set<string> {
  return new Set(Array.from(text.matchAll(TOWN), ([name]) => name).filter((name) => !NO_NAME.test(name)));
}

/** 5户 may stand anywhere, 4280名 hardly twice. */
const WEIGHT_BY_DIGITS = [0.3, 0.3, 1, 2, 2.5] as const;

/** Shares in whole per cent are few: 66% stands in every third text. */
const PER_CENT = 0.5;

function figure({ value, unit, start, end }: Quantity, text: string): Fact {
  const digits = String(value)
    .replace(".", "")
    .replace(/^0+|0+$/gu, "").length;
  const share = unit === "%" && digits === 2;
  const weight = share ? PER_CENT : (WEIGHT_BY_DIGITS[Math.min(digits, WEIGHT_BY_DIGITS.length - 1)] ?? 0);
  return {
    key: quantityKey({ value, unit }),
    shown: text.slice(start, end),
    weight,
    hard: digits > 1 && !share,
  };
}

/** The key of the fact that a quantity is. */
export function quantityKey({ value, unit }: Pick<Quantity, "value" | "unit">): string {
  return `数${value}${unit}`;
}

/** A figure with the words about it, by which the same figure of another text is known. */
export interface Measure {
  readonly key: string;
  readonly unit: string;
  readonly weight: number;
  /** The two characters before it and after it, where there are such; words that only say how exact it is left out. */
  readonly before: string | null;
  readonly after: string | null;
}

/** Every figure of a text with the words about it. */
export function measuresIn(text: string): Measure[] {
  const plain = plainDigits(text);
  return quantitiesIn(plain).map((quantity) => {
    const before = plain.slice(Math.max(0, quantity.start - 6), quantity.start).replace(/[约共近计达为是有]+$/u, "");
    return {
      key: quantityKey(quantity),
      unit: quantity.unit,
      weight: figure(quantity, plain).weight,
      before: /\p{sc=Han}{2}$/u.exec(before)?.[0] ?? null,
      after: /^\p{sc=Han}{2}/u.exec(plain.slice(quantity.end))?.[0] ?? null,
    };
  });
}
