import { quote } from "../../base/visible.ts";
import type { Entry } from "../../model/entry.ts";
import type { BatchReport, BatchRule } from "../rule.ts";
import { isSameKind, issueOf, mattersOf, type PrintedMatter, type SameMatter } from "../../base/matters.ts";

/** Partners that a finding points to; the rest are counted. */
const MOST_RELATED = 5;
/** Things both tell that a message names. */
const MOST_SHARED = 4;

/** Two entries on one matter, reworded by another unit or sent again under another id, or one on a matter already printed. */
export const nearDuplicate: BatchRule = {
  name: "near-duplicate",
  group: "batch",
  severity: "warning",
  summary: "两条信息说的是同一件事，或与已刊的说的是同一件事",
  stops: false,
  fixed: false,
  uses: ["数值.雷同程度", "数值.雷同字句", "数值.旧档天数", "词表.雷同套话"],
  scope: "batch",
  needs: ["title", "unit", "body", "report"],
  *check(entries, context) {
    const { pairs, printed } = mattersOf(entries, context);
    const told = new Map<Entry, SameMatter[]>();
    for (const pair of pairs) told.set(pair.later, [...(told.get(pair.later) ?? []), pair]);
    for (const [later, own] of told) yield duplicate(later, own.toSorted(nearestFirst));
    const best = new Map<Entry, PrintedMatter>();
    for (const one of printed) {
      const known = best.get(one.entry);
      if (!known || one.degree > known.degree) best.set(one.entry, one);
    }
    for (const [entry, one] of best) {
      const own = told.get(entry) ?? [];
      if (!own.some(({ earlier }) => earlier.id === one.printed.id)) yield printedBefore(one);
    }
  },
};

function nearestFirst(a: SameMatter, b: SameMatter): number {
  return b.degree - a.degree;
}

function duplicate(later: Entry, pairs: readonly SameMatter[]): BatchReport {
  const [nearest] = pairs as readonly [SameMatter, ...SameMatter[]];
  const { earlier } = nearest;
  const more = pairs.length > 1 ? `；另有 ${pairs.length - 1} 条也是` : "";
  const other = `${unitsOf(earlier.unit)}的“${quote(earlier.title)}”（编号 ${quote(earlier.id)}）`;
  return {
    entry: later,
    at: later.places.of("title"),
    message: `与${other}说的是同一件事：${grounds(nearest)}${more}，一件事应只编一条或互相注明`,
    hint: adviceOn(earlier, later),
    related: pairs.slice(0, MOST_RELATED).map(({ earlier: one }) => ({
      at: one.places.of("title"),
      message: `先报的一条（${unitsOf(one.unit)}）`,
    })),
  };
}

function adviceOn(earlier: Entry, later: Entry): string {
  const again = earlier.unit.length > 0 && earlier.unit.every((name) => later.unit.includes(name));
  // A written report of what was told by telephone: it goes on from that one, and the two are printed as one.
  if (again && earlier.report?.stage === "首报" && earlier.category === later.category)
    return `是同一事件的，在本条写“报告: {阶段: 续报, 次: 1, 续: ${quote(earlier.id)}}”，编排时两报合为一条；不是的，写明时间、地点的区别`;
  if (again && isSameKind(earlier, later))
    return "同一单位报了两次：编较新的一条，旧的一条里另有内容的并进来；有新进展的，写明新在哪里";
  if (!isSameKind(earlier, later))
    return `角度不同（${anglesOf(earlier, later)}），可以都编：编排时前后相连、互相注明，数字先核对一致`;
  return "核对以后合并成一条，各单位并列署名，编排单里用“合并”；确是两件事的，请在标题和正文写明时间、地点的区别";
}

function anglesOf(a: Entry, b: Entry): string {
  return a.category === b.category ? `${a.stage}、${b.stage}` : `${quote(a.category)}、${quote(b.category)}`;
}

function printedBefore(one: PrintedMatter): BatchReport {
  const { entry, printed } = one;
  const issue = issueOf(printed);
  return {
    entry,
    at: entry.places.of("title"),
    message: `与${issue}刊登的“${quote(printed.title)}”（${unitsOf(printed.units)}，编号 ${quote(printed.id)}）说的是同一件事：${grounds(one)}，再编应有新的内容`,
    hint: `有新进展的，写成续报、终报或反馈，写明${issue}登过什么、这次新在哪里；与上次角度不同的，互相注明；没有新内容的不再编`,
  };
}

function unitsOf(names: readonly string[]): string {
  return names.length === 0 ? "未写单位" : quote(names.join("、"));
}

function grounds({ by, degree, shared }: Pick<SameMatter, "by" | "degree" | "shared">): string {
  const percent = `${Math.round(degree * 100)}%`;
  const named = [...new Set(shared)].slice(0, MOST_SHARED).map((one) => quote(one, 12));
  const examples = named.length === 0 ? "" : `（都有 ${named.join("、")}）`;
  return by === "wording" ? `字句相同 ${percent}` : `要点相近程度 ${percent}${examples}`;
}
