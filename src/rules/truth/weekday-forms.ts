/** A date with the day of the week that the text gives it. What was not written is null. */
export interface Dated {
  /** Four digits, or 今 and 去 for 今年 and 去年. */
  readonly year: string | null;
  readonly month: number | null;
  readonly date: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  /** Offsets of the weekday, which the finding points to, and of date and weekday together. */
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

const NAMES = "一二三四五六日天";
const DAY = `(?:星期|周|礼拜)[${NAMES}]`;
const MENTION = new RegExp(DAY, "gu");
const PART = "(?:上午|下午|早上|早晨|清晨|凌晨|中午|傍晚|晚上|晚间|夜间|夜里)";
const CLOCK = "(?:\\d{1,2}[时点:：](?:\\d{1,2}分?|整|半)?)";
const GAP = `${PART}?${CLOCK}?\\s?(?:(?<bracket>[（(【])\\s?[本上下]?|(?<comma>[，,])\\s?|(?<cell>\\|)\\s?)?`;

const FULL = new RegExp(`(?:(?<year>\\d{4}|[今去])年)?(?<month>\\d{1,2})月(?<date>\\d{1,2})[日号]${GAP}$`, "u");
const ISO = new RegExp(`(?<year>\\d{4})[-./](?<month>\\d{1,2})[-./](?<date>\\d{1,2})${GAP}$`, "u");
const BARE = new RegExp(`(?<date>\\d{1,2})日${GAP}$`, "u");
/** 星期三（11月18日）. */
const AFTER = /^\s?[（(](?:(?<year>\d{4}|[今去])年)?(?<month>\d{1,2})月(?<date>\d{1,2})[日号][）)]/u;

/** The date is no date of its own kind: lunar, of a year not told, the end of a longer number, or of a span whose start has no weekday. */
const LUNAR = /(?:农历|阴历|旧历|夏历)\s?$/u;
const ODD = /[年\d./-]$/u;
const SPAN = /[\d日号月]\s?(?:至|到|[—–~～-]+)$/u;
/** No day of the month: 5日 of a stretch, 第5日, or the month is told otherwise (上月5日). */
const NO_DAY = /(?:[月第期时共满近约余逾超多过]|连续|每)\s?$/u;
const REGULAR = /(?:[每逢、至到和及或—–~～-]|每个|每逢)$/u;

/** More days of the week follow: 周一至周五, 周一、周三, 周六日. */
const MORE = new RegExp(`^\\s?(?:[、至到和及或—–~～-]+\\s?(?:每|本|上|下)?(?:${DAY}|[${NAMES}])|[${NAMES}])`, "u");
/** 周三 ends as a day does; 周三强 is a name, 周日常 is none. */
const DAY_ENDS = new RegExp(`^(?:$|[\\s\\d，,。；;：:、！!？?（(）)】”"|*]|${PART})`, "u");
/** After a comma, and in a cell of its own, the day stands alone: 11月18日，周五例会 says nothing of the 18th. */
const ALONE = new RegExp(`^${PART}?${CLOCK}?(?:$|[\\s，,。；;）)|])`, "u");

/** How far a date reaches before its weekday. */
const REACH = 40;

/** Every date of the text that stands together with a day of the week; no spans, no repeated days, no lunar dates. */
export function datedWeekdays(text: string): Dated[] {
  const plain = text.replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  return Array.from(plain.matchAll(MENTION)).flatMap((match) => {
    const found = before(plain, match.index, match[0]) ?? after(plain, match.index, match[0]);
    return found ? [found] : [];
  });
}

function before(text: string, start: number, name: string): Dated | null {
  const end = start + name.length;
  const [head, tail] = [text.slice(Math.max(0, start - REACH), start), text.slice(end, end + REACH)];
  const whole = FULL.exec(head) ?? ISO.exec(head);
  const match = whole ?? BARE.exec(head);
  if (!match?.groups || MORE.test(tail)) return null;
  const { bracket, comma, cell } = match.groups;
  const apart = comma !== undefined || cell !== undefined;
  if (apart ? !ALONE.test(tail) : name.startsWith("周") && !DAY_ENDS.test(tail)) return null;
  const lead = head.slice(0, match.index);
  if (
    LUNAR.test(lead) ||
    SPAN.test(lead) ||
    (whole === null ? NO_DAY.test(lead) || /[\d.]$/u.test(lead) : ODD.test(lead))
  )
    return null;
  const closed = bracket !== undefined && /^[）)】]/u.test(tail);
  return dated(match.groups, name, { start, end, from: start - head.length + match.index, to: closed ? end + 1 : end });
}

function after(text: string, start: number, name: string): Dated | null {
  const end = start + name.length;
  const match = AFTER.exec(text.slice(end, end + REACH));
  if (!match?.groups || REGULAR.test(text.slice(Math.max(0, start - 2), start))) return null;
  return dated(match.groups, name, { start, end, from: start, to: end + match[0].length });
}

type Groups = Readonly<Record<string, string | undefined>>;

function dated({ year, month, date }: Groups, name: string, at: Pick<Dated, "start" | "end" | "from" | "to">): Dated {
  const index = NAMES.indexOf(name.slice(-1));
  return {
    year: year ?? null,
    month: month === undefined ? null : Number(month),
    date: Number(date),
    weekday: index >= 6 ? 0 : index + 1,
    ...at,
  };
}
