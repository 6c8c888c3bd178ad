import type { Ended, World } from "../world.ts";
import { UsageError } from "./command.ts";
import { join } from "./paths.ts";
import { PAPER_LIMIT } from "./workspace.ts";

/** LibreOffice, by the names it goes by. */
const PROGRAMS = ["soffice", "libreoffice"];
const TIMEOUT = 120_000;

/** What LibreOffice made of a DOCX, and on how many pages. */
export interface Pdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** Sets a DOCX with LibreOffice, with a profile of its own. Its exit code means nothing: the file is looked at. */
export async function toPdf(world: World, docx: Uint8Array): Promise<Pdf> {
  return world.programs.inFolder(async (folder) => {
    const source = join(folder, "a.docx");
    world.files.replace(source, docx);
    const profile = `-env:UserInstallation=${addressOf(join(folder, "profile"))}`;
    const argv = [profile, "--headless", "--norestore", "--convert-to", "pdf", "--outdir", folder, source];
    if ((await runLibreOffice(world, argv, TIMEOUT)) === null)
      throw new UsageError(
        "这台机器没有 LibreOffice，写不出 PDF",
        "请装 LibreOffice，或用 --format docx 在 Word、WPS 里另存为 PDF",
      );
    return readPdf(world, join(folder, "a.pdf"));
  });
}

/** How LibreOffice ended; null where this machine has none. `timeout` in milliseconds. */
export async function runLibreOffice(
  { programs }: Pick<World, "programs">,
  argv: readonly string[],
  timeout: number,
): Promise<Ended | null> {
  for (const program of PROGRAMS) {
    const ended = await programs.run(program, argv, { timeout });
    if (ended !== null) return ended;
  }
  return null;
}

/** A path as the address that LibreOffice takes: C:\\甲 is file:///C:/%E7%94%B2. */
function addressOf(path: string): string {
  const plain = path.replaceAll("\\", "/");
  return `file://${encodeURI(plain.startsWith("/") ? plain : `/${plain}`)}`;
}

function readPdf(world: World, path: string): Pdf {
  const bytes = world.files.kind(path) === "file" ? world.files.read(path, PAPER_LIMIT) : new Uint8Array();
  const text = new TextDecoder("latin1").decode(bytes);
  const pages = text.match(/\/Type\s*\/Page\b(?!s)/gu)?.length ?? 0;
  if (!text.startsWith("%PDF-") || !text.includes("%%EOF") || pages === 0)
    throw new UsageError("LibreOffice 没有写出 PDF", "请先关掉别的 LibreOffice 窗口再试；或用 --format docx");
  return { bytes, pages };
}
