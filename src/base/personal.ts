import { maskPasswords } from "./passwords.ts";

/** A number that belongs to a person. Offsets are UTF-16, half-open. */
export interface Personal {
  readonly kind: "id" | "card" | "mobile";
  readonly start: number;
  readonly end: number;
}

/**
 * Numbers as people write them, in one run or in groups: 110101 19900307 7758, 6222-0212-3456-7894, 138 1234 5678.
 * Never part of a longer run of digits; only an ID number, whose birthday and check are proof, may follow letters.
 */
const FORMS =
  /(?<!\d)(?<id>\d{6}[ -]?\d{4}[ -]?\d{4}[ -]?\d{3}[\dXx])(?![\dA-Za-z])|(?<![\dA-Za-z])(?<card>\d{16,19}|\d{4}(?:[ -]\d{4}){3}(?:[ -]\d{1,3})?|\d{6}[ -]\d{10,13})(?![\dA-Za-z])|(?<![\dA-Za-z])(?:(?:\+|00)?86[ -]?|0)?(?<mobile>1[3-9]\d{9}|1[3-9]\d[ -]\d{4}[ -]\d{4}|1[3-9]\d{2}[ -]\d{3}[ -]\d{4})(?![\dA-Za-z]|\.\d|[万亿]?元|[万亿吨])/gu;

/** ID numbers by checksum, bank cards by Luhn, mobile numbers by their form; digits may be full-width. */
export function findPersonal(text: string): Personal[] {
  if (!/[\d０-９]{3}/u.test(text)) return [];
  const plain = fold(text);
  const found: Personal[] = [];
  FORMS.lastIndex = 0;
  for (let match = FORMS.exec(plain); match !== null; match = FORMS.exec(plain)) {
    const [kind, number] = kindOf(match, plain);
    const end = match.index + match[0].length;
    if (kind !== null) found.push({ kind, start: end - number.length, end });
    // What was no ID number may still be a card, or begin with a mobile number.
    else FORMS.lastIndex = match.index + 1;
  }
  return found;
}

type Kind = Personal["kind"];

function kindOf({ groups, index }: RegExpExecArray, plain: string): [Kind | null, string] {
  const mobile = groups?.["mobile"];
  if (mobile !== undefined) return ["mobile", mobile];
  const number = groups?.["id"] ?? groups?.["card"] ?? "";
  const digits = number.replace(/[ -]/gu, "");
  if (isIdNumber(digits)) return ["id", number];
  const alone = !/[A-Za-z]/u.test(plain[index - 1] ?? "");
  // Four columns of a table are no card: of grouped numbers only those that begin as cards issued in China do.
  const issued = digits === number || /^(?:6|9558|4|5[1-5]|35)/u.test(digits);
  return [alone && issued && isCardNumber(digits) ? "card" : null, number];
}

const WIDE: Readonly<Record<string, string>> = { Ｘ: "X", ｘ: "x", "\u3000": " ", "\u00a0": " ", "－": "-", "＋": "+" };

/** The same text, as long as before, with full-width digits, white space and dashes made plain. */
function fold(text: string): string {
  return text.replace(/[０-９Ｘｘ\u3000\u00a0\u2000-\u200a\u202f－＋\u2010-\u2015]/gu, (char) => {
    const code = char.charCodeAt(0);
    if (code >= 0xff10 && code <= 0xff19) return String(code - 0xff10);
    return WIDE[char] ?? (code >= 0x2010 && code <= 0x2015 ? "-" : " ");
  });
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = "10X98765432";

/** A resident identity number: GB 11643-1999, a real birthday and the check character of ISO 7064 MOD 11-2. */
export function isIdNumber(text: string): boolean {
  if (!/^[1-9]\d{5}(?:19|20)\d{9}[\dXx]$/u.test(text)) return false;
  const [year, month, day] = [text.slice(6, 10), text.slice(10, 12), text.slice(12, 14)].map(Number) as [
    number,
    number,
    number,
  ];
  const born = new Date(Date.UTC(year, month - 1, day));
  if (born.getUTCMonth() !== month - 1 || born.getUTCDate() !== day) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return CHECKS[sum % 11] === text[17]?.toUpperCase();
}

/** A bank card number: 16 to 19 digits that begin as issued cards do (3–6, 9), by ISO/IEC 7812-1 (Luhn), and no 统一社会信用代码. */
export function isCardNumber(text: string): boolean {
  if (!/^[3-69]\d{15,18}$/u.test(text) || isCreditCode(text)) return false;
  let sum = 0;
  for (let index = 0; index < text.length; index++) {
    const digit = Number(text[text.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** A 统一社会信用代码 that happens to be all digits: GB 32100-2015, weights 3ⁿ, modulo 31. */
function isCreditCode(text: string): boolean {
  if (text.length !== 18) return false;
  let [sum, weight] = [0, 1];
  for (const digit of text.slice(0, 17)) {
    sum += Number(digit) * weight;
    weight = (weight * 3) % 31;
  }
  return (31 - (sum % 31)) % 31 === Number(text[17]);
}

/**
 * The same text, as long and as wide as before, with all but the ends of such numbers starred: 138****5678,
 * 6222************1234. The password in the address of a database is starred whole: what one may not show, the other may not.
 */
export function maskPersonal(text: string): string {
  const parts: string[] = [];
  let done = 0;
  for (const { kind, start, end } of findPersonal(text)) {
    const [head, tail] = kind === "mobile" ? [3, 4] : [4, 4];
    const number = text.slice(start, end);
    const stars = number
      .slice(head, -tail)
      .replace(/\d/gu, "*")
      .replace(/[０-９]/gu, "＊");
    parts.push(text.slice(done, start), number.slice(0, head), stars, number.slice(-tail));
    done = end;
  }
  return maskPasswords(parts.join("") + text.slice(done));
}
