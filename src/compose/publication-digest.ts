import type { Body, BodyBlock, Run } from "../model/body.ts";

/** Forms of one paragraph, and the figure of the rule packs that says how many characters each has at most. */
export const DIGESTS: ReadonlyMap<string, string> = new Map([
  ["简讯", "简讯字数"],
  ["摘要", "摘要字数"],
]);

/** What print goes by in the rule packs, as `base/holdings.ts` names it. */
export const PRINT_USES: readonly string[] = [...DIGESTS.values()].map((name) => `数值.${name}`);

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
