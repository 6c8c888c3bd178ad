import { locate } from "../report/locate.ts";
import { countOf } from "../report/words.ts";
import { addExamples } from "../cli/examples.ts";
import { loadChecked } from "./check/load.ts";
import { CHECK_FORMATS, show } from "./check/show.ts";
import { EXIT, type CommandModule } from "./command.ts";
import { surveyLoaded } from "./entries.ts";
import { chosenFormats, wholeNumber } from "./options.ts";
import { openWorkspace } from "./workspace.ts";

const FORMATS = { now: CHECK_FORMATS, later: ["sarif", "junit", "github"] } as const;

/** `zhuanbao check`: entries, and the office with them, checked. */
export const check: CommandModule = {
  define(command) {
    command
      .argument("[路径...]", "要校核的文件或目录；- 从标准输入读一条；不写则校核工作区的全部条目")
      .option("--format <格式>", "输出格式：pretty、compact 或 json", "pretty")
      .option("--stdin-filename <文件名>", "从标准输入读时，当作这个文件")
      .option("--max-warnings <条数>", "提醒超过这个数即退出码 1")
      .option("--quiet", "只显示差错");
    addExamples(
      command,
      ["zhuanbao check", "校核工作区的全部条目"],
      ["zhuanbao check 报送/客车侧翻.md", "报送前自查一条信息"],
      ["zhuanbao check --format json > 结果.json", "供别的程序使用"],
    );
  },

  async run(call) {
    const [format = "pretty"] = chosenFormats(call.options, FORMATS);
    const limit = wholeNumber(call.options, "maxWarnings", "--max-warnings");
    const workspace = openWorkspace(call);
    const found = surveyLoaded(await loadChecked(call, workspace), workspace);
    const secret = found.classified.length > 0;
    const diagnostics = locate(secret ? found.classified : found.findings);
    show(call, { found, diagnostics }, format);
    if (secret) return EXIT.classified;
    // Steps that write beside the report (papers, fixes) stand here: never after classified material.
    const { errors, warnings } = countOf(diagnostics);
    return errors > 0 || (limit !== null && warnings > limit) ? EXIT.errors : EXIT.clean;
  },
};
