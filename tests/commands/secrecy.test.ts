import { inflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { entryText, officeWith, OFFICE, SOUND, SOUND_TOO, urgentText, type Folder, type Ran } from "./support.ts";

/** Stands in every field of the classified entry, and nowhere else. */
const CANARY = "金丝雀青鸟壹号";

const every = (level: string): string =>
  urgentText({
    编号: `${CANARY}编号`,
    标题: `${CANARY}标题`,
    密级: level,
    报送单位: `[${CANARY}单位]`,
    报送员: `${CANARY}员`,
    签发人: `${CANARY}签`,
    责任编辑: `${CANARY}辑`,
    登记号: `${CANARY}登`,
    来源: `[${CANARY}源]`,
    核实: `{人: ${CANARY}核, 方式: ${CANARY}法}`,
    主题: `[${CANARY}题]`,
    决策事项: `${CANARY}策`,
    地点: `${CANARY}地`,
    领域: `${CANARY}域`,
    约稿: `${CANARY}约`,
    批示: `[{领导: ${CANARY}领, 内容: ${CANARY}批}]`,
    附件: `[${CANARY}附]`,
    现场负责人: `{姓名: ${CANARY}场}`,
    报送记录: `[{对象: 县委办, 名称: ${CANARY}录, 时间: 2026-11-23 08:40, 接报人: ${CANARY}接}]`,
    [`${CANARY}键`]: `${CANARY}值 # ${CANARY}注`,
    // Whatever else is wrong with it must not be told of either.
    事发时间: `${CANARY}昨天`,
    正文: `一、${CANARY}。\n\`${CANARY}\`\n| ${CANARY} | 甲 |\n|---|---|\n| ${CANARY} |`,
  });

interface Case {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** `file line:col`, as the diagnostics must name it. */
  readonly place: string;
}

const level = every("机密");
const CASES: readonly Case[] = [
  { name: "密级", files: { "x.yaml": level }, place: "entries/x.yaml 6:5" },
  { name: "a level of no list", files: { "x.yaml": every("内部（控制）") }, place: "entries/x.yaml 6:5" },
  {
    name: "a mark in the text",
    files: { "x.yaml": `${every("内部")}  绝密★长期\n` },
    place: `entries/x.yaml ${every("内部").split("\n").length}:3`,
  },
  {
    name: "a file that does not parse",
    files: { "x.yaml": `标题: [${CANARY}\n密级: 机密\n正文: ${CANARY}\n` },
    place: "entries/x.yaml 2:5",
  },
  {
    name: "the second document",
    files: { "x.yaml": `${SOUND.replace("编号: 甲", "编号: 丙")}---\n${level}` },
    place: "entries/x.yaml 21:5",
  },
  {
    name: "Markdown",
    files: { "x.md": `---\n标题: ${CANARY}\n密级: 秘密\n---\n${CANARY}\n` },
    place: "entries/x.md 3:5",
  },
  { name: "two ids alike", files: { "x.yaml": level, "y.yaml": every("内部") }, place: "entries/x.yaml 6:5" },
];

const COMMANDS = [
  ["check"],
  ["check", "--format", "json"],
  ["check", "--format", "compact"],
  ["check", "--quiet"],
  ["check", "--format", "sarif"],
  ["check", "--format", "junit"],
  ["check", "--format", "github"],
  ["check", "-f", "json=out/x.json"],
  ["check", "--suppress-all"],
  ["check", "--watch"],
  ["plan"],
  ["plan", "--json"],
  ["compile"],
  ["compile", "--json"],
  ["compile", "--skip-invalid", "--format", "docx,txt"],
  ["compile", "--dry-run", "--json"],
];

/** The text in every form it might leak in: as it is, escaped, in UTF-16, in a compressed part of a DOCX. */
function leaks(bytes: Buffer | string): boolean {
  const raw = typeof bytes === "string" ? Buffer.from(bytes) : bytes;
  const forms = [raw.toString("utf8"), raw.toString("utf16le"), ...zipParts(raw)];
  const pieces = [
    CANARY,
    CANARY.slice(0, 4),
    encodeURIComponent(CANARY),
    Buffer.from(CANARY).toString("base64").slice(0, 24),
    [...CANARY].map((char) => `\\u${char.charCodeAt(0).toString(16)}`).join(""),
  ];
  return forms.some((form) => pieces.some((piece) => form.includes(piece)));
}

function zipParts(raw: Buffer): string[] {
  const parts: string[] = [];
  for (let at = raw.indexOf("PK\u0003\u0004"); at >= 0; at = raw.indexOf("PK\u0003\u0004", at + 4)) {
    const [nameLength, extraLength] = [raw.readUInt16LE(at + 26), raw.readUInt16LE(at + 28)];
    const start = at + 30 + nameLength + extraLength;
    try {
      parts.push(inflateRawSync(raw.subarray(start), { finishFlush: 2 }).toString("utf8"));
    } catch {
      parts.push(raw.subarray(start).toString("utf8"));
    }
  }
  return parts;
}

function expectSilent(folder: Folder, ran: Ran, before: ReadonlyMap<string, Buffer>): void {
  expect(leaks(ran.out)).toBe(false);
  expect(leaks(ran.err)).toBe(false);
  expect(new Map(folder.list().map((path) => [path, folder.bytes(path)]))).toEqual(before);
}

describe.each(CASES)("a classified entry among sound ones: $name", ({ files, place }) => {
  it.each(COMMANDS)("%s %s %s %s", async (...argv) => {
    const folder = officeWith({ "甲.yaml": SOUND, "乙.yaml": SOUND_TOO, ...files });
    const before = new Map(folder.list().map((path) => [path, folder.bytes(path)]));
    const ran = await folder.run(argv.filter((word) => typeof word === "string"));
    expect(ran.code).toBe(4);
    expectSilent(folder, ran, before);
    const [file, at] = place.split(" ") as [string, string];
    // Places and paths, however a format writes them.
    const said = (ran.out + ran.err)
      .replace(/line=(\d+),col=(\d+)|"startLine": (\d+),\s+"startColumn": (\d+)/gu, "$1$3:$2$4")
      .replace(/(?:%[0-9A-F]{2})+/gu, decodeURIComponent);
    expect(said).toContain(file);
    // Nothing else is told of: no other rule, no code frame, no word of what was seen.
    expect(said).not.toMatch(/duplicate-id|bad-value|syntax|unknown-field|missing|机密|绝密|秘密级|甲修复|乙修复/u);
    if (argv.includes("json") || argv.includes("--json")) {
      const { diagnostics, ...rest } = JSON.parse(ran.out) as {
        diagnostics: { rule: string; entry: null; file: string; line: number; column: number }[];
        groups?: unknown[];
        left?: unknown[];
        outputs?: unknown[];
      };
      expect(
        diagnostics.map((each) => `${each.rule} ${String(each.entry)} ${each.file} ${each.line}:${each.column}`),
      ).toContain(`classified null ${file} ${at}`);
      expect(new Set(diagnostics.map(({ rule, entry }) => `${rule} ${String(entry)}`))).toEqual(
        new Set(["classified null"]),
      );
      for (const list of [rest.groups, rest.left, rest.outputs]) if (list !== undefined) expect(list).toEqual([]);
    } else expect(said).toContain(at);
  });
});

describe("a mark elsewhere", () => {
  it("in a file name: the path is the only word of it", async () => {
    const folder = officeWith({ "甲.yaml": SOUND, "（机密）x.yaml": every("内部") });
    const ran = await folder.run(["compile", "--json"]);
    expect(ran.code).toBe(4);
    expect(leaks(ran.out + ran.err)).toBe(false);
    expect(
      (JSON.parse(ran.out) as { diagnostics: { file: string; line: number }[] }).diagnostics.map(
        ({ file, line }) => `${file} ${line}`,
      ),
    ).toEqual(["entries/（机密）x.yaml 1"]);
    expect(folder.has("out")).toBe(false);
  });

  it("in a plan", async () => {
    const folder = officeWith({ "甲.yaml": SOUND });
    await folder.run(["plan"]);
    const path = "plans/信息专报-2026-11-23.yaml";
    folder.write(path, folder.read(path).replace(/^按语:.*$/mu, "按语: |\n  （机密）按语。"));
    for (const argv of [
      ["compile", "--json"],
      ["plan", "--json"],
    ]) {
      const ran = await folder.run(argv);
      expect(ran.code).toBe(4);
      expect(folder.has("out")).toBe(false);
    }
  });

  it("on standard input", async () => {
    const ran = await officeWith({}).run(["check", "-", "--format", "json"], { stdin: every("机密") });
    expect(ran.code).toBe(4);
    expect(leaks(ran.out + ran.err)).toBe(false);
  });

  it("in a file of UTF-16", async () => {
    const folder = officeWith({ "甲.yaml": SOUND });
    folder.write("entries/x.yaml", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(every("机密"), "utf16le")]));
    const ran = await folder.run(["compile", "--skip-invalid", "--json"]);
    expect(ran.code).toBe(4);
    expect(leaks(ran.out + ran.err)).toBe(false);
    expect(folder.has("out")).toBe(false);
  });
});

describe("the detector of leaks", () => {
  it("sees the canary where it may be: in an open entry's DOCX, text, JSON, plan and on screen", async () => {
    const folder = officeWith(
      { "x.yaml": entryText({ 编号: "甲", 标题: `${CANARY}标题`, 正文: `${CANARY}。` }) },
      OFFICE,
    );
    const compiled = await folder.run(["compile", "--json", "--format", "docx,txt"]);
    await folder.run(["plan"]);
    expect(leaks(compiled.out)).toBe(true);
    for (const path of [
      "out/信息专报-2026-11-23-草稿.docx",
      "out/信息专报-2026-11-23-草稿.txt",
      "plans/信息专报-2026-11-23.yaml",
    ])
      expect(leaks(folder.bytes(path))).toBe(true);
  });

  it("sees it escaped, encoded and in UTF-16", () => {
    for (const text of [JSON.stringify(CANARY), encodeURIComponent(CANARY), Buffer.from(CANARY).toString("base64")])
      expect(leaks(text)).toBe(true);
    expect(leaks(Buffer.from(CANARY, "utf16le"))).toBe(true);
    expect(leaks("无事")).toBe(false);
  });
});
