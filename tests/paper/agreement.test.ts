import { beforeAll, describe, expect, it } from "vitest";
import type { Document, TextBlock } from "../../src/model/document.ts";
import { renderDocx } from "../../src/render/docx/render.ts";
import { linesOf } from "../../src/render/paginate/boxes.ts";
import { paginate } from "../../src/render/paginate/paginate.ts";
import { shipped } from "../render/support/layouts.ts";
import { document, p, t } from "../render/support/samples.ts";
import { readPages, type PrintedPage } from "./support/pages.ts";
import { canPrint, print } from "./support/printer.ts";
import { issue, prose, random } from "./support/prose.ts";

const layout = shipped();

/** Paragraphs of random prose, one after the other. */
function paragraphs(seed: number): Document {
  const next = random(seed);
  return document(
    Array.from({ length: 60 }, () => p("正文", prose(next, 10 + Math.floor(next() * 60)))),
    null,
  );
}

/** An issue in which every paragraph is an anchor, so that the page of each is known. */
function anchored(sent: Document): Document {
  const blocks = sent.blocks.map((block, index) => {
    const named = block.kind === "text" && block.inlines.some(({ kind }) => kind === "anchor");
    if (block.kind !== "text" || named) return block;
    return { ...block, inlines: [{ kind: "anchor", name: `p${index}` } as const, ...block.inlines] };
  });
  return { ...sent, blocks };
}

const TEXTS = [1, 2, 3, 4].map(paragraphs);
const ISSUES = Array.from({ length: 12 }, (_, index) => anchored(issue(index + 1, 1 + (index % 8))));

describe.skipIf(!canPrint())("our pagination and LibreOffice's", () => {
  let texts: readonly (readonly PrintedPage[])[] = [];
  let issues: readonly (readonly PrintedPage[])[] = [];

  beforeAll(async () => {
    const all = [...TEXTS, ...ISSUES];
    const pdfs = await print(await Promise.all(all.map(async (each) => renderDocx(each, layout))));
    const pages = await Promise.all(pdfs.map(readPages));
    texts = pages.slice(0, TEXTS.length);
    issues = pages.slice(TEXTS.length);
  }, 300_000);

  it("break at least 98 lines of 100 in the same place", () => {
    let same = 0;
    let all = 0;
    TEXTS.forEach((sent, index) => {
      const printed = (texts[index] ?? []).flatMap(({ lines }) => lines.map(({ text }) => text));
      for (const [ours, theirs] of pairs(sent, printed)) {
        expect(theirs.join("")).toBe(ours.join(""));
        all += ours.length;
        same += ours.filter((line, at) => line === theirs[at]).length;
      }
    });
    expect(all).toBeGreaterThan(1500);
    expect(same / all).toBeGreaterThan(0.98);
  });

  it("count the same pages", () => {
    expect(ISSUES.map((sent) => paginate(sent, layout).pages)).toEqual(issues.map((pages) => pages.length));
  });

  it("put every entry, and 199 of 200 paragraphs, on the same page", () => {
    const found = ISSUES.flatMap((sent, index) => [...places(sent, issues[index] ?? [])]);
    expect(found.filter(({ name, ours, printed }) => name.startsWith("e") && ours !== printed)).toEqual([]);
    expect(found.length).toBeGreaterThan(400);
    expect(found.filter(({ ours, printed }) => ours !== printed).length / found.length).toBeLessThan(1 / 200);
  });

  it("print in the 要目 the numbers that stand in the file", () => {
    ISSUES.forEach((sent, index) => {
      const { anchors } = paginate(sent, layout);
      const printed = (issues[index] ?? []).flatMap(({ lines }) => lines.map(({ text }) => text));
      const rows = printed.filter((text) => /^关于第\d+件事的情况/u.test(text));
      rows.forEach((row, at) => expect(row.endsWith(`·${anchors.get(`e${at + 1}`)}`)).toBe(true));
      expect(rows.length).toBeGreaterThan(0);
    });
  });
});

/** For each anchored paragraph the page we give it and the page it is printed on. */
function* places(
  sent: Document,
  pages: readonly PrintedPage[],
): Generator<{ name: string; ours: number | undefined; printed: number | undefined }> {
  const { anchors } = paginate(sent, layout);
  const lines = pages.flatMap((page, index) => page.lines.map(({ text }) => ({ text, page: index + 1 })));
  let at = 0;
  let lost = false;
  for (const block of sent.blocks) {
    // The lines of a table's cells run side by side: its end is found by what follows it.
    if (block.kind !== "text") lost = true;
    if (block.kind !== "text") continue;
    const text = plain(block, anchors);
    if (text === "") continue;
    if (lost) while (at < lines.length && !text.startsWith(lines[at]?.text ?? "")) at++;
    lost = false;
    const contents = block.style === "要目条目";
    const anchor = block.inlines.find((inline) => inline.kind === "anchor");
    if (!contents && anchor) yield { name: anchor.name, ours: anchors.get(anchor.name), printed: lines[at]?.page };
    // A leader's dots are print and not text, so such a line is taken whole.
    for (let length = 0; length < text.length && at < lines.length; at++)
      length += contents ? text.length : (lines[at]?.text.length ?? 0);
  }
}

function plain({ inlines, style }: TextBlock, pages: ReadonlyMap<string, number>): string {
  const text = linesOf({ kind: "text", style, outline: null, inlines }, { layout, pages }).flat.text;
  return text.replace(/\s/gu, "");
}

/** For each paragraph our lines, and as many printed lines as hold its text. */
function* pairs(
  sent: Document,
  printed: readonly string[],
): Generator<readonly [readonly string[], readonly string[]]> {
  let at = 0;
  for (const block of sent.blocks) {
    if (block.kind !== "text") continue;
    const { flat, lines } = linesOf(block, { layout, pages: new Map() });
    const ours = lines.map(({ start, end }) => flat.text.slice(start, end).replace(/\s/gu, ""));
    const length = ours.join("").length;
    const theirs: string[] = [];
    while (theirs.join("").length < length && at < printed.length) theirs.push(printed[at++] ?? "");
    yield [ours, theirs];
  }
}

it("keeps the sample texts rich in what makes lines hard to break", () => {
  const text = JSON.stringify(TEXTS) + t("").kind;
  for (const sign of ["“", "《", "（", "%", "……", "WPS", "2026年"]) expect(text).toContain(sign);
});
