import { describe, expect, it } from "vitest";
import { locate } from "../../src/report/locate.ts";
import { shorten } from "../../src/report/shorten.ts";
import { renderPretty } from "../../src/report/pretty.ts";
import { draft } from "../../src/pipeline/draft.ts";
import { entryText, filesOf, OFFICE, publicationOf, surveyOf, type Files } from "../pipeline/support.ts";

/** Milliseconds; each takes a second or two, and took half a minute or more. */
const LIMIT = 10_000;

const list = (count: number, of: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, at) => of(at));
const stream = (texts: readonly string[]): Files => ({ "甲.yaml": texts.join("---\n") });
const UNITS = `${OFFICE}单位:\n${list(60, (at) => `  - 青石镇第${at}办公室\n`).join("")}`;

const LOADS: Readonly<Record<string, readonly [Files, string]>> = {
  "a thousand reports of the year 100": [
    stream(list(1000, (at) => entryText({ 编号: `甲${at}`, 报送时间: "0100-01-01", 事发时间: "" }))),
    OFFICE,
  ],
  "white space in the 密级 of a broken file": [{ "甲.yaml": `密级: a${" ".repeat(120_000)}b\n标题: [\n` }, OFFICE],
  "60k unknown units": [
    filesOf(entryText({ 编号: "甲", 报送单位: `[${list(60_000, (at) => `甲局${at}`).join(",")}]` })),
    UNITS,
  ],
  "a unit of 990 KB": [filesOf(entryText({ 编号: "甲", 报送单位: "x".repeat(990_000) })), UNITS],
  "thousands of faults in one line": [
    filesOf(
      entryText({
        编号: "甲",
        报送记录: `[${list(11_000, () => "{对象: 县委办, 时间: 2026-11-01 08:40}").join(",")}]`,
      }),
    ),
    OFFICE,
  ],
  "8000 telephone numbers in one line": [
    filesOf(entryText({ 编号: "甲", 正文: `"${list(8000, () => "13812345678、").join("")}"` })),
    OFFICE,
  ],
  "a chain of 4000 reports": [
    Object.fromEntries(
      list(4000, (at) =>
        entryText({ 编号: `甲${at}`, 报告: at === 0 ? "{阶段: 首报}" : `{阶段: 续报, 续: 甲${at - 1}}` }),
      ).map((text, at) => [`${at}.yaml`, text]),
    ),
    OFFICE,
  ],
};

describe("loads that took minutes", () => {
  it.each(Object.entries(LOADS))(
    "%s",
    (_, [files, office]) => {
      const started = performance.now();
      const found = surveyOf(files, { office });
      const all = shorten(locate(found.findings));
      const shown = renderPretty(all, { sources: found.sources, colour: false, columns: 80 });
      draft(found, publicationOf(found), { path: "plans/p.yaml", former: null });
      expect(shown.length).toBeLessThan(10_000_000);
      expect(performance.now() - started).toBeLessThan(LIMIT);
    },
    60_000,
  );
});
