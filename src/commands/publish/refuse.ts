import { archiveOf, printedOf } from "../../base/archive.ts";
import { numberOf } from "../../base/matters.ts";
import { quote, visible } from "../../base/visible.ts";
import { clockFault } from "../../ledger/clock.ts";
import { holesIn } from "../../ledger/holes.ts";
import type { Numbering } from "../../ledger/issue.ts";
import { standing } from "../../ledger/ledger.ts";
import { issueSeries } from "../../ledger/series.ts";
import { LedgerError } from "../../ledger/store.ts";
import type { IssueRecord } from "../../model/ledger.ts";
import { allOf } from "../../pipeline/signed.ts";
import { UsageError, type Call } from "../command.ts";
import type { OpenLedger } from "../ledger/open.ts";
import { shownPath } from "../paths.ts";
import type { Ready } from "./request.ts";

/** The newest issue of the same publication and kind; null where there is none. */
export function newestIssue({ ledger }: OpenLedger, { publication, kind }: Numbering): IssueRecord | null {
  const own = standing(ledger).map(({ record }) => record);
  return own.findLast((record) => record.publication === publication && record.kind === kind) ?? null;
}

/** A record that is gone may have been this brief: no number is taken before that is settled. */
export async function refuseHoles({ store, files, ledger }: OpenLedger, wanted: Numbering): Promise<void> {
  const heads = files === null ? null : await files.heads();
  const series = issueSeries(wanted.publication, wanted.kind);
  const [first, ...more] = await holesIn({ store, ledger, heads }, series);
  if (!first) return;
  throw new LedgerError(
    `台账里《${visible(series)}》${first.chain.year}年第 ${first.seq} 号的记录不见了${more.length > 0 ? `，另有 ${more.length} 个号也是` : ""}`,
    "从备份恢复；确实找不回的，先用 zhuanbao ledger void 作废这个号，再编发",
  );
}

/** A clock that went back, or a day before the newest issue's: only who says the day is believed. */
export function refuseClock(call: Call, { day, workspace }: Ready, { newest, wanted }: Newest): string | null {
  const latest = newest === null ? null : newest.year;
  if (wanted.runsOn && latest !== null && latest > wanted.year)
    throw new UsageError(`本刊期号跨年连续，已编到 ${latest} 年，不能再编 ${wanted.year} 年的`, "请核对 --on、--date");
  const fault = clockFault(newest, { day, now: workspace.grounds.now });
  if (fault === null) return null;
  const isSaid = call.globals.date !== null || call.options["on"] !== undefined;
  if (isSaid) return `注意：${fault}`;
  throw new UsageError(`${fault}，时钟可能倒走了`, "请校准时钟；确要用这一天的，用 --on 写明日期");
}

interface Newest {
  readonly newest: IssueRecord | null;
  readonly wanted: Numbering;
}

/** A publication prints an entry once, unless somebody says that it shall again. */
export function refusePrinted({ options }: Call, { issue, workspace, publication }: Ready): void {
  if (options["again"] === true) return;
  const own = workspace.grounds.published.filter((one) => one.publication === publication.name);
  const archive = archiveOf(own);
  const entries = issue.edition.groups.flatMap(({ items }) => items.flatMap(allOf));
  const printed = entries.flatMap((entry) => {
    const last = printedOf(entry, archive).at(-1);
    return last ? [`${quote(entry.title, 30)}（${last.year}年${numberOf(last)}）`] : [];
  });
  if (printed.length === 0) return;
  throw new UsageError(
    `有 ${printed.length} 条本刊已经登过：${printed.slice(0, 3).join("；")}`,
    "一种刊物只登一次：运行 zhuanbao plan 更新编排单；上一期编发后改过稿子的，先作废那一期；确要重登加 --again",
  );
}

/** The paper of a number that nobody took: the ledger that it was recorded in is not this one. */
export async function refuseOldPaper(
  { world, options }: Call,
  { workspace }: Ready,
  { path, isTaken }: { readonly path: string; readonly isTaken: () => Promise<boolean> },
): Promise<void> {
  if (options["output"] !== undefined || world.files.kind(path) === null) return;
  // Somebody faster may have taken it this very moment: then another number is tried.
  if (await isTaken()) return;
  throw new UsageError(
    `${visible(shownPath(workspace.root, path))} 已经有了，台账里却没有这一期`,
    "核对台账是不是完整（共享盘是否连上、是否从备份恢复过）；确是无关的文件，请移开它",
  );
}
