import { describe, expect, it } from "vitest";
import { officeWith, SOUND } from "./support.ts";

describe("classified material in places that are easily overlooked", () => {
  it.each([
    ["a second 密级", { "乙.yaml": "密级: 公开\n密级: 涉密\n标题: 布防\n" }],
    ["its English name beside the Chinese", { "乙.yaml": "密级: 公开\nsecrecy: confidential\n标题: 布防\n" }],
    ["a file too big for an entry", { "乙.yaml": `密级: 机密\n正文: |\n  ${"布防。".repeat(200_000)}\n` }],
  ])("%s stops the run", async (_, files) => {
    const office = officeWith({ "甲.yaml": SOUND, ...files });
    for (const args of [["check"], ["plan"], ["compile", "--skip-invalid"]]) {
      const { code, out, err } = await office.run(args);
      expect(code).toBe(4);
      expect(out + err).not.toMatch(/布防|涉密\b|confidential/u);
    }
    expect(office.list().filter((path) => /docx|plans/u.test(path))).toEqual([]);
  });

  it("a mark written in escapes in the plan, whatever publication the plan is of", async () => {
    const office = officeWith({ "甲.yaml": SOUND });
    const plan = (publication: string): string =>
      `刊物: ${publication}\n日期: 2026-11-23\n按语: "\\u673a\\u5bc6\\u2605一年"\n分组: []\n`;
    office.write("plans/p.yaml", plan("信息专报"));
    expect((await office.run(["compile", "--plan", "plans/p.yaml"])).code).toBe(4);
    expect((await office.run(["plan", "--plan", "plans/p.yaml"])).code).toBe(4);
    office.write("plans/p.yaml", plan("每日要情"));
    expect((await office.run(["compile", "--plan", "plans/p.yaml"])).code).toBe(4);
  });
});
