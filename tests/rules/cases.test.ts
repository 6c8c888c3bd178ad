import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { applyEdits } from "../../src/base/edits.ts";
import { RULES } from "../../src/rules/index.ts";
import { casesOf, type Case } from "./cases.ts";
import { judge, packs, type Seen } from "./harness.ts";
import { publishedOf } from "./published.ts";

function judged({ text, now, profile, packs: names, office, publication, published, whole }: Case): Seen[] {
  const plain = profile === undefined && names.join() === "county";
  return judge(text, {
    whole,
    ...(now ? { now } : {}),
    ...(plain ? {} : { profile: packs(names, ...(profile === undefined ? [] : [profile])) }),
    ...(office === undefined ? {} : { office }),
    ...(publication === undefined ? {} : { publication }),
    ...(published === undefined ? {} : { published: publishedOf(published) }),
  });
}

for (const rule of RULES.filter((one) => one.scope !== "reading")) {
  describe(rule.name, () => {
    const file = `tests/rules/cases/${rule.name}.yaml`;
    if (!existsSync(new URL(`../../${file}`, import.meta.url))) {
      it("has cases", () => expect.fail(`缺少 ${file}`));
      return;
    }
    const cases = casesOf(rule.name);

    it.each(cases)("$name", (one) => {
      const seen = judged(one);
      const own = seen.filter((found) => found.rule === rule.name);
      expect(own.map(({ place, severity }) => `${place} ${severity}`)).toEqual(one.expected);
      for (const word of one.says)
        expect(own.map(({ message, hint }) => `${message}｜${hint}`).join("\n")).toContain(word);
      // A case must be sound but for what it is about, or it may be quiet for the wrong reason.
      const unsound = seen.filter((found) => ["syntax", "unknown-field"].includes(found.rule));
      expect(unsound.map(({ place, message }) => `${place} ${message}`)).toEqual([]);
      if (one.fixed !== undefined)
        expect(
          applyEdits(
            one.text,
            own.flatMap(({ fix }) => fix ?? []),
          ),
        ).toBe(one.fixed);
    });

    it("has at least five quiet and five firing cases", () => {
      expect(cases.filter(({ expected }) => expected.length === 0).length).toBeGreaterThanOrEqual(5);
      expect(cases.filter(({ expected }) => expected.length > 0).length).toBeGreaterThanOrEqual(5);
    });

    it("says what was found in one line without a full stop, and what to do", () => {
      for (const { message, hint } of cases.flatMap(judged).filter((found) => found.rule === rule.name)) {
        expect(message).toMatch(/^[^\n]+[^。\n]$/u);
        expect(hint).not.toBe("");
        // No message ever advises holding a report back.
        expect(message + hint).not.toMatch(/暂缓|暂不报|先不报|压下|不要报|不得上报|撤回/u);
      }
    });
  });
}
