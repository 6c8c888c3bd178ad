import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { Folder, officeWith, OFFICE, SOUND } from "../commands/support.ts";
import { testWorld } from "../helpers/world.ts";
import { main } from "../../src/main.ts";
import { inspected, ownBriefWithPages, shippedLayout } from "./support.ts";

const EXAMPLES = fileURLToPath(new URL("../../examples/", import.meta.url));
const NOW = ["--date", "2026-11-23 17:00", "--no-input"];

async function example(out: Folder, ...argv: readonly string[]): Promise<string> {
  const { world, out: said, err } = testWorld({ cwd: EXAMPLES, argv: [...argv, ...NOW] });
  const code = await main(world);
  if (out.list().length === 0) throw new Error(`${code} ${err()}`);
  return said() + err();
}

async function found(folder: Folder, path: string, ...more: readonly string[]): Promise<unknown> {
  const { code, out } = await folder.run(["inspect", path, "-f", "json", ...more]);
  const { diagnostics } = JSON.parse(out) as { diagnostics: readonly { rule: string; message: string }[] };
  return { code, found: diagnostics.map(({ rule, message }) => `${rule} ${message}`) };
}

const PUBLICATIONS = ["信息专报", "每日要情", "每周信息", "参阅", "上报信息", "紧急信息快报"];

it("finds nothing in a brief with headings, a table and a list, and counts its pages as we do", async () => {
  const { file, pages } = await ownBriefWithPages();
  const found = inspected(file);
  expect(found.findings.map(({ message }) => message)).toEqual([]);
  expect(found.pages).toBe(pages);
  expect(pages).toBeGreaterThan(2);
});

it.each(PUBLICATIONS)("finds nothing in %s, whose layout it knows by the name at its head", async (publication) => {
  const folder = new Folder({});
  const told = await example(
    folder,
    "compile",
    "--skip-invalid",
    "--publication",
    publication,
    "-o",
    `${folder.path}/稿.docx`,
  );
  expect(await found(folder, "稿.docx")).toEqual({ code: 0, found: [] });
  const { err } = await folder.run(["inspect", "稿.docx"]);
  expect(/(\d+) 页、/u.exec(err)?.[1]).toBe(/，(\d+) 页/u.exec(told)?.[1]);
});

it("knows every shipped layout but for papers", () => {
  const all = readdirSync(fileURLToPath(new URL("../../templates/publications/", import.meta.url)));
  const papers = ["退稿单", "程序情况表", "领导专页", "编排表", "约稿单", "呈签单", "反馈通知", "信息采用情况通报"];
  expect(all.filter((name) => !papers.includes(name)).toSorted()).toEqual(PUBLICATIONS.toSorted());
  for (const name of [...all, "gb9704"]) expect(shippedLayout(name).marks.length, name).toBeGreaterThan(20);
});

it("finds nothing in the papers, each by its own layout", async () => {
  const folder = new Folder({});
  const at = (name: string): string => `${folder.path}/${name}`;
  await example(folder, "check", "--return-slip", at("退稿单"), "--procedure-sheet", at("程序情况表"));
  await example(folder, "plan", "--sheet", at("编排表/表.docx"));
  await example(folder, "plan", "--for", "县委书记", "-o", at("领导专页/页.docx"));
  await example(folder, "coverage", "--commission", at("约稿单/单.docx"));
  const files = folder.list();
  expect(new Set(files.map((path) => path.split("/")[0])).size).toBe(5);
  for (const path of files) {
    const name = path.split("/")[0] ?? "";
    expect(await found(folder, path), path).toEqual({ code: 0, found: [] });
    expect((await folder.run(["inspect", path])).err).toContain(`按 ${name}（按标题） 的版式检查`);
    expect(await found(folder, path, "--layout", name), path).toEqual({ code: 0, found: [] });
  }
});

it("finds nothing in what an office writes of its issues, known by its title", async () => {
  const folder = officeWith({ "甲.yaml": SOUND }, OFFICE);
  const run = async (...argv: string[]): Promise<void> => {
    const { code, err } = await folder.run(argv);
    expect([code, code === 0 ? "" : err]).toEqual([0, ""]);
  };
  await run("plan");
  await run("publish", "--slip", "呈签单/单.docx", "--editor", "李某");
  await run("publish", "--signer", "王某", "--editor", "李某");
  await run("adoption", "-o", "信息采用情况通报/通报.docx");
  const issue = ["--issue", "信息专报 2026 1"];
  const note = ["--kind", "批示", "--leader", "王某", "--text", "请抓好落实。", "--entry", "甲"];
  await run("ledger", "note", ...issue, ...note, "--notice", "反馈通知");
  const files = folder.list().filter((path) => /^(?:呈签单|信息采用情况通报|反馈通知)\/.*\.docx$/u.test(path));
  expect(files.length).toBe(3);
  for (const path of files) {
    const name = path.split("/")[0] ?? "";
    expect(await found(folder, path), path).toEqual({ code: 0, found: [] });
    expect((await folder.run(["inspect", path])).err).toContain(`按 ${name}（按标题） 的版式检查`);
    expect(await found(folder, path, "--layout", name), path).toEqual({ code: 0, found: [] });
  }
});
