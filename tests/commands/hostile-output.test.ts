import fc from "fast-check";
import { parse } from "yaml";
import { describe, expect, it } from "vitest";
import { main } from "../../src/main.ts";
import type { Files } from "../../src/world.ts";
import { nodeFiles } from "../../src/world/files.ts";
import { testWorld } from "../helpers/world.ts";
import { HOSTILE } from "../report/support.ts";

/** Texts that act on a terminal, hide, turn a line round, or end what they stand in: in the manner of the lists that testers use. */
const STRINGS = [
  "\u001b[2J\u001b[31m红\u001b[0m",
  "\u001b]0;标题\u0007",
  "\u001b]8;;https://example.org/\u001b\\链接\u001b]8;;\u001b\\",
  "\u001b]52;c;cm0gLXJmIC8=\u0007",
  "\u001bP+q544e\u001b\\",
  "\u009b31m\u009d0;x\u009c",
  "退\b\b\b格\u007f删",
  "回\r车",
  "换\n行\n::error file=x::注入",
  "\u202e倒过来\u202c",
  "\u2066/* 隐 \u2069\u2067",
  "零\u200b宽\u200c非\u200d连\u2060接\ufeff",
  "软\u00ad连字符\u034f\u061c\u180e",
  "行\u2028分\u2029隔\u0085",
  "标签\u{e0041}\u{e0042}\u{e007f}",
  "变\ufe0f体\u{e0100}\u3164\uffa0\u115f",
  "半\ud800个",
  "后半\udfff个",
  "非字\ufdd0符\ufffe\uffff\u{1ffff}",
  "空\u0000字节",
  "%0A::set-output name=x::y%0D",
  "::stop-commands::x",
  "##[error]x",
  "[链接](https://example.org/){0}{1}",
  ']]><x a="\'&amp;&#27;">',
  "$(id)`id`;id|id&&id",
  "../../../../etc/passwd",
  "__proto__",
  "\\u001b[31m",
  "{{office}}{{{x}}}",
  "=cmd|' /C calc'!A0",
  "𬱖".repeat(60),
  "Z̴̡͘a̵͜l̶g͝o".repeat(8),
];

const hostile = fc.oneof(
  fc.constantFrom(...STRINGS),
  fc.array(fc.constantFrom(...STRINGS), { minLength: 2, maxLength: 4 }).map((parts) => parts.join("字")),
  fc.string({ unit: "binary", minLength: 1, maxLength: 12 }),
);

const SOUND: Readonly<Record<string, string>> = {
  编号: "甲",
  标题: "甲修复水渠",
  类别: "动态",
  报送单位: "青石镇",
  报送员: "王敏",
  签发人: "李建国",
  密级: "内部",
  报送时间: "2026-11-23 09:10",
  事发时间: "2026-11-20",
  地点: "石坝村",
  来源: "石坝村村委会",
  责任编辑: "",
  联系电话: "",
  主题: "",
  决策事项: "",
  约稿: "",
  附件: "",
  领域: "",
  事件类型: "",
  等级: "",
  喜忧: "",
  渠道: "",
  正文: "11月20日，石坝村水渠已修复。",
};

const OFFICE: Readonly<Record<string, string>> = {
  机关: "县委办公室",
  时区: "Asia/Shanghai",
  规则集: "county",
  单位: "青石镇",
};

/** A map whose values are written as JSON texts, which YAML reads as they were: escapes and all. */
const written = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .filter(([, value]) => value !== "")
    .map(
      ([key, value]) => `${/^[\p{Script=Han}]+$/u.test(key) ? key : JSON.stringify(key)}: ${JSON.stringify(value)}\n`,
    )
    .join("");

interface Scene {
  readonly entry: string;
  readonly office: string;
  /** Below entries/. */
  readonly name: string;
}

/** Hostile texts in some fields of an entry, as values, keys or raw; in its name; in the office. */
const scene: fc.Arbitrary<Scene> = fc
  .record({
    fields: fc.dictionary(fc.constantFrom(...Object.keys(SOUND).filter((key) => key !== "密级")), hostile, {
      maxKeys: 4,
    }),
    key: fc.option(hostile),
    raw: fc.option(hostile),
    name: fc.option(hostile),
    markdown: fc.boolean(),
    settings: fc.dictionary(fc.constantFrom(...Object.keys(OFFICE), "关注", "刊物", "未知"), hostile, { maxKeys: 1 }),
  })
  .map(({ fields, key, raw, name, markdown, settings }) => {
    const values = { ...SOUND, ...fields, ...(key === null ? {} : { [key]: "值" }) };
    const { 正文: body = "", ...head } = values;
    const text = markdown ? `---\n${written(head)}---\n${body}\n${raw ?? ""}\n` : `${written(values)}${raw ?? ""}\n`;
    const safe = (name ?? "甲").replaceAll(/[/\u0000]/gu, "_").replace(/^[.~]/u, "_");
    return { entry: text, office: written({ ...OFFICE, ...settings }), name: `${safe}${markdown ? ".md" : ".yaml"}` };
  });

