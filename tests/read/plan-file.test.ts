import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPlan } from "../../src/read/plan.ts";
import { writePlan } from "../../src/read/write-plan.ts";

/** What YAML would take for something else than text, and what an entry may hold. */
const WORDS = [
  ..."010 1e3 no true null ~ 2026-11-18 - ? : # & * ! | > % @ ` [ ] { } , ' \" \\ ： 　 、 一、 #3 -甲 a:b".split(" "),
  "甲 #3",
  "甲: 乙",
  "- 甲",
  "? 甲",
  "&甲",
  "*甲",
  "!甲",
  "%甲",
  "---",
  "...",
  "<<",
  "甲's “乙”",
  "甲\\n乙",
  "𬱖",
  "e\u0301",
  "\u200b",
  "\u2028甲",
  "甲\u0085乙",
  "10 分：甲",
];

const line = fc
  .oneof(
    fc.constantFrom(...WORDS),
    fc.array(fc.constantFrom(...WORDS, "甲", "乙", " "), { minLength: 1, maxLength: 4 }).map((parts) => parts.join("")),
  )
  .map((text) => text.trim())
  .filter((text) => text !== "");
const lines = fc
  .array(fc.oneof(line, fc.constant("")), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join("\n").replace(/\n+$/u, ""))
  .filter((text) => text.trim() !== "");

const plan = fc
  .record({
    ids: fc.uniqueArray(line, { minLength: 1, maxLength: 6 }),
    title: line,
    printTitle: fc.option(line),
    printBody: fc.option(lines),
    note: fc.option(lines),
    why: fc.option(line),
    pinned: fc.boolean(),
    supplement: fc.boolean(),
    urgency: fc.option(fc.constantFrom("特急" as const, "加急" as const)),
    whole: fc.boolean(),
    taken: fc.option(fc.constantFrom("是" as const, "否" as const, "已办" as const)),
    group: line,
  })
  .map(({ ids, title, printTitle, printBody, note, why, pinned, supplement, urgency, whole, taken, group }) => {
    const [first = "", out, ...merged] = ids;
    return {
      publication: "信息专报",
      date: "2026-11-23",
      period: supplement ? { from: 20_773, to: 20_779 } : null,
      supplement,
      urgency,
      note,
      groups: [
        {
          name: group,
          rows: [{ id: first, title, fingerprint: "0012e4", pinned, printTitle, printBody, merged, whole }],
        },
      ],
      dropped: out === undefined ? [] : [{ id: out, why, printTitle, printBody }],
      proposals:
        out === undefined
          ? []
          : [{ kind: "同一件事" as const, ids: [first, out], why: title, differs: why === null ? [] : [why], taken }],
      suggested: ids,
      suggestedGroups: new Map([[group, ids.length]]),
    };
  });

describe("the file of a plan", { timeout: 60_000 }, () => {
  it("property: reads back what was written, and is written the same again", () => {
    fc.assert(
      fc.property(plan, line, (given, reason) => {
        const notes = { score: () => `3 分：${reason} +3`, title: () => reason };
        const text = writePlan(given, null, notes);
        const read = readPlan({ path: "p.yaml", text }, "Asia/Shanghai");
        expect(read.findings.map(({ message }) => message)).toEqual([]);
        expect(read.plan).toEqual(given);
        expect(writePlan(given, text, notes)).toBe(text);
      }),
      { numRuns: 500, seed: 20261123 },
    );
  });
});
