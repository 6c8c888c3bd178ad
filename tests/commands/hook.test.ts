import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../helpers/folder.ts";
import { BIN } from "../helpers/terminal.ts";
import { HOSTILE } from "../report/support.ts";
import { LATE, OFFICE, SECRET, SOUND, STOPPED, WARNED } from "./support.ts";

const HOOK = fileURLToPath(new URL("../../templates/hooks/pre-commit", import.meta.url));

interface Done {
  readonly code: number | null;
  readonly said: string;
}

/** A real repository with the hook in place, and a `zhuanbao` on PATH that stands on one day. */
class Repository {
  readonly path: string;
  readonly #tools: string;

  constructor(files: Readonly<Record<string, string>> = {}) {
    this.path = temporaryFolder({ "zhuanbao.yaml": OFFICE, ...files });
    this.#tools = temporaryFolder({
      zhuanbao: `#!/bin/sh\nexec "${process.execPath}" "${BIN}" --date "2026-11-23 17:00" "$@"\n`,
    });
    chmodSync(join(this.#tools, "zhuanbao"), 0o755);
    for (const argv of [
      ["init", "--quiet"],
      ["config", "user.name", "甲"],
      ["config", "user.email", "a@example.org"],
      ["config", "commit.gpgsign", "false"],
    ])
      this.git(...argv);
    mkdirSync(join(this.path, ".git/hooks"), { recursive: true });
    copyFileSync(HOOK, join(this.path, ".git/hooks/pre-commit"));
  }

  git(...argv: string[]): Done {
    const env = {
      PATH: `${this.#tools}:${process.env["PATH"] ?? ""}`,
      HOME: this.#tools,
      GIT_CONFIG_NOSYSTEM: "1",
      LC_ALL: "C",
    };
    const { status, stdout, stderr } = spawnSync("git", argv, { cwd: this.path, env, encoding: "utf8" });
    return { code: status, said: stdout + stderr };
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.path, path)), { recursive: true });
    writeFileSync(join(this.path, path), text);
  }

  stage(path: string, text: string): void {
    this.write(path, text);
    expect(this.git("add", "--", path).code).toBe(0);
  }

  commit(...argv: string[]): Done {
    return this.git("commit", "-m", "报送", ...argv);
  }

  commits(): number {
    return Number(this.git("rev-list", "--all", "--count").said);
  }

  /** As after an uninstall. */
  removeTool(): void {
    rmSync(join(this.#tools, "zhuanbao"));
  }
}

describe("the pre-commit hook", () => {
  it("is a shell script that any POSIX shell takes, and may be run", () => {
    expect(readFileSync(HOOK, "utf8")).toMatch(/^#!\/bin\/sh\n/u);
    expect(spawnSync("sh", ["-n", HOOK]).status).toBe(0);
  });

  it("lets a sound entry through, in the first commit too", () => {
    const repository = new Repository();
    repository.stage("entries/甲.yaml", SOUND);
    expect(repository.commit()).toMatchObject({ code: 0 });
    expect(repository.commits()).toBe(1);
  });

  it("stops errors with 1: says where, and what to do; a warning is shown and goes through", () => {
    const repository = new Repository();
    repository.stage("entries/错.yaml", STOPPED);
    repository.stage("entries/长.yaml", WARNED);
    const { code, said } = repository.commit();
    expect(code).toBe(1);
    expect(said).toContain("entries/错.yaml");
    expect(said).toContain("[unknown-category]");
    expect(said).toContain("提交已拦下：暂存的 1 个文件有差错");
    expect(repository.commits()).toBe(0);
    repository.stage("entries/错.yaml", SOUND);
    const second = repository.commit();
    expect(second.code).toBe(0);
    expect(second.said).toContain("[title-length]");
  });

  it("a late report is never kept from going up: it says how", () => {
    const repository = new Repository();
    repository.stage("entries/迟.yaml", LATE);
    const { code, said } = repository.commit();
    expect(code).toBe(1);
    expect(said).toContain("信息照样要报：用 git commit --no-verify");
    expect(repository.commit("--no-verify").code).toBe(0);
  });

  it("stops classified material with words of its own, and shows none of it", () => {
    const repository = new Repository();
    repository.stage("entries/密.yaml", SECRET);
    repository.stage("entries/错.yaml", STOPPED);
    const { code, said } = repository.commit();
    expect(code).not.toBe(0);
    expect(said).toContain("entries/密.yaml");
    expect(said).toContain("本机不得处理的密级或标志");
    expect(said).toContain("git add 时内容已写进 .git");
    expect(said).not.toMatch(/布防|要害|机密|--no-verify/u);
    expect(repository.commits()).toBe(0);
  });

  it("checks what is staged, not what lies in the folder", () => {
    const repository = new Repository();
    repository.stage("entries/甲.yaml", STOPPED);
    repository.write("entries/甲.yaml", SOUND);
    expect(repository.commit().code).toBe(1);
    repository.stage("entries/甲.yaml", SOUND);
    repository.write("entries/甲.yaml", STOPPED);
    repository.write("entries/未暂存.yaml", STOPPED);
    expect(repository.commit().code).toBe(0);
  });

  it.each([
    "entries/带 空格 的.yaml",
    "entries/子 目录/“引号”'x\"$(id)`id`.md",
    "entries/-n.yaml",
    "entries/星*号?[a].YML",
    "entries/反\\斜\ttab.yaml",
  ])("takes the name %j as it is", (path) => {
    const repository = new Repository();
    repository.stage(path, "标题: [\n");
    const { code, said } = repository.commit();
    expect(code).toBe(1);
    expect(said).toContain("[syntax]");
    expect(said).toContain(path.replace("\t", "\\u{9}"));
    expect(said).not.toMatch(HOSTILE);
  });

  it("a name with a line break is stopped, and acts on no terminal", () => {
    const repository = new Repository();
    repository.stage("entries/甲\n\u001b[31m乙.yaml", SOUND);
    const { code, said } = repository.commit();
    expect(code).not.toBe(0);
    expect(said).toContain("文件名里可能有换行");
    expect(said).not.toMatch(HOSTILE);
  });

  it("leaves alone what is no entry, what is deleted, and where an entry came from", () => {
    const repository = new Repository();
    repository.stage("entries/甲.yaml", SOUND);
    repository.stage("entries/错.yaml", STOPPED);
    expect(repository.commit("--no-verify").code).toBe(0);
    for (const path of [
      "README.md",
      "plans/x.yaml",
      "entries/.隐.yaml",
      "entries/.目录/x.yaml",
      "entries/~$甲.yaml",
      "entries/图.txt",
    ])
      repository.stage(path, STOPPED);
    expect(repository.git("rm", "--quiet", "entries/错.yaml").code).toBe(0);
    expect(repository.git("mv", "entries/甲.yaml", "entries/甲2.yaml").code).toBe(0);
    const { code, said } = repository.commit();
    expect([code, said.includes("差错")]).toEqual([0, false]);
  });

  it("knows an office that lies deeper, and entries of another name", () => {
    const repository = new Repository();
    repository.stage("entries/错.yaml", STOPPED);
    repository.git("config", "zhuanbao.office", "./信息 科/");
    repository.git("config", "zhuanbao.entries", "条目");
    repository.write("信息 科/zhuanbao.yaml", `${OFFICE}目录: {entries: 条目}\n规则: {title-length: error}\n`);
    repository.stage("信息 科/条目/长.yaml", WARNED);
    const { code, said } = repository.commit();
    expect(code).toBe(1);
    expect(said).toContain("条目/长.yaml");
    expect(said).toContain("差错");
    // Here they are no entries.
    expect(said).not.toContain("unknown-category");
  });

  it("is not silent where the tool is not there", () => {
    const repository = new Repository();
    repository.stage("说明.txt", "x");
    repository.removeTool();
    expect(repository.commit().code).toBe(0);
    repository.stage("entries/甲.yaml", SOUND);
    const { code, said } = repository.commit();
    expect(code).not.toBe(0);
    expect(said).toContain("1 个文件没有校核成");
    expect(said).toContain("--no-verify");
  });
});
