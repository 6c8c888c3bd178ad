import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { FileStore } from "../../src/ledger/file-store.ts";
import { LedgerError } from "../../src/ledger/store.ts";
import { nodeFiles } from "../../src/world/files.ts";
import { FileError } from "../../src/world.ts";
import { temporaryFolder } from "../helpers/folder.ts";
import { contract } from "./contract.ts";
import { CHAIN, fill, plain, storeAt } from "./support.ts";

contract("files", () => {
  const folder = temporaryFolder();
  return Promise.resolve(() => Promise.resolve(storeAt(folder)));
});

describe("records on files", () => {
  test("lie where anyone finds them, and nothing else with them", async () => {
    const folder = temporaryFolder();
    await fill(storeAt(folder), 2);
    expect(readdirSync(folder).toSorted()).toEqual(["信息专报", "链头"].toSorted());
    expect(readdirSync(join(folder, "信息专报/2026"))).toEqual(["0001.json", "0002.json"]);
  });

  test.each(["", "{ 断了"])("a file that holds %j keeps its number", async (content) => {
    const folder = temporaryFolder({ "信息专报/2026/0001.json": '{"key":"甲"}\n', "信息专报/2026/0002.json": content });
    const store = storeAt(folder);
    let held = 0;
    const { kept } = await store.append(CHAIN, 1, ({ seq, held: chain }) => {
      held = chain.length;
      return Promise.resolve(`{"key":"丙","seq":${seq}}\n`);
    });
    expect([kept.seq, held]).toEqual([3, 2]);
    expect(readFileSync(join(folder, "信息专报/2026/0002.json"), "utf8")).toBe(content);
  });

  test("a record that is still being written is waited for", async () => {
    const folder = temporaryFolder({ "信息专报/2026/0001.json": "" });
    const path = join(folder, "信息专报/2026/0001.json");
    setTimeout(() => writeFileSync(path, '{"key":"甲"}\n'), 60);
    const { kept } = await storeAt(folder).append(CHAIN, 1, plain("甲"));
    expect(kept.seq).toBe(1);
  });

  test("the number of a last record that was lost is not given again", async () => {
    const folder = temporaryFolder();
    const [, lost] = await fill(storeAt(folder), 2);
    rmSync(join(folder, "信息专报/2026/0002.json"));
    const { kept } = await storeAt(folder).append(CHAIN, 1, plain("新"));
    expect(kept.seq).toBe(3);
    expect((JSON.parse(kept.text) as { before: string }).before).toBe(lost?.hash);
  });

  test("heads that somebody changed are no witness, and are left as they are", async () => {
    const folder = temporaryFolder();
    await fill(storeAt(folder), 2);
    const path = join(folder, "链头/信息专报-2026.json");
    writeFileSync(path, readFileSync(path, "utf8").replace('"序号": 2', '"序号": 900'));
    expect(await storeAt(folder).heads()).toBe("changed");
    expect((await storeAt(folder).append(CHAIN, 1, plain("新"))).kept.seq).toBe(3);
    expect(await storeAt(folder).heads()).toBe("changed");
  });

  test("heads of two chains that are noted at once are both kept", async () => {
    const folder = temporaryFolder();
    const other = { series: "每日要情", year: 2026 };
    const chains = Array.from({ length: 10 }, () => [CHAIN, other]).flat();
    await Promise.all(chains.map((chain, at) => storeAt(folder).append(chain, 1, plain(`第${at}`))));
    const heads = await storeAt(folder).heads();
    expect(typeof heads === "string" ? heads : [...heads.values()].map(({ seq }) => seq)).toEqual([10, 10]);
  });

  test("a head that an earlier writer lowered is raised again by it", async () => {
    const folder = temporaryFolder();
    let isFirst = true;
    const slow = storeAt(folder, {
      replace: (path, bytes) => {
        // Another clerk appends and notes after this one has looked, and before it writes.
        const next = join(folder, "信息专报/2026/0002.json");
        if (isFirst) writeFileSync(next, '{"key":"乙"}\n');
        isFirst = false;
        nodeFiles().replace(path, bytes);
      },
    });
    await slow.append(CHAIN, 1, plain("甲"));
    const heads = await storeAt(folder).heads();
    expect(typeof heads === "string" ? heads : heads.get("信息专报/2026")?.seq).toBe(2);
  });

  test("heads of a former version are still a witness, and rebuild writes them anew", async () => {
    const folder = temporaryFolder();
    await fill(storeAt(folder), 2);
    renameSync(join(folder, "链头/信息专报-2026.json"), join(folder, "链头.json"));
    rmSync(join(folder, "信息专报/2026/0002.json"));
    expect((await storeAt(folder).append(CHAIN, 1, plain("新"))).kept.seq).toBe(3);
    storeAt(folder).rebuildHeads();
    expect(existsSync(join(folder, "链头/信息专报-2026.json"))).toBe(true);
    writeFileSync(join(folder, "链头.json"), "改过");
    expect(await storeAt(folder).heads()).toBe("changed");
    storeAt(folder).rebuildHeads();
    expect(await storeAt(folder).heads()).toMatchObject({ size: 1 });
  });

  test("a file with a number of more than six digits is a stray", async () => {
    const folder = temporaryFolder();
    await fill(storeAt(folder), 1);
    for (const name of ["信息专报/2026/202611231530.json", "链头/别的.json"]) writeFileSync(join(folder, name), "{}");
    expect(storeAt(folder).strays()).toEqual(["信息专报/2026/202611231530.json", "链头/别的.json"]);
    expect((await storeAt(folder).append(CHAIN, 1, plain("新"))).kept.seq).toBe(2);
  });

  test("an append stands although the heads could not be written", async () => {
    const folder = temporaryFolder();
    const store = storeAt(folder, {
      replace: (path) => {
        throw new FileError("full", path, "ENOSPC");
      },
    });
    expect((await store.append(CHAIN, 1, plain("甲"))).isNew).toBe(true);
    expect(await store.heads()).toBe("absent");
    storeAt(folder).rebuildHeads();
    expect([...((await store.heads()) as Map<string, unknown>).keys()]).toEqual(["信息专报/2026"]);
  });

  test.each([
    ["absent", "不见了"],
    ["forbidden", "没有读写台账的权限"],
    ["full", "磁盘已满"],
    ["locked", "占用"],
    ["other", "磁盘出错"],
  ] as const)("says in Chinese that a file is %s", async (fault, words) => {
    const folder = temporaryFolder();
    const store = storeAt(folder, {
      create: (path) => {
        throw new FileError(fault, path, "");
      },
    });
    const failed = store.append(CHAIN, 1, plain("甲"));
    await expect(failed).rejects.toThrow(words);
    await expect(failed).rejects.toBeInstanceOf(LedgerError);
    expect(readdirSync(join(folder, "信息专报/2026"))).toEqual([]);
  });

  test("an error that is none of a file stays what it is", async () => {
    const store = storeAt(temporaryFolder(), {
      create: () => {
        throw new TypeError("bug");
      },
    });
    await expect(store.append(CHAIN, 1, plain("甲"))).rejects.toBeInstanceOf(TypeError);
  });

  test("gives up where the number is always taken", async () => {
    const files = { ...nodeFiles(), create: () => false };
    const store = new FileStore(files, temporaryFolder(), () => Promise.resolve());
    await expect(store.append(CHAIN, 1, plain("甲"))).rejects.toThrow("没有轮到");
  });

  test("a file in the place of the ledger is no empty ledger", async () => {
    const folder = temporaryFolder({ 台账: "x" });
    await expect(async () => storeAt(join(folder, "台账")).chains()).rejects.toThrow("是文件，不是目录");
    await expect(storeAt(join(folder, "台账")).append(CHAIN, 1, plain("甲"))).rejects.toBeInstanceOf(LedgerError);
  });

  test("files with other names are no records", async () => {
    const folder = temporaryFolder();
    for (const name of ["12.json", "0012 (1).json", "0012.json.bak", "012.json", "00012.json", ".zb-1-1.tmp"]) {
      const path = join(folder, "信息专报/2026", name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, "{}");
    }
    expect(await storeAt(folder).chains()).toEqual([]);
    expect((await storeAt(folder).append(CHAIN, 1, plain("甲"))).kept.seq).toBe(1);
  });

  test("with a disk that has no hard links, numbers are as sure", async () => {
    const folder = temporaryFolder();
    const files = {
      create: (path: string, bytes: Uint8Array): boolean => {
        if (existsSync(path)) return false;
        writeFileSync(path, "");
        nodeFiles().replace(path, bytes);
        return true;
      },
    };
    await fill(storeAt(folder, files), 3);
    expect(await storeAt(folder).read(CHAIN)).toHaveLength(3);
  });
});
