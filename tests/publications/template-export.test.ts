import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { entryText, Folder, OFFICE, officeWith } from "../commands/support.ts";
import { compiled } from "./support.ts";

const ENTRIES = { "甲.yaml": entryText({ 编号: "甲", 标题: "石坝村水渠通水" }) };

const shipped = (path: string): string =>
  readFileSync(new URL(`../../templates/publications/${path}`, import.meta.url), "utf8");

describe("template export", () => {
  it("copies the two files, unchanged, and says how to name them", async () => {
    const folder = officeWith(ENTRIES, OFFICE);
    const { code, out } = await folder.run(["template", "export", "信息专报"]);
    expect(code).toBe(0);
    for (const file of ["template.hbs", "layout.yaml"])
      expect(folder.read(`模板/信息专报/${file}`)).toBe(shipped(`信息专报/${file}`));
    expect(out).toContain("刊物:\n  信息专报:\n    模板: 模板/信息专报\n");
  });

  it("makes a copy whose words and looks an office changes without code, under the shipped name or its own", async () => {
    const folder = officeWith(ENTRIES, OFFICE);
    await folder.run(["template", "export", "每日要情", "模板/晨讯"]);
    const path = "模板/晨讯/template.hbs";
    folder.write(path, folder.read(path).replace("【{{名称}}】", "◆{{名称}}"));
    folder.write("模板/晨讯/layout.yaml", folder.read("模板/晨讯/layout.yaml").replace("值: 60磅", "值: 48磅"));
    expect(await compiled(folder, "每日要情")).toContain("【工作动态】");
    folder.write("zhuanbao.yaml", `${OFFICE}刊物:\n  每日要情: { 模板: 模板/晨讯 }\n  政务晨讯: { 模板: 模板/晨讯 }\n`);
    for (const name of ["每日要情", "政务晨讯"]) {
      const text = await compiled(folder, name);
      expect(text).toContain(name);
      expect(text).toContain("◆工作动态");
    }
  });

  it("works with what it says, word for word", async () => {
    const folder = officeWith(ENTRIES, OFFICE);
    const { out } = await folder.run(["template", "export", "参阅", "模板/2026 版"]);
    const said = /^刊物:\n(?: {2}.*\n)+/mu.exec(out)?.[0] ?? "";
    expect(said).toContain("参阅");
    const path = "模板/2026 版/template.hbs";
    folder.write(path, folder.read(path).replace("{{刊名}}", "县情{{刊名}}"));
    folder.write("zhuanbao.yaml", OFFICE + said);
    expect(await compiled(folder, "参阅")).toContain("县情参阅");
  });

  it("is copied from a folder below the office into the office, and to a folder typed from there", async () => {
    const folder = officeWith(ENTRIES, OFFICE);
    const { out } = await folder.run(["-C", "entries", "template", "export", "信息专报"]);
    expect(folder.has("模板/信息专报/layout.yaml")).toBe(true);
    expect(out).toContain("模板: 模板/信息专报");
    await folder.run(["-C", "entries", "template", "export", "参阅", "../我的"]);
    expect(folder.has("我的/layout.yaml")).toBe(true);
  });

  it("never overwrites: one file there is enough to leave all alone", async () => {
    const folder = officeWith(ENTRIES, OFFICE);
    folder.write("模板/信息专报/layout.yaml", "我的");
    const { code, err } = await folder.run(["template", "export", "信息专报"]);
    expect(code).toBe(2);
    expect(err).toContain("已经有 模板/信息专报/layout.yaml");
    expect(folder.list("模板")).toEqual(["模板/信息专报/layout.yaml"]);
    expect(folder.read("模板/信息专报/layout.yaml")).toBe("我的");
  });

  it("offers the nearest name, and takes a path for none", async () => {
    const folder = officeWith(ENTRIES, OFFICE);
    for (const [argv, said] of [
      [["export", "每日要晴"], "是不是“每日要情”？"],
      [["export", "../layouts"], "没有自带的模板“../layouts”"],
      [["export", ".."], "没有自带的模板“..”"],
      [["exprot", "参阅"], "是不是“export”？"],
    ] as const) {
      const { code, err } = await folder.run(["template", ...argv]);
      expect([code, err]).toEqual([2, expect.stringContaining(said) as string]);
    }
    expect(folder.list()).toEqual(["entries/甲.yaml", "zhuanbao.yaml"]);
  });

  it("needs an office", async () => {
    const folder = new Folder({});
    const { code, err } = await folder.run(["template", "export", "信息专报"]);
    expect(code).toBe(2);
    expect(err).toContain("zhuanbao init");
    expect(folder.list()).toEqual([]);
  });
});
