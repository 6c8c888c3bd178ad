import { isoDay } from "../../base/time.ts";
import { visible } from "../../base/visible.ts";
import type { Diagnostic, Finding } from "../../model/diagnostic.ts";
import { print } from "../../pipeline/print.ts";
import { makeProcedureSheets, makeReturnSlips, type Sheets } from "../../pipeline/sheets.ts";
import type { Survey } from "../../pipeline/survey.ts";
import { UsageError, type Call } from "../command.ts";
import { textOption } from "../options.ts";
import { prettyFindings } from "../findings.ts";
import { dirname, join, safeName, shownPath, typedPath } from "../paths.ts";
import { loadPaper, type PaperName } from "../publication.ts";
import type { Workspace } from "../workspace.ts";
import { basesOf } from "./bases.ts";

interface Kind {
  readonly name: PaperName;
  readonly option: string;
  readonly flag: string;
}

const KINDS: readonly Kind[] = [
  { name: "退稿单", option: "returnSlip", flag: "--return-slip" },
  { name: "程序情况表", option: "procedureSheet", flag: "--procedure-sheet" },
];

/** A kind of paper asked for, and the folder it goes to. */
interface Order extends Kind {
  readonly folder: string;
}

/** The papers asked for. A folder that cannot be one is refused before anything is looked at. */
export function orderedSheets({ world, globals, options }: Call): Order[] {
  return KINDS.flatMap((kind) => {
    const named = textOption(options, kind.option);
    if (named === null) return [];
    if (options["dryRun"] === true)
      throw new UsageError(`--dry-run 与 ${kind.flag} 不能同时使用`, `要写${kind.name}，请去掉 --dry-run`);
    if (named.trim() === "") throw new UsageError(`${kind.flag} 后没有写目录`, `例如 ${kind.flag} out/${kind.name}`);
    const folder = typedPath(globals.folder, named);
    const found = world.files.kind(folder);
    if (found !== null && found !== "folder")
      throw new UsageError(`${kind.flag} 后应是目录，却是文件：${named}`, "每个单位写一份，请另写一个目录");
    return [{ ...kind, folder }];
  });
}

/** What was checked, and what is reported of it. */
interface Checked {
  readonly workspace: Workspace;
  readonly found: Survey;
  /** What is left to report; and all of it, that set aside as well. */
  readonly diagnostics: readonly Diagnostic[];
  readonly all: readonly Diagnostic[];
}

/** What became of the papers: what to say, and whether a template was at fault, so that none was written. */
interface Written {
  readonly said: readonly string[];
  readonly faulty: boolean;
}

interface Batch extends Order {
  readonly sheets: Sheets;
}

/** Writes the papers asked for: all are made before one is written, each is whole or not there. Never call it after classified material. */
export async function writeSheets(call: Call, orders: readonly Order[], checked: Checked): Promise<Written> {
  const batches = orders.map((order): Batch => ({ ...order, sheets: makeSheets(call, order.name, checked) }));
  const faults = batches.flatMap(({ sheets }) => sheets.findings);
  if (faults.length > 0) return { said: [saidOfFaults(call, faults)], faulty: true };
  const files: { path: string; bytes: Uint8Array }[] = [];
  const said: string[] = [];
  for (const batch of batches) {
    const paths = pathsOf(batch, isoDay(checked.found.grounds.now.day));
    for (const [index, { paper, entries }] of batch.sheets.sheets.entries()) {
      const path = paths[index] as string;
      files.push({ path, bytes: await print(paper, "docx") });
      said.push(`已写出 ${visible(shownPath(checked.workspace.root, path))}（${entries} 条信息，${paper.pages} 页）`);
    }
    said.push(...saidOfQuiet(batch));
  }
  for (const { path, bytes } of files) {
    call.world.files.makeFolder(dirname(path));
    call.world.files.replace(path, bytes);
  }
  return { said, faulty: false };
}

/** A slip asks for what is still to be mended; a sheet shows what happened, whatever was set aside. */
function makeSheets({ world }: Call, name: PaperName, { workspace, found, diagnostics, all }: Checked): Sheets {
  const files = loadPaper(world, workspace, name);
  return name === "退稿单"
    ? makeReturnSlips({ ...found, diagnostics }, files)
    : makeProcedureSheets({ ...found, diagnostics: all }, files, basesOf(world, all));
}

const NAMELESS = "未署名";

/** Longer names would not fit into a file name together with the rest. */
const MOST_OF_NAME = 40;

/** A path for each sheet: units whose names make the same file name, to systems that know no case too, are numbered. */
function pathsOf({ name, folder, sheets: { sheets } }: Batch, day: string): string[] {
  const counts = new Map<string, number>();
  return sheets.map(({ unit }) => {
    const own = safeName(visible(unit ?? NAMELESS), MOST_OF_NAME);
    const key = own.normalize("NFKC").toLowerCase();
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return join(folder, `${name}-${own}-${day}${count > 1 ? `-${count}` : ""}.docx`);
  });
}

/** Names said of units; more of them would push the report off the screen. */
const MOST_NAMED = 10;

function saidOfQuiet({ name, sheets: { sheets, quiet } }: Batch): string[] {
  if (sheets.length === 0) return [`没有要写${name}的信息，没有写文件`];
  if (quiet.length === 0) return [];
  const named = quiet.slice(0, MOST_NAMED).map(visible).join("、");
  return [`不用写${name}的单位：${named}${quiet.length > MOST_NAMED ? ` 等 ${quiet.length} 个` : ""}`];
}

function saidOfFaults(call: Call, faults: readonly Finding[]): string {
  return `${prettyFindings(call, faults)}模板或版式有差错，没有写文件`;
}
