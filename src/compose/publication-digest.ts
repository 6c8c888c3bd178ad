import type { Body, BodyBlock } from "../model/body.ts";

/** The most characters of a form of one paragraph. 实务：要情、简讯不超过 300 字，摘要取其一半，一面可排四五条. */
export const DIGESTS = { 简讯: 300, 摘要: 150 } as const;

/** A body as one paragraph of whole sentences of its own, from its beginning; headings, tables and what announces a list are left out. */
export function digestOf(body: Body, most: number): Body {
  let text = "";
  for (const sentence of body.blocks.flatMap(sentencesOf)) {
    if (text !== "" && [...text, ...sentence].length > most) break;
    text += sentence;
  }
  if (text === "") return body;
  return { text, blocks: [{ kind: "paragraph", runs: [{ text, bold: false }] }] };
}

/** Closing signs belong to the sentence that they close. */
const SENTENCE = /[^。！？]*[。！？]+[”’）》」』]*/gu;

function sentencesOf(block: BodyBlock): string[] {
  if (block.kind === "table") return [];
  const runs = block.kind === "heading" ? block.rest : block.runs;
  return (
    runs
      .map(({ text }) => text)
      .join("")
      .match(SENTENCE) ?? []
  );
}
