import { signed } from "../../base/reasons.ts";
import { showMoment } from "../../base/time.ts";
import { nearest } from "../../base/similar.ts";
import { quote, visible } from "../../base/visible.ts";
import type { Item, Reason } from "../../model/ranking.ts";
import type { Draft } from "../../pipeline/draft.ts";
import { itemAlone } from "../../pipeline/draft-plan.ts";
import type { Survey } from "../../pipeline/survey.ts";
import { padEnd, width } from "../../base/width.ts";
import { UsageError } from "../command.ts";

/** Where an entry stands and why, line by line: its group, every reason with its points and words, and its neighbours. */
export function explainEntry(found: Survey, made: Draft, id: string): string[] {
  const entry = found.entries.find((one) => one.id === id);
  if (!entry) throw unknownId(found, id);
  const rows = made.arranged.groups.flatMap(({ name, rows: own }) => own.map((row) => ({ group: name, ...row })));
  const at = rows.findIndex(({ item, merged }) => item.entry.id === id || merged.some((one) => one.id === id));
  const row = rows[at];
  const item = row && row.item.entry.id === id ? row.item : itemAlone(found, entry);
  const lines = [
    `《${quote(entry.title, 60)}》（${visible(id)}）`,
    `${visible(entry.unit.join("、"))}${entry.submitted ? `　${showMoment(entry.submitted)} 报送` : ""}　${visible(entry.category)}`,
    "",
    `得 ${item.score} 分，归“${visible(item.group)}”`,
    ...reasonLines(item.reasons),
    "",
  ];
  if (!row)
    return [...lines, `没有编入：${visible(made.arranged.left.find((one) => one.id === id)?.why ?? "编排单里没有")}`];
  if (row.item.entry.id !== id)
    lines.push(`并入 ${visible(row.item.entry.id)}《${quote(row.item.entry.title, 60)}》一起编`);
  const inGroup = rows.slice(0, at).filter(({ group }) => group === row.group).length + 1;
  lines.push(`本期第 ${at + 1} 条，“${visible(row.group)}”第 ${inGroup} 条${row.row.pinned ? "，编辑固定" : ""}`);
  if (row.group !== item.group) lines.push(`编辑从“${visible(item.group)}”移到这里`);
  lines.push(...neighbours(rows[at - 1], row, "前"), ...neighbours(rows[at + 1], row, "后"));
  return lines;
}

interface Standing {
  readonly group: string;
  readonly item: Item;
}

/** What stands before or behind it in the same group, and by how much. */
function neighbours(other: Standing | undefined, own: Standing, side: "前" | "后"): string[] {
  if (!other) return [];
  const { item, group } = other;
  const name = `${side}一条《${quote(item.entry.title, 30)}》${item.score} 分`;
  if (group !== own.group) return [`${name}，属“${visible(group)}”${side === "前" ? "，该组在前" : "，该组在后"}`];
  const why = item.score === own.item.score ? "，同分，按报送时间先后" : "";
  return [`${name}${why}`];
}

function reasonLines(reasons: readonly Reason[]): string[] {
  const wide = Math.max(0, ...reasons.map(({ text }) => width(visible(text))));
  return reasons.map(({ text, points, detail }) => {
    const because = detail();
    return `  ${padEnd(visible(text), wide)}  ${signed(points).padStart(4)}${because === null ? "" : `  ${visible(because)}`}`;
  });
}

function unknownId({ entries, readings }: Survey, id: string): UsageError {
  if (readings.some((reading) => reading.id === id))
    return new UsageError(`编号 ${quote(id)} 的信息没有读出来`, "请先运行 zhuanbao check，改正后再看");
  const ids = entries.map((entry) => entry.id);
  const like = ids.filter((one) => one.includes(id));
  const near = nearest(id, ids);
  const some = (like.length > 0 ? like : near === null ? ids : [near]).slice(0, 3).map((one) => quote(one));
  return new UsageError(`没有编号是 ${quote(id)} 的信息`, `编号写在信息的“编号”里，如 ${some.join("、")}`);
}
