import { showClock } from "../../base/time.ts";
import { UsageError } from "../command.ts";
import type { Task } from "./task.ts";
import type { When } from "./when.ts";

/** What schtasks takes after /TR, in characters. */
const LONGEST = 261;

/** What cmd would act on even between quotes, or where schtasks' own quotes end. */
const UNSAFE = /["%!^&|<>\r\n]/u;

/** A line for the command prompt of Windows that makes the task. The office is its 起始于, the log a path below it. */
export function schtasksLine({ words, office, log, local, name }: Task): string {
  const bad = [...words, office, log].find((word) => UNSAFE.test(word));
  if (bad !== undefined)
    throw new UsageError(`“${bad}”里有 Windows 命令行不能照写的字符`, "请换一个路径，或在“任务计划程序”里手工新建");
  const near = log.startsWith(office)
    ? log
        .slice(office.length)
        .replace(/^[/\\]/u, "")
        .replaceAll("/", "\\")
    : log;
  const run = `cmd /c cd /d ${quoted(office)} && ${words.map(quoted).join(" ")} >> ${quoted(near)} 2>&1`;
  if (run.length > LONGEST)
    throw new UsageError(
      `命令有 ${run.length} 个字，schtasks 最多收 ${LONGEST} 个`,
      "请把工作区和程序放到较短的路径，或把命令写成 .cmd 文件，在“任务计划程序”里手工新建",
    );
  return `schtasks /Create /TN "zhuanbao-digest-${name}" ${timesOf(local)} /TR "${run.replaceAll('"', '\\"')}"\r\n`;
}

function quoted(word: string): string {
  return /^[\w:./\\-]+$/u.test(word) ? word : `"${word}"`;
}

const DAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

function timesOf({ weekdays, date, clock }: When): string {
  const at = `/ST ${showClock(clock)}`;
  if (date !== null) return `/SC MONTHLY /D ${date} ${at}`;
  if (weekdays.length === 0) return `/SC DAILY ${at}`;
  return `/SC WEEKLY /D ${weekdays.map((day) => DAYS[day]).join(",")} ${at}`;
}
