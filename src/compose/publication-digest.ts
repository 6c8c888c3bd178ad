import type { Body, BodyBlock, Run } from "../model/body.ts";

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
  const sentences = textOf(block).match(SENTENCE) ?? [];
  return sentences.filter((sentence) => !sentence.endsWith("如下。"));
}

/** A heading is none of the text, but a numbered line of the lower levels that is a sentence is, without its number. */
function textOf(block: BodyBlock): string {
  if (block.kind === "table") return "";
  if (block.kind !== "heading") return joined(block.runs);
  const { level, head, rest } = block;
  return rest.length === 0 && level > 2 ? joined(head).replace(/^[（(]?\d+[）).．]\s*/u, "") : joined(rest);
}

function joined(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join("");
}
