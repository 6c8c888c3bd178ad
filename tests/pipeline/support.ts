import { readFileSync } from "node:fs";
import { parseMoment } from "../../src/base/time.ts";
import type { Publication } from "../../src/model/office.ts";
import { draft, type Draft } from "../../src/pipeline/draft.ts";
import { findPublication, makeGrounds, NO_OFFICE, readOfficeFile, type Grounds } from "../../src/pipeline/grounds.ts";
import { survey, type Survey } from "../../src/pipeline/survey.ts";
import { locate } from "../../src/report/locate.ts";

const ZONE = "Asia/Shanghai";
export const NOW = "2026-11-23 17:00";

const PROFILES = ["calendar", "county"].map((name) => ({
  path: `${name}.yaml`,
  text: readFileSync(new URL(`../../templates/profiles/${name}.yaml`, import.meta.url), "utf8"),
}));

export interface Setting {
  /** The text of `zhuanbao.yaml`. */
  readonly office?: string;
  readonly now?: string;
}

export function groundsOf({ office, now = NOW }: Setting = {}): Grounds {
  const moment = parseMoment(now, ZONE);
  if (!moment) throw new Error(`not a time: ${now}`);
  const file = office === undefined ? NO_OFFICE : readOfficeFile({ path: "zhuanbao.yaml", text: office });
  const grounds = makeGrounds(file, { profiles: PROFILES, faults: [], now: moment });
  if (grounds.findings.length > 0) throw new Error(grounds.findings.map(({ message }) => message).join("; "));
  return grounds;
}

/** Entry files by name, without their folder. */
export type Files = Readonly<Record<string, string>>;

export function surveyOf(files: Files, setting: Setting = {}): Survey {
  const raw = Object.entries(files).map(([name, text]) => ({
    path: `entries/${name}`,
    defaultId: name.replace(/\.[^.]+$/u, ""),
    content: new TextEncoder().encode(text),
  }));
  return survey(raw, groundsOf(setting));
}

/** What the gate finds in a file of these bytes. */
export function surveyBytes(content: Uint8Array): Survey["classified"] {
  return survey([{ path: "甲.yaml", defaultId: "甲", content }], groundsOf()).classified;
}

/** `line:col rule` of all findings, by file and place. */
export function findingsOf({ findings }: Survey): string[] {
  return locate(findings).map(
    ({ file, line, column, rule }) => `${file.replace("entries/", "")} ${line}:${column} ${rule}`,
  );
}

export interface EntryParts {
  readonly 编号?: string;
  readonly [key: string]: string | undefined;
}

/** What the entries of one run tell of: two that told of one matter would rightly be taken for doubles. */
const MATTERS: readonly (readonly [string, string, string])[] = [
  ["修复水渠", "石坝村", "石坝村水渠已修复。"],
  ["敬老院添置取暖设备", "集镇", "集镇敬老院添置电暖气12台，老人当天用上。"],
  ["油茶基地剪枝培训", "高岭村", "高岭村46名种植户参加剪枝培训。"],
  ["集市搬进新市场", "河口街", "河口街83个摊位搬进新市场，占道经营减少。"],
  ["小学加装路灯", "柳湾小学", "柳湾小学门前加装路灯9盏，晚自习放学路已照亮。"],
  ["粮仓熏蒸完成", "东坪粮站", "东坪粮站7座仓房熏蒸完成，储粮1200吨。"],
];
const ORDER = "甲乙丙丁戊错";

/** The sound parts of an entry about the matter of this number. */
export function matter(index: number): { 标题: string; 地点: string; 正文: string } {
  const [what, where, text] = MATTERS[index] as (typeof MATTERS)[number];
  return { 标题: what, 地点: where, 正文: text };
}

function matterOf(id: string | undefined): (typeof MATTERS)[number] {
  return MATTERS[Math.max(0, ORDER.indexOf(id?.[0] ?? ""))] ?? ["修复水渠", "石坝村", "石坝村水渠已修复。"];
}

/** A sound entry of one kind, written as a file; keys given replace or add, an empty value takes one away. */
export function entryText(parts: EntryParts): string {
  const [what, where, text] = matterOf(parts["编号"]);
  const keys: Record<string, string | undefined> = {
    标题: `${parts["编号"] ?? ""}${what}`,
    类别: "动态",
    报送单位: "青石镇",
    报送员: "王敏",
    签发人: "李建国",
    密级: "内部",
    报送时间: "2026-11-23 09:10",
    事发时间: "2026-11-20",
    地点: where,
    来源: "现场记录",
    核实: "{人: 王敏, 方式: 到现场查看}",
    ...parts,
  };
  const lines = Object.entries(keys).flatMap(([key, value]) =>
    key === "正文" || value === undefined || value === "" ? [] : [`${key}: ${value}`],
  );
  const body = (parts["正文"] ?? text).split("\n").map((line) => `  ${line}`);
  return `${[...lines, "正文: |", ...body].join("\n")}\n`;
}

/** An urgent report, all on time and rightly routed. */
export function urgentText(parts: EntryParts): string {
  return entryText({
    类别: "紧急",
    联系电话: "0830-1234567",
    来源: "村干部电话报告",
    事发时间: "2026-11-23 08:20",
    接报时间: "2026-11-23 08:25",
    报送时间: "2026-11-23 09:00",
    伤亡: "{轻伤: 1}",
    报告: "{阶段: 首报}",
    报送记录: "[{对象: 县委办, 方式: 电话, 时间: 2026-11-23 08:40}]",
    正文: "石坝村三组发生山体滑坡，1人轻伤，正在核查。",
    ...parts,
  });
}

export function filesOf(...texts: string[]): Files {
  return Object.fromEntries(texts.map((text, index) => [`${/^编号: (.+)$/mu.exec(text)?.[1] ?? index}.yaml`, text]));
}

export const OFFICE = "机关: 中共澄岭县委办公室\n";

export function publicationOf(found: Survey, name = "信息专报"): Publication {
  return findPublication(found.grounds, name);
}

/** Makes or refreshes the plan of an issue, as the command does. */
export function draftOf(files: Files, former: string | null = null, setting: Setting = {}): Draft {
  const found = surveyOf(files, { office: OFFICE, ...setting });
  const path = "plans/信息专报-2026-11-23.yaml";
  return draft(found, publicationOf(found), { path, former: former === null ? null : { path, text: former } });
}

/** A plan as people read it: groups and rows, then what is not used and why. */
export function shownPlan({ plan }: Pick<Draft, "plan">): string[] {
  return [
    ...plan.groups.flatMap(({ name, rows }) => [
      `【${name}】`,
      ...rows.map(({ id, pinned, printTitle, printBody, merged }) =>
        [
          id,
          pinned ? "固定" : "",
          printTitle === null ? "" : `改题 ${printTitle}`,
          printBody === null ? "" : "改文",
          merged.length > 0 ? `并 ${merged.join("、")}` : "",
        ]
          .filter((part) => part !== "")
          .join(" "),
      ),
    ]),
    ...plan.dropped.map(({ id, why }) => `× ${id}：${why ?? ""}`),
  ];
}
