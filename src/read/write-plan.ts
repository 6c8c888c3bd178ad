import { Document, isMap, isScalar, isSeq, parseDocument, Scalar, YAMLMap, type YAMLSeq } from "yaml";
import { isoDay } from "../base/time.ts";
import { quote, visible } from "../base/visible.ts";
import type { Dropped, Plan, PlanGroup, PlanRow } from "../model/plan.ts";
import { ownScalar, writtenOut } from "./own-scalar.ts";
import { mapNode, replace, sequence, set, setOrDelete, setOwn, setText } from "./plan-nodes.ts";
import { setProposals } from "./write-proposals.ts";

/** What is shown beside a row, for the eyes of the editor: score and reasons of those that stand, titles of those left out. */
export interface RowNotes {
  score(id: string): string | null;
  title(id: string): string | null;
}

const HEADER = ` 编排单：各条的先后就是印出的先后，可以直接改。
 调整次序、移到别的分组：剪切、粘贴整条（从“- 编号”起的几行）；固定: 是 —— 该条不再随排序变动。
 不用某条：移到“不用”并写明“因”，或直接删去整条。改题、改文只改印出的文字，原件不动。
 改完运行 zhuanbao compile；有新信息时再运行 zhuanbao plan，改过的地方都会保留。
 “拟合并”是机器看出说的是一件事的几条：“采纳”写“是”，再运行 zhuanbao plan 就合成一条（或前后相连）；写“否”不再提。
 “建议”“建议分组”是机器上次排的次序，不要改。`;

/** The YAML of a plan. `former` is the text it replaces: its comments stay with the rows they stand at. */
export function writePlan(plan: Plan, former: string | null, notes: RowNotes): string {
  const document = former === null ? fresh() : parseDocument(former, { schema: "failsafe" });
  const root = isMap(document.contents) ? document.contents : new YAMLMap();
  document.contents = root as typeof document.contents;
  const old = formerNodes(root);
  setOwn(root, "刊物", plan.publication);
  set(root, "日期", plan.date);
  if (plan.period)
    replace(
      root,
      "时段",
      mapNode(
        [
          ["起", isoDay(plan.period.from)],
          ["止", isoDay(plan.period.to)],
        ],
        true,
      ),
    );
  setOrDelete(root, "增刊", plan.supplement ? "是" : null);
  setOrDelete(root, "紧急程度", plan.urgency);
  set(root, "按语", plan.note ?? "");
  replace(root, "分组", sequence(plan.groups.map((group) => groupNode(group, old, notes))));
  replace(root, "不用", listed(plan.dropped.map((row) => droppedNode(row, old, notes.title(row.id)))));
  setProposals(root, plan.proposals, (id) => notes.title(id));
  replace(root, "建议", sequence(plan.suggested.map(ownScalar), true));
  replace(
    root,
    "建议分组",
    mapNode(
      [...plan.suggestedGroups].map(([name, count]) => [name, String(count)]),
      true,
    ),
  );
  return writtenOut(document.toString({ lineWidth: 0, flowCollectionPadding: false }));
}

/** A list that editors add to by hand: `[]` would stand in the way of the first. */
function listed(items: readonly unknown[]): YAMLSeq | Scalar {
  if (items.length > 0) return sequence(items);
  const nothing = new Scalar("");
  nothing.type = "PLAIN";
  return nothing;
}

function fresh(): Document {
  const document = new Document({}, { schema: "failsafe" });
  document.commentBefore = HEADER;
  return document;
}

interface Former {
  readonly rows: ReadonlyMap<string, YAMLMap>;
  readonly groups: ReadonlyMap<string, YAMLMap>;
  /** Rows under 不用. */
  readonly dropped: ReadonlyMap<string, YAMLMap>;
}

/** The nodes of the former file by id and by group name: they carry the editor's comments. */
function formerNodes(root: YAMLMap): Former {
  const rows = new Map<string, YAMLMap>();
  const groups = new Map<string, YAMLMap>();
  const dropped = new Map<string, YAMLMap>();
  for (const group of maps(root.get("分组"))) {
    groups.set(String(group.get("名称")), group);
    for (const row of maps(group.get("条目"))) rows.set(String(row.get("编号")), row);
  }
  for (const row of maps(root.get("不用"))) dropped.set(String(row.get("编号")), row);
  return { rows: new Map([...dropped, ...rows]), groups, dropped };
}

