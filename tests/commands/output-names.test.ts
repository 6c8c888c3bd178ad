import { describe, expect, it } from "vitest";
import { officeWith, SOUND } from "./support.ts";

describe("where -o writes", () => {
  it.each([
    [["-o", "送审.docx"], ["送审.docx"]],
    [["-o", "送审"], ["送审.docx"]],
    [["-o", "送审v1.2"], ["送审v1.2.docx"]],
    [["-o", "新目录/"], ["新目录/信息专报-2026-11-23-草稿.docx"]],
    [
      ["-o", "送审.docx", "--format", "docx,txt"],
      ["送审.docx", "送审.txt"],
    ],
    // Never over what was read: the ending is added.
    [["-o", "entries/甲.yaml"], ["entries/甲.yaml.docx"]],
    [["-o", "zhuanbao.yaml"], ["zhuanbao.yaml.docx"]],
  ])("%j → %j", async (args, paths) => {
    const office = officeWith({ "甲.yaml": SOUND });
    const { code, out } = await office.run(["compile", "--json", ...args]);
    expect(code).toBe(0);
    expect((JSON.parse(out) as { outputs: { path: string }[] }).outputs.map(({ path }) => path)).toEqual(paths);
    expect(office.read("entries/甲.yaml")).toBe(SOUND);
  });

  it.each([[["-o", "送审.doc"]], [["-o", "送审.txt"]], [["-o", "送审.docx", "--format", "txt"]], [["-o", "送审.pdf"]]])(
    "refuses the ending of another kind of file: %j",
    async (args) => {
      const office = officeWith({ "甲.yaml": SOUND });
      const { code, err } = await office.run(["compile", ...args]);
      expect(code).toBe(2);
      expect(err).toMatch(/文件名却以 \./u);
    },
  );
});
