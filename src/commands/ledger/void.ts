import { issueKey } from "../../base/issue-key.ts";
import { civil } from "../../base/time.ts";
import { visible } from "../../base/visible.ts";
import { holesIn } from "../../ledger/holes.ts";
import { refOf, voidedKeys } from "../../ledger/ledger.ts";
import { writeNote } from "../../ledger/notes.ts";
import { issueSeries } from "../../ledger/series.ts";
import type { IssueRef } from "../../model/ledger.ts";
import { askerAt } from "../ask.ts";
import { EXIT, UsageError, type Call, type ExitCode } from "../command.ts";
import { textOption } from "../options.ts";
import type { Workspace } from "../workspace.ts";
import { oneLine } from "./note-fields.ts";
import type { OpenLedger } from "./open.ts";
import { issueRef, refName } from "./ref.ts";

/** `ledger void`: a number that counts no longer, and is never given again. */
export async function voidNumber(call: Call, open: OpenLedger, workspace: Workspace): Promise<ExitCode> {
  const words = call.args.slice(1);
  if (words.length === 0)
    throw new UsageError("没有说作废哪一期", "例如 zhuanbao ledger void 信息专报 2026 12 --reason 印错");
  const ref = issueRef(words.join(" "), workspace);
  const { world, options } = call;
  if (voidedKeys(open.ledger).has(issueKey(ref))) {
    world.stdout.write(`${visible(refName(ref))}早已作废\n`);
    return EXIT.clean;
  }
  await refuseUnknown(open, ref);
  const reason = textOption(options, "reason");
  if (reason === null || reason.trim() === "") throw new UsageError("作废要写明缘由", "请加 --reason 缘由");
  if (!(await isSure(call, ref))) return EXIT.interrupted;
  const { now } = workspace.grounds;
  await writeNote(open, civil(now.day).year, {
    event: "作废",
    at: now,
    issue: ref,
    reason: oneLine(reason, "reason"),
    clerk: oneLine(textOption(options, "by"), "by"),
  });
  world.stdout.write(`已作废${visible(refName(ref))}；这个号不再使用，其中的条目可以另期再登\n`);
  return EXIT.clean;
}

/** Only a number that was taken can be void: an issue, an empty or broken record, or one that is lost. */
async function refuseUnknown({ store, files, ledger }: OpenLedger, ref: IssueRef): Promise<void> {
  const series = issueSeries(ref.publication, ref.kind);
  const heads = files === null ? null : await files.heads();
  const holes = await holesIn({ store, ledger, heads }, series);
  const taken = [
    ...ledger.issues.map(({ record }) => record),
    ...[...ledger.broken.map(({ kept }) => kept), ...holes].flatMap((at) => refOf(at) ?? []),
  ];
  if (taken.some((one) => issueKey(one) === issueKey(ref))) return;
  throw new UsageError(`台账里没有${refName(ref)}，不用作废`, "编发过的各期看 zhuanbao ledger list");
}

async function isSure({ world, globals, options }: Call, ref: IssueRef): Promise<boolean> {
  if (options["yes"] === true) return true;
  if (!globals.interactive) throw new UsageError("作废不能撤回，要确认", "确要作废，请加 --yes");
  const asker = await askerAt(world, globals.colour);
  return (await asker.choose(`作废${refName(ref)}？不能撤回`, ["不作废", "作废"])) === "作废";
}
