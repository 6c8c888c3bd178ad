import type { Finding } from "../model/diagnostic.ts";
import { wholeFile, type Source } from "../model/source.ts";
import { quote } from "../base/visible.ts";
import type { BrokenFile, BrokenWhy } from "../ooxml/broken.ts";

const SAVE_AGAIN = "请在 WPS 或 Word 里打开，另存为 .docx 后再检查；打不开的，请向来文单位重新索取";

const WORDS: Readonly<Record<BrokenWhy, readonly [message: string, hint: string]>> = {
  empty: ["文件是空的", "请核对是不是没有拷贝完"],
  "not-zip": ["不是 DOCX 文件（DOCX 应是一个 ZIP 包）", "请核对文件；PDF、图片、网页等不能检查"],
  "old-format": ["是旧格式的文档（.doc 或 .wps），不是 DOCX", "请在 WPS 或 Word 里另存为 .docx"],
  encrypted: ["文件加了密码，读不出来", "请在 WPS 或 Word 里打开，去掉打开密码，另存为 .docx"],
  damaged: ["文件已损坏或不完整", SAVE_AGAIN],
  "too-many-parts": ["文件里的部件多得不正常，没有读", SAVE_AGAIN],
  "too-big": ["文件展开以后大得不正常，没有读", SAVE_AGAIN],
  "bad-name": ["文件里有指向外面的路径，没有读", "来路不明的请不要打开；" + SAVE_AGAIN],
  "same-name": ["文件里有两个同名的部件，没有读", SAVE_AGAIN],
  "no-text": ["里面没有文档的正文，不是 Word 文档", "请核对是不是表格（.xlsx）或演示文稿（.pptx）"],
  encoding: ["文件里的文字编码不对", SAVE_AGAIN],
  doctype: ["文件里有不该有的文档类型声明，没有读", "来路不明的请不要打开；" + SAVE_AGAIN],
  "not-well-formed": ["文件里的 XML 写坏了", SAVE_AGAIN],
  "too-deep": ["文件里的嵌套深得不正常，没有读", SAVE_AGAIN],
};

/** A file that cannot be read, as a finding. */
export function brokenFinding(source: Source, { why, part }: BrokenFile): Finding {
  const [message, hint] = WORDS[why];
  return {
    rule: "unreadable-file",
    severity: "error",
    message: part === "" ? message : `${message}（${quote(part)}）`,
    hint,
    at: wholeFile(source),
    entry: null,
    related: [],
  };
}
