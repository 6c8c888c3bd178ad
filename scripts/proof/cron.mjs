// A real cron runs the line that `schedule --print cron` prints: every minute, twice at once. One digest comes of it,
// nothing is mailed; and of a job that fails there is a mail. Needs Debian's package `cron` and root.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const BIN = fileURLToPath(new URL("../../bin/zhuanbao.js", import.meta.url));
const CRONTAB = `/etc/cron.d/zhuanbao-proof-${process.pid}`;
const SENDMAIL = "/usr/sbin/sendmail";
/** Cron wakes once a minute: two of its minutes, and time to finish. */
const PATIENCE = 150_000;

if (process.getuid?.() !== 0 || spawnSync("sh", ["-c", "command -v cron"]).status !== 0) {
  console.log("skipped: a proof by a real cron needs root and the package cron");
  process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), "zhuanbao-cron-"));
// Whatever a path may hold: a space, a quote, a % that cron would take for a line feed.
const office = join(folder, "信息 科'50%");
const broken = join(folder, "没有这个工作区");
const mails = join(folder, "mails");
let cron = null;
let fakeMail = false;
let failures = 0;

// Also where the run is broken off: a crontab left behind would run for ever.
process.on("exit", cleanUp);
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(130));

try {
  makeOffice();
  fakeMail = catchMail();
  const line = printed();
  writeFileSync(
    CRONTAB,
    ["MAILTO=root", everyMinute(line), everyMinute(line), everyMinute(failing(line)), ""].join("\n"),
    {
      mode: 0o644,
    },
  );
  cron = startCron();
  await runs(4);
  const [plan, draft] = [only("plans"), only("out", ".docx")];
  check("one plan", plan !== null, readdirSync(join(office, "plans")).join(" "));
  check("one draft", draft !== null, readdirSync(join(office, "out")).join(" "));
  const lines = logLines();
  check("one run made it", lines.filter((each) => each.includes("已编成")).length === 1, lines.join("\n"));
  check(
    "all others said 已生成",
    lines.filter((each) => each.includes("已生成")).length === lines.length - 1,
    lines.join("\n"),
  );
  check(
    "every run ended with 0",
    lines.every((each) => each.endsWith("退出码 0")),
    lines.join("\n"),
  );
  if (fakeMail) {
    const sent = existsSync(mails) ? readFileSync(mails, "utf8") : "";
    const subjects = [...sent.matchAll(/^Subject: .*$/gmu)].map(([subject]) => subject);
    check("the job that fails is mailed", subjects.length > 0, sent);
    check(
      "and no other",
      subjects.every((subject) => subject.includes("false")),
      subjects.join("\n"),
    );
  }
  await sameAfterwards({ plan, draft });
} finally {
  cleanUp();
}
console.log(failures === 0 ? "a real cron made one digest and no double" : `${failures} failed`);
process.exitCode = failures === 0 ? 0 : 1;

function cleanUp() {
  rmSync(CRONTAB, { force: true });
  cron?.kill();
  if (fakeMail) rmSync(SENDMAIL, { force: true });
  rmSync(folder, { recursive: true, force: true });
}

function makeOffice() {
  mkdirSync(join(office, "entries"), { recursive: true });
  writeFileSync(join(office, "zhuanbao.yaml"), "机关: 中共澄岭县委办公室\n");
  const sent = new Date(Date.now() - 7 * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);
  const entry = {
    编号: "甲",
    标题: "青石镇修复水渠",
    类别: "动态",
    报送单位: "青石镇",
    报送员: "王敏",
    签发人: "李建国",
    密级: "内部",
    报送时间: sent,
    正文: "石坝村水渠已修复，86户用上水。",
  };
  const text = Object.entries(entry).map(([key, value]) => `${key}: ${value}\n`);
  writeFileSync(join(office, "entries", "甲.yaml"), text.join(""));
}

/** The line as a user gets it. */
function printed() {
  const argv = [BIN, "-C", office, "schedule", "--print", "cron", "--week", "last"];
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return stdout.trimEnd();
}

/** Nothing but its timing is changed, and a file of cron.d wants a user. */
function everyMinute(line) {
  return line.replace(/^(?:\S+ ){5}/u, "* * * * * root ");
}

/** The same with a program that fails. */
function failing(line) {
  return line.replace(/&& .* >> \S.*? 2>&1 \|\|/u, `&& /bin/false ${broken} ||`);
}

/** Keeps the mails that cron sends, where no program of that name is there to send them. */
function catchMail() {
  if (existsSync(SENDMAIL)) return false;
  writeFileSync(SENDMAIL, `#!/bin/sh\ncat >> '${mails}'\n`);
  chmodSync(SENDMAIL, 0o755);
  return true;
}

/** Cron in the foreground, unless one is at work already. */
function startCron() {
  if (spawnSync("pgrep", ["-x", "cron"]).status === 0) return null;
  // As the boot would start it, with nothing of this shell.
  return spawn("/usr/sbin/cron", ["-f"], { stdio: "ignore", env: { PATH: "/usr/bin:/bin", LANG: "C" } });
}

function logLines() {
  const path = join(office, "out", "digest.log");
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.includes("退出码"));
}

async function runs(count) {
  const end = Date.now() + PATIENCE;
  while (logLines().length < count && Date.now() < end) await sleep(500);
  check(`${count} runs within ${PATIENCE / 1000} s`, logLines().length >= count, logLines().join("\n"));
}

function only(below, ending = "") {
  const names = readdirSync(join(office, below)).filter((name) => name.endsWith(ending));
  return names.length === 1 ? join(office, below, names[0]) : null;
}

/** What the first run made is what is there after the last. */
async function sameAfterwards({ plan, draft }) {
  const hashes = () =>
    [plan, draft].map((path) => createHash("sha256").update(readFileSync(path)).digest("hex")).join();
  const before = hashes();
  const argv = [BIN, "-C", office, "digest", "--week", "last", "--no-input"];
  const { status } = spawnSync("/usr/bin/env", ["-i", "PATH=/usr/bin:/bin", process.execPath, ...argv]);
  check("a run by hand afterwards changes nothing", status === 0 && hashes() === before, String(status));
}

function check(what, holds, detail) {
  if (!holds) failures++;
  console.log(`${holds ? "ok" : "FAILED"}: ${what}${holds ? "" : `\n${detail}`}`);
}
