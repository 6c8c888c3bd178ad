import { issueKey } from "../../base/issue-key.ts";
import { archiveOf, printedOf } from "../../base/archive.ts";
import { civil } from "../../base/time.ts";
import { numberOf } from "../../base/matters.ts";
import { quote, visible } from "../../base/visible.ts";
import { clockFault } from "../../ledger/clock.ts";
import { holesIn } from "../../ledger/holes.ts";
import { refuseOldYear, type Numbering } from "../../ledger/issue.ts";
import { standing } from "../../ledger/ledger.ts";
import { issueSeries } from "../../ledger/series.ts";
import { endsOf } from "../../ledger/taken.ts";
import { LedgerError } from "../../ledger/store.ts";
import type { IssueRecord } from "../../model/ledger.ts";
import type { Published } from "../../model/published.ts";
import { allOf } from "../../pipeline/signed.ts";
import { UsageError, type Call } from "../command.ts";
import type { OpenLedger } from "../ledger/open.ts";
import { shownPath, typedPath } from "../paths.ts";
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
export function refuseClock(call: Call, { day, workspace }: Ready, newest: IssueRecord | null): string | null {
  const fault = clockFault(newest, { day, now: workspace.grounds.now });
  if (fault === null) return null;
  const isSaid = call.globals.date !== null || call.options["on"] !== undefined;
  if (isSaid) return `注意：${fault}`;
  throw new UsageError(`${fault}，时钟可能倒走了`, "请校准时钟；确要用这一天的，用 --on 写明日期");
}

/** A year once begun closes all before it: one that was mistyped would close the publication for good. */
export async function refuseYear(
  { workspace }: Ready,
  { store, ledger }: OpenLedger,
  wanted: Numbering,
): Promise<void> {
  refuseOldYear(endsOf(ledger, await store.heads(), issueSeries(wanted.publication, wanted.kind)), wanted);
  const { year } = civil(workspace.grounds.now.day);
  if (wanted.year > year + 1)
    throw new UsageError(
      `现在是 ${year} 年，不能编 ${wanted.year} 年的`,
      "请核对 --on；编了以后，以前各年的就不能再编",
    );
}

/** A publication prints an entry once, unless somebody says that it shall again. */
export function refusePrinted({ options }: Call, { issue, publication }: Ready, published: readonly Published[]): void {
  if (options["again"] === true) return;
  const own = published.filter((one) => one.publication === publication.name);
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

/** The recorded paper of another issue is not written over, whatever -o says; `path` as it would be recorded. */
export function refuseOthersPaper({ ledger }: OpenLedger, path: string, own: IssueRecord | null): void {
  const other = standing(ledger).find(
    ({ record }) => record.paper.path === path && (own === null || issueKey(record) !== issueKey(own)),
  )?.record;
  if (!other) return;
  const name = `《${visible(other.publication)}》${other.year}年${numberOf(other)}`;
  throw new UsageError(`${visible(path)} 是${name}的成稿，不能覆盖`, "请给 -o 换一个文件名");
}

/** A plan whose issue has lost its paper, run again to get it back after the plan was changed, would be a new issue. */
export function refuseLostPaper(
  { world, options }: Call,
  { workspace, plan, publication }: Ready,
  open: OpenLedger,
): void {
  if (options["again"] === true) return;
  const own = standing(open.ledger).map(({ record }) => record);
  const last = own.findLast((record) => record.plan === plan && record.publication === publication.name);
  if (!last || world.files.kind(typedPath(workspace.root, last.paper.path)) !== null) return;
  throw new UsageError(
    `${last.year}年${numberOf(last)}是按这份编排单编发的，成稿 ${visible(last.paper.path)} 不在；编排单或稿件在那以后改过，现在编发会另取期号`,
    "要找回那一期：从备份恢复成稿，或把编排单和稿件改回编发时的样子再运行；确要另编一期，加 --again",
  );
}
