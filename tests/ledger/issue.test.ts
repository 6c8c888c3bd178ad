import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { audit } from "../../src/ledger/audit.ts";
import type { FileStore } from "../../src/ledger/file-store.ts";
import { takeNumber } from "../../src/ledger/issue.ts";
import { loadLedger } from "../../src/ledger/ledger.ts";
import { publishedOf } from "../../src/ledger/published.ts";
import type { IssueNumber } from "../../src/model/issue-number.ts";
import type { IssueRecord } from "../../src/model/ledger.ts";
import { temporaryFolder } from "../helpers/folder.ts";
import { issueRecord, numbering, publishIn, voidIn, ZONE } from "./records.ts";
import { storeAt } from "./support.ts";

const short = ({ kind, year, number, total }: Awaited<ReturnType<typeof publishIn>>): string =>
  `${kind} ${year} ${number}${total === null ? "" : ` (${total})`}`;

describe("numbers of issues", () => {
  test("are counted by publication, kind and year", async () => {
    const store = storeAt(temporaryFolder());
    const take = async (...args: [string, Parameters<typeof publishIn>[2]?]): Promise<string> =>
      short(await publishIn(store, ...args));
    expect(await take("甲")).toBe("正刊 2026 1");
    expect(await take("乙")).toBe("正刊 2026 2");
    expect(await take("丙", { kind: "增刊" })).toBe("增刊 2026 1");
    expect(await take("丁", { publication: "每日要情" })).toBe("正刊 2026 1");
    expect(await take("戊", { year: 2027 })).toBe("正刊 2027 1");
  });

  test("begin where an office begins, in its first year alone", async () => {
    const store = storeAt(temporaryFolder());
    const form = { firstNumber: 40, firstTotal: 500, keepsTotal: true };
    expect(short(await publishIn(store, "甲", form))).toBe("正刊 2026 40 (500)");
    expect(short(await publishIn(store, "乙", form))).toBe("正刊 2026 41 (501)");
    expect(short(await publishIn(store, "丙", { ...form, year: 2027 }))).toBe("正刊 2027 1 (502)");
  });

  test("run on over the years where the publication counts 总期 alone", async () => {
    const store = storeAt(temporaryFolder());
    const form = { runsOn: true, firstNumber: 7 };
    expect(short(await publishIn(store, "甲", form))).toBe("正刊 2026 7 (7)");
    expect(short(await publishIn(store, "乙", { ...form, year: 2028 }))).toBe("正刊 2028 8 (8)");
    expect(short(await publishIn(store, "丙", { ...form, year: 2028 }))).toBe("正刊 2028 9 (9)");
  });

  test("total goes on over a record that is lost in the middle", async () => {
    const folder = temporaryFolder();
    for (const key of ["甲", "乙"]) await publishIn(storeAt(folder), key, { keepsTotal: true });
    writeFileSync(join(folder, "信息专报/2026/0002.json"), "");
    expect(short(await publishIn(storeAt(folder), "丙", { keepsTotal: true }))).toBe("正刊 2026 3 (3)");
  });

  test("stay with their brief, in whatever year it is asked for again", async () => {
    const store = storeAt(temporaryFolder());
    await publishIn(store, "甲");
    expect(short(await publishIn(store, "乙"))).toBe("正刊 2026 2");
    expect(short(await publishIn(store, "甲", { year: 2027 }))).toBe("正刊 2026 1");
    expect(short(await publishIn(store, "甲", { kind: "增刊" }))).toBe("增刊 2026 1");
  });

  test("that are void are not given again, and their brief may be published anew", async () => {
    const store = storeAt(temporaryFolder());
    const first = await publishIn(store, "甲");
    await voidIn(store, first);
    expect(short(await publishIn(store, "甲"))).toBe("正刊 2026 2");
    expect(publishedOf(await loadLedger(store, ZONE)).map(({ number }) => number)).toEqual([2]);
  });

  test("of a lost year are not given again where they run on", async () => {
    const folder = temporaryFolder();
    for (const key of ["甲", "乙"]) await publishIn(storeAt(folder), key, { runsOn: true });
    rmSync(join(folder, "信息专报/2026/0001.json"));
    writeFileSync(join(folder, "信息专报/2026/0002.json"), "");
    expect(short(await publishIn(storeAt(folder), "丙", { runsOn: true, year: 2027 }))).toBe("正刊 2027 3 (3)");
  });

  describe.each([
    { name: "over the years", form: { runsOn: true }, expected: "正刊 2027 3 (3)" },
    { name: "in 总期", form: { keepsTotal: true }, expected: "正刊 2027 1 (3)" },
  ])("counted $name", ({ form, expected }) => {
    test("are not given again where the last one was lost and declared void", async () => {
      const folder = temporaryFolder();
      await publishIn(storeAt(folder), "甲", form);
      const lost = await publishIn(storeAt(folder), "乙", form);
      rmSync(join(folder, "信息专报/2026/0002.json"));
      await voidIn(storeAt(folder), lost);
      expect(short(await publishIn(storeAt(folder), "丙", { ...form, year: 2027 }))).toBe(expected);
    });

    test("are counted anew where another year took one meanwhile", async () => {
      const folder = temporaryFolder();
      await publishIn(storeAt(folder), "甲", form);
      let isFirst = true;
      const wanted = numbering("丙", { ...form, year: 2027 });
      const { record } = await takeNumber({ store: storeAt(folder), zone: ZONE }, wanted, async (number) => {
        if (isFirst) await publishIn(storeAt(folder), "乙", form);
        isFirst = false;
        return issueRecord({ ...number, year: 2027, key: "丙" });
      });
      expect(short(record)).toBe(expected);
      expect(await faultsIn(storeAt(folder))).toEqual([]);
    });
  });

  test("of a void last record are not given again, with no head to tell of it", async () => {
    const folder = temporaryFolder();
    await publishIn(storeAt(folder), "甲");
    await voidIn(storeAt(folder), await publishIn(storeAt(folder), "乙"));
    rmSync(join(folder, "信息专报/2026/0002.json"));
    rmSync(join(folder, "链头"), { recursive: true });
    expect(short(await publishIn(storeAt(folder), "丙"))).toBe("正刊 2026 3");
  });

  test("of a year that was left are given no more, whatever the numbering", async () => {
    const store = storeAt(temporaryFolder());
    for (const form of [{}, { keepsTotal: true }, { runsOn: true }, { kind: "增刊" as const }]) {
      const own = { ...form, publication: JSON.stringify(form) };
      await publishIn(store, "甲", own);
      await publishIn(store, "乙", { ...own, year: 2027 });
      await expect(publishIn(store, "丙", own)).rejects.toThrow("已编到 2027 年，不能再编 2026 年的");
    }
    expect(await faultsIn(store)).toEqual([]);
  });

  test("are not given to a brief that got one in another year meanwhile", async () => {
    const folder = temporaryFolder();
    await publishIn(storeAt(folder), "甲");
    const make = async (number: IssueNumber): Promise<IssueRecord> => {
      await publishIn(storeAt(folder), "乙");
      return issueRecord({ ...number, year: 2027, key: "乙" });
    };
    const taken = await takeNumber({ store: storeAt(folder), zone: ZONE }, numbering("乙", { year: 2027 }), make);
    expect([short(taken.record), taken.isNew]).toEqual(["正刊 2026 2", false]);
  });
});

async function faultsIn(store: FileStore): Promise<unknown> {
  return (await audit(store, await loadLedger(store, ZONE), { heads: await store.heads(), zone: ZONE })).faults;
}
