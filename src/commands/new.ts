import { UsageError, type CommandModule } from "./command.ts";

/** Not written yet. */
export const newEntry: CommandModule = {
  define() {},
  run() {
    throw new UsageError("暂不支持“new”命令", "");
  },
};
