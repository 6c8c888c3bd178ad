import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Folder, OFFICE, type Ran } from "../commands/support.ts";
import { sentAt } from "./support.ts";

const office = (): Folder => new Folder({ "zhuanbao.yaml": OFFICE, "entries/甲.yaml": sentAt("甲", "2026-11-16") });

function print(form: string, argv: readonly string[] = [], options: Parameters<Folder["run"]>[1] = {}): Promise<Ran> {
  return office().run(["schedule", "--print", form, ...argv], options);
}

/** The first fields of a line of cron. */
const times = ({ out }: Ran): string => out.split(" ").slice(0, 5).join(" ");

describe("schedule --print", () => {
  it("prints one line for cron, with absolute paths, and changes nothing", async () => {
    const folder = office();
    const before = folder.list();
    const { code, out, err } = await folder.run(["schedule", "--print", "cron"]);
    expect(code).toBe(0);
    const log = join(folder.path, "out", "digest.log");
    const bin = join(import.meta.dirname, "../../bin/zhuanbao.js");
    expect(out).toBe(
      `0 8 * * 1 mkdir -p ${join(folder.path, "out")} && /usr/bin/node ${bin} -C ${folder.path} digest --week last --publication '每周信息' --no-input >> ${log} 2>&1 || echo 'zhuanbao digest 没有成功，请看 ${log}'\n`,
    );
    expect(err).toContain("每周一 08:00（Asia/Shanghai）编上周的《每周信息》");
    expect(folder.list()).toEqual(before);
  });

  it.each([
    [[], "0 8 * * 1"],
    [["--at", "周五 17:00", "--week"], "0 17 * * 5"],
    [["--at", "每周日 7点"], "0 7 * * 0"],
    [["--at", "工作日 17:30", "--week"], "30 17 * * 1,2,3,4,5"],
    [["--at", "每天 00:05", "--month"], "5 0 * * *"],
    [["--month", "last"], "0 8 1 * *"],
    [["--month", "last", "--at", "每月28日 23:59"], "59 23 28 * *"],
  ])("%j is %s", async (argv, expected) => {
    expect(times(await print("cron", argv))).toBe(expected);
  });

  it.each([
    ["UTC", [], "0 0 * * 1", "已换算成那里的 每周一 00:00"],
    ["UTC", ["--at", "周一 07:30"], "30 23 * * 0", "每周日 23:30"],
    ["Pacific/Kiritimati", ["--at", "周日 20:00"], "0 2 * * 1", "每周一 02:00"],
    ["America/New_York", ["--at", "周五 17:00", "--week"], "0 4 * * 5", "那里有夏令时"],
  ])("on a machine in %s, %j is by its own clock", async (zone, argv, expected, says) => {
    const ran = await print("cron", argv, { zone });
    expect(times(ran)).toBe(expected);
    expect(ran.err).toContain(says);
    const timer = await print("systemd", argv, { zone });
    expect(timer.out).toMatch(/^OnCalendar=\w{3} .* Asia\/Shanghai$/mu);
    expect(timer.err).not.toContain("机器的时区");
  });

  it("says where a date of the month is another day on the machine", async () => {
    const { code, err } = await print("cron", ["--month", "last", "--at", "每月1日 07:00"], { zone: "UTC" });
    expect(code).toBe(2);
    expect(err).toContain("写不成一行");
  });

  it.each([
    [[], "没有写 --print"],
    [["--print", "at"], "没有定时器"],
    [["--print", "cron", "--at", "每月31日 08:00"], "无法识别"],
    [["--print", "cron", "--at", "25:00"], "无法识别"],
    [["--print", "cron", "--week", "2026-W47"], "不能定期运行"],
    [["--print", "cron", "--week", "--month"], "只能用一样"],
    [["--print", "cron", "--publication", "没有"], "没有刊物"],
  ])("%j is refused", async (argv, what) => {
    const { code, out, err } = await office().run(["schedule", ...argv]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(what);
  });

  it("passes the signing on, all of it or none", async () => {
    const { out } = await print("cron", ["--publish", "--signer", "韩叙文", "--editor", "何小满"]);
    expect(out).toContain(" --publish --signer '韩叙文' --editor '何小满' --no-input >> ");
    for (const argv of [["--publish"], ["--signer", "韩叙文"], ["--publish", "--editor", "何小满"]])
      expect((await print("cron", argv)).code).toBe(2);
  });

  it("for Windows makes one line with the office as 起始于", async () => {
    const { out, err } = await print("schtasks", ["--at", "周五 17:00"]);
    expect(out).toMatch(
      /^schtasks \/Create \/TN "zhuanbao-digest-week" \/SC WEEKLY \/D FRI \/ST 17:00 \/TR "cmd \/c cd \/d .+ && .+ digest --week last --publication \\"每周信息\\" --no-input >> out\\digest.log 2>&1"\r\n$/u,
    );
    expect(err).toContain("这台机器不是 Windows");
  });
});

/** What paths may hold, and shells, cron and systemd act on. */
const NAMES = [
  "信息 科",
  "50%",
  "a'b",
  'a"b',
  "$HOME",
  "`id`",
  "a;b&c|d",
  "a\\b",
  "#x",
  "(a) [b] {c}",
  "~x",
  "-x",
  "!x",
  "*?",
  "%%\\%",
];

describe("a printed line", { timeout: 120_000 }, () => {
  it.each(NAMES)("runs in an office called %j", async (name) => {
    const folder = new Folder({});
    const root = join(folder.path, name);
    mkdirSync(join(root, "entries"), { recursive: true });
    writeFileSync(join(root, "zhuanbao.yaml"), OFFICE);
    writeFileSync(join(root, "entries", "甲.yaml"), sentAt("甲", "2026-11-16"));
    const { out: stdout } = await folder.run(["schedule", "--print", "cron"], {
      cwd: root,
      execPath: process.execPath,
    });
    // As cron does: what an unescaped % begins is not of the command.
    const [command = ""] = stdout
      .replace(/^(?:\S+ ){5}/u, "")
      .replace(/\n$/u, "")
      .split(/(?<!\\)%/u);
    const line = command.replaceAll("\\%", "%").replace("--week last", "--week 2026-W47");
    const ran = spawnSync("/bin/sh", ["-c", line], { env: {}, cwd: "/", encoding: "utf8" });
    expect({ status: ran.status, stdout: ran.stdout, stderr: ran.stderr }).toEqual({
      status: 0,
      stdout: "",
      stderr: "",
    });
    expect(readdirSync(join(root, "plans"))).toEqual(["每周信息-2026-11-22.yaml"]);
    expect(readdirSync(join(root, "out")).toSorted()).toEqual(["digest.log", "每周信息-2026-11-22-草稿.docx"]);
  });

  const canVerify = spawnSync("systemd-analyze", ["--version"]).status === 0;

  it.skipIf(!canVerify).each(NAMES)("is what systemd takes, in an office called %j", async (name) => {
    const folder = new Folder({ "u/keep": "" });
    const root = join(folder.path, name);
    mkdirSync(root);
    writeFileSync(join(root, "zhuanbao.yaml"), OFFICE);
    const { out: stdout } = await folder.run(["schedule", "--print", "systemd"], {
      cwd: root,
      execPath: process.execPath,
    });
    const [service = "", timer = ""] = stdout.split(/(?=^# 存为 .*\.timer$)/mu);
    const units = ["service", "timer"].map((kind) => join(folder.path, `zhuanbao-digest-week.${kind}`));
    writeFileSync(units[0] as string, service);
    writeFileSync(units[1] as string, timer);
    const { status, stderr } = spawnSync("systemd-analyze", ["verify", ...units], { encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });
});
