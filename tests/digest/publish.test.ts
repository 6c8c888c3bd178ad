import { describe, expect, it } from "vitest";
import type { Folder } from "../commands/support.ts";
import { DRAFT, LOG, MONDAY, PLAN, sentAt, spawned, WEEK, weekOffice } from "./support.ts";

const at = { now: MONDAY };
const PUBLISH = [...WEEK, "--publish", "--signer", "韩叙文", "--editor", "何小满"];
const PAPER = "out/每周信息/2026/每周信息-2026-第1期.docx";
const logOf = (folder: Folder): string[] => folder.read(LOG).trimEnd().split("\n");
const records = (folder: Folder): string[] => folder.list("台账/每周信息");

describe("digest --publish", () => {
  it("takes a digest to its number without a word, and is the same issue when it is run again", async () => {
    const folder = weekOffice();
    expect(await folder.run(PUBLISH, at)).toEqual({ code: 0, out: "", err: "" });
    expect([folder.has(PLAN), folder.has(PAPER), folder.has(DRAFT)]).toEqual([true, true, false]);
    const [plan, paper] = [folder.read(PLAN), folder.bytes(PAPER)];
    for (const argv of [PUBLISH, WEEK]) {
      const { code, out, err } = await folder.run(argv, { now: "2026-11-24T08:00:00+08:00" });
      expect([code, out]).toEqual([0, ""]);
      expect(err).toBe(`《每周信息》2026-11-16 至 2026-11-22 已编发2026年第1期，没有改动：${PLAN}\n`);
    }
    expect([folder.read(PLAN), folder.bytes(PAPER), folder.has(DRAFT)]).toEqual([plan, paper, false]);
    expect(records(folder)).toHaveLength(1);
    expect(logOf(folder).map((line) => line.split(" ").slice(2).join(" "))).toEqual([
      "《每周信息》2026-11-16至2026-11-22 已编发2026年第1期，编入 2 条，未编入 0 条，新到 0 条；退出码 0",
      ...Array.from(
        { length: 2 },
        () =>
          "《每周信息》2026-11-16至2026-11-22 已编发2026年第1期，没有改动，编入 2 条，未编入 0 条，新到 0 条；退出码 0",
      ),
    ]);
  });

  it("signs what the editor made of an earlier draft", async () => {
    const folder = weekOffice();
    await folder.run(WEEK, at);
    folder.write(PLAN, folder.read(PLAN).replace("编号: 乙\n", "编号: 乙\n        改题: 改过的题\n"));
    const { code, out } = await folder.run([...PUBLISH, "--json"], at);
    expect(code).toBe(0);
    const json = JSON.parse(out) as { groups: { entries: { title: string }[] }[]; outputs: object[] };
    expect(json).toMatchObject({ number: 1, status: "published", plan: PLAN, signer: "韩叙文", arrived: [] });
    expect(json.outputs).toMatchObject([{ format: "docx", path: PAPER }]);
    expect(json.groups.flatMap(({ entries }) => entries.map(({ title }) => title))).toContain("改过的题");
  });

  it("says what came in too late for it, and leaves that for the next", async () => {
    const folder = weekOffice();
    await folder.run(PUBLISH, at);
    folder.write("entries/丙.yaml", sentAt("丙", "2026-11-20 10:00"));
    const { code, err } = await folder.run(PUBLISH, at);
    expect(code).toBe(0);
    expect(err).toContain("新到 1 条，这一期已经编发，由下一周（月）的接着编入：\n  丙");
    const next = await folder.run([...PUBLISH, "--json"], { now: "2026-11-30T08:00:00+08:00" });
    const json = JSON.parse(next.out) as { number: number; groups: { entries: { id: string }[] }[] };
    expect(json.number).toBe(2);
    expect(json.groups.flatMap(({ entries }) => entries.map(({ id }) => id)).toSorted()).toEqual(["丙", "后"]);
    const after = await folder.run([...PUBLISH, "--json"], { now: "2026-12-07T08:00:00+08:00" });
    expect(after.out === "" ? null : JSON.parse(after.out)).toMatchObject({ status: "empty" });
  });

  it("takes what came in late for a week further back too, by the plan that the digest told of it", async () => {
    const folder = weekOffice();
    await folder.run(PUBLISH, at);
    const next = { now: "2026-11-30T08:00:00+08:00" };
    await folder.run(PUBLISH, next);
    folder.write("entries/丙.yaml", sentAt("丙", "2026-11-20 10:00"));
    folder.write("entries/丁.yaml", sentAt("丁", "2026-12-01 10:00", { 标题: "十二月的事" }));
    const third = { now: "2026-12-07T08:00:00+08:00" };
    expect((await folder.run(WEEK, third)).code).toBe(0);
    expect(folder.read("plans/每周信息-2026-12-06.yaml")).toMatch(/编号: 丙/u);
    folder.write("entries/戊.yaml", sentAt("戊", "2026-11-19 10:00", { 标题: "又一件旧事" }));
    const again = await folder.run(WEEK, third);
    expect(again.err).toContain("新到 1 条，要编入请运行 zhuanbao plan");
    const plan = ["plan", "--plan", "plans/每周信息-2026-12-06.yaml", "--publication", "每周信息"];
    expect((await folder.run(plan, third)).code).toBe(0);
    expect(folder.read("plans/每周信息-2026-12-06.yaml")).toMatch(/编号: 戊/u);
    expect((await folder.run(WEEK, third)).err).not.toContain("新到");
  });

  it("is not held up by another plan under the name of the week before", async () => {
    const folder = weekOffice();
    folder.write("plans/每周信息-2026-11-15.yaml", "刊物: 每周信息\n日期: 2026-11-15\n分组: []\n");
    expect((await folder.run(PUBLISH, at)).code).toBe(0);
  });

  it("of nothing takes no number", async () => {
    const folder = weekOffice();
    expect(await folder.run(PUBLISH, { now: "2026-12-21T08:00:00+08:00" })).toEqual({ code: 0, out: "", err: "" });
    expect(folder.has("台账")).toBe(false);
  });

  it.each([
    [[...WEEK, "--publish"], "--publish 要写明签发人和责任编辑"],
    [[...WEEK, "--publish", "--signer", "韩叙文"], "--publish 要写明签发人和责任编辑"],
    [[...WEEK, "--editor", "何小满"], "--editor 要与 --publish 同用"],
  ])("%j is refused before anything is written", async (argv, what) => {
    const folder = weekOffice();
    const { code, err } = await folder.run(argv, at);
    expect(code).toBe(2);
    expect(err).toContain(what);
    expect(folder.has(PLAN)).toBe(false);
  });

  it("that a fault stops is 1, says why, and goes on where it is mended", async () => {
    const nameless = sentAt("丙", "2026-11-18 10:00").replace("编号: 丙\n", "");
    const folder = weekOffice({ "丙.yaml": nameless });
    const { code, out, err } = await folder.run(PUBLISH, at);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain("编号");
    expect(logOf(folder)).toEqual([expect.stringContaining("有编排单，没有编发，见上面的差错；退出码 1") as string]);
    folder.write("entries/丙.yaml", `编号: 丙\n${nameless}`);
    expect((await folder.run(PUBLISH, at)).code).toBe(0);
    expect(records(folder)).toHaveLength(1);
  });

  it("six at once take one number", { timeout: 120_000 }, async () => {
    const folder = weekOffice();
    const argv = ["-C", folder.path, "--date", "2026-11-23 08:00", ...PUBLISH, "--json"];
    const runs = await Promise.all(Array.from({ length: 6 }, () => spawned(argv)));
    expect(runs.map(({ code }) => code)).toEqual(runs.map(() => 0));
    expect(new Set(runs.map(({ out }) => (JSON.parse(out) as { number: number }).number))).toEqual(new Set([1]));
    expect(records(folder)).toHaveLength(1);
    expect(folder.list("plans")).toEqual([PLAN]);
    expect(folder.list("out").filter((path) => path.endsWith(".docx"))).toEqual([PAPER]);
  });
});
