/** Stands for a character that is not to be looked at: no letter, no sign, no white space. */
const MASK = "〓";

/** Web and mail addresses, file names, intervals such as (0,1], faces such as :-) — none of them prose. */
const CODES =
  /(?:https?|ftp):\/\/[\x21-\x7e]+|www\.[\x21-\x7e]+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}|[\w-]{1,40}\.(?:docx?|xlsx?|pptx?|pdf|wps|et|txt|jpe?g|png|mp4|zip|rar|cn|com|net|org)(?![\w])|[[(（] ?-?\d[\d.]{0,20} ?[,，] ?-?\d[\d.]{0,20} ?[\])）]|[:;]-[()]|[:;][()](?=$|[\s，。！？])|\([\^><TtoO=][_-]?[\^><TtoO=]\)/gmu;

/** Most texts hold none of them, and need no closer look. */
const HOLDS_CODE = /[@/]|www|\.[A-Za-z]|[[(（] ?-?\d|[:;]-?[()]|\([\^><TtoO=]/u;

/** The brackets about the year of a document's number, 澄办发（2024）12号, right ones and wrong ones. */
export const YEAR_BRACKETS =
  /(?<=\p{Script=Han}[ \u3000]?)(?<open>[[(（【［﹝｛{〖〔]) ?(?<year>(?:19|20)\d{2}) ?(?<close>[\])）】］﹞｝}〗〕])(?= ?(?:第 ?)?\d{1,5} ?号)/gu;

/** A text in which all that is no prose is masked; every offset stays. */
export function maskCodes(text: string): string {
  return HOLDS_CODE.test(text) ? text.replace(CODES, blank) : text;
}

/** A text in which the year brackets of document numbers are masked: they have a rule of their own. */
export function maskYears(text: string): string {
  return text.includes("号") ? text.replace(YEAR_BRACKETS, blank) : text;
}

function blank(text: string): string {
  return MASK.repeat(text.length);
}
