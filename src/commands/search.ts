import type { Finding } from "../model/diagnostic.ts";
import { lookThrough, type Look } from "../pipeline/survey.ts";
import { locate } from "../report/locate.ts";
import { NOTHING_FOUND, renderSearchJson } from "../report/search-json.ts";
import { renderSearch } from "../report/search-text.ts";
import { shorten } from "../report/shorten.ts";
import { addExamples } from "../cli/examples.ts";
import { EXIT, type Call, type CommandModule, type ExitCode } from "./command.ts";
import { loadAllEntries } from "./entries.ts";
import { prettyFindings } from "./findings.ts";
import { withIndex } from "./ledger/search-index.ts";
import { typedPath } from "./paths.ts";
import { findAll } from "./search/find.ts";
import { requestOf } from "./search/query.ts";
import { openOffice, type Workspace } from "./workspace.ts";

/** `zhuanbao search`: what was printed and what was sent, by word, unit, place, theme and time. */
export const search: CommandModule = {
  define(command) {
    command
      .argument("[词...]", "要找的词，几个词都要有；也可以是信息的编号；只按单位、地点、时间找时可以不写")
      .option("--unit <单位>", "报送单位，全称、简称或名称的一部分")
      .option("--place <地点>", "地点，或它的一部分")
      .option("--theme <关注点>", "主题里写明的关注点，或它的一部分")
      .option("--category <类别>", "只找这一类，如 问题")
      .option("--publication <刊物>", "只找登在这种刊物上的")
      .option("--since <日期>", "从这一天起：已登的看刊物日期，未登的看报送时间")
      .option("--until <日期>", "到这一天为止，当天算在内")
      .option("--published", "只找已登的，不看条目目录")
      .option("--limit <条数>", "最多列出多少条，不写为 20")
      .option("--json", "结果以 JSON 写到标准输出");
    addExamples(
      command,
      ["zhuanbao search 干渠 渗漏", "标题、正文、单位、地点里两个词都有的，标题里有的在前，新的在前"],
      ["zhuanbao search 欠薪 --since 2026-01-01 --unit 青石镇", "今年青石镇报来的欠薪"],
      ["zhuanbao search --place 石坝村 --published", "登过的石坝村的事"],
    );
  },

  async run(call) {
    const { world, globals, options } = call;
    const workspace = openOffice(call);
    const { office, findings } = workspace.grounds;
    const request = requestOf(call, office);
    const look = request.publishedOnly ? NOTHING : lookAt(call, workspace);
    if (look.classified.length > 0) return stop(call, look.classified, EXIT.classified);
    const faults = findings.filter(({ severity }) => severity === "error");
    if (faults.length > 0) return stop(call, faults, EXIT.errors);
    const data = await withIndex(world, workspace, (index) => findAll(request, { index, look, office }));
    const page = { colour: globals.colour, columns: world.stdout.columns };
    world.stdout.write(options["json"] === true ? renderSearchJson(data) : renderSearch(data, page));
    return EXIT.clean;
  },
};

const NOTHING: Look = { entries: [], classified: [], unread: 0 };

/** An office that has filed everything away has no folder of entries, and may be searched all the same. */
function lookAt({ world }: Call, workspace: Workspace): Look {
  const { root, grounds } = workspace;
  const isThere = world.files.kind(typedPath(root, grounds.office.paths.entries)) !== null;
  const files = isThere ? loadAllEntries(world, workspace, { mayBeEmpty: true }).files : [];
  return lookThrough(files, grounds);
}

/** Of classified material nothing but its path is told, and nothing is searched. */
function stop(call: Call, findings: readonly Finding[], code: ExitCode): ExitCode {
  const { world, options } = call;
  if (options["json"] === true) world.stdout.write(renderSearchJson(NOTHING_FOUND, shorten(locate(findings))));
  world.stderr.write(prettyFindings(call, findings, { secret: code === EXIT.classified }));
  return code;
}
