// Draws the pictures of docs/images: the first pages of the compiled example, the first and the last page of every
// publication, and the two papers that check writes, made from the example on their page. Run by `node scripts/picture.mjs`. Debian packages it needs:
// libreoffice-writer-nogui, poppler-utils, imagemagick, fonts-liberation, and fonts-noto-cjk for the Chinese; where the
// free Fandol fonts are installed they are taken, and look more like an office.
import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const PAGES = 3;
const PAGE_WIDTH = 450;
const GAP = 8;
/** So that a page of the documentation loads at once. */
const MOST_BYTES = 400 * 1024;
const NOW = "2026-11-23 17:00";

const root = fileURLToPath(new URL("..", import.meta.url));
const images = join(root, "docs", "images");
const fonts = join(root, "tests", "paper", "fonts.conf");
const work = mkdtempSync(join(tmpdir(), "zhuanbao-picture-"));
const env = existsSync(fonts) ? { ...process.env, FONTCONFIG_FILE: fonts } : process.env;
const run = (program, ...args) =>
  execFileSync(program, args, { cwd: root, env, stdio: ["ignore", "ignore", "inherit"] });

/** The files in the code blocks of a page: the info line of each is `yaml` and its path. */
function filesOf(page) {
  const text = readFileSync(join(root, "docs", page), "utf8");
  return [...text.matchAll(/^```yaml (\S+)\n([\s\S]*?)^```$/gmu)].map(([, path, content]) => ({ path, content }));
}

/** The first pages of a paper side by side, or with `ends` its first and its last. */
function draw(docx, name, { ends = false } = {}) {
  const folder = mkdtempSync(join(work, "pages-"));
  const profile = `-env:UserInstallation=${pathToFileURL(join(work, "profile"))}`;
  run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, docx);
  const pdf = join(folder, basename(docx).replace(/docx$/u, "pdf"));
  const scale = ["-scale-to-x", String(PAGE_WIDTH), "-scale-to-y", "-1"];
  run("pdftoppm", "-png", ...(ends ? [] : ["-l", String(PAGES)]), ...scale, pdf, join(folder, "page"));
  const all = readdirSync(folder)
    .filter((each) => /^page-\d+\.png$/u.test(each))
    .toSorted();
  const pages = ends ? [...new Set([all.at(0), all.at(-1)])] : all;
  mkdirSync(images, { recursive: true });
  const looks = ["-tile", `${pages.length}x1`, "-geometry", `+${GAP}+${GAP}`, "-background", "#d8d8d8", "-strip"];
  const picture = join(images, name);
  run("montage", ...pages.map((each) => join(folder, each)), ...looks, "-colors", "64", `PNG8:${picture}`);
  const { size } = statSync(picture);
  if (size > MOST_BYTES) throw new Error(`${picture} is ${size} bytes, more than ${MOST_BYTES}`);
  console.log(`${picture}: ${pages.length} pages, ${Math.ceil(size / 1024)} KB`);
}

try {
  run(process.execPath, "scripts/build.mjs");
  const program = (office, ...args) => run(process.execPath, "bin/zhuanbao.js", "-C", office, ...args, "--date", NOW);
  // Named paths, so that a plan left in the example changes nothing.
  const brief = join(work, "brief.docx");
  program("examples", "compile", "entries", "--skip-invalid", "-o", brief);
  draw(brief, "brief.png");

  const publications = JSON.parse(readFileSync(join(root, "scripts", "publications.json"), "utf8"));
  for (const [name, argv] of Object.entries(publications)) {
    const docx = join(work, `${name}.docx`);
    const date = argv.includes("--date") ? [] : ["--date", NOW];
    run(process.execPath, "bin/zhuanbao.js", "-C", "examples", ...argv, ...date, "-o", docx);
    draw(docx, `刊物-${name}.png`, { ends: true });
  }

  // What units sent and what became of it: from a ledger, so in a copy of the example.
  const issued = join(work, "issued");
  cpSync(join(root, "examples"), issued, {
    recursive: true,
    filter: (path) => !/[/\\](?:out|plans|台账)$/u.test(path),
  });
  program(issued, "plan");
  program(issued, "publish", "--signer", "王某", "--editor", "李某");
  const bulletin = join(work, "bulletin.docx");
  run(
    process.execPath,
    "bin/zhuanbao.js",
    "-C",
    issued,
    "adoption",
    "--all-titles",
    "--date",
    "2026-11-30 17:00",
    "-o",
    bulletin,
  );
  draw(bulletin, "刊物-信息采用情况通报.png", { ends: true });

  const office = join(work, "office");
  for (const { path, content } of filesOf("退稿单和程序情况表.md")) {
    mkdirSync(dirname(join(office, path)), { recursive: true });
    writeFileSync(join(office, path), content);
  }
  const papers = join(work, "papers");
  try {
    program(office, "check", "--quiet", "--return-slip", papers, "--procedure-sheet", papers);
  } catch (error) {
    // 1 says that errors were found, as they should be.
    if (error.status !== 1) throw error;
  }
  draw(join(papers, "退稿单-青石镇-2026-11-23.docx"), "return-slip.png");
  draw(join(papers, "程序情况表-青石镇-2026-11-23.docx"), "procedure-sheet.png");
} finally {
  rmSync(work, { recursive: true, force: true });
}
