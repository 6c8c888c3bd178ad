// Draws docs/images/brief.png: the first pages of the compiled example, side by side.
// Run by `node scripts/picture.mjs`. Debian packages it needs: libreoffice-writer-nogui, poppler-utils, imagemagick,
// and fonts-noto-cjk for the Chinese; where the free Fandol fonts are installed they are taken, and look more like an office.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const PAGES = 3;
const PAGE_WIDTH = 450;
const GAP = 8;
/** So that the README loads at once. */
const MOST_BYTES = 400 * 1024;

const root = fileURLToPath(new URL("..", import.meta.url));
const picture = join(root, "docs", "images", "brief.png");
const fonts = join(root, "tests", "paper", "fonts.conf");
const work = mkdtempSync(join(tmpdir(), "zhuanbao-picture-"));
const env = existsSync(fonts) ? { ...process.env, FONTCONFIG_FILE: fonts } : process.env;
const run = (program, ...args) =>
  execFileSync(program, args, { cwd: root, env, stdio: ["ignore", "ignore", "inherit"] });

try {
  run(process.execPath, "scripts/build.mjs");
  // Named paths, so that a plan left in the example changes nothing.
  const docx = join(work, "brief.docx");
  run(
    process.execPath,
    "bin/zhuanbao.js",
    "-C",
    "examples",
    "compile",
    "entries",
    "--skip-invalid",
    "--date",
    "2026-11-23 17:00",
    "-o",
    docx,
  );
  const profile = `-env:UserInstallation=${pathToFileURL(join(work, "profile"))}`;
  run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", work, docx);
  run(
    "pdftoppm",
    "-png",
    "-l",
    String(PAGES),
    "-scale-to-x",
    String(PAGE_WIDTH),
    "-scale-to-y",
    "-1",
    join(work, "brief.pdf"),
    join(work, "page"),
  );
  const pages = readdirSync(work)
    .filter((name) => /^page-\d+\.png$/u.test(name))
    .toSorted();
  mkdirSync(join(root, "docs", "images"), { recursive: true });
  const looks = [
    "-tile",
    `${PAGES}x1`,
    "-geometry",
    `+${GAP}+${GAP}`,
    "-background",
    "#d8d8d8",
    "-strip",
    "-colors",
    "64",
  ];
  run("montage", ...pages.map((name) => join(work, name)), ...looks, `PNG8:${picture}`);
  const { size } = statSync(picture);
  if (size > MOST_BYTES) throw new Error(`${picture} is ${size} bytes, more than ${MOST_BYTES}`);
  console.log(`${picture}: ${pages.length} pages, ${Math.ceil(size / 1024)} KB`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
