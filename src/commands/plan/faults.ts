import { quote, visible } from "../../base/visible.ts";
import type { Survey } from "../../pipeline/survey.ts";

/** What of a check an editor must know before the order is fixed, and what to say of it. */
const TELLING: ReadonlyMap<string, string> = new Map([
  ["must-report", "应按紧急信息报送而没有报的"],
  ["grade-mismatch", "等级与伤亡、损失不符的，请先核"],
]);

/** Entries whose faults change what comes first: said aloud, whether they are printed or not. */
export function tellingFaults({ entries, findings }: Survey): string[] {
  const titles = new Map(entries.map(({ id, title }) => [id, title]));
  return [...TELLING].flatMap(([rule, what]) => {
    const ids = new Set(
      findings.flatMap(({ rule: by, severity, entry }) =>
        by === rule && severity === "error" && entry !== null ? [entry] : [],
      ),
    );
    if (ids.size === 0) return [];
    return [
      `！${what} ${ids.size} 条：`,
      ...[...ids].map((id) => `  ${quote(titles.get(id) ?? id, 60)}（${visible(id)}）`),
    ];
  });
}
