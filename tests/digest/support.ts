import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { entryText, officeWith, type Folder } from "../commands/support.ts";

export const BIN = fileURLToPath(new URL("../../bin/zhuanbao.js", import.meta.url));

/** A sound entry that was sent at this time. */
export function sentAt(id: string, at: string, parts: Readonly<Record<string, string>> = {}): string {
  return entryText({ 编号: id, 报送时间: at, 事发时间: at.slice(0, 10), ...parts });
}

export const WEEK = ["digest", "--week", "last"];
/** Monday after the week of the entries below. */
export const MONDAY = "2026-11-23T08:00:00+08:00";
export const PLAN = "plans/每周信息-2026-11-22.yaml";
export const DRAFT = "out/每周信息-2026-11-22-草稿.docx";
export const LOG = "out/digest.log";

/** The week of 16 to 22 November, and a day on either side. */
export function weekOffice(more: Readonly<Record<string, string>> = {}): Folder {
  return officeWith({
    "甲.yaml": sentAt("甲", "2026-11-16 00:00"),
    "乙.yaml": sentAt("乙", "2026-11-22 23:59"),
    "前.yaml": sentAt("前", "2026-11-15 23:59", { 标题: "前一周的事" }),
    "后.yaml": sentAt("后", "2026-11-23 00:00", { 标题: "后一周的事" }),
    ...more,
  });
}

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The built program in a process of its own, with this environment and no other. */
export function spawned(argv: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const child = spawn(process.execPath, [BIN, ...argv], { env, stdio: ["ignore", "pipe", "pipe"] });
  const texts = { out: "", err: "" };
  child.stdout.on("data", (chunk: Buffer) => (texts.out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (texts.err += chunk.toString()));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, ...texts })));
}
