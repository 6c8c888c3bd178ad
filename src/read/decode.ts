import type { Encoding } from "../base/splice.ts";

/** The text of a file and what it is written in, or why it is none; `loose` is what can be made out of it, for the gate of 密级 alone. */
export type Decoded =
  | { readonly text: string; readonly encoding: Encoding }
  | { readonly problem: string; readonly hint: string; readonly loose: string };

/** More than this many multi-byte characters before the first fault cannot be chance: the file is UTF-8, and damaged. */
const CERTAINLY_UTF8 = 3;

/** UTF-8 with or without BOM, else GB18030: strictly, so that no character is ever guessed. */
export function decode(bytes: Uint8Array): Decoded {
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff))
    return unreadable("文件是 UTF-16 编码", guess(bytes));
  const utf8 = tryDecode("utf-8", bytes);
  if (utf8 !== null) return checkCharacters(bytes, utf8, "utf-8");
  const loose = new TextDecoder("utf-8").decode(bytes);
  const sound = loose.slice(0, loose.indexOf("\ufffd"));
  if ((sound.match(/[^\x00-\x7f]/gu)?.length ?? 0) > CERTAINLY_UTF8) {
    const offset = new TextEncoder().encode(sound).length + (startsWith(bytes, 0xef, 0xbb, 0xbf) ? 3 : 0);
    return unreadable(`文件从第 ${offset + 1} 个字节起损坏，不是完整的 UTF-8 文字`, guess(bytes));
  }
  const gb = tryDecode("gb18030", bytes);
  return gb === null ? unreadable("文件不是文字，或编码无法识别", guess(bytes)) : checkCharacters(bytes, gb, "gb18030");
}

/** NUL, other controls and non-characters cannot stand in a document: a text that holds one is not a text. */
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]/u;

export function forbiddenAt(text: string): number {
  return text.search(FORBIDDEN);
}

function checkCharacters(bytes: Uint8Array, text: string, encoding: Encoding): Decoded {
  return text.includes("\u0000") ? unreadable("文件不是文字（含有空字节）", guess(bytes)) : { text, encoding };
}

/** The bytes in every encoding they may have been meant in, faults and NUL left out. */
function guess(bytes: Uint8Array): string {
  const texts = ["utf-8", "gb18030", "utf-16le", "utf-16be"].map((encoding) => new TextDecoder(encoding).decode(bytes));
  return texts.join("\n").replace(/[\u0000\ufffd]/gu, "");
}

function tryDecode(encoding: Encoding, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function startsWith(bytes: Uint8Array, ...mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

function unreadable(problem: string, loose: string): Decoded {
  return { problem, loose, hint: "请用记事本或 WPS 另存为 UTF-8（或 GB18030）编码的纯文本" };
}
