import { sha256 } from "../../base/sha256.ts";
import { numberOf } from "../../base/matters.ts";
import { visible } from "../../base/visible.ts";
import { audit } from "../../ledger/audit.ts";
import type { Fault } from "../../ledger/audit-fault.ts";
import { refOf, standing } from "../../ledger/ledger.ts";
import type { IssueRecord } from "../../model/ledger.ts";
import { toJson } from "../../report/json.ts";
import { EXIT, type Call, type ExitCode } from "../command.ts";
import { typedPath } from "../paths.ts";
import { keyOfPlan } from "../publish/plan-key.ts";
import { PAPER_LIMIT, type Workspace } from "../workspace.ts";
import { cleanLitter, strayFaults } from "./litter.ts";
import type { OpenLedger } from "./open.ts";

/** `ledger verify`: every record, every chain, every paper; 1 where anything is wrong. */
export async function verify(call: Call, open: OpenLedger, workspace: Workspace): Promise<ExitCode> {
  const { world, options } = call;
  const { store, files, ledger, zone } = open;
  const heads = files === null ? null : await files.heads();
  const found = await audit(store, ledger, { heads, zone });
  const cleaned = options["clean"] === true ? cleanLitter(world, open, workspace) : [];
  const faults = [
    ...found.faults,
    ...(await paperFaults(call, open, workspace)),
    ...strayFaults(world, open, workspace),
  ];
  const issues = standing(ledger).length;
  if (options["json"] === true) {
    const shown = faults.map(faultJson);
    const { chains, records } = found;
    world.stdout.write(toJson({ version: 1, chains, records, issues, cleaned, faults: shown }));
    return faults.length > 0 ? EXIT.errors : EXIT.clean;
  }
  const lines = [
    ...cleaned.map((path) => `已清除 ${visible(path)}`),
    ...faults.flatMap((fault) => [
      `${fault.kind}　${visible(placeOf(fault))}${visible(fault.message)}`,
      `  → ${visible(fault.hint)}`,
    ]),
    `共 ${found.chains} 个系列 ${found.records} 条记录，有效的 ${issues} 期：${faults.length === 0 ? "没有发现问题" : `有 ${faults.length} 处不对`}`,
  ];
  world.stdout.write(`${lines.join("\n")}\n`);
  return faults.length > 0 ? EXIT.errors : EXIT.clean;
}

function placeOf({ chain, seq }: Fault): string {
  if (chain === null) return "";
  if (seq === null) return `${chain.series} ${chain.year}：`;
  const ref = refOf({ chain, seq });
  return ref ? `《${ref.publication}》${ref.year}年${numberOf(ref)}：` : `${chain.series} ${chain.year}-${seq}：`;
}

function faultJson({ kind, chain, seq, message, hint }: Fault): object {
  return { kind, series: chain?.series ?? null, year: chain?.year ?? null, number: seq, message, hint };
}

/** The paper of every issue that counts: there, and as it was recorded. */
async function paperFaults(call: Call, { ledger }: OpenLedger, { root }: Workspace): Promise<Fault[]> {
  const { files, status } = call.world;
  const faults: Fault[] = [];
  const issues = standing(ledger);
  for (const [index, { kept, record }] of issues.entries()) {
    status.show("正在核对成稿", ` ${index + 1}/${issues.length}`);
    const { chain, seq } = kept;
    const path = typedPath(root, record.paper.path);
    const isThere = files.kind(path) === "file";
    if (isThere && sha256(files.read(path, PAPER_LIMIT)) === record.paper.sha256) continue;
    const message = `${isThere ? "成稿在编发以后改过" : "成稿不在"}：${record.paper.path}`;
    faults.push({ kind: "成稿", chain, seq, message, hint: await paperHint(call, root, { record, isThere }) });
  }
  return faults;
}

/** A plan that was changed since would be published as another issue: only one that is still this brief brings the paper back. */
async function paperHint(
  call: Call,
  root: string,
  { record: { plan, key }, isThere }: { readonly record: IssueRecord; readonly isThere: boolean },
): Promise<string> {
  const isSame = plan !== null && (await keyOfPlan(call, typedPath(root, plan))) === key;
  if (!isSame) return "从备份恢复成稿；编排单或稿件在编发以后改过，再运行 zhuanbao publish 补不回这一期";
  return `${isThere ? "移开它，" : ""}再运行 zhuanbao publish ${plan}，会照原样补写；或从备份恢复`;
}
