import { visible } from "../base/visible.ts";
import { addExamples } from "../cli/examples.ts";
import { EXIT, UsageError, type Call, type CommandModule, type ExitCode } from "./command.ts";
import { LOG_NAME } from "./digest/log.ts";
import { textOption } from "./options.ts";
import { join, typedPath } from "./paths.ts";
import { choosePublication, DEFAULT_PUBLICATION, WEEKLY_PUBLICATION } from "./publication.ts";
import { cronLine } from "./schedule/cron.ts";
import { schtasksLine } from "./schedule/schtasks.ts";
import { systemdUnits } from "./schedule/systemd.ts";
import type { Task } from "./schedule/task.ts";
import { localOf, showWhen, whenOf } from "./schedule/when.ts";
import { openOffice, type Workspace } from "./workspace.ts";

const FORMS = { cron: cronLine, systemd: systemdUnits, schtasks: schtasksLine } as const;
type Form = keyof typeof FORMS;

/** `zhuanbao schedule --print`: what a timer of the machine needs to run `digest`. It prints, and changes nothing. */
export const schedule: CommandModule = {
  define(command) {
    command
      .option("--print <定时器>", "给哪种定时器：cron（Linux）、systemd（Linux）、schtasks（Windows）")
      .option("--at <时间>", "几时运行，按机关的时区：“周五 17:00”“每天 17:00”“工作日 17:00”“每月1日 08:00”")
      .option("--week [哪周]", "编一周：last 是上一周（不写本选项就是它），不写是本周")
      .option("--month [哪月]", "编一个月：last 是上月，不写是本月")
      .option(
        "--publication <刊物>",
        `编哪种刊物；不写则按周的是${WEEKLY_PUBLICATION}，按月的是${DEFAULT_PUBLICATION}`,
      );
    command
      .option("--publish", "到时直接编发，取期号；不写则只出草稿")
      .option("--signer <姓名>", "签发人，与 --publish 同用")
      .option("--editor <姓名>", "责任编辑，与 --publish 同用");
    addExamples(
      command,
      ["zhuanbao schedule --print cron", "每周一 08:00 编上一周的；印出的一行放进 crontab -e"],
      ['zhuanbao schedule --print systemd --at "周五 17:00" --week', "每周五 17:00 编本周的"],
      ["zhuanbao schedule --print schtasks --month last", "在 Windows 上每月 1 日编上月的"],
    );
  },

  run(call) {
    const form = formOf(call);
    const workspace = openOffice(call);
    const { task, steady } = taskOf(call, workspace);
    call.world.stdout.write(FORMS[form](task));
    for (const line of notes(call, form, { task, steady })) call.world.stderr.write(`${line}\n`);
    return Promise.resolve<ExitCode>(EXIT.clean);
  },
};

function formOf({ options }: Call): Form {
  const given = textOption(options, "print");
  if (given !== null && Object.hasOwn(FORMS, given)) return given as Form;
  const known = Object.keys(FORMS).join("、");
  if (given === null) throw new UsageError("没有写 --print", `例如 zhuanbao schedule --print cron；可选：${known}`);
  throw new UsageError(`没有定时器“${given}”`, `可选：${known}`);
}

/** Line feeds end a line in every form, and no quotes help. */
function onOneLine(words: readonly string[]): readonly string[] {
  // eslint-disable-next-line no-control-regex
  const bad = words.find((word) => /[\u0000-\u001f\u007f]/u.test(word));
  if (bad === undefined) return words;
  throw new UsageError(`路径或刊名里有换行或控制字符：${visible(bad)}`, "请改名后再运行");
}

function taskOf({ world, options }: Call, workspace: Workspace): { task: Task; steady: boolean } {
  const { root, grounds } = workspace;
  const { office, now } = grounds;
  const { name, words, which } = periodWords(options);
  const wanted = textOption(options, "publication");
  const publication = wanted ?? (name === "week" ? WEEKLY_PUBLICATION : DEFAULT_PUBLICATION);
  choosePublication(world, workspace, publication);
  const when = whenOf(textOption(options, "at") ?? (name === "week" ? "周一 08:00" : "每月1日 08:00"));
  const { when: local, steady } = localOf(when, now.day, { office: office.zone, machine: world.zone });
  const program = [world.execPath, join(world.home, "bin", "zhuanbao.js"), "-C", root];
  const argv = ["digest", ...words, "--publication", publication, ...signingWords(options), "--no-input"];
  const out = typedPath(root, office.paths.out);
  const task: Task = {
    words: onOneLine([...program, ...argv]),
    office: root,
    out,
    log: join(out, LOG_NAME),
    when,
    zone: office.zone,
    local,
    about: `zhuanbao：${showWhen(when)}（${office.zone}）编${which}的《${publication}》`,
    name,
  };
  return { task, steady };
}

/** A timer runs again and again: it can be told the week or month before, or that of the day, and no other. */
function periodWords(options: Call["options"]): { name: string; words: string[]; which: string } {
  const [week, month] = [options["week"], options["month"]];
  if (week !== undefined && month !== undefined) throw new UsageError("--week 与 --month 只能用一样", "请去掉一个");
  const [name, given] = month === undefined ? (["week", week ?? "last"] as const) : (["month", month] as const);
  if (given !== true && given !== "last")
    throw new UsageError(
      `--${name} 的“${textOption(options, name) ?? ""}”不能定期运行`,
      `请写 --${name} last，或只写 --${name}`,
    );
  const unit = name === "week" ? "周" : "月";
  return {
    name,
    words: given === true ? [`--${name}`] : [`--${name}`, "last"],
    which: given === true ? `本${unit}` : `上${unit}`,
  };
}

/** What `digest` would refuse every time is refused here once. */
function signingWords(options: Call["options"]): string[] {
  const [signer, editor] = [textOption(options, "signer"), textOption(options, "editor")];
  if (options["publish"] !== true && signer === null && editor === null) return [];
  if (options["publish"] === true && signer !== null && editor !== null)
    return ["--publish", "--signer", signer, "--editor", editor];
  throw new UsageError("--publish、--signer、--editor 要一起写", "只出草稿的三样都不写；直接编发的三样都写");
}

const USE: Readonly<Record<Form, string>> = {
  cron: "运行 crontab -e，把上面一行粘进去；没有成功时 cron 会发邮件（MAILTO）",
  systemd:
    "存成两个文件后运行 systemctl --user enable --now 定时器名；没有登录也要运行的，再运行 loginctl enable-linger",
  schtasks: "在 Windows 的命令提示符里运行上面一行；“起始于”就是工作区",
};

function notes({ world, options }: Call, form: Form, { task, steady }: { task: Task; steady: boolean }): string[] {
  const lines = [visible(task.about), `${USE[form]}；日志在 ${visible(task.log)}`];
  if (form !== "systemd" && world.zone !== task.zone)
    lines.push(
      `机器的时区是 ${world.zone}，已换算成那里的 ${showWhen(task.local)}${steady ? "" : `；那里有夏令时，换季后会差一小时，请把机器的时区设为 ${task.zone}，或用 systemd`}`,
    );
  if (options["week"] === true || options["month"] === true)
    lines.push("编的是还没有过完的时段：运行以后报来的不在这一期，要收齐请用 last");
  if (form === "schtasks" && !/^[A-Za-z]:\\/u.test(task.office))
    lines.push("这台机器不是 Windows：请在要运行的那台机器上印，路径才对");
  return lines;
}
