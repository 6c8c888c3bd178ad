import { nearest } from "../base/similar.ts";
import { quote } from "../base/visible.ts";
import { addExamples, type Example } from "../cli/examples.ts";
import { UsageError, type Call, type CommandModule, type ExitCode } from "./command.ts";
import { copy } from "./ledger/copy.ts";
import { due, list } from "./ledger/list.ts";
import { note } from "./ledger/note.ts";
import { hasLedger, withLedger, type OpenLedger } from "./ledger/open.ts";
import { rebuild } from "./ledger/rebuild.ts";
import { show } from "./ledger/show.ts";
import { verify } from "./ledger/verify.ts";
import { voidNumber } from "./ledger/void.ts";
import { openOffice, type Workspace } from "./workspace.ts";

type Act = (call: Call, open: OpenLedger, workspace: Workspace) => ExitCode | Promise<ExitCode>;

const ACTS: Readonly<Record<string, Act>> = { list, show, verify, due, note, void: voidNumber, rebuild };

const EXAMPLES: readonly Example[] = [
  ["zhuanbao ledger list --year 2026", "2026 年编发的各期"],
  ["zhuanbao ledger verify", "查缺号、重号、改动、丢失和成稿是否相符；有不对的退出码为 1"],
  [
    'zhuanbao ledger note --kind 批示 --issue "信息专报 2026 12" --leader 县长 --text 请研处 --owner 县水利局 --due 2026-12-01',
    "记下一件批示，限期反馈",
  ],
  ["zhuanbao ledger note --kind 反馈 --text 已修复 --notice out/反馈", "答复它，并给报送单位写反馈通知"],
  ["zhuanbao ledger void 信息专报 2026 12 --reason 重复编发", "作废一个号，不再使用"],
  [
    "zhuanbao ledger copy 台账 postgres://zhuanbao@db.example/zhuanbao",
    "把目录里的台账搬到 PostgreSQL；反过来写就搬回来",
  ],
];

/** `zhuanbao ledger`: what was published, what became of it, and whether the records are whole. */
export const ledger: CommandModule = {
  define(command) {
    command
      .argument(
        "<做什么>",
        "list 各期；show 一期；verify 查台账；due 待反馈的批示；note 记批示等；void 作废；rebuild 重建链头；copy 整个搬到别处",
      )
      .argument(
        "[哪一期...]",
        "show、void 用，如 信息专报 2026 12，增刊写成 信息专报 2026 增刊3；copy 后面写从哪里、到哪里",
      )
      .option("--publication <刊物>", "list：只看这种刊物")
      .option("--year <年>", "list：只看这一年")
      .option("--clean", "verify：清除一小时以前留下的临时文件")
      .option("--reason <缘由>", "void：为什么作废")
      .option("--yes", "void：不再确认")
      .option("--kind <种类>", "note：批示、圈阅、退回、反馈、上报、采用")
      .option("--issue <期号>", 'note：哪一期，如 "信息专报 2026 12"')
      .option("--entry <编号>", "note：哪一条")
      .option("--leader <领导>", "note：哪位领导")
      .option("--text <内容>", "note：批示、退回、反馈的内容")
      .option("--at <时间>", "note：何时；不写则为记下的时候")
      .option("--owner <单位>", "note：承办单位")
      .option("--due <日期>", "note：限期，当天算在内")
      .option("--level <层级>", "note：上报、采用的层级，如 市级、省级、中央")
      .option("--in <刊物>", "note：上报到、采用在哪种刊物")
      .option("--answers <记事号>", "note：反馈答复哪一件，如 2026-4；只有一件待反馈的可以不写")
      .option("--by <姓名>", "note、void：录入人")
      .option("--notice <目录>", "note：给报送单位各写一份反馈通知（DOCX）")
      .option("--json", "list、show、verify、due、copy：结果以 JSON 写到标准输出");
    addExamples(command, ...EXAMPLES);
  },

  async run(call) {
    const [name = ""] = call.args;
    // From and to say which ledgers: the office's own need not be one of them.
    if (name === "copy") return copy(call, openOffice(call));
    const act = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined;
    if (!act) {
      const known = [...Object.keys(ACTS), "copy"];
      const near = nearest(name, known);
      throw new UsageError(
        `ledger 不会“${quote(name)}”`,
        `${near ? `是不是“${near}”？` : ""}现有：${known.join("、")}`,
      );
    }
    const workspace = openOffice(call);
    // Throws where the ledger lies on a share that is not there.
    hasLedger(call.world, workspace);
    return withLedger(call.world, workspace, async (open) => act(call, open, workspace));
  },
};