/** The scene's files in memory, before the installed package on the real disk; what is written is kept. */
function memory({ entry, office, name }: Scene): { files: Partial<Files>; written: Map<string, string> } {
  const real = nodeFiles();
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const files = new Map([
    ["/o/zhuanbao.yaml", encode(office)],
    [`/o/entries/${name}`, encode(entry)],
  ]);
  const kept = new Map<string, string>();
  const mine = (path: string): boolean => path === "/o" || path.startsWith("/o/");
  return {
    written: kept,
    files: {
      kind: (path) =>
        !mine(path)
          ? real.kind(path)
          : files.has(path)
            ? "file"
            : ["/o", "/o/entries"].includes(path)
              ? "folder"
              : null,
      read: (path, limit) => files.get(path) ?? real.read(path, limit),
      list: (path) => (path === "/o/entries" ? [name] : real.list(path)),
      makeFolder: () => {},
      replace: (path, bytes) => void kept.set(path, new TextDecoder().decode(bytes)),
      create: () => false,
    },
  };
}

const FORMATS = ["pretty", "compact", "json", "sarif", "junit", "github"];

/** Every command that tells of entries; and where a report of `check` goes into a file. */
const CALLS: readonly (readonly string[])[] = [
  ...FORMATS.map((format) => ["check", "-f", format]),
  ["check", ...FORMATS.flatMap((format) => ["-f", `${format}=out/${format}`])],
  ["check", "--suppress-all", "--timing"],
  ["check", "--quiet", "--color"],
  ["plan"],
  ["plan", "--dry-run", "--json"],
  ["compile", "--dry-run", "--skip-invalid"],
  ["compile", "--dry-run", "--json"],
  ["compile", "--dry-run", "--skip-invalid", "--json"],
];

/** Colours that we print ourselves. */
const OWN_COLOURS = /\u001b\[(?:\d+)m/gu;

async function said(scene: Scene, argv: readonly string[], stdin?: string): Promise<string> {
  const { files, written } = memory(scene);
  const { world, out, err } = testWorld({
    cwd: "/o",
    argv: [...argv, "--date", "2026-11-23"],
    files,
    ...(stdin === undefined ? {} : { stdin }),
  });
  const code = await main(world);
  // A bug of ours would be told of with a stack: it is a failure of this test all the same.
  if (code === 3) throw new Error(err());
  const text = out() + err();
  if (argv.includes("json") || argv.includes("--json")) if (code !== 2) JSON.parse(out());
  return [argv.includes("--color") ? text.replace(OWN_COLOURS, "") : text, ...written.values()].join("\n");
}

describe("nothing of an entry, a file name or an office acts on a terminal or hides", () => {
  it.each(CALLS)("%s %s %s %s", async (...argv) => {
    await fc.assert(
      fc.asyncProperty(scene, async (scene) => {
        const text = await said(
          scene,
          argv.filter((word) => typeof word === "string"),
        );
        expect(HOSTILE.exec(text)?.[0].codePointAt(0)?.toString(16)).toBeUndefined();
      }),
      { numRuns: 40, seed: 20261123 },
    );
  });

  it("each of these texts, in each field by itself, and as the name of the file", async () => {
    for (const text of STRINGS) {
      const fields = Object.keys(SOUND).filter((key) => key !== "密级");
      const entry = written({ ...SOUND, ...Object.fromEntries(fields.map((key) => [key, text])) });
      const name = `${text.replaceAll(/[/\u0000]/gu, "_")}.yaml`;
      const scene = { entry, office: written(OFFICE), name };
      for (const format of FORMATS) expect(await said(scene, ["check", "-f", format])).not.toMatch(HOSTILE);
    }
  });

  it("as the name of standard input, as a path that is not there, as the folder of -C", async () => {
    const scene = { entry: written(SOUND), office: written(OFFICE), name: "甲.yaml" };
    for (const text of STRINGS) {
      for (const format of FORMATS)
        expect(await said(scene, ["check", "-", `--stdin-filename=${text}.yaml`, "-f", format], "标题: [")).not.toMatch(
          HOSTILE,
        );
      for (const argv of [
        ["check", "--", text],
        ["check", `-f=${text}`],
        ["check", `-f`, `json=${text}.md`],
        ["-C", text, "check"],
        ["plan", `--publication=${text}`],
        ["compile", `--plan=${text}`],
      ])
        expect(await said(scene, argv)).not.toMatch(HOSTILE);
    }
  });

  it("in a plan: what hides stands in escapes, and is read back as it was", async () => {
    const title = "水渠\u202e修\u200b复\u{e0041}";
    const scene = { entry: written({ ...SOUND, 标题: title }), office: written(OFFICE), name: "甲.yaml" };
    const text = await said(scene, ["plan"]);
    expect(text).toContain('标题: "水渠\\u202e修\\u200b复\\U000e0041"');
    expect(text).not.toMatch(HOSTILE);
    expect(
      (parse(text.slice(text.indexOf("# 编排单"))) as { 分组: [{ 条目: [{ 标题: string }] }] }).分组[0].条目[0].标题,
    ).toBe(title);
  });

  it("in the name of a pack of rules", async () => {
    const folder = {
      entry: written(SOUND),
      office: `机关: 县委办公室\n规则集: [county, "x\\u001b[31m\\u202e.yaml"]\n`,
      name: "甲.yaml",
    };
    for (const format of FORMATS) expect(await said(folder, ["check", "-f", format])).not.toMatch(HOSTILE);
  });

  it("no line of what people read begins with a command to the runner of a workflow, but our own", async () => {
    const scene = { entry: "标题: [", office: written(OFFICE), name: "::stop-commands::x.yaml" };
    for (const format of ["pretty", "compact"]) {
      const text = await said(
        scene,
        ["-C", "entries", "check", "-", "--stdin-filename=../::x::y.yaml", "-f", format],
        "标题: [",
      );
      expect(text).toContain("./::x::y.yaml");
      expect(text).not.toMatch(/^\s*::/mu);
    }
  });
});