/** The rows of a list. A comment above the first one is the first one's, though the parser gives it to the list. */
function maps(node: unknown): YAMLMap[] {
  if (!isSeq(node)) return [];
  const [first] = node.items;
  if (isMap(first) && node.commentBefore) {
    first.commentBefore = [node.commentBefore, first.commentBefore ?? ""].filter((text) => text !== "").join("\n");
    node.commentBefore = null;
  }
  return node.items.filter((item) => isMap(item));
}

function groupNode({ name, rows }: PlanGroup, old: Former, notes: RowNotes): YAMLMap {
  const node = old.groups.get(name) ?? new YAMLMap();
  setOwn(node, "名称", name);
  replace(node, "条目", sequence(rows.map((row) => rowNode(row, old, notes))));
  return node;
}

function rowNode(row: PlanRow, old: Former, notes: RowNotes): YAMLMap {
  const node = old.rows.get(row.id) ?? takenOver(row, old);
  node.delete("因");
  setOwn(node, "编号", row.id);
  setNoted(node, row.title, notes.score(row.id));
  set(node, "指纹", row.fingerprint ?? "");
  setOrDelete(node, "固定", row.pinned ? "是" : null);
  setText(node, "改题", row.printTitle);
  setText(node, "改文", row.printBody === null ? null : `${row.printBody}\n`);
  setOrDelete(node, "综合", row.whole ? "是" : null);
  if (row.merged.length === 0) node.delete("合并");
  else replace(node, "合并", sequence(row.merged.map(ownScalar), true));
  return node;
}

/** A row for the newest report of an event, in place of an older one: what the editor wrote of that is kept as a comment. */
function takenOver({ merged }: PlanRow, { rows }: Former): YAMLMap {
  const node = new YAMLMap();
  const former = merged.map((id) => rows.get(id)).find((row) => row !== undefined);
  const lines = ["改题", "改文"].flatMap((key) => {
    const text = former?.get(key);
    return typeof text !== "string" || text === ""
      ? []
      : [
          ` 有新的续报，${String(former?.get("编号"))} 的${key}未沿用，请重核：`,
          ...text
            .trimEnd()
            .split("\n")
            .map((line) => `   ${line}`),
        ];
  });
  const comments = [former?.commentBefore ?? "", ...lines].filter((line) => line !== "");
  if (comments.length > 0) node.commentBefore = comments.join("\n");
  return node;
}

/** What the editor put under 不用 stays as it is written; of a row that falls out, its comments, 改题 and 改文. */
function droppedNode({ id, why, printTitle, printBody }: Dropped, old: Former, title: string | null): YAMLMap {
  const node = old.dropped.get(id) ?? old.rows.get(id) ?? new YAMLMap();
  if (!old.dropped.has(id)) for (const key of ROW_KEYS) node.delete(key);
  if (printTitle !== undefined) setText(node, "改题", printTitle);
  if (printBody !== undefined) setText(node, "改文", printBody === null ? null : `${printBody}\n`);
  setOwn(node, "编号", id);
  setOrDelete(node, "因", why);
  const scalar = node.get("编号", true);
  if (isScalar(scalar) && !scalar.comment && title !== null) scalar.comment = ` ${quote(title, 60)}`;
  return node;
}

const ROW_KEYS = ["标题", "指纹", "固定", "改题", "改文", "综合", "合并"];

/** The machine's note stands behind the title, unless the editor wrote a comment there. */
function setNoted(node: YAMLMap, title: string, note: string | null): void {
  setOwn(node, "标题", title);
  const scalar = node.get("标题", true);
  if (!isScalar(scalar) || (scalar.comment && !MACHINE_NOTE.test(scalar.comment))) return;
  scalar.comment = note === null ? null : ` ${visible(note)}`;
}

const MACHINE_NOTE = /^ -?\d+(?:\.\d+)? 分：/u;
