import type { Fault } from "../../ledger/audit-fault.ts";
import type { World } from "../../world.ts";
import { dirname, join, shownPath, typedPath } from "../paths.ts";
import type { Workspace } from "../workspace.ts";
import { ledgerFolder, type OpenLedger } from "./open.ts";

/** Older than this, in milliseconds, no program is writing it any more. */
const OLD = 3_600_000;

/** What this program leaves where it is killed. */
const TEMPORARY = /^\.zb-[0-9a-z]+-[0-9a-z]+\.tmp$/u;

/** What systems and word processors put into any folder. */
const HARMLESS = /^(?:\..*|~\$.*|Thumbs\.db|desktop\.ini)$/iu;

/** Temporary files that a killed run left behind, beside records and papers, absolute. */
function litter(world: World, { files, ledger }: OpenLedger, workspace: Workspace): string[] {
  const folder = ledgerFolder(workspace);
  const inLedger = folder === null ? [] : (files?.strays() ?? []).map((path) => join(folder, path));
  const folders = new Set(ledger.issues.map(({ record }) => dirname(typedPath(workspace.root, record.paper.path))));
  const besides = [...folders].flatMap((each) =>
    world.files.kind(each) === "folder" ? world.files.list(each).map((name) => join(each, name)) : [],
  );
  const old = (path: string): boolean => (world.files.changed(path) ?? Infinity) < world.now() - OLD;
  return [...inLedger, ...besides].filter((path) => TEMPORARY.test(nameOf(path)) && old(path));
}

/** Takes away old temporary files, and says which. */
export function cleanLitter(world: World, open: OpenLedger, workspace: Workspace): string[] {
  return litter(world, open, workspace).map((path) => {
    world.files.remove(path);
    return shownPath(workspace.root, path);
  });
}

/** Files that are no records: copies of a share in conflict with itself may hold one. */
export function strayFaults(world: World, open: OpenLedger, workspace: Workspace): Fault[] {
  const strays = (open.files?.strays() ?? []).filter((path) => !HARMLESS.test(nameOf(path)));
  return [
    ...litter(world, open, workspace).map((path) =>
      faultOf(`写到一半留下的临时文件：${shownPath(workspace.root, path)}`, "运行 zhuanbao ledger verify --clean 清除"),
    ),
    ...strays.map((path) =>
      faultOf(`不是台账的文件：${path}`, "可能是同步盘的冲突副本：核对里面有没有丢了的记录，再移走"),
    ),
  ];
}

function faultOf(message: string, hint: string): Fault {
  return { kind: "杂物", chain: null, seq: null, message, hint };
}

function nameOf(path: string): string {
  return path.split(/[/\\]/u).at(-1) ?? "";
}
