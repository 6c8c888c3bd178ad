import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { storeAt } from "../ledger/support.ts";
import { issueRecord, numbering, printedEntry, ZONE } from "../ledger/records.ts";
import { dayOf, parseMoment } from "../../src/base/time.ts";
import { takeNumber } from "../../src/ledger/issue.ts";
import type { PrintedEntry } from "../../src/model/ledger.ts";
import type { Folder } from "../commands/support.ts";
import { ENTRIES, entry, office } from "./support.ts";

interface Problem {
  readonly id: string;
  readonly day: string;
  readonly days: number;
  readonly units: readonly string[];
  readonly issue: string | null;
  readonly escalate: boolean;
}

async function print(folder: Folder, month: number, ...entries: PrintedEntry[]): Promise<void> {
  const store = storeAt(join(folder.path, "台账"));
  const key = entries.map(({ id }) => id).join();
  await takeNumber({ store, zone: ZONE }, numbering(key), ({ number }) =>
    Promise.resolve(issueRecord({ number, key, day: dayOf(2026, month, 20) ?? 0, entries })),
  );
}

const printed = (more: Partial<PrintedEntry>): PrintedEntry =>
  printedEntry({
    category: "问题",
    report: null,
    decision: null,
    units: ["青石镇"],
    submitted: parseMoment("2026-09-18 09:00", ZONE),
    ...more,
  });

const CANAL = printed({ id: "渠", fingerprint: "f1", title: "青石镇石坝村干渠渗漏影响冬灌" });

async function problems(folder: Folder): Promise<Problem[]> {
  const { out, err } = await folder.run(["coverage", "--json"]);
  if (out === "") throw new Error(err);
  return (JSON.parse(out) as { problems: Problem[] }).problems;
}
const ids = async (folder: Folder): Promise<string[]> => (await problems(folder)).map(({ id }) => id);

describe("久拖不决", () => {
  it("lists problems printed or sent long ago, the oldest first, and suggests to tell of those that wait longest again", async () => {
    const old = entry({
      编号: "渡口",
      标题: "河口乡渡口栏杆锈断",
      类别: "问题",
      报送单位: "河口乡",
      报送时间: "2026-10-20 09:00",
    });
    const folder = office({ ...ENTRIES, "10.yaml": old });
    await print(folder, 9, CANAL);
    expect(await problems(folder)).toMatchObject([
      { id: "渠", day: "2026-09-18", days: 66, units: ["青石镇"], issue: "《信息专报》2026年第1期", escalate: true },
      { id: "渡口", day: "2026-10-20", days: 34, units: ["河口乡"], issue: null, escalate: false },
    ]);
    const { out } = await folder.run(["coverage", "--html", "页.html"], { columns: 200 });
    expect(out).toContain(
      "久拖不决：2 件提出以后没有反馈、终报\n  2026-09-18 青石镇 青石镇石坝村干渠渗漏影响冬灌（渠）：《信息专报》2026年第1期，已 66 天，建议升级：再报主要领导或转督查\n",
    );
    expect(out).toContain("2026-10-20 河口乡 河口乡渡口栏杆锈断（渡口）：未登，已 34 天\n");
    expect(folder.read("页.html")).toContain("久拖不决（2 件）");
  });

  it("is quiet once something later tells of the matter: by 续, by the decision, by a like title, printed or sent", async () => {
    const answers: Readonly<Record<string, Partial<PrintedEntry>>> = {
      "a 反馈 that goes on from it": { category: "反馈", report: { stage: "续报", number: 1, follows: "渠" } },
      "a 终报": { category: "动态", report: { stage: "终报", number: null, follows: "渠" } },
      "a like title": { category: "经验", title: "石坝村干渠整治一个月完工" },
    };
    for (const [name, more] of Object.entries(answers)) {
      const folder = office({ ...ENTRIES, "10.yaml": entry({ 编号: "近" }) });
      const submitted = parseMoment("2026-10-18 09:00", ZONE);
      await print(folder, 9, CANAL);
      await print(folder, 10, printed({ id: "答", fingerprint: "f2", title: "整治情况", submitted, ...more }));
      expect([name, await ids(folder)]).toEqual([name, []]);
    }
    const sent = entry({ 编号: "答", 标题: "石坝村干渠已经修好", 类别: "反馈", 报送时间: "2026-11-02 09:00" });
    const folder = office({ ...ENTRIES, "10.yaml": sent });
    await print(folder, 9, CANAL);
    expect(await ids(folder)).toEqual([]);
  });

  it("does not take for an answer what came before, is of another matter, or only names the unit", async () => {
    const others: Readonly<Record<string, Partial<PrintedEntry>>> = {
      before: { title: "石坝村干渠清淤反馈", submitted: parseMoment("2026-09-01 09:00", ZONE) },
      "another matter": { title: "石坝村路灯修复情况反馈" },
      "the unit": { title: "青石镇落实会议情况反馈" },
    };
    for (const [name, more] of Object.entries(others)) {
      const folder = office({ ...ENTRIES, "10.yaml": entry({ 编号: "近" }) });
      await print(folder, 9, CANAL);
      const submitted = parseMoment("2026-10-18 09:00", ZONE);
      await print(folder, 10, printed({ id: "答", fingerprint: "f2", category: "反馈", submitted, ...more }));
      expect([name, await ids(folder)]).toEqual([name, ["渠"]]);
    }
  });

  it("leaves to a later day what is no older than the figure, and what is older than a year", async () => {
    const at = async (text: string): Promise<string[]> => {
      const folder = office({ "1.yaml": entry({ 编号: "旧", 类别: "问题", 报送时间: text }) });
      return ids(folder);
    };
    expect(await at("2026-10-24 09:00")).toEqual([]);
    expect(await at("2026-10-23 09:00")).toEqual(["旧"]);
    expect(await at("2025-11-23 09:00")).toEqual(["旧"]);
    expect(await at("2025-11-22 09:00")).toEqual([]);
  });
});

describe("a decision without a response", () => {
  it("is answered by a response that was printed and filed away", async () => {
    const unanswered = async (folder: Folder): Promise<unknown> =>
      (JSON.parse((await folder.run(["coverage", "--json"])).out) as { unanswered: unknown[] }).unanswered;
    const folder = office();
    expect(await unanswered(folder)).toMatchObject([{ id: "常-1" }]);
    const response = printed({
      id: "校车",
      fingerprint: "f3",
      title: "家长欢迎校车新规",
      category: "反馈",
      decision: "常-1",
    });
    await print(folder, 10, { ...response, submitted: parseMoment("2026-10-18 09:00", ZONE) });
    expect(await unanswered(folder)).toEqual([]);
    expect((await folder.run(["themes"])).out).not.toContain("无反响的");
  });
});
