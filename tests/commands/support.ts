import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { main } from "../../src/main.ts";
import { temporaryFolder } from "../helpers/folder.ts";
import { testWorld, type TestWorldOptions } from "../helpers/world.ts";
import { entryText, matter, OFFICE, urgentText } from "../pipeline/support.ts";

export { entryText, matter, OFFICE, urgentText };

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A real folder with files in it, and the program run in it. */
export class Folder {
  readonly path: string;

  constructor(files: Readonly<Record<string, string | Uint8Array>>) {
    this.path = temporaryFolder(files);
  }

  async run(argv: readonly string[], options: Omit<TestWorldOptions, "argv"> = {}): Promise<Ran> {
    const { world, out, err } = testWorld({ cwd: this.path, ...options, argv });
    const code = await main(world);
    return { code, out: out(), err: err() };
  }

  has(path: string): boolean {
    return existsSync(join(this.path, path));
  }

  read(path: string): string {
    return readFileSync(join(this.path, path), "utf8");
  }

  bytes(path: string): Buffer {
    return readFileSync(join(this.path, path));
  }

  write(path: string, content: string | Uint8Array): void {
    mkdirSync(dirname(join(this.path, path)), { recursive: true });
    writeFileSync(join(this.path, path), content);
  }

  /** Paths of all files, sorted. */
  list(below = ""): string[] {
    return readdirSync(join(this.path, below))
      .flatMap((name) => {
        const path = below === "" ? name : `${below}/${name}`;
        return statSync(join(this.path, path)).isDirectory() ? this.list(path) : [path];
      })
      .toSorted();
  }
}

/** An office with these entries, by file name below `entries/`. */
export function officeWith(entries: Readonly<Record<string, string | Uint8Array>>, office = OFFICE): Folder {
  const files = Object.entries(entries).map(([name, content]) => [`entries/${name}`, content] as const);
  return new Folder({ "zhuanbao.yaml": office, ...Object.fromEntries(files) });
}

export const SOUND = entryText({ 编号: "甲" });
export const SOUND_TOO = entryText({ 编号: "乙" });
/** Stopped: a category there is none of. */
export const STOPPED = entryText({ 编号: "错", 类别: "没有的类别" });
/** One warning: a title that is too long. */
export const WARNED = entryText({
  编号: "长",
  标题: "青石镇组织干部群众连续奋战三昼夜抢修石坝村三组至五组之间冲毁水渠一千二百余米",
});
/** Two errors that stop nothing: late by phone and in writing. */
export const LATE = urgentText({
  编号: "迟",
  报送时间: "2026-11-23 16:00",
  报送记录: "[{对象: 县委办, 方式: 电话, 时间: 2026-11-23 15:40}, {对象: 县领导, 方式: 电话, 时间: 2026-11-23 15:41}]",
});
export const SECRET = entryText({ 编号: "机要", 标题: "要害部位布防", 密级: "机密", 正文: "布防图见附件。" });
