import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import { testWorld } from "../helpers/world.ts";
import { openEditor, type Editor } from "./support/server.ts";

/** An office that `init` set up, opened with the language server of VS Code's YAML extension. */
describe("an office in VS Code", () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "zhuanbao-")));
  let editor: Editor;

  beforeAll(async () => {
    const argv = ["init", root, "--office", "中共青岚县委办公室", "--unit", "城关镇、东湖镇", "--yes"];
    expect(await main(testWorld({ argv, cwd: root }).world)).toBe(0);
    const settings = JSON.parse(readFileSync(join(root, ".vscode/settings.json"), "utf8")) as Record<string, unknown>;
    editor = await openEditor(root, settings);
  });

  afterAll(() => {
    editor.close();
    rmSync(root, { recursive: true, force: true });
  });

  it("offers the Chinese keys of an entry with what they mean, and no English ones", async () => {
    const uri = editor.open("entries/甲.yaml", "标题: 甲\n\n");
    const offered = await editor.completions(uri, { line: 1, character: 0 });
    const keys = offered.map(({ label }) => label);
    expect(keys).toEqual(expect.arrayContaining(["类别", "报送单位", "事发时间", "报送记录", "正文"]));
    expect(keys.filter((key) => /^[a-z]+$/u.test(key))).toEqual([]);
    expect(offered.find(({ label }) => label === "事发时间")?.about).toContain("紧急信息必填");
  });

  it("offers the values: categories of the rule packs, units of the office, levels of secrecy", async () => {
    const uri = editor.open("entries/乙.yaml", "类别: \n报送单位: \n密级: \n");
    const labels = async (line: number, character: number): Promise<string[]> =>
      (await editor.completions(uri, { line, character })).map(({ label }) => label);
    expect(await labels(0, 4)).toEqual(expect.arrayContaining(["动态", "紧急", "社情民意"]));
    expect(await labels(1, 6)).toEqual(expect.arrayContaining(["城关镇", "东湖镇"]));
    expect((await labels(2, 4)).toSorted()).toEqual(["公开", "内部", "工作秘密"].toSorted());
  });

  it("explains a key that is hovered over, in Chinese", async () => {
    const uri = editor.open("entries/丙.yaml", "密级: 内部\n报告: {阶段: 首报}\n");
    expect(await editor.hover(uri, { line: 0, character: 1 })).toContain("国家秘密不得用本工具处理");
    expect(await editor.hover(uri, { line: 1, character: 7 })).toContain("首报、续报、终报");
  });

  it("marks what the reader would refuse", async () => {
    const uri = editor.open("entries/丁.yaml", "标题: 甲\n类别: 动太\n标提: 1\n");
    const complaints = await editor.complaints(uri);
    expect(complaints.map(({ line }) => line)).toEqual(expect.arrayContaining([1, 2]));
    expect(complaints.map(({ message }) => message).join("\n")).toContain("签发人");
  });

  it("knows the office's own file, with every rule and what it looks for", async () => {
    const uri = editor.open("zhuanbao.yaml", "机关: 中共青岚县委办公室\n规则:\n  \n");
    const offered = await editor.completions(uri, { line: 2, character: 2 });
    expect(offered.find(({ label }) => label === "late-phone")?.about).toContain("电话");
    expect(offered.map(({ label }) => label)).not.toContain("classified");
  });

  it("knows rule packs and plans", async () => {
    const pack = editor.open("规则/本县.yaml", "紧急:\n  \n");
    expect((await editor.completions(pack, { line: 1, character: 2 })).map(({ label }) => label)).toContain("电话");
    const plan = editor.open("plans/信息专报-2026-11-23.yaml", "刊物: 信息专报\n\n");
    expect((await editor.completions(plan, { line: 1, character: 0 })).map(({ label }) => label)).toContain("按语");
  });
});
