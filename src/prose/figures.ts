/** A number that is no date, time, code or number of a document; 三成, 过半. */
const FIGURE =
  /(?<![\dA-Za-z.〔[(（第])\d+(?:[.,]\d+)*\s?(?![\d年月日号时点分秒：:.\-/~〕\])）A-Za-z])|[一二两三四五六七八九十百千万半]成(?![立为长功就果效本员])|翻番|过半/gu;

/** The first figures of a text, as it writes them: 86, 4.2, 三成; `most` at most. */
export function firstFigures(text: string, most: number): string[] {
  const found: string[] = [];
  for (const [figure] of text.matchAll(FIGURE)) {
    found.push(figure.trim());
    if (found.length === most) break;
  }
  return found;
}
