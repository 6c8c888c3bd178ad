import { quote } from "../base/visible.ts";
import { percent, type CoverageData, type ProblemData, type Tones } from "./coverage-data.ts";

/** `喜 8（44%）、忧 7（39%）、中 3（17%）`. */
export function tonesInWords(tone: Tones): string {
  const all = tone.喜 + tone.忧 + tone.中;
  return (["喜", "忧", "中"] as const).map((name) => `${name} ${tone[name]}（${percent(tone[name], all)}）`).join("、");
}

/** `走访 2、信访 1，占全部的 17%`. */
export function channelsInWords({ channels, unusual, entries }: CoverageData): string {
  const ways = [...channels].map(([name, count]) => `${quote(name)} ${count}`).join("、");
  return `${ways}；其中正常渠道以外的 ${unusual} 条，占 ${percent(unusual, entries)}`;
}

export function researchInWords({ research: { research, news } }: CoverageData): string {
  return `研究 ${research} 条、动态 ${news} 条；研究占两者的 ${percent(research, research + news)}`;
}

/** `《信息专报》2026年第12期，已 36 天`. */
export function problemInWords({ days, issue, escalate }: ProblemData): string {
  return `${issue ?? "未登"}，已 ${days} 天${escalate ? "，建议升级：再报主要领导或转督查" : ""}`;
}
