import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readEntries } from "../../src/read/entry.ts";
import { writeEntry, type EntryDraft } from "../../src/read/write-entry.ts";

const REQUIRED: EntryDraft = {
  title: "标题",
  category: "动态",
  unit: "城关镇",
  reporter: "张三",
  approver: "李四",
  submitted: "2026-11-23 14:20",
  body: "正文。",
};

function readBack(draft: EntryDraft, form: "md" | "yaml"): ReturnType<typeof readEntries>[number] {
  const source = { path: `甲.${form}`, text: writeEntry({ ...REQUIRED, ...draft }, form) };
  return readEntries(source, { zone: "Asia/Shanghai", defaultId: "甲", urgent: "紧急" })[0] as ReturnType<
    typeof readEntries
  >[number];
}

test("keys stand in the order of the table, nested records on one line, what is empty is left out", () => {
  const draft = { ...REQUIRED, sources: ["走访", "台账"], place: "", casualties: { 死亡: "1", 重伤: "" }, id: "甲-01" };
  expect(writeEntry(draft, "md")).toBe(`---
编号: 甲-01
标题: 标题
类别: 动态
报送单位: 城关镇
报送员: 张三
签发人: 李四
报送时间: 2026-11-23 14:20
来源: [走访, 台账]
伤亡: {死亡: 1}
---
正文。
`);
  expect(writeEntry(draft, "yaml").endsWith("伤亡: {死亡: 1}\n正文: |\n  正文。\n")).toBe(true);
});

/** What people type, and what YAML would take for something else. */
const char = fc.constantFrom(..."字，。：；“”（）、 #:-?*&!|>%@`'\"[]{},~=<\\/.0123456789aeinostuy\u3000𠮷");
const line = fc
  .oneof(
    fc.array(char, { minLength: 1, maxLength: 30 }).map((all) => all.join("").trim()),
    fc.constantFrom(
      "no",
      "true",
      "010",
      "1.10",
      "null",
      "~",
      "---",
      "...",
      "- 甲",
      "甲: 乙",
      "#5项目",
      "东湖 #3 泵站",
      "=",
      "<<",
      "2026-11-23",
      "?",
      "!",
      "|",
    ),
  )
  .filter((text) => text !== "");

test.each(["md", "yaml"] as const)("every line of text arrives as written (%s)", (form) => {
  fc.assert(
    fc.property(line, line, line, (title, source, place) => {
      const { entry, findings } = readBack({ title, sources: [source, "乙"], verification: { 方式: place } }, form);
      expect(findings).toEqual([]);
      expect([entry?.title, entry?.sources, entry?.verification?.method]).toEqual([title, [source, "乙"], place]);
    }),
    { numRuns: 1000 },
  );
});

test.each(["md", "yaml"] as const)(
  "every body arrives as written, but for white space at the ends of lines (%s)",
  (form) => {
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.constant("")), { minLength: 1, maxLength: 6 }), (lines) => {
        const body = lines
          .map((each) => each.trim())
          .join("\n")
          .trim();
        fc.pre(body !== "");
        const { entry } = readBack({ body: `\u3000\u3000${lines.join("\r\n")}\n` }, form);
        expect(entry?.body.text).toBe(body);
      }),
      { numRuns: 1000 },
    );
  },
);
