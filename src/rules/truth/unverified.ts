import type { EntryRule } from "../rule.ts";

/** Who checked the facts, when and how. A 首报 goes up first and is verified later; so is what was taken down by phone. */
export const unverified: EntryRule = {
  name: "unverified",
  group: "truth",
  severity: "warning",
  summary: "没有核实记录",
  stops: true,
  fixed: false,
  uses: [],
  scope: "entry",
  needs: ["verification", "report", "channel"],
  *check(entry, { profile }) {
    if (entry.report?.stage === "首报" || entry.channel === "电话补录") return;
    const { by = null, at = null, method = null } = entry.verification ?? {};
    if (by !== null || at !== null || method !== null) return;
    const first = entry.category === profile.urgent.category && entry.report === null;
    yield {
      at: entry.places.of("verification"),
      message: "没有核实记录，应写明谁、何时、怎样核实的",
      hint: `与有关单位、当事人或原始记录核对后写上“核实: {人: …, 时间: …, 方式: …}”；核实以前照常报送${
        first ? "；是首报的写上“报告: {阶段: 首报}”，首报可以先不核实" : ""
      }`,
    };
  },
};
