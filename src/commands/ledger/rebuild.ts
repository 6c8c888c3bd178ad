import { visible } from "../../base/visible.ts";
import { audit } from "../../ledger/audit.ts";
import { EXIT, type Call, type ExitCode } from "../command.ts";
import type { Workspace } from "../workspace.ts";
import type { OpenLedger } from "./open.ts";
import { rebuildIndex } from "./search-index.ts";

/** `ledger rebuild`: makes anew what can be made from the records, and says what nobody can vouch for. */
export async function rebuild({ world }: Call, open: OpenLedger, workspace: Workspace): Promise<ExitCode> {
  const { store, files, ledger, zone } = open;
  const indexed = `已重建检索用的索引：${await rebuildIndex(world, workspace, store)} 条`;
  if (files === null) {
    world.stdout.write(`${indexed}\n`);
    return EXIT.clean;
  }
  const before = await files.heads();
  const { faults } = await audit(store, ledger, { heads: before, zone });
  files.rebuildHeads();
  const heads = await files.heads();
  const count = typeof heads === "string" ? 0 : heads.size;
  const lines = [`已按现有的记录重建链头：${count} 个系列`];
  const doubtful = faults.filter(({ kind }) => kind === "链头");
  if (doubtful.length > 0)
    lines.push("重建以前，下列系列最后的记录有没有丢、有没有改，无从知道，请对照成稿和收文方核实：");
  for (const { chain } of doubtful)
    lines.push(chain === null ? "  全部系列" : `  ${visible(chain.series)} ${chain.year}`);
  const rest = faults.length - doubtful.length;
  if (rest > 0) lines.push(`另有 ${rest} 处不对，重建改不了，请看 zhuanbao ledger verify`);
  world.stdout.write(`${[...lines, indexed].join("\n")}\n`);
  return EXIT.clean;
}
