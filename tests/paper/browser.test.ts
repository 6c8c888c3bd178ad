import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { renderHtml } from "../../src/render/html/render.ts";
import { paginate } from "../../src/render/paginate/paginate.ts";
import { shipped } from "../render/support/layouts.ts";
import { sampleIssue } from "../render/support/samples.ts";

const layout = shipped();

function browser(): string | null {
  for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
    try {
      return execFileSync("which", [name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
    } catch {
      // The next one.
    }
  }
  if (process.env["ZHUANBAO_REQUIRE_PAPER"] === "1")
    throw new Error("paper tests are required, and chromium is missing (Debian: chromium)");
  process.stderr.write("browser tests skipped: chromium not found (Debian: chromium)\n");
  return null;
}

const BROWSER = browser();
const QUIET =
  "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync --no-pdf-header-footer";

/** Opens a page in a headless browser with a profile of its own, and returns what it wrote. */
function open(html: string, flag: string, name: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "zhuanbao-browser-"));
  try {
    const page = join(folder, "page.html");
    writeFileSync(page, html);
    const argv = [...QUIET.split(" "), `--user-data-dir=${join(folder, "profile")}`, `${flag}=${join(folder, name)}`];
    execFileSync(BROWSER as string, [...argv, "--window-size=900,1300", `file://${page}`], {
      stdio: "ignore",
      timeout: 60_000,
    });
    return readFileSync(join(folder, name));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function pagesOf(pdf: Buffer): number {
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/gu)?.length ?? 0;
}

describe.skipIf(BROWSER === null)("the HTML in a browser", { timeout: 120_000 }, () => {
  it.each([2, 8, 20, 45])("prints on as many pages as the DOCX: %i paragraphs an entry", (count) => {
    const issue = sampleIssue(count);
    expect(pagesOf(open(renderHtml(issue, layout), "--print-to-pdf", "page.pdf"))).toBe(paginate(issue, layout).pages);
  });

  it("is a white sheet with the red masthead on the screen", () => {
    const png = open(renderHtml(sampleIssue(2), layout), "--screenshot", "page.png");
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(png.length).toBeGreaterThan(10_000);
  });
});
