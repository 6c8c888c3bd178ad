import { nearest } from "../base/similar.ts";
import { quote } from "../base/visible.ts";
import { addExamples } from "../cli/examples.ts";
import { EXIT, UsageError, type CommandModule } from "./command.ts";
import { exportTemplate } from "./template/export.ts";

const ACTIONS = ["export"] as const;

/** `zhuanbao template export`: a shipped template for an office to make its own. */
export const template: CommandModule = {
  define(command) {
    command
      .argument("<做什么>", "export：把自带的模板和版式复制到工作区")
      .argument("<名称>", "自带的哪一种，如 信息专报、每日要情、退稿单")
      .argument("[目录]", "复制到哪个目录；不写则为工作区的 模板/<名称>");
    addExamples(
      command,
      ["zhuanbao template export 信息专报", "复制到 模板/信息专报，改完在“刊物”里写明就用它"],
      ["zhuanbao template export 每日要情 模板/晨讯", "复制到 模板/晨讯，办一种自己的刊物"],
    );
  },

  run: async (call) => {
    const [action = "", ...rest] = call.args;
    if (!ACTIONS.some((known) => known === action)) {
      const near = nearest(action, ACTIONS);
      throw new UsageError(
        `template 不会“${quote(action)}”`,
        `${near ? `是不是“${near}”？` : ""}现有：zhuanbao template export 名称 [目录]`,
      );
    }
    exportTemplate(call, rest);
    return EXIT.clean;
  },
};
