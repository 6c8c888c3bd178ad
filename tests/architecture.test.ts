import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

/** Which rooms a room may look into, besides itself. The pure rooms know only the nouns and the helpers. */
const PURE = ["model", "base"];
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  model: [],
  base: ["model"],
  read: PURE,
  prose: PURE,
  rules: [...PURE, "prose"],
  rank: [...PURE, "prose"],
  compose: PURE,
  ooxml: PURE,
  render: [...PURE, "ooxml"],
  inspect: [...PURE, "ooxml"],
  report: PURE,
  ledger: PURE,
  pipeline: [...PURE, "read", "rules", "rank", "compose", "render", "ooxml", "inspect"],
  commands: [...PURE, "pipeline", "report", "ledger", "world", "cli"],
  cli: [...PURE, "commands", "world"],
  world: PURE,
  main: ["commands", "cli", "world"],
};

/** Each package has one home; `commands` may name the type of a commander command it is handed. */
const HOMES: Readonly<Record<string, readonly string[]>> = {
  yaml: ["read"],
  handlebars: ["compose"],
  docx: ["render"],
  fflate: ["ooxml"],
  saxes: ["ooxml"],
  chalk: ["report"],
  commander: ["cli", "commands"],
  inquirer: ["commands"],
  pg: ["ledger"],
};

/** Paths are plain text, and a hash is a pure function of bytes; everything else of Node is behind the one door. */
const NODE_HOMES: Readonly<Record<string, readonly string[]>> = {
  "node:path": ["world", "commands", "cli"],
  "node:crypto": ["base"],
};

interface Import {
  readonly file: string;
  readonly room: string;
  readonly target: string;
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((each) => {
    const path = join(folder, each.name);
    return each.isDirectory() ? sources(path) : each.name.endsWith(".ts") ? [path] : [];
  });
}

function roomOf(path: string): string {
  const [, first] = path.split("/");
  return (first ?? "").replace(/\.ts$/u, "");
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, "utf8");
  const found = text.matchAll(/(?:^(?:import|export)\b[^"';]*?\bfrom\s*|\bimport\s*\(\s*|^import\s+)"([^"\n]+)"/gmu);
  return [...found].map(([, target]) => ({ file, room: roomOf(file), target: target as string }));
}

const files = sources("src");
const imports = files.flatMap(importsOf);
const isInner = ({ target }: Import): boolean => target.startsWith(".");

describe("the house", () => {
  test("is read at all", () => {
    expect(files.length).toBeGreaterThan(80);
    expect(imports.filter(isInner).length).toBeGreaterThan(200);
    expect(imports.some(({ target }) => target === "yaml")).toBe(true);
  });

  test("has no room that nobody planned", () => {
    expect(new Set(files.map(roomOf))).toEqual(new Set(Object.keys(ROOMS)));
  });

  test("keeps its doors: no room imports one it may not know", () => {
    const wrong = imports.filter(isInner).flatMap(({ file, room, target }) => {
      const other = roomOf(join(file, "..", target));
      return other === room || ROOMS[room]?.includes(other) ? [] : [`${file} → ${target}`];
    });
    expect(wrong).toEqual([]);
  });

  test("gives each package one home", () => {
    const wrong = imports
      .filter((each) => !isInner(each) && !each.target.startsWith("node:"))
      .filter(({ room, target }) => !HOMES[target]?.includes(room))
      .map(({ file, target }) => `${file} → ${target}`);
    expect(wrong).toEqual([]);
  });

  test("touches the machine only in world", () => {
    const wrong = imports
      .filter(({ target }) => target.startsWith("node:"))
      .filter(({ room, target }) => room !== "world" && !NODE_HOMES[target]?.includes(room))
      .map(({ file, target }) => `${file} → ${target}`);
    expect(wrong).toEqual([]);
    const machine = /\b(?:process\.|Date\.now\(|new Date\(\)|Math\.random\()/u;
    const asks = files.filter((file) => roomOf(file) !== "world" && machine.test(readFileSync(file, "utf8")));
    expect(asks).toEqual([]);
  });

  test("holds no figure of the paper outside layouts: no font, no colour", () => {
    const looks = /仿宋|楷体|小标宋|Times New Roman|FF0000/u;
    const code = (file: string): string => readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/gu, "");
    const wrong = files.filter(
      (file) => ["compose", "render", "ooxml", "inspect", "pipeline"].includes(roomOf(file)) && looks.test(code(file)),
    );
    expect(wrong).toEqual([]);
  });
});
