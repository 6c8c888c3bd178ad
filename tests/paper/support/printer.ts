import { execFile, execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const FONTS = fileURLToPath(new URL("../fonts.conf", import.meta.url));
const TOOLS = ["soffice", "pdftotext", "pdftocairo"];

function has(tool: string): boolean {
  try {
    execFileSync("which", [tool], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Whether these tests can print here. Where ZHUANBAO_REQUIRE_PAPER=1 they must, and fail for want of a tool. */
export function canPrint(): boolean {
  const missing = TOOLS.filter((tool) => !has(tool));
  if (missing.length === 0) return true;
  if (process.env["ZHUANBAO_REQUIRE_PAPER"] === "1")
    throw new Error(`paper tests are required, and ${missing.join(", ")} is missing`);
  process.stderr.write(
    `paper tests skipped: ${missing.join(", ")} not found (Debian: libreoffice-writer-nogui poppler-utils)\n`,
  );
  return false;
}

/** Prints DOCX files with LibreOffice, each run with a profile of its own; returns the paths of the PDFs, in order. */
export async function print(files: readonly Uint8Array[]): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "zhuanbao-paper-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const names = files.map((file, index) => {
    const name = join(folder, `${index}.docx`);
    writeFileSync(name, file);
    return name;
  });
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  const options = { env: { ...process.env, FONTCONFIG_FILE: FONTS }, timeout: 240_000 };
  await run("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, ...names], options);
  return names.map((name) => {
    const pdf = name.replace(/docx$/u, "pdf");
    // soffice exits with 0 even where it made nothing.
    if (!existsSync(pdf)) throw new Error(`LibreOffice made no PDF of ${name}`);
    return pdf;
  });
}
