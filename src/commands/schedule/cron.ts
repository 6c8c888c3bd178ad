import { UsageError } from "../command.ts";
import type { Task } from "./task.ts";
import type { When } from "./when.ts";

/** Cron drops a line whose command is longer, in bytes. */
const LONGEST = 998;

/** A line of a crontab. What it writes goes to the log; mail comes only where it failed. */
export function cronLine({ words, out, log, local }: Task): string {
  const run = words.map(shellWord).join(" ");
  const failed = shellWord(`zhuanbao digest 没有成功，请看 ${log}`);
  const command = `mkdir -p ${shellWord(out)} && ${run} >> ${shellWord(log)} 2>&1 || echo ${failed}`;
  if (new TextEncoder().encode(command).length > LONGEST)
    throw new UsageError(
      "路径太长，crontab 的一行放不下",
      "请把工作区和程序放到较短的路径，或把这条命令写成脚本放进 crontab，或用 --print systemd",
    );
  // To cron a bare % is a line feed.
  return `${fieldsOf(local)} ${command.replaceAll("%", "\\%")}\n`;
}

function fieldsOf({ weekdays, date, clock }: When): string {
  const days = weekdays.length === 0 ? "*" : weekdays.toSorted((a, b) => a - b).join(",");
  return `${clock % 60} ${Math.floor(clock / 60)} ${date ?? "*"} * ${days}`;
}

/** A word as sh takes it: nothing in it is special. */
export function shellWord(word: string): string {
  return /^[\w@+=:,./-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
