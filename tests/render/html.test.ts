import * as fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import type { Document } from "../../src/model/document.ts";
import { renderHtml } from "../../src/render/html/render.ts";
import { shipped } from "./support/layouts.ts";
import { cell, document, h, p, sampleIssue, TAB } from "./support/samples.ts";

const layout = shipped();

/** The texts of the page by element, as a strict reader finds them; throws where the markup is not well-formed. */
function read(html: string): { texts: string[]; names: Set<string> } {
  const texts: string[] = [];
  const names = new Set<string>();
  const open: string[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name }) => {
    names.add(name);
    open.push(name);
    if (/^(?:p|h\d|td|th)$/u.test(name)) texts.push("");
  });
  parser.on("closetag", () => open.pop());
  parser.on("text", (text) => {
    if (open.includes("body") && open.some((name) => /^(?:p|h\d|td|th)$/u.test(name)))
      texts.push((texts.pop() ?? "") + text);
  });
  // Void elements are closed, as HTML leaves them open.
  parser.write(html.replace(/<(meta|hr|br|col)\b([^>]*)>/gu, "<$1$2/>").replace("<!DOCTYPE html>\n", "")).close();
  return { texts, names };
}

const textsOf = (sent: Document): string[] => read(renderHtml(sent, layout)).texts;

describe("the page of HTML", () => {
  it("holds every paragraph, heading and cell, in order", () => {
    const table = { kind: "table", style: "表格", head: [[cell("乡镇", "表头")]], rows: [[cell("东湖")]] } as const;
    const sent = document([h("条目标题", 2, "题"), p("正文", "文"), p("版头行", "左", TAB, "右"), table], null);
    expect(textsOf(sent)).toEqual(["题", "文", "左右", "乡镇", "东湖"]);
  });

  it("gives text back as it was sent, whatever it is", () => {
    const text = fc
      .string({ unit: "binary", maxLength: 40 })
      .filter((value) => !/[\u0000-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff]/u.test(value) && value !== "");
    fc.assert(
      fc.property(text, (given) => {
        expect(textsOf(document([p("正文", given)], null))).toEqual([given]);
      }),
      { numRuns: 200 },
    );
  });

  it("is one page that asks for nothing: no scripts, no addresses, no events", () => {
    const html = renderHtml(sampleIssue(), layout);
    expect([...read(html).names].toSorted((a, b) => (a < b ? -1 : 1))).not.toContain("script");
    expect(html).not.toMatch(/https?:|src=|url\(|@import|\son\w+=/u);
    expect(renderHtml(document([p("正文", '<img src=x onerror="alert(1)">')], null), layout)).toContain(
      "&lt;img src=x",
    );
  });

  it("shows the page of each title in the 要目, as a link to it", () => {
    const html = renderHtml(sampleIssue(30), layout);
    const links = Array.from(html.matchAll(/<a href="#([^"]+)"[^>]*>(\d+)<\/a>/gu), ([, to]) => to);
    expect(links.length).toBeGreaterThan(1);
    for (const to of links) expect(html).toContain(`<a id="${to}"></a>`);
  });
});
