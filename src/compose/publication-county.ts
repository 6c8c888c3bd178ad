import type { Body, BodyBlock, Run } from "../model/body.ts";

/** A county as those above it call it. */
export interface County {
  readonly name: string;
  /** 县, 市, 区 or 旗: what it calls itself “我” with. */
  readonly kind: string;
}

/** The county whose office this is: 中共青岚县委办公室 is of 青岚县. Null where the name does not say. */
export function countyOf(office: string): County | null {
  const name = /^\s*(?:中国共产党|中共)?(\p{Script=Han}{1,12}?[县市区旗])(?=委|人民政府|政府)/u.exec(office)?.[1];
  return name === undefined ? null : { name, kind: name.slice(-1) };
}

/** A body for readers above the county: 我县 and 本县 by name. The body given stays as it is. */
export function namedBody(body: Body, county: County): Body {
  return { text: namedText(body.text, county), blocks: body.blocks.map((block) => namedBlock(block, county)) };
}

/** 我县 and 本县 by name; not in “…” and 《…》, which say what others said, and not in 基本县 and the like. */
export function namedText(text: string, county: County): string {
  return named([{ text, bold: false }], county)[0]?.text ?? text;
}

function namedBlock(block: BodyBlock, county: County): BodyBlock {
  switch (block.kind) {
    case "heading": {
      const { head, rest } = block;
      return { ...block, head: named(head, county), rest: named(rest, county) };
    }
    case "table":
      return {
        ...block,
        head: block.head.map((cell) => named(cell, county)),
        rows: block.rows.map((row) => row.map((cell) => named(cell, county))),
      };
    default:
      return { ...block, runs: named(block.runs, county) };
  }
}

const QUOTES: Readonly<Record<string, number>> = { "“": 1, "《": 1, "”": -1, "》": -1 };

/** Runs of one paragraph: a quotation may begin in one and end in another. */
function named(runs: readonly Run[], { name, kind }: County): Run[] {
  const own = new RegExp(`[“”《》]|我(?:自治)?${kind}(?!级)|(?<![基根原样版资成日])本(?:自治)?${kind}(?!级)`, "gu");
  let depth = 0;
  return runs.map((run) => ({
    ...run,
    text: run.text.replace(own, (found) => {
      const step = QUOTES[found];
      if (step === undefined) return depth > 0 ? found : name;
      depth = Math.max(0, depth + step);
      return found;
    }),
  }));
}
