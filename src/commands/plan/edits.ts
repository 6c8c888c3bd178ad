import { quote } from "../../base/visible.ts";
import type { Draft } from "../../pipeline/draft.ts";
import { renderDiff } from "../../report/diff.ts";
import { UsageError } from "../command.ts";

/** What the editor wrote for print beside what was submitted, as a diff; of one entry, or of all that were edited. */
export function diffOfEdits({ arranged }: Draft, id: string | null, colour: boolean): string {
  const rows = arranged.groups.flatMap((group) => group.rows);
  const wanted = rows.filter(({ item }) => id === null || item.entry.id === id);
  const lead = rows.find(({ merged }) => merged.some((entry) => entry.id === id));
  if (id !== null && wanted.length === 0 && lead)
    throw new UsageError(
      `${quote(id)} 已并入 ${quote(lead.item.entry.id)}`,
      `看 zhuanbao plan --diff ${quote(lead.item.entry.id)}`,
    );
  if (id !== null && wanted.length === 0)
    throw new UsageError(`编排单里没有编入 ${quote(id)}`, "请核对编号；没有编入的看 zhuanbao plan --explain 编号");
  const changes = wanted.flatMap(({ row, item: { entry } }) => {
    if (row.printTitle === null && row.printBody === null) return [];
    const [before, after] = [
      [entry.title, entry.body.text.trim()],
      [row.printTitle ?? entry.title, (row.printBody ?? entry.body.text).trim()],
    ].map((parts) => `${parts.join("\n\n")}\n`) as [string, string];
    return [{ path: entry.id, before, after }];
  });
  return changes.length === 0
    ? "没有改题、改文，付印的与原件相同\n"
    : renderDiff(changes, { colour, names: ["原件", "付印"] });
}
