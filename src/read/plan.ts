import { isoDay } from "../base/time.ts";
import type { Finding } from "../model/diagnostic.ts";
import {
  URGENCIES,
  type Dropped,
  type Period,
  type Plan,
  type PlanGroup,
  type PlanRow,
  type Proposal,
} from "../model/plan.ts";
import type { Source } from "../model/source.ts";
import type { Places } from "../model/entry.ts";
import type { Node } from "./node.ts";
import { NodePlaces } from "./places.ts";
import { Reading } from "./reading.ts";
import {
  day,
  described,
  field,
  flag,
  headOf,
  list,
  mapOf,
  mapped,
  number,
  oneOf,
  record,
  required,
  text,
  wrong,
  type Shape,
} from "./shape.ts";
import { schemaOf } from "./shape-base.ts";
import { readOneYaml } from "./yaml.ts";

const rowFields = {
  id: required("编号", text(), "信息的编号"),
  title: field("标题", text()),
  fingerprint: field("指纹", text(), "标题、单位、事发时间的记号，编号改了也找得到"),
  pinned: field("固定", flag(), "固定在这个位置"),
  printTitle: field("改题", text(), "印出时用的标题，原稿不动"),
  printBody: field("改文", text({ lines: true }), "印出时用的正文，原稿不动"),
  merged: field("合并", list(text()), "并入这一条的其他信息的编号"),
  whole: field("综合", flag(), "改文写的是全部并入的信息：只印改文，供稿单位合在一起"),
};

/** A row moved back from 不用 may bring its 因 along; it says nothing any more. */
const row: Shape<PlanRow> = mapped(
  record({ ...rowFields, why: field("因", text(), "不用的原因") }),
  ({ id, title, fingerprint, pinned, printTitle, printBody, merged, whole }) => ({
    id: id ?? "",
    title: title ?? "",
    fingerprint,
    pinned: pinned ?? false,
    printTitle,
    printBody,
    merged: merged ?? [],
    whole: whole ?? false,
  }),
);

const proposal: Shape<Proposal> = mapped(
  record({
    ids: required("编号", list(text()), "说的是一件事的几条，第一条打头"),
    kind: required("关系", oneOf("同一件事", "不同角度"), "同一件事合成一条，不同角度前后相连"),
    why: field("因", text()),
    differs: field("数不同", list(text()), "几条说法不同的数，印出时并列"),
    taken: field("采纳", oneOf("是", "否", "已办"), "是：照办；否：不再提；已办由工具写"),
  }),
  (given) => ({
    ids: given.ids ?? [],
    kind: given.kind ?? "同一件事",
    why: given.why ?? "",
    differs: given.differs ?? [],
    taken: given.taken,
  }),
);

const group: Shape<PlanGroup> = mapped(
  record({ name: required("名称", text()), rows: field("条目", list(row), "这一组的信息，自上而下") }),
  (given) => ({ name: given.name ?? "", rows: given.rows ?? [] }),
);

/** A row moved to 不用 brings all its keys along: they are kept in the file, for when it is moved back. */
const dropped: Shape<Dropped> = mapped(record({ ...rowFields, why: field("因", text()) }), (given) => ({
  id: given.id ?? "",
  why: given.why,
  printTitle: given.printTitle,
  printBody: given.printBody,
}));

/** A digest's days; the day it ends on must not lie before the one it begins on. */
const periodDays = record({
  from: required("起", day(), "从哪天报送的算起，当天算在内"),
  to: required("止", day(), "到哪天为止，当天算在内"),
});
const period: Shape<Period> = described((node, spot) => {
  const { from = null, to = null } = periodDays(node, spot) ?? {};
  if (from === null || to === null) return undefined;
  if (to >= from) return { from, to };
  return wrong(spot, node, ["时段的“止”早于“起”", "请核对起止日期"]);
}, schemaOf(periodDays));

/** The keys of an 编排单. */
export const planFields = record({
  publication: required("刊物", text(), "哪种刊物"),
  date: required("日期", mapped(day(), isoDay), "这一期的日期"),
  period: field("时段", period, "自动编发（digest）收哪几天报送的信息，由工具写"),
  supplement: field("增刊", flag(), "是：这一期是增刊，另编期号"),
  urgency: field("紧急程度", oneOf(...URGENCIES), "印在左上角；不写不印"),
  note: field("按语", text({ lines: true }), "印在正文之前的按语"),
  groups: field("分组", list(group)),
  dropped: field("不用", list(dropped), "这一期不编入的，连同原因"),
  proposals: field("拟合并", list(proposal), "系统看出说的是一件事的；写上“采纳: 是”或“采纳: 否”"),
  suggested: field("建议", list(text()), "系统上次排出的次序，由工具改写，不必手改"),
  suggestedGroups: field("建议分组", mapOf(number({ whole: true, least: 0 }))),
});

export interface PlanReading {
  /** Null where the file cannot be taken as a plan. */
  readonly plan: Plan | null;
  readonly places: Places;
  readonly findings: readonly Finding[];
}

/** Reads an 编排单. */
export function readPlan(source: Source, zone: string): PlanReading {
  const reading = new Reading(source, zone);
  const nodes = new Map<string, Node>();
  const node = readOneYaml(reading);
  if (!node && reading.faults.length === 0)
    reading.fault("syntax", { start: 0, end: 0 }, "编排单是空的", "请删去此文件后再运行 zhuanbao plan");
  const spot = { reading, label: "", path: "", place: (path: string, found: Node) => void nodes.set(path, found) };
  const given = node ? planFields(node, spot) : undefined;
  const head = node?.kind === "map" ? headOf(node) : { start: 0, end: 0 };
  const places = new NodePlaces(source, head, nodes);
  if (given) reportDoubles(reading, given.groups ?? [], nodes);
  const findings = reading.findings(null);
  if (!given || findings.length > 0) return { plan: null, places, findings };
  return { plan: assemble(given), places, findings };
}

function assemble(given: NonNullable<ReturnType<typeof planFields>>): Plan {
  return {
    publication: given.publication ?? "",
    date: given.date ?? "",
    period: given.period,
    supplement: given.supplement ?? false,
    urgency: given.urgency,
    note: given.note,
    groups: given.groups ?? [],
    dropped: given.dropped ?? [],
    proposals: given.proposals ?? [],
    suggested: given.suggested ?? [],
    suggestedGroups: given.suggestedGroups ?? new Map(),
  };
}

/** One id in two rows would print the entry twice. */
function reportDoubles(reading: Reading, groups: readonly PlanGroup[], nodes: ReadonlyMap<string, Node>): void {
  const seen = new Set<string>();
  groups.forEach(({ rows }, index) => {
    rows.forEach(({ id, merged }, at) => {
      for (const each of [id, ...merged]) {
        const node = nodes.get(`groups.${index}.rows.${at}.id`);
        if (seen.has(each) && node)
          reading.fault("bad-value", node, `“${each}”在编排单里出现了两次`, "一条信息只能编入一处，请删去一处");
        seen.add(each);
      }
    });
  });
}
