const DIGITS = "\\d〇一二三四五六七八九十百两半数几";
const SPAN = "(?:年|个?季度|个?月|周|星期|天|日|个?工作日|小时)";

/** Times by which a thing is to be done: dates, spans, seasons and frequencies. */
const WHEN = new RegExp(
  [
    `[${DIGITS}]{1,4}(?:年|月|日|号|季度)`,
    `[${DIGITS}]{1,3}${SPAN}(?:之?内|以内|之?前|后|起)`,
    "(?:本|当|下|上|每|同|次)(?:年|月|周|日|季度?|半年)",
    "(?:年|月|季|周|春节|国庆|汛期?|采收期?|开学|入冬|入汛|节|假|冬|春|夏|秋|学期|旱季|雨季|会议?|播|收|种)(?:来临|到来)?(?:之?前|以前|后|期间|结束)",
    "(?:年|月|季度?|学期)(?:底|末|内|中|初)",
    "(?:于|在)[^，。；、\\n]{1,14}前",
    "[今明去][年冬春夏秋晚]|即日起|限期|期限|逐[年月日季周]|[上下]半年|全年|春季|夏季|秋季|冬季|汛期|农闲",
  ].join("|"),
  "u",
);

/** Whether a text says when. */
export function saysWhen(text: string): boolean {
  return WHEN.test(text);
}

/** A text without what it says of time. */
export function withoutWhen(text: string): string {
  return text.replace(ALL_WHEN, "");
}

const ALL_WHEN = new RegExp(WHEN.source, "gu");
