import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { Folder } from "../commands/support.ts";
import { readPages, type PrintedPage } from "../paper/support/pages.ts";
import { canPrint, print } from "../paper/support/printer.ts";

const EXAMPLES = fileURLToPath(new URL("../../examples/", import.meta.url));

/** The example office as it is shipped, without what was made in it. */
function example(): Folder {
  const files: Record<string, Buffer> = { "zhuanbao.yaml": readFileSync(join(EXAMPLES, "zhuanbao.yaml")) };
  const walk = (below: string): void => {
    for (const name of readdirSync(join(EXAMPLES, below))) {
      const path = `${below}/${name}`;
      if (statSync(join(EXAMPLES, path)).isDirectory()) walk(path);
      else files[path] = readFileSync(join(EXAMPLES, path));
    }
  };
  walk("entries");
  walk("刊物");
  return new Folder(files);
}

/** The command lines whose pictures stand in docs/images, by the name of the paper. */
const LINES = JSON.parse(readFileSync(new URL("../../scripts/publications.json", import.meta.url), "utf8")) as Readonly<
  Record<string, readonly string[]>
>;

interface Printed {
  readonly name: string;
  readonly counted: number;
  readonly pages: readonly PrintedPage[];
}

describe.skipIf(!canPrint())("publications of the example office, printed", { timeout: 300_000 }, () => {
  let made: Promise<readonly Printed[]> | null = null;
  const printed = (): Promise<readonly Printed[]> => (made ??= printAll());

  async function printAll(): Promise<readonly Printed[]> {
    const folder = example();
    const counted: number[] = [];
    for (const [name, argv] of Object.entries(LINES)) {
      const date = argv.includes("--date") ? [] : ["--date", "2026-11-23 17:00"];
      const { code, out, err } = await folder.run([...argv, ...date, "-o", join(folder.path, `${name}.docx`)]);
      if (code !== 0) throw new Error(`${name}: ${err}`);
      counted.push(Number(/，(\d+) 页/u.exec(out)?.[1]));
    }
    const names = Object.keys(LINES);
    const pdfs = await print(names.map((name) => folder.bytes(`${name}.docx`)));
    const pages = await Promise.all(pdfs.map(readPages));
    return names.map((name, at) => ({ name, counted: counted[at] ?? 0, pages: pages[at] ?? [] }));
  }

  it("have the pages that the program counts", async () => {
    const all = await printed();
    expect(all.map(({ name, pages }) => `${name} ${pages.length}`)).toEqual(
      all.map(({ name, counted }) => `${name} ${counted}`),
    );
    expect(new Set(all.map(({ counted }) => counted)).size).toBeGreaterThan(2);
  });

  it("keep all text within the text block", async () => {
    for (const { pages } of await printed())
      for (const { x0, x1 } of pages.flatMap((page) => page.lines)) {
        expect(x0).toBeGreaterThan(27.5);
        expect(x1).toBeLessThan(184.5);
      }
  });

  it("leave no column, group or label alone at the foot of a page, and no total alone on top of one", async () => {
    const lines = (await printed()).flatMap(({ pages }) => pages.map((page) => page.lines.map(({ text }) => text)));
    expect(lines.flat().filter((line) => /^【.+】$/u.test(line)).length).toBeGreaterThan(3);
    for (const page of lines) {
      expect(page.at(-1)).not.toMatch(/^【.+】$|^[一二三四五六]、.{2,6}$|^（[首续终]报.?）$/u);
      expect(page.slice(0, 2).join("")).not.toMatch(/合计.*合计/u);
    }
  });

  it("begin with the urgency and the masthead, and end with to whom they go", async () => {
    const firsts = new Map(
      (await printed()).map(({ name, pages }) => [name, pages[0]?.lines.map(({ text }) => text) ?? []]),
    );
    expect(firsts.get("紧急信息快报（首报）")?.slice(1, 3)).toEqual(["特急", "紧急信息快报"]);
    expect(firsts.get("紧急信息快报（终报）")?.slice(1, 3)).toEqual(["加急", "紧急信息快报"]);
    for (const { name, pages } of await printed())
      expect(
        pages
          .at(-1)
          ?.lines.map(({ text }) => text)
          .join("\n"),
        name,
      ).toMatch(/^报：/mu);
  });
});
