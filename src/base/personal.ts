/** A number that belongs to a person. Offsets are UTF-16, half-open. */
export interface Personal {
  readonly kind: "id" | "card" | "mobile";
  readonly start: number;
  readonly end: number;
}

/** Digits with an X at the end, not part of a longer run. */
const RUNS =
  /(?<![\dA-Za-z])\d{11,19}[Xx]?(?![\dA-Za-z])|(?<![\dA-Za-z])\d{3}[ -]\d{4}[ -]\d{4}(?![\dA-Za-z])|(?<![\dA-Za-z])\d{4}(?: \d{4}){3}(?: \d{1,3})?(?![\dA-Za-z])/gu;

/** ID numbers by checksum, bank cards by Luhn, mobile numbers by their form. */
export function findPersonal(text: string): Personal[] {
  if (!/\d{3}/u.test(text)) return [];
  return Array.from(text.matchAll(RUNS)).flatMap((match): Personal[] => {
    const kind = kindOf(match[0].replace(/[ -]/gu, ""));
    return kind === null ? [] : [{ kind, start: match.index, end: match.index + match[0].length }];
  });
}

function kindOf(digits: string): Personal["kind"] | null {
  if (isIdNumber(digits)) return "id";
  if (isCardNumber(digits)) return "card";
  return /^1[3-9]\d{9}$/u.test(digits) ? "mobile" : null;
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

/** A bank card number: 16 to 19 digits that begin as issued cards do (3–6, 9), by ISO/IEC 7812-1 (Luhn). */
export function isCardNumber(text: string): boolean {
  if (!/^[3-69]\d{15,18}$/u.test(text)) return false;
  let sum = 0;
  for (let index = 0; index < text.length; index++) {
    const digit = Number(text[text.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** The same text, as long as before, with all but the ends of such numbers starred: 138****5678, 6222************1234. */
export function maskPersonal(text: string): string {
  let masked = text;
  for (const { kind, start, end } of findPersonal(text)) {
    const [head, tail] = kind === "mobile" ? [3, 4] : [4, 4];
    const number = text.slice(start, end);
    const stars = number.slice(head, -tail).replace(/\d/gu, "*");
    masked = masked.slice(0, start) + number.slice(0, head) + stars + number.slice(-tail) + masked.slice(end);
  }
  return masked;
}
