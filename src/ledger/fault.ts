import { LedgerError } from "./store.ts";

/** What the files of the world say went wrong, in the ledger's words. */
const FAULTS: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  absent: ["台账的目录或记录不见了", "请检查共享盘是否断开、目录是否被移走或改名，恢复后再运行"],
  forbidden: ["没有读写台账的权限", "请检查这个目录的权限，或换用有权限的账号"],
  full: ["磁盘已满，台账没有写成", "请清理台账所在的磁盘后再运行；没有占用新的号，或再运行时会接着用同一个号"],
  locked: ["台账的文件被别的程序占用", "请关闭打开着它的程序（编辑器、杀毒、同步盘）后再运行"],
  "not-a-folder": ["台账的位置上是文件，不是目录", "请移开它，或在 zhuanbao.yaml 里改“台账”"],
  "not-a-file": ["台账的记录应是文件，却不是", "请运行 zhuanbao ledger verify 看是哪一个"],
  "too-big": ["台账里有过大的文件，不像是记录", "请运行 zhuanbao ledger verify 看是哪一个"],
};

const OTHER = ["读写台账时磁盘出错", "请检查磁盘和共享盘的连接后再运行；再运行不会多占号"] as const;

/** What a fault of a file is called; null for any other error. */
export function faultOf(error: unknown): string | null {
  if (!(error instanceof Error) || !("fault" in error)) return null;
  return typeof error.fault === "string" ? error.fault : null;
}

/** Does work on files; what goes wrong with them is said in the ledger's words, naming the place. */
export function guarded<T>(place: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const fault = faultOf(error);
    if (fault === null) throw error;
    const [message, hint] = FAULTS[fault] ?? OTHER;
    throw new LedgerError(`${message}：${place}`, hint);
  }
}
