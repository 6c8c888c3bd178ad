import type { Task } from "./task.ts";
import type { When } from "./when.ts";

/** A service and its timer, in one text; the timer knows the office's zone by itself. */
export function systemdUnits({ words, when, zone, about, name }: Task): string {
  const unit = `zhuanbao-digest-${name}`;
  const [program = "", ...rest] = words;
  return [
    `# 存为 ~/.config/systemd/user/${unit}.service`,
    "[Unit]",
    `Description=${specifiers(about)}`,
    "",
    "[Service]",
    "Type=oneshot",
    `ExecStart=${[quoted(specifiers(program)), ...rest.map(argument)].join(" ")}`,
    "",
    `# 存为 ~/.config/systemd/user/${unit}.timer`,
    "[Unit]",
    `Description=${specifiers(about)}`,
    "",
    "[Timer]",
    `OnCalendar=${calendarOf(when)} ${zone}`,
    "Persistent=true",
    "",
    "[Install]",
    "WantedBy=timers.target",
    "",
  ].join("\n");
}

const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

function calendarOf({ weekdays, date, clock }: When): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  const days = weekdays.length === 0 ? "" : `${weekdays.map((day) => DAYS[day]).join(",")} `;
  return `${days}*-*-${date === null ? "*" : two(date)} ${two(Math.floor(clock / 60))}:${two(clock % 60)}:00`;
}

/** An argument as systemd takes it: a $ would name a variable. The program's own path knows none. */
function argument(word: string): string {
  return quoted(specifiers(word).replaceAll("$", "$$$$"));
}

function quoted(word: string): string {
  return /^[\w@+=:,./%$-]+$/u.test(word) ? word : `"${word.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

/** A % would name a value of the unit. */
function specifiers(text: string): string {
  return text.replaceAll("%", "%%");
}
