import { UsageError, type Call } from "../command.ts";
import { wholeNumber } from "../options.ts";
import { fixModeOf, type FixMode } from "./fix.ts";
import { chosenOutputs, isForPeople, type Output } from "./outputs.ts";

/** What becomes of the faults on record: heeded, not looked at, written anew, or cleared of what is there no more. */
export type SuppressionMode = "heed" | "ignore" | "record" | "prune";

/** What `check` was asked for, apart from the files. */
export interface CheckRequest {
  readonly outputs: readonly Output[];
  /** Warnings beyond this many are exit 1. */
  readonly maxWarnings: number | null;
  readonly quiet: boolean;
  readonly timing: boolean;
  readonly watch: boolean;
  readonly suppressions: SuppressionMode;
  readonly fix: FixMode;
}

/** Reads the options, and refuses those that cannot go together before anything is looked at. */
export function readRequest(call: Call): CheckRequest {
  const { options } = call;
  const outputs = chosenOutputs(call);
  const request: CheckRequest = {
    outputs,
    maxWarnings: wholeNumber(options, "maxWarnings", "--max-warnings"),
    quiet: options["quiet"] === true,
    timing: options["timing"] === true,
    watch: options["watch"] === true,
    suppressions: suppressionMode(call),
    fix: fixModeOf(call, outputs),
  };
  if (request.watch) refuseWithWatch(call, request);
  return request;
}

function suppressionMode({ options, args }: Call): SuppressionMode {
  const [all, prune] = [options["suppressAll"] === true, options["pruneSuppressions"] === true];
  if (all && prune)
    throw new UsageError("--suppress-all 与 --prune-suppressions 不能同时使用", "--suppress-all 已包含清理");
  if ((all || prune) && options["suppressions"] === false)
    throw new UsageError("--no-suppressions 不能与记入、清理搁置的选项同时使用", "请去掉 --no-suppressions");
  if (all && args.includes("-"))
    throw new UsageError("标准输入里的差错不能搁置", "请写出文件：zhuanbao check --suppress-all 文件");
  // A rule that compares entries finds less among few of them: what it does not find may still be there.
  if (prune && args.length > 0)
    throw new UsageError("--prune-suppressions 要看全部条目才知道哪些不再出现", "请去掉路径，在工作区里运行");
  if (all) return "record";
  if (prune) return "prune";
  return options["suppressions"] === false ? "ignore" : "heed";
}

/** Watching only reports: what else writes would be written again and again. */
const NOT_WHILE_WATCHING: readonly (readonly [option: string, flag: string])[] = [
  ["suppressAll", "--suppress-all"],
  ["pruneSuppressions", "--prune-suppressions"],
  ["fix", "--fix"],
  ["returnSlip", "--return-slip"],
  ["procedureSheet", "--procedure-sheet"],
];

function refuseWithWatch({ args, options }: Call, { outputs }: CheckRequest): void {
  if (args.includes("-")) throw new UsageError("--watch 不能从标准输入读", "请写出要看着的文件或目录");
  for (const [option, flag] of NOT_WHILE_WATCHING) {
    if (options[option] !== undefined && options[option] !== false)
      throw new UsageError(`--watch 与 ${flag} 不能同时使用`, `请先运行 ${flag}，再用 --watch`);
  }
  const wrong = outputs.find(({ format, path }) => path !== null || !isForPeople(format) || format === "github");
  if (wrong)
    throw new UsageError("--watch 只能与 pretty、compact 同用，且不写文件", "请去掉 --format，或写 -f compact");
}
