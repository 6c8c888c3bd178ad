import { visible } from "../../base/visible.ts";
import { audit } from "../../ledger/audit.ts";
import { copyLedger, type Copied } from "../../ledger/copy.ts";
import { loadLedger } from "../../ledger/ledger.ts";
import { addressOf, isPostgresUrl } from "../../ledger/postgres-url.ts";
import { LedgerError } from "../../ledger/store.ts";
import { toJson } from "../../report/json.ts";
import { EXIT, UsageError, type Call, type ExitCode } from "../command.ts";
import { shownPath, typedPath } from "../paths.ts";
import type { Workspace } from "../workspace.ts";
import { openStoreAt, type OpenStore } from "./store-at.ts";

/** `ledger copy FROM TO`: a whole ledger from files to PostgreSQL, or back; each is a folder or `postgres://…`. */
export async function copy(call: Call, workspace: Workspace): Promise<ExitCode> {
  const [, from, to, more] = call.args;
  if (from === undefined || to === undefined || more !== undefined)
    throw new UsageError(
      "copy 要写从哪里搬到哪里",
      "例如 zhuanbao ledger copy 台账 postgres://zhuanbao@db.example/zhuanbao",
    );
  const [source, target] = [placeOf(call, from), placeOf(call, to)];
  if (source === target) throw new UsageError(`从 ${visible(source)} 搬到它自己`, "请核对两处的位置");
  if (!isPostgresUrl(from) && call.world.files.kind(typedPath(call.globals.folder, from)) !== "folder")
    throw new LedgerError(`没有台账目录 ${source}`, "请核对从哪里搬；共享盘是不是没有连上？");
  const done = await copyBetween(call, workspace, { from, to });
  say(call, { done, source, target });
  return EXIT.clean;
}

async function copyBetween(
  call: Call,
  workspace: Workspace,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Copied> {
  const open = (ledger: string): Promise<OpenStore> =>
    openStoreAt(call.world, workspace, { ledger, folder: call.globals.folder });
  const source = await open(from);
  try {
    await refuseFaulty(source, workspace);
    const target = await open(to);
    try {
      return await copyLedger(source.store, target.store, (await source.files?.heads()) ?? null);
    } finally {
      await target.store.close();
    }
  } finally {
    await source.store.close();
  }
}

/** What is wrong with a ledger is to be settled where its backups are, not carried on. */
async function refuseFaulty({ store, files }: OpenStore, { grounds }: Workspace): Promise<void> {
  const { zone } = grounds.office;
  const heads = files === null ? null : await files.heads();
  const { faults, records } = await audit(store, await loadLedger(store, zone), { heads, zone });
  if (records === 0) throw new LedgerError("搬出的台账里没有记录，没有可搬的", "请核对从哪里搬、是哪个机关的");
  const [first] = faults;
  if (!first) return;
  const place = first.chain === null ? "" : `${first.chain.series} ${first.chain.year} 年第 ${first.seq ?? ""} 号`;
  throw new LedgerError(
    `搬出的台账有 ${faults.length} 处不对，没有搬：${place}${first.message}`,
    "先运行 zhuanbao ledger verify 看全部，照它说的处理好再搬",
  );
}

/** What may be shown of a place: of a database no user and no password. */
function placeOf({ globals, world }: Call, place: string): string {
  if (isPostgresUrl(place)) {
    const { place: shown, office } = addressOf(place);
    return office === null ? shown : `${shown}（${office}）`;
  }
  return shownPath(world.cwd, typedPath(globals.folder, place));
}

interface Done {
  readonly done: Copied;
  readonly source: string;
  readonly target: string;
}

function say({ world, options }: Call, { done, source, target }: Done): void {
  const { chains, records, copied } = done;
  if (options["json"] === true) {
    world.stdout.write(toJson({ version: 1, from: source, to: target, chains, records, copied }));
    return;
  }
  const already = records === copied ? "" : `，原已在那里的 ${records - copied} 条`;
  world.stdout.write(
    `${visible(source)} → ${visible(target)}：${chains} 个系列 ${records} 条记录，新搬 ${copied} 条${already}；已逐条读回，哈希相符\n`,
  );
  if (copied > 0)
    world.stderr.write(
      "接着把 zhuanbao.yaml 的“台账”改成新的位置，运行 zhuanbao ledger verify；旧的留作备份，不要再用它编发\n",
    );
}
