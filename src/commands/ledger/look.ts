import { lookAtPostgres } from "../../ledger/postgres-look.ts";
import { LedgerError } from "../../ledger/store.ts";
import type { World } from "../../world.ts";
import type { Workspace } from "../workspace.ts";
import { postgresOptions } from "./store-at.ts";

/** How the database of the ledger is, for `doctor`; nothing in it is changed. */
export interface DatabaseLook {
  readonly state: "好" | "缺" | "注意";
  readonly found: string;
  readonly advice: string;
}

export async function lookAtDatabase(world: World, workspace: Workspace, url: string): Promise<DatabaseLook> {
  try {
    const state = await lookAtPostgres(url, postgresOptions(world, workspace, url));
    const server = `${state.place}，PostgreSQL ${state.server}${state.isEncrypted ? "，连接已加密" : ""}`;
    if (state.schema === null) {
      const advice = "第一次编发时自动建表；这个用户没有建表权限的，请管理员先建好（见使用说明）";
      return { state: "注意", found: `${server}，还没有建台账的表`, advice };
    }
    const found = `${server}，结构第 ${state.schema} 版，本机关 ${state.records} 条记录`;
    if (state.schema > state.knows) {
      const advice = `这个程序只认到第 ${state.knows} 版，请把 zhuanbao 升级到和其他机器一样`;
      return { state: "缺", found, advice };
    }
    if (!state.isDurable) {
      const advice = "数据库关掉了 fsync 或 full_page_writes，断电会丢记录：请管理员打开";
      return { state: "注意", found, advice };
    }
    return { state: "好", found, advice: "" };
  } catch (error) {
    if (error instanceof LedgerError) return { state: "缺", found: error.message, advice: error.hint };
    throw error;
  }
}
