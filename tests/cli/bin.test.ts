import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { temporaryFolder } from "../helpers/folder.ts";
import { BIN, hasTerminal, typeAt } from "../helpers/terminal.ts";

const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));

function bin(
  argv: readonly string[],
  cwd = "/",
  env: Record<string, string> = {},
): { code: number | null; out: string; err: string } {
  const options = { cwd, env: { PATH: process.env["PATH"] ?? "", ...env }, encoding: "utf8", input: "" } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...argv], options);
  return { code: status, out: stdout, err: stderr };
}

test("the program runs, and says how it went", () => {
  expect(bin(["--version"])).toMatchObject({ code: 0, err: "" });
  expect(bin(["chek"])).toMatchObject({ code: 2, out: "" });
  expect(bin(["new"]).err).toContain("缺少 --category");
  const folder = temporaryFolder({ "甲.md": "" });
  expect(bin(["check", "甲.md"], folder).code).toBe(1);
});

test("the language and the time zone of the machine change nothing", () => {
  const folder = temporaryFolder();
  const flags = "new --phone --unit 甲 --reporter 乙 --phone-number 1 --title 火 --occurred 14:05 --body 起火。".split(
    " ",
  );
  const outputs = ["UTC", "America/New_York", "Asia/Shanghai"].map((TZ, index) => {
    const { out } = bin([...flags, "--date", "2026-11-23 14:20", "-o", `${index}.md`], folder, { TZ, LANG: "C" });
    return readFileSync(join(folder, out.trim()), "utf8");
  });
  expect(new Set(outputs).size).toBe(1);
});

test("a reader that goes away is no fault", () => {
  const command = `"${process.execPath}" "${BIN}" explain | head -1; echo "\${PIPESTATUS[0]}"`;
  const { stdout, stderr } = spawnSync("bash", ["-c", command], { encoding: "utf8" });
  expect(stdout).toBe("读取\n0\n");
  expect(stderr).toBe("");
});

test("output that could not be written is no success", () => {
  const { status } = spawnSync("bash", ["-c", `"${process.execPath}" "${BIN}" explain > /dev/full`], {
    encoding: "utf8",
  });
  expect(status).toBe(2);
});

test("a folder that was deleted under the shell is no bug", () => {
  const command = `mkdir -p x && cd x && rmdir ../x && "${process.execPath}" "${BIN}" check`;
  const { status, stderr } = spawnSync("bash", ["-c", command], { cwd: temporaryFolder(), encoding: "utf8" });
  expect([status, stderr.includes("缺陷")]).toEqual([2, false]);
});

test("standard input that never ends is cut off", () => {
  const { status, stderr } = spawnSync("bash", ["-c", `"${process.execPath}" "${BIN}" check - < /dev/zero`], {
    encoding: "utf8",
    timeout: 20_000,
  });
  expect(status).toBe(2);
  expect(stderr).toContain("文件太大：标准输入");
});

test("Ctrl-C ends a run that waits, as the system does it", async () => {
  const child = spawn(process.execPath, [BIN, "check", "-"], { stdio: ["pipe", "ignore", "ignore"] });
  setTimeout(() => child.kill("SIGINT"), 1000);
  expect(await new Promise((resolve) => child.on("exit", (_, signal) => resolve(signal)))).toBe("SIGINT");
});

test("an error that nobody awaits is a bug of ours all the same", () => {
  const later = "data:text/javascript,setTimeout(()=>{throw new Error('迟')},300)";
  const command = `sleep 3 | "${process.execPath}" --import "${later}" "${BIN}" check -; echo $?`;
  const { stdout, stderr } = spawnSync("bash", ["-c", command], { encoding: "utf8" });
  expect(stdout).toBe("3\n");
  expect(stderr.match(/缺陷/gu)).toHaveLength(1);
});

