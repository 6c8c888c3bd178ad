import { visible } from "../base/visible.ts";
import { locate } from "../report/locate.ts";
import { countOf } from "../report/words.ts";
import { addExamples } from "../cli/examples.ts";
import { fixLoaded } from "./check/fix.ts";
import { loadChecked } from "./check/load.ts";
import { refuseOwnFiles } from "./check/outputs.ts";
import { readRequest, type CheckRequest } from "./check/request.ts";
import { orderedSheets, writeSheets } from "./check/sheets.ts";
import { showFixed } from "./check/show-fixed.ts";
import { setAside } from "./check/suppressions.ts";
import { Timer } from "./check/timer.ts";
import { watch } from "./check/watch.ts";
import { EXIT, type Call, type CommandModule, type ExitCode } from "./command.ts";
import { surveyLoaded, unreadPapers } from "./entries.ts";
import { withPublished } from "./ledger/open.ts";
import { openWorkspace, type Workspace } from "./workspace.ts";

/** `zhuanbao check`: entries, and the office with them, checked. */
export const check: CommandModule = {
  define(command) {
    command
      .argument("[路径...]", "要校核的文件或目录；- 从标准输入读一条；不写则校核工作区的全部条目")
      .option(
        "-f, --format <格式>",
        "pretty、compact、json、sarif、junit、github；写成 格式=文件 则写进文件，可写几次；不写为 pretty",
        (value: string, before: readonly string[] | undefined) => [...(before ?? []), value],
      )
      .option("--stdin-filename <文件名>", "从标准输入读时，当作这个文件")
      .option("--max-warnings <条数>", "提醒超过这个数即退出码 1")
      .option("--fix", "把只有一种改法的（标点、全角数字、日期写法等）改好，写回文件，再报剩下的")
      .option("--dry-run", "与 --fix 同用：只看会改成什么样，不写")
      .option("--quiet", "只显示差错（json、sarif、junit 不受影响）")
      .option("--watch", "看着条目和设置，一有改动就重新校核，Ctrl-C 结束")
      .option(
        "--suppress-all",
        "把现有的差错、提醒、提示记入 zhuanbao-suppressions.json，以后只报新的；拦下信息的差错不能搁置",
      )
      .option("--prune-suppressions", "从搁置的记录里清理不再出现的")
      .option("--no-suppressions", "不看搁置的记录，全部显示")
      .option("--return-slip <目录>", "每个单位写一份退稿单（DOCX）：它的信息查出什么、在哪里、怎么改")
      .option("--procedure-sheet <目录>", "每个单位写一份程序情况表（DOCX）：迟报、报送程序的时间和依据，只列事实")
      .option("--timing", "列出各条规则用了多少时间");
    addExamples(
      command,
      ["zhuanbao check", "校核工作区的全部条目"],
      ["zhuanbao check 报送/客车侧翻.md", "报送前自查一条信息"],
      ["zhuanbao check --format json > 结果.json", "供别的程序使用"],
      ["zhuanbao check -f pretty -f junit=out/校核.xml", "看结果，另写一份报告给流水线"],
      ["zhuanbao check --fix --dry-run", "看标点、日期等能自动改成什么样"],
      ["zhuanbao check --return-slip out/退稿单", "看结果，另给每个单位写一份退稿单"],
    );
  },

  async run(call) {
    const request = readRequest(call);
    return request.watch ? watch(call, () => checkOnce(call, request)) : checkOnce(call, request);
  },
};

async function checkOnce(call: Call, request: CheckRequest): Promise<ExitCode> {
  const timer = new Timer(call.world);
  const opened = timer.time("读设置", () => openWorkspace(call));
  const workspace = await timer.wait("读台账", () => withPublished(call.world, opened));
  refuseOwnFiles(request.outputs, workspace);
  const orders = orderedSheets(call);
  const loaded = await timer.wait("读文件", () => loadChecked(call, workspace));
  const first = surveyLoaded(call.world, loaded, workspace, { stopwatch: timer.time });
  const fixing = { workspace, loaded, found: first };
  const fixed = fixLoaded(call, request.fix, fixing);
  const { found } = fixed;
  const secret = found.classified.length > 0;
  const located = timer.time("定位", () => locate(secret ? found.classified : found.findings));
  const all = { workspace, found, diagnostics: located };
  // Nothing is written after classified material, and no other file is looked at.
  const { diagnostics, said } = secret
    ? { diagnostics: located, said: [] }
    : timer.time("搁置", () => setAside(call, all, { mode: request.suppressions, whole: loaded.whole }));
  // Before the report: where a paper cannot be written, nothing has gone to stdout yet.
  const papers = secret
    ? null
    : await timer.wait("写单", () => writeSheets(call, orders, { workspace, found, diagnostics, all: located }));
  timer.time("报告", () => showFixed(call, request, { fixed, checked: { ...all, diagnostics } }));
  for (const line of [...fixed.said, ...said, ...(papers?.said ?? [])]) call.world.stderr.write(`${line}\n`);
  if (!secret && call.args.length === 0 && loaded.files.length === 0) sayEmpty(call, workspace);
  if (!secret && call.args.length === 0) sayUnread(call, unreadPapers(call.world, workspace));
  if (request.timing) call.world.stderr.write(timer.table());
  if (secret) return EXIT.classified;
  if (fixed.failed) return EXIT.unable;
  const { errors, warnings } = countOf(diagnostics);
  const tooMany = request.maxWarnings !== null && warnings > request.maxWarnings;
  return errors > 0 || tooMany || papers?.faulty === true ? EXIT.errors : EXIT.clean;
}

/** A new office is not at fault: its settings are checked, and that is all there is. */
function sayEmpty({ world }: Call, { grounds: { office } }: Workspace): void {
  world.stderr.write(
    `${visible(office.paths.entries)} 里还没有条目（.yaml、.yml、.md），只校核了设置；用 zhuanbao new 写第一条信息，或把报来的文件放进去\n`,
  );
}

/** Papers named at most: who sees three knows what to do with the rest. */
const MOST_NAMED = 3;

function sayUnread({ world }: Call, papers: readonly string[]): void {
  if (papers.length === 0) return;
  const named = papers.slice(0, MOST_NAMED).map(visible).join("、");
  const more = papers.length > MOST_NAMED ? " 等" : "";
  world.stderr.write(
    `有 ${papers.length} 个文件没有读：${named}${more}；条目只收 .yaml、.yml、.md，请用 zhuanbao new 录入\n`,
  );
}
