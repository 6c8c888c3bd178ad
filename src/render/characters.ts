/**
 * Signs that Chinese and Western fonts share, and that stand in Chinese text at full width.
 * Word takes them from the Western font unless told otherwise, so they get runs of their own.
 */
const SHARED =
  "\\u00b1\\u00b7\\u00d7\\u00f7\\u2010-\\u201f\\u2025-\\u2027\\u2032-\\u205e\\u2103\\u2105\\u2109\\u2116\\u2121\\u2160-\\u217f\\u2190-\\u2bff";

export const SHARED_SIGN = new RegExp(`[${SHARED}]`, "u");

/** Cuts a text into stretches of full-width characters and of others. */
export const FULL_WIDTH_OR_NOT = new RegExp(
  `[${SHARED}\\u2e80-\\uff60\\uffe0-\\uffee\\u{20000}-\\u{3ffff}]+|[^${SHARED}\\u2e80-\\uff60\\uffe0-\\uffee\\u{20000}-\\u{3ffff}]+`,
  "gu",
);

/** Whether a character is set at the full width of a Chinese one. */
export function isFullWidth(code: number): boolean {
  if (code < 0x2e80) return code >= 0xb1 && SHARED_SIGN.test(String.fromCharCode(code));
  return code < 0xff61 || code >= 0xffe0;
}

/** 行首禁则: what may not begin a line. LibreOffice's own list for Chinese, which it cannot be given; Word is told the same one. */
export const NOT_FIRST =
  ":!),.;?]}¢'\"、。〉》」』】〕〗〞︰︱︳﹐､﹒﹔﹕﹖﹗﹚﹜﹞！），．：；？｜｝︴︶︸︺︼︾﹀﹂﹄﹏～￠々‖•·ˇˉ―-′’”";

/** 行尾禁则: what may not end a line; from the same source. */
export const NOT_LAST = "([{£¥'\"‵〈《「『【〔〖（［｛￡￥〝︵︷︹︻︽︿﹁﹃﹙﹛﹝“‘";
