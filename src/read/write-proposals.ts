import { Scalar, YAMLMap } from "yaml";
import { quote } from "../base/visible.ts";
import type { Proposal } from "../model/plan.ts";
import { ownScalar } from "./own-scalar.ts";
import { replace, sequence, set, setOwn } from "./plan-nodes.ts";

/** Only where there are any: most issues have none. */
export function setProposals(
  root: YAMLMap,
  proposals: readonly Proposal[],
  titleOf: (id: string) => string | null,
): void {
  if (proposals.length === 0) return void root.delete("拟合并");
  replace(root, "拟合并", sequence(proposals.map((one) => proposalNode(one, titleOf))));
}

function proposalNode({ kind, ids, why, differs, taken }: Proposal, titleOf: (id: string) => string | null): YAMLMap {
  const node = new YAMLMap();
  const titles = ids.map((id) => titleOf(id)).filter((title) => title !== null);
  const list = sequence(ids.map(ownScalar), true);
  if (titles.length > 0) list.comment = ` ${titles.map((title) => quote(title, 40)).join(" ／ ")}`;
  node.set(new Scalar("编号"), list);
  set(node, "关系", kind);
  setOwn(node, "因", why);
  if (differs.length > 0) node.set(new Scalar("数不同"), sequence(differs.map(ownScalar)));
  set(node, "采纳", taken ?? "");
  return node;
}
