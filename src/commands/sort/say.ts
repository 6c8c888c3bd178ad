import { quote, visible } from "../../base/visible.ts";
import type { Finding } from "../../model/diagnostic.ts";
import { renderCompact } from "../../report/compact.ts";
import { jsonDiagnostic, toJson } from "../../report/json.ts";
import { locate } from "../../report/locate.ts";
import { shorten } from "../../report/shorten.ts";
import { countOf } from "../../report/words.ts";
import type { Call } from "../command.ts";
import { showMoment } from "../../base/time.ts";
import type { Workspace } from "../workspace.ts";
import type { Outcome } from "./outcome.ts";

/** What a run came to. */
export interface Result {
  readonly inbox: string;
  readonly dry: boolean;
  readonly outcomes: readonly Outcome[];
  /** Files with the bytes of another file of the run, by both paths. */
  readonly repeats: readonly { readonly path: string; readonly of: string }[];
  /** Files that stay where they are, each with why. */
  readonly stay: readonly { readonly path: string; readonly why: string }[];
  readonly slips: readonly string[];
}

const WORDS = { in: "收下", returned: "退回", known: "登记过" } as const;

/** One line for each entry, then what else there was; urgent entries at fault aloud. */
export function tell({ world }: Call, result: Result): void {
  const { outcomes, repeats, stay, slips, dry } = result;
  const lines = [
    ...outcomes.map(line),
    ...repeats.map(({ path, of }) => `重复 ${visible(path)}：与 ${visible(of)} 一字不差，没有另登记`),
    ...stay.map(({ path, why }) => `没收 ${visible(path)}：${visible(why)}，留在原处`),
    ...slips.map((path) => `退稿单 ${visible(path)}`),
    totals(result),
  ];
  world.stdout.write(`${lines.join("\n")}\n`);
  const urgent = outcomes.filter(({ item, way }) => item.urgent && way === "in" && item.faults.length > 0);
  if (urgent.length > 0) {
    const found = shorten(locate(urgent.flatMap(({ item }) => item.faults)));
    world.stderr.write(`！紧急信息有差错，${dry ? "将" : "已"}照收，请立即核，边报边改：\n${renderCompact(found)}`);
  }
  const bare = outcomes.filter(({ stamped, way, to }) => way === "in" && !stamped && to !== null);
  for (const { number, to } of bare)
    world.stderr.write(`登记号 ${visible(number ?? "")} 没有写进 ${visible(to ?? "")}：文件改不动，登记在台账里\n`);
}

function line({ number, id, item, from, to, way }: Outcome): string {
  const { entry } = item.reading;
  const title = entry && entry.title !== "" ? `${quote(entry.title, 60)}（${quote(id, 80)}）` : visible(from);
  const urgent = item.urgent ? "【紧急】" : "";
  const place = to === null ? "" : ` → ${visible(to)}`;
  const why = way === "returned" ? `：${quote(item.faults[0]?.message ?? "登记时已退回", 120)}` : "";
  return `${WORDS[way]} ${number ?? "（待登记）"} ${urgent}${title}${place}${why}`;
}

function totals({ outcomes, repeats, stay, dry }: Result): string {
  const count = (way: Outcome["way"]): number => outcomes.filter((one) => one.way === way).length;
  const parts = [
    `收下 ${count("in")} 条`,
    `退回 ${count("returned")} 条`,
    `登记过 ${count("known")} 条`,
    `重复 ${repeats.length} 个文件`,
    `没收 ${stay.length} 个文件`,
  ];
  return `${dry ? "（只看，没有动）" : ""}${parts.join("，")}`;
}

/** The document of `sort --json`; keys are stable. */
export function renderSortJson(
  workspace: Workspace,
  { inbox, dry, outcomes, repeats, stay, slips }: Result,
  findings: readonly Finding[] = outcomes.flatMap(({ item }) => item.faults),
): string {
  const diagnostics = shorten(locate(findings));
  return toJson({
    version: 1,
    date: showMoment(workspace.grounds.now),
    inbox,
    dryRun: dry,
    entries: outcomes.map(({ number, id, item, from, to, way }) => ({
      register: number,
      id,
      title: item.reading.entry?.title ?? null,
      unit: item.reading.entry?.unit ?? [],
      urgent: item.urgent,
      way,
      from,
      to,
      why: item.faults[0]?.message ?? null,
    })),
    repeats,
    stay,
    slips,
    ...countOf(diagnostics),
    diagnostics: diagnostics.map(jsonDiagnostic),
  });
}
