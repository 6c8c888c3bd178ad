// Bundles src into dist, one chunk a lazily loaded part, so that a command pays only for what it uses.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const OPTIONS = {
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  charset: "utf8",
  // White space is a third of what must be parsed at every start; names stay, for stack traces.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: "linked",
  // Some packages are CommonJS inside and ask for Node's own modules by require().
  banner: {
    js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
  },
  logLevel: "warning",
};

rmSync("dist", { recursive: true, force: true });
await build({
  ...OPTIONS,
  entryPoints: { main: "src/main.ts", world: "src/world.ts" },
  outdir: "dist",
  splitting: true,
  chunkNames: "[name]-[hash]",
});

// The shipped rule packs are parsed here once instead of at every start.
const parser = join("dist", "parse.mjs");
await build({ ...OPTIONS, entryPoints: ["src/read/parsed.ts"], outfile: parser });
const { packTree } = await import(pathToFileURL(parser).href);
rmSync(parser);
mkdirSync(join("dist", "profiles"));
for (const file of readdirSync(join("templates", "profiles"))) {
  const text = readFileSync(join("templates", "profiles", file), "utf8");
  writeFileSync(join("dist", "profiles", file.replace(/\.yaml$/u, ".json")), packTree({ path: file, text }));
}
