import { civil, isoDay } from "../base/time.ts";
import { visible } from "../base/visible.ts";
import { addExamples } from "../cli/examples.ts";
import { versionOf } from "../cli/version.ts";
import { isPostgresUrl } from "../ledger/postgres-url.ts";
import { layoutOf } from "../pipeline/paper.ts";
import { toJson } from "../report/json.ts";
import { EXIT, type Call, type CommandModule } from "./command.ts";
import { fontStates, installedFonts, type FontState } from "./fonts.ts";
import { lookAtDatabase } from "./ledger/look.ts";
import { typedPath } from "./paths.ts";
import { runLibreOffice } from "./pdf.ts";
import { choosePublication, DEFAULT_PUBLICATION, loadPublication } from "./publication.ts";
import { openWorkspace, type Workspace } from "./workspace.ts";

/** One thing looked at: whether it is as it should be, and what to do where it is not. */
interface Look {
  readonly what: string;
  readonly state: "好" | "缺" | "注意";
  readonly found: string;
  readonly advice: string;
}

/** `zhuanbao doctor`: what this machine has of what printing needs, and what to do. */
export const doctor: CommandModule = {
  define(command) {
    command.option("--json", "结果以 JSON 写到标准输出");
    addExamples(command, ["zhuanbao doctor", "看看字体、LibreOffice、台账、时区、节假日表齐不齐"]);
  },

  async run(call) {
    const workspace = openWorkspace(call);
    const looks = [
      {
        what: "程序",
        state: "好" as const,
        found: `zhuanbao ${versionOf(call.world)}，${call.world.runtime}`,
        advice: "",
      },
      ...(await lookAtFonts(call, workspace)),
      await lookAtOffice(call),
      lookAtZone(call, workspace),
      await lookAtLedger(call, workspace),
      ...lookAtCalendar(workspace),
    ];
    call.world.stdout.write(
      call.options["json"] === true ? toJson({ version: 1, checks: looks.map(jsonOf) }) : `${linesOf(looks)}\n`,
    );
    return EXIT.clean;
  },
};

function jsonOf({ what, state, found, advice }: Look): object {
  return { name: what, ok: state === "好", state, found, advice };
}

function linesOf(looks: readonly Look[]): string {
  return looks
    .flatMap(({ what, state, found, advice }) => [
      `${state === "好" ? "√" : state === "缺" ? "×" : "！"} ${what}：${visible(found)}`,
      ...(advice === "" ? [] : [`    → ${advice}`]),
    ])
    .join("\n");
}

/** The fonts of every publication of the office, or of the default one. */
async function lookAtFonts({ world }: Call, workspace: Workspace): Promise<Look[]> {
  const installed = await installedFonts(world);
  if (installed === null)
    return [
      {
        what: "字体",
        state: "注意",
        found: "看不出装了哪些（没有 fc-list）",
        advice: "在 Word 或 WPS 里打开成稿，看一看字体",
      },
    ];
  const listed = workspace.grounds.office.publications.map(({ name }) => name);
  const names = listed.length > 0 ? listed : [DEFAULT_PUBLICATION];
  const states = new Map<string, FontState>();
  for (const name of names) {
    const layout = layoutOf(loadPublication(world, workspace, choosePublication(world, workspace, name)));
    if (layout) for (const state of fontStates(layout, installed)) states.set(state.name, state);
  }
  return [...states.values()].map(({ name, has, standIn }): Look => {
    if (has) return { what: `字体 ${name}`, state: "好", found: "有", advice: "" };
    const seen = standIn === null ? "也没有相近的，读的人会看到别的字体" : `读的人会看到 ${standIn}`;
    return {
      what: `字体 ${name}`,
      state: "缺",
      found: `没有，${seen}`,
      advice: "成稿不受影响；要在这台机器上看样、打印，请装上这个字体",
    };
  });
}

async function lookAtOffice({ world }: Call): Promise<Look> {
  const ended = await runLibreOffice(world, ["--version"], 30_000);
  if (ended?.code === 0)
    return { what: "LibreOffice", state: "好", found: ended.stdout.trim().split("\n")[0] ?? "有", advice: "" };
  return {
    what: "LibreOffice",
    state: "注意",
    found: "没有",
    advice: "只有 --format pdf 要用；不装也可以在 Word、WPS 里另存为 PDF",
  };
}

function lookAtZone({ world }: Call, { grounds }: Workspace): Look {
  const { zone } = grounds.office;
  const machine = world.env["TZ"] ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const same = machine === zone ? "" : `，机器是 ${machine}，不影响结果`;
  return { what: "时区", state: "好", found: `${zone}${same}；现在 ${isoDay(grounds.now.day)}`, advice: "" };
}

async function lookAtLedger({ world }: Call, workspace: Workspace): Promise<Look> {
  const { root, hasOffice, grounds } = workspace;
  const { ledger } = grounds.office.paths;
  if (!hasOffice)
    return { what: "工作区", state: "注意", found: "这里不是工作区", advice: "新建用 zhuanbao init；已有的用 -C 指明" };
  if (isPostgresUrl(ledger)) return { what: "台账", ...(await lookAtDatabase(world, workspace, ledger)) };
  const kind = world.files.kind(typedPath(root, ledger));
  if (kind === "folder") return { what: "台账", state: "好", found: ledger, advice: "" };
  return {
    what: "台账",
    state: "注意",
    found: `${ledger} 还没有`,
    advice: "编发过的各期记在这里，第一次 publish 时会建",
  };
}

/** The holiday table of this year, and from November on of the next. */
function lookAtCalendar({ grounds: { now, profile } }: Workspace): Look[] {
  const { year, month } = civil(now.day);
  const years = month >= 11 ? [year, year + 1] : [year];
  return years.map((each): Look => {
    const table = profile.calendar.get(each);
    if (table) return { what: `${each} 年节假日表`, state: "好", found: table.basis, advice: "" };
    const soon = each > year;
    return {
      what: `${each} 年节假日表`,
      state: soon ? "注意" : "缺",
      found: soon ? "还没有" : "没有，工作日只按周末算",
      advice: "国务院办公厅通知发布后，在自己的规则集里加“节假日”，写明依据",
    };
  });
}
