import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { FileError } from "../../src/world.ts";
import { nodeFiles } from "../../src/world/files.ts";
import {
  entryText,
  LATE,
  OFFICE,
  officeWith,
  SECRET,
  SOUND,
  SOUND_TOO,
  STOPPED,
  type Folder,
  type Ran,
} from "./support.ts";

const SIGN = ["--signer", "王某", "--editor", "李某"];
const DOCX = "out/信息专报/2026/信息专报-2026-第1期.docx";
const RECORD = "台账/信息专报/2026/0001.json";

/** An office with a plan of today. */
async function planned(
  entries: Readonly<Record<string, string>> = { "甲.yaml": SOUND },
  office = OFFICE,
): Promise<Folder> {
  const folder = officeWith(entries, office);
  expect((await folder.run(["plan"])).code).toBe(0);
  return folder;
}

const sign = (folder: Folder, ...more: string[]): Promise<Ran> => folder.run(["publish", ...SIGN, ...more]);

interface Issue {
  readonly number: number | null;
  readonly kind: string;
  readonly signer: string;
  readonly date: string;
  readonly outputs: readonly { path: string; sha256: string; format: string }[];
}
const json = ({ out }: Ran): Issue => JSON.parse(out) as Issue;

describe("publish", () => {
  test("takes the number, writes the paper and the record, and says so last", async () => {
    const folder = await planned();
    const ran = await sign(folder);
    expect(ran.code).toBe(0);
    expect(ran.out).toMatch(
      /^已编发《信息专报》2026年第1期（2026-11-23，签发人 王某，责任编辑 李某），1 条\n {2}out\/信息专报\/2026\/信息专报-2026-第1期\.docx（1 页，\d+ KB）\n$/u,
    );
    expect(folder.list("台账")).toEqual([RECORD, "台账/链头/信息专报-2026.json"]);
    expect(folder.list("out")).toEqual([DOCX]);
    const record = JSON.parse(folder.read(RECORD)) as Record<string, unknown>;
    expect(record).toMatchObject({ 事: "编发", 期号: 1, 签发人: "王某", 责任编辑: "李某", 日期: "2026-11-23" });
    expect(record["条目"]).toMatchObject([{ 编号: "甲", 报送单位: ["青石镇"] }]);
  });

  test("prints the number and no mark of a draft", async () => {
    const folder = await planned();
    await sign(folder, "--format", "docx,txt");
    const text = folder.read("out/信息专报/2026/信息专报-2026-第1期.txt");
    expect(text).toContain("第1期");
    expect(text).not.toContain("送审稿");
  });

  test("again is the same issue: its number, day and signer, and the same bytes", async () => {
    const folder = await planned();
    await sign(folder);
    const [bytes, record] = [folder.bytes(DOCX), folder.read(RECORD)];
    const ran = await folder.run(["publish", "--signer", "别人", "--editor", "乙", "--on", "2026-11-25"]);
    expect(ran.code).toBe(0);
    expect(ran.out).toContain("《信息专报》2026年第1期已编发（2026-11-23，签发人 王某，责任编辑 李某），没有另取期号");
    expect(folder.bytes(DOCX).equals(bytes)).toBe(true);
    expect(folder.read(RECORD)).toBe(record);
    expect(folder.list("台账")).toHaveLength(2);
  });

  test("a paper that is missing is written again, byte for byte, and nobody need sign again", async () => {
    const folder = await planned();
    await sign(folder);
    const bytes = folder.bytes(DOCX);
    rmSync(join(folder.path, DOCX));
    const ran = await folder.run(["publish"]);
    expect(ran.out).toContain("成稿不在，已照原样补写");
    expect(folder.bytes(DOCX).equals(bytes)).toBe(true);
  });

  test("again tells the head of its chain, where the run before was killed before it could", async () => {
    const folder = await planned();
    await sign(folder);
    rmSync(join(folder.path, "台账/链头"), { recursive: true });
    expect((await folder.run(["ledger", "verify"])).out).toContain("链头不在");
    expect((await sign(folder)).code).toBe(0);
    expect((await folder.run(["ledger", "verify"])).out).toContain("没有发现问题");
  });

  test("a paper that somebody changed is left alone, and said", async () => {
    const folder = await planned();
    await sign(folder);
    folder.write(DOCX, "改过");
    const ran = await folder.run(["publish"]);
    expect([ran.code, ran.out]).toEqual([2, ""]);
    expect(ran.err).toContain("与台账记的不一致");
    expect(folder.read(DOCX)).toBe("改过");
  });

  test("-o writes a copy of an issue that is published, and leaves the recorded paper alone", async () => {
    const folder = await planned();
    await sign(folder);
    const bytes = folder.bytes(DOCX);
    const ran = await folder.run(["publish", "-o", "副本.docx", "--format", "docx,txt"]);
    expect(ran.out).toContain("没有另取期号；照原样另写一份到 副本.docx");
    expect(folder.bytes("副本.docx").equals(bytes)).toBe(true);
    expect(folder.has("副本.txt")).toBe(true);
    folder.write(DOCX, "改过");
    const changed = await folder.run(["publish", "-o", "又一份.docx"]);
    expect([changed.code, folder.read(DOCX)]).toEqual([0, "改过"]);
    expect(changed.err).toContain("与台账记的不一致，没有动它");
    expect(folder.bytes("又一份.docx").equals(bytes)).toBe(true);
    expect((await folder.run(["publish", "-o", DOCX])).code).toBe(2);
    expect(folder.read(DOCX)).toBe("改过");
    rmSync(join(folder.path, DOCX));
    expect((await folder.run(["publish", "-o", "三.docx"])).out).toContain("已照原样补写；照原样另写一份到 三.docx");
    expect(folder.bytes(DOCX).equals(bytes)).toBe(true);
  });

  test("-o never writes over the paper of another issue", async () => {
    const folder = await planned();
    await sign(folder);
    const bytes = folder.bytes(DOCX);
    folder.write("entries/乙.yaml", SOUND_TOO);
    rmSync(join(folder.path, "plans"), { recursive: true });
    await folder.run(["plan"]);
    const ran = await sign(folder, "-o", DOCX);
    expect(ran.err).toContain("是《信息专报》2026年第1期的成稿，不能覆盖");
    expect(folder.bytes(DOCX).equals(bytes)).toBe(true);
  });

  test("again says first that it is published, and whose names stand in the ledger", async () => {
    const folder = await planned();
    await sign(folder);
    const { out, err } = await folder.run(["publish", "--signer", "别人", "--editor", "李某"]);
    expect(out).toContain("没有另取期号");
    expect(err).not.toContain("登过");
    expect(err).toContain("台账记的签发人是 王某，没有改");
    expect(err).not.toContain("责任编辑");
  });

  test("a plan that was changed after its issue lost the paper takes no other number", async () => {
    const folder = await planned();
    await sign(folder);
    rmSync(join(folder.path, DOCX));
    expect((await folder.run(["ledger", "verify"])).out).toContain("会照原样补写");
    folder.write("entries/乙.yaml", SOUND_TOO);
    rmSync(join(folder.path, "plans"), { recursive: true });
    await folder.run(["plan"]);
    const { out } = await folder.run(["ledger", "verify"]);
    expect(out).toContain("从备份恢复成稿");
    expect(out).not.toContain("照原样补写");
    const ran = await sign(folder);
    expect([ran.code, ran.out]).toEqual([2, ""]);
    expect(ran.err).toContain("2026年第1期是按这份编排单编发的，成稿");
    expect((await sign(folder, "--again")).out).toContain("第2期");
  });

  test("a paper that cannot be made the same again is not written", async () => {
    const folder = await planned();
    await sign(folder);
    rmSync(join(folder.path, DOCX));
    await folder.run(["template", "export", "信息专报", "模板"]);
    folder.write("模板/template.hbs", folder.read("模板/template.hbs").replaceAll("{{期号}}", "{{期号}}（改）"));
    folder.write("zhuanbao.yaml", `${OFFICE}\n刊物: {信息专报: {模板: 模板}}\n`);
    const ran = await folder.run(["publish"]);
    expect(ran.code).toBe(2);
    expect(folder.has(DOCX)).toBe(false);
  });

  test("the next brief has the next number; what was printed stays out of later plans", async () => {
    const folder = await planned();
    await sign(folder);
    folder.write("entries/乙.yaml", SOUND_TOO.replace("标题: ", "标题: 又"));
    const plan = await folder.run(["plan"]);
    expect(plan.out).toContain("已登《信息专报》2026年第1期");
    expect((await sign(folder, "--json")).code).toBe(0);
    expect(folder.list("台账/信息专报")).toHaveLength(2);
    expect(folder.read("台账/信息专报/2026/0002.json")).toContain('"编号": "乙"');
  });

  test("compile takes no plan that is published, and prints nothing twice", async () => {
    const folder = await planned();
    await sign(folder);
    const ran = await folder.run(["compile"]);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain("甲：已登《信息专报》2026年第1期");
    const draft = await folder.run(["compile", "--plan", "plans/信息专报-2026-11-23.yaml"]);
    expect(draft.code).toBe(0);
    folder.write("entries/乙.yaml", SOUND_TOO.replace("标题: ", "标题: 又"));
    const rest = await folder.run(["compile"]);
    expect(rest.out).toContain("：编排单 plans/信息专报-2026-11-23.yaml 已经编发，按系统排序编排，编入 1 条");
  });

  test("nor is a 反馈 or 续报 that was printed, though they come back to what was", async () => {
    const folder = await planned({ "甲.yaml": SOUND.replace(/^类别: .*$/mu, "类别: 反馈") });
    await sign(folder);
    folder.write("entries/乙.yaml", SOUND_TOO.replace("标题: ", "标题: 又"));
    expect((await folder.run(["plan"])).out).toContain("已登《信息专报》2026年第1期");
    expect(folder.read("plans/信息专报-2026-11-23.yaml")).toMatch(/不用:\n\s+- 编号: 甲/u);
    const second = await sign(folder, "--json");
    expect(JSON.parse(second.out)).toMatchObject({ number: 2 });
    expect(folder.read("台账/信息专报/2026/0002.json")).not.toContain('"编号": "甲"');
  });

  test("an entry printed once is not printed again under another number, unless that is meant", async () => {
    const folder = await planned({ "甲.yaml": SOUND, "乙.yaml": SOUND_TOO });
    await sign(folder);
    const path = "plans/信息专报-2026-11-23.yaml";
    folder.write(path, folder.read(path).replace(/^(?:# ?)?按语:.*\n|(?=^分组:)/mu, "按语: 又一期\n"));
    const refused = await sign(folder);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain("本刊已经登过");
    expect(folder.list("台账")).toHaveLength(2);
    expect((await sign(folder, "--again")).out).toContain("第2期");
  });

  test("--json is the contract's issue with its number", async () => {
    const folder = await planned();
    const ran = await sign(folder, "--json");
    expect(json(ran)).toMatchObject({ number: 1, kind: "正刊", signer: "王某", date: "2026-11-23" });
    expect(json(ran).outputs).toMatchObject([{ format: "docx", path: DOCX }]);
  });

  test("正刊 and 增刊 are numbered apart", async () => {
    const folder = await planned({ "甲.yaml": SOUND });
    await sign(folder);
    folder.write("entries/乙.yaml", SOUND_TOO.replace("标题: ", "标题: 又"));
    await folder.run(["plan"]);
    const path = "plans/信息专报-2026-11-23.yaml";
    folder.write(path, folder.read(path).replace(/^日期:/mu, "增刊: 是\n日期:"));
    const ran = await sign(folder);
    expect(ran.out).toContain("已编发《信息专报》2026年增刊第1期");
    expect(folder.has("out/信息专报/2026/信息专报-2026-增刊第1期.docx")).toBe(true);
    expect(folder.has("台账/信息专报-增刊/2026/0001.json")).toBe(true);
  });

  test("goes on where the office left off, and counts 总期", async () => {
    const office = `${OFFICE}\n刊物: {信息专报: {期号样式: 第N期（总第M期）, 起期: 41, 起总期: 812}}\n`;
    const folder = await planned({ "甲.yaml": SOUND }, office);
    expect((await sign(folder)).out).toContain("2026年第41期（总第812期）");
  });

  test("the number's year is the issue's day in the office's zone", async () => {
    const folder = officeWith({ "甲.yaml": SOUND.replaceAll("2026-11", "2026-12") });
    const now = { now: "2026-12-31T16:30:00Z" };
    await folder.run(["plan"], now);
    const ran = await folder.run(["publish", ...SIGN], now);
    expect(ran.out).toContain("2027年第1期（2027-01-01");
  });
});

describe("publish refuses", () => {
  test("without a plan", async () => {
    const folder = officeWith({ "甲.yaml": SOUND });
    const ran = await sign(folder);
    expect([ran.code, ran.out]).toEqual([2, ""]);
    expect(ran.err).toContain("没有《信息专报》的编排单");
  });

  test("without a signer or an editor, naming the flags", async () => {
    const folder = await planned();
    const ran = await folder.run(["publish"]);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain("--signer 签发人 --editor 责任编辑");
    expect(folder.has("out")).toBe(false);
  });

  test.each([
    ["an id of its own", "甲.yaml", entryText({}).replace(/^编号: .*\n/mu, ""), "编号"],
    ["who signed it", "甲.yaml", entryText({ 编号: "甲", 渠道: "电话补录" }).replace(/^签发人: .*\n/mu, ""), "签发人"],
  ])("an entry without %s, with 1 and what to do", async (_, name, text, word) => {
    const folder = await planned({ [name]: text });
    const ran = await sign(folder);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain(`编发的信息要有${word}`);
    expect(ran.err).toContain("没有编发");
    expect(folder.has("台账")).toBe(false);
  });

  test("never an urgent or a late report", async () => {
    const folder = await planned({ "迟.yaml": LATE });
    const ran = await sign(folder);
    expect(ran.code).toBe(0);
    expect(ran.err).toContain("不拦下的差错");
  });

  test("an entry at fault that the plan names", async () => {
    const folder = await planned({ "甲.yaml": SOUND });
    folder.write("entries/甲.yaml", STOPPED.replace("编号: 错", "编号: 甲"));
    const ran = await sign(folder);
    expect([ran.code, ran.out]).toEqual([1, ""]);
    expect(folder.has("台账")).toBe(false);
  });

  test("classified material, before a broken ledger is spoken of", async () => {
    const folder = await planned();
    folder.write(RECORD, "{");
    folder.write("entries/密.yaml", SECRET);
    for (const argv of [["publish", ...SIGN], ["compile"], ["plan"], ["check"]])
      expect((await folder.run(argv)).code).toBe(4);
    rmSync(join(folder.path, "entries/密.yaml"));
    for (const argv of [["publish", ...SIGN], ["compile"], ["plan"], ["check"], ["themes"], ["coverage"]]) {
      const ran = await folder.run(argv);
      expect([argv[0], ran.code, ran.out]).toEqual([argv[0], 2, ""]);
      expect(ran.err).toContain("ledger verify");
    }
  });

  test("a number while a record before it is lost", async () => {
    const folder = await planned({ "甲.yaml": SOUND });
    await sign(folder);
    rmSync(join(folder.path, RECORD));
    const ran = await sign(folder);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain("第 1 号的记录不见了");
    expect(folder.list("台账")).toEqual(["台账/链头/信息专报-2026.json"]);
  });

  test("the number of a paper that is there without a record", async () => {
    const folder = await planned();
    folder.write(DOCX, "别的台账里的第一期");
    const ran = await sign(folder);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain("台账里却没有这一期");
    expect(folder.list("out")).toEqual([DOCX]);
    expect(folder.has("台账/信息专报")).toBe(false);
  });

  test("a clock that went back, unless the day is said", async () => {
    const folder = await planned();
    await sign(folder);
    folder.write("entries/乙.yaml", entryText({ 编号: "乙", 报送时间: "2026-11-21 09:10" }));
    const early = { now: "2026-11-22T17:00:00+08:00" };
    await folder.run(["plan"], early);
    const back = await folder.run(["publish", ...SIGN], early);
    expect(back.code).toBe(2);
    expect(back.err).toContain("时钟可能倒走了");
    const said = await folder.run(["publish", ...SIGN, "--on", "2026-11-22"], early);
    expect(said.code).toBe(0);
    expect(said.err).toContain("注意：本期日期 2026-11-22 早于已编发的2026年第1期");
  });

  test.each(["年度", "总期"])("an older year, numbered by %s", async (form) => {
    const office = `${OFFICE}\n刊物: {信息专报: {期号: ${form}}}\n`;
    const folder = await planned({ "甲.yaml": SOUND }, office);
    await sign(folder, "--on", "2027-01-02");
    folder.write("entries/乙.yaml", SOUND_TOO.replace("标题: ", "标题: 又"));
    await folder.run(["plan"]);
    const ran = await sign(folder, "--on", "2026-12-31");
    expect(ran.code).toBe(2);
    expect(ran.err).toContain("已编到 2027 年，不能再编 2026 年的");
    const later = await sign(folder, "--on", "2072-01-02");
    expect([later.code, later.err]).toEqual([2, expect.stringContaining("不能编 2072 年的")]);
  });

  test.each(["登记", "记事", "每日要情-增刊"])("a publication called %s", async (name) => {
    const folder = officeWith({ "甲.yaml": SOUND }, `${OFFICE}\n刊物: {${name}: {模板: 信息专报}}\n`);
    await folder.run(["plan", "--publication", name]);
    const ran = await sign(folder, "--publication", name);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain("台账自用的名称");
  });

  test("a ledger on a share that is not connected", async () => {
    const folder = await planned();
    folder.write("zhuanbao.yaml", `${OFFICE}\n台账: /nowhere/台账\n`);
    const ran = await sign(folder);
    expect([ran.code, ran.out]).toEqual([2, ""]);
    expect(ran.err).toContain("没有台账目录 /nowhere/台账");
  });

  test("names that are empty, of several lines, or too long", async () => {
    const folder = await planned();
    for (const name of ["", " ", "甲\n乙", "甲".repeat(41)])
      expect((await folder.run(["publish", "--signer", name, "--editor", "乙"])).code).toBe(2);
  });
});

describe("a publish that fails", () => {
  const FAULTS = ["full", "forbidden", "other"] as const;

  test.each(FAULTS)("before the number is taken leaves nothing (%s)", async (fault) => {
    const folder = await planned();
    for (const call of ["stage", "create"] as const) {
      const fail = (path: string): never => {
        throw new FileError(fault, path, "");
      };
      const ran = await folder.run(["publish", ...SIGN], { files: { [call]: fail } });
      expect([ran.code, ran.out]).toEqual([2, ""]);
      expect(folder.list().filter((path) => /docx|json|tmp/u.test(path))).toEqual([]);
    }
    expect((await sign(folder)).out).toContain("第1期");
  });

  test("after the number is taken is healed by running again", async () => {
    const folder = await planned();
    const ran = await folder.run(["publish", ...SIGN], {
      files: {
        stage: (path, bytes) => ({
          ...nodeFiles().stage(path, bytes),
          commit: () => {
            throw new FileError("other", path, "EIO");
          },
        }),
      },
    });
    expect([ran.code, ran.out]).toEqual([2, ""]);
    expect(folder.has(RECORD)).toBe(true);
    expect(folder.list("out")).toEqual([]);
    const again = await folder.run(["publish"]);
    expect(again.out).toContain("第1期已编发");
    expect(folder.list("out")).toEqual([DOCX]);
    expect(folder.list("台账")).toHaveLength(2);
  });

  test("to somebody faster takes the next number, and leaves no paper of the other", async () => {
    const folder = await planned();
    let first = true;
    const ran = await folder.run(["publish", ...SIGN], {
      files: {
        create: (path, bytes) => {
          if (first) {
            first = false;
            writeFileSync(path, '{"版本": 1}');
            return false;
          }
          return nodeFiles().create(path, bytes);
        },
      },
      pauses: [() => {}],
    });
    expect(ran.code).toBe(0);
    expect(folder.list("out")).toEqual(["out/信息专报/2026/信息专报-2026-第2期.docx"]);
  });

  test("because it is stopped while it waits for others takes no number", async () => {
    const folder = await planned();
    folder.write("台账/.zb-turn", "别的机器 7");
    const ran = await sign(folder);
    expect(ran.code).toBe(130);
    expect(folder.list("台账")).toEqual(["台账/.zb-turn"]);
    expect(folder.has("out")).toBe(false);
  });
});
