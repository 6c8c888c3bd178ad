import { describe, expect, it } from "vitest";
import { RULES } from "../../src/rules/index.ts";
import { casesOf } from "./cases.ts";
import { judge, shippedProfile } from "./harness.ts";

for (const rule of RULES.filter((one) => one.scope === "entry")) {
  describe(rule.name, () => {
    const cases = casesOf(rule.name);

    it.each(cases)("$name", ({ text, expected, says, now, profile }) => {
      const seen = judge(text, { ...(now ? { now } : {}), ...(profile ? { profile: shippedProfile(profile) } : {}) });
      const own = seen.filter((found) => found.rule === rule.name);
      expect(own.map(({ place, severity }) => `${place} ${severity}`)).toEqual(expected);
      for (const word of says) expect(own.map(({ message, hint }) => `${message}｜${hint}`).join("\n")).toContain(word);
      // A case must be sound but for what it is about, or it may be quiet for the wrong reason.
      const unsound = seen.filter((found) => ["syntax", "unknown-field"].includes(found.rule));
      expect(unsound.map(({ place, message }) => `${place} ${message}`)).toEqual([]);
    });

    it("has at least five quiet and five firing cases", () => {
      expect(cases.filter(({ expected }) => expected.length === 0).length).toBeGreaterThanOrEqual(5);
      expect(cases.filter(({ expected }) => expected.length > 0).length).toBeGreaterThanOrEqual(5);
    });

    it("says what was found in one line without a full stop, and what to do", () => {
      for (const { text, now, profile } of cases) {
        const seen = judge(text, { ...(now ? { now } : {}), ...(profile ? { profile: shippedProfile(profile) } : {}) });
        for (const { message, hint } of seen.filter((found) => found.rule === rule.name)) {
          expect(message).toMatch(/^[^\n]+[^。\n]$/u);
          expect(hint).not.toBe("");
          // No message ever advises holding a report back.
          expect(message + hint).not.toMatch(/暂缓|暂不报|先不报|压下|不要报|不得上报|撤回/u);
        }
      }
    });
  });
}