/** What a chunk of the bundle imports as it is loaded. */
function loadedWith(chunk: string, seen = new Set<string>()): Set<string> {
  if (seen.has(chunk)) return seen;
  seen.add(chunk);
  const text = readFileSync(join(DIST, chunk), "utf8");
  for (const [, path] of text.matchAll(/(?:^|\n|;)(?:import|export)[^;"'()]*["'](\.\/[^"']+)["']/gu)) {
    loadedWith(join(dirname(chunk), path as string), seen);
  }
  return seen;
}

test("the door is small: packages come with the command that needs them", () => {
  for (const entry of ["main.js", "world.js"]) {
    const text = [...loadedWith(entry)].map((chunk) => readFileSync(join(DIST, chunk), "utf8")).join("");
    expect(text.length).toBeGreaterThan(100);
    expect(text.length).toBeLessThan(30_000);
  }
});

test.runIf(hasTerminal)("a telephoned report is taken down at a terminal", () => {
  const folder = temporaryFolder({ "zhuanbao.yaml": "机关: 测试\n单位: [城关镇, 东湖镇]\n" });
  const { code, screen } = typeAt({
    argv: ["new", "--phone", "--date", "2026-11-23 14:20"],
    cwd: folder,
    keys: [
      ["报送单位", "\r"],
      ["报送员", "张三\r"],
      ["联系电话", "\r"],
      ["这一项必填", "0700-1\r"],
      ["标题", "城关镇东街民房起火\r"],
      ["事发时间", "25:99\r"],
      ["不是时间", "\u001514:05\r"],
      ["地点", "东街12号\r"],
      ["伤亡", "无\r"],
      ["上级部门", "\r"],
      ["县领导", "县长陆明远 14:18\r"],
      ["接报人", "李四\r"],
      ["正文", "城关镇东街民房起火。\r\r正在扑救。\r.\r"],
    ],
  });
  expect(screen).toContain("↑↓ 移动，回车选定");
  expect(screen).not.toMatch(/navigate|select|must provide|Invalid/u);
  expect(screen).toContain("还欠书面报告");
  expect(code).toBe(0);
  const text = readFileSync(join(folder, "entries", "20261123-城关镇-01.md"), "utf8");
  expect(text).toContain("事发时间: 2026-11-23 14:05\n");
  expect(text.endsWith("---\n城关镇东街民房起火。\n\n正在扑救。\n")).toBe(true);
});

test.runIf(hasTerminal)("an office is set up at a terminal", () => {
  const folder = temporaryFolder();
  const { code } = typeAt({
    argv: ["init"],
    cwd: folder,
    keys: [
      ["机关全称", "中共测试县委办公室\r"],
      ["报送单位", "城关镇、东湖镇\r"],
      ["刊物报谁", "\r"],
      ["刊物送谁", "\r"],
      ["印数", "25\r"],
    ],
  });
  expect(code).toBe(0);
  expect(readFileSync(join(folder, "zhuanbao.yaml"), "utf8")).toMatch(
    /机关: 中共测试县委办公室[^]*- 名称: 东湖镇[^]*印数: 25/u,
  );
});

test.runIf(hasTerminal).each([
  ["at a line", ["new", "--phone"], "报送单位"],
  ["at a choice", ["new"], "类别"],
  [
    "at the body",
    "new --phone --unit 甲 --reporter 乙 --phone-number 1 --title 火 --occurred 14:05 --place 丙 --casualties 无 --taker 丁 --told-superior"
      .split(" ")
      .concat("市局 14:06", "--told-leader", "县长 14:06"),
    "正文",
  ],
] as const)("Ctrl-C %s is 130, and nothing is written", (_, argv, text) => {
  const folder = temporaryFolder();
  const { code, screen } = typeAt({ argv, cwd: folder, keys: [[text, "\u0003"]] });
  expect(code).toBe(130);
  expect(screen).not.toMatch(/Error|缺陷|at /u);
  expect(spawnSync("ls", ["-A"], { cwd: folder, encoding: "utf8" }).stdout).toBe("");
});

test.runIf(hasTerminal)("colour at a terminal, unless NO_COLOR or --no-color says otherwise", () => {
  const show = (argv: string[], env: Record<string, string> = {}): string =>
    typeAt({ argv: ["explain", ...argv], cwd: "/", env, keys: [] }).screen;
  expect(show([])).toContain("\u001b[31m差错");
  expect(show([], { NO_COLOR: "1" })).not.toContain("\u001b[");
  expect(show(["--no-color"], { FORCE_COLOR: "1" })).not.toContain("\u001b[");
  expect(show(["--color"], { NO_COLOR: "1" })).toContain("\u001b[31m差错");
});

/** What stands on the screen once all was written: a return goes back to the start of the line, and ESC [K erases it. */
function shown(screen: string): string {
  return screen
    .split("\r\n")
    .map((line) => line.replace(/^.*\r\u001b\[K/su, ""))
    .join("\n");
}

test.runIf(hasTerminal)("long work says on a terminal what it is at, and leaves nothing there", () => {
  const text = (at: number): string =>
    `标题: 第${at}号渠段渗漏影响冬灌\n类别: 动态\n报送单位: 青石镇\n报送员: 王敏\n签发人: 李建国\n密级: 公开\n报送时间: 2026-11-23 09:00\n来源: 现场\n正文: 第${at}号渠段渗漏，冬灌推迟${at}天。\n`;
  const entries = Array.from({ length: 1500 }, (_, at) => [`entries/${at}.yaml`, text(at)]);
  const folder = temporaryFolder({ "zhuanbao.yaml": "机关: 测试县委办公室\n", ...Object.fromEntries(entries) });
  const argv = ["check", "--format", "compact", "--date", "2026-11-23 17:00"];
  const { screen, code } = typeAt({ argv, cwd: folder, keys: [] });
  expect(screen).toMatch(/正在(?:打开文件|读条目|校核)/u);
  expect(shown(screen)).not.toMatch(/正在(?:打开文件|读条目|校核)/u);
  const piped = bin(argv, folder);
  expect(piped.code).toBe(code);
  expect(`${piped.out}${piped.err}`).not.toMatch(/正在|\r/u);
  expect(shown(screen).trimEnd()).toBe(`${piped.out}${piped.err}`.trimEnd());
});
