import { UsageError, type CommandModule } from "./command.ts";

/** Not written yet. */
export const init: CommandModule = {
  define() {},
  run() {
    throw new UsageError("暂不支持“init”命令", "");
  },
};
