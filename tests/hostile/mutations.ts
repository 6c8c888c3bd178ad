import fc from "fast-check";
import { SOUND } from "../read/support.ts";

const URGENT = `编号: 2026-01
标题: 县道一客车侧翻
类别: 紧急
报送单位: [县应急局, 青石镇]
报送员: 王敏
联系电话: "0830-1234567"
签发人: 李建国
密级: 内部
事发时间: 2026-11-18 08:20
报送时间: 2026年11月18日9时10分
伤亡: {死亡: 1, 重伤: 2}
报告: {阶段: 首报}
报送记录:
  - {对象: 县委办, 方式: 电话, 时间: 2026-11-18 08:40}
  - 对象: 县领导
    时间: 2026-11-18 08:45
正文: |
  一、情况。11月18日8时20分，**客车**侧翻。
  （一）伤亡
  | 镇 | 人 |
  |---|---|
  | 甲 | 2 |

  - 请求支援
`;
const MARKDOWN = `---\n${SOUND.replace(/^正文.*\n/mu, "")}---\n\n一、背景。𬱖江水位上涨。\n\n　　二、做法\n`;
const STREAM = [SOUND, URGENT, SOUND].join("---\n");

/** What breaks YAML, Markdown, terminals and people's trust in columns. */
const SPLINTERS = [
  ..."[]{}\"'`:#&*!|>%@?,-=~<>/\\\n\r\t 　：；",
  "---",
  "...",
  "- ",
  ": ",
  "? ",
  "<<: *a",
  "&a ",
  "!!binary ",
  "%YAML 1.1\n",
  "\r\n",
  "\u0000",
  "\u001b[31m",
  "\u202e",
  "\u200b",
  "\ufeff",
  "\uffff",
  "\ud800",
  "\\ud800",
  "\\x1b",
  "𬱖",
  "__proto__",
  "**",
  "![a](b)",
  "<script>",
  "{{x}}",
  "|\n",
  "|-\n",
  ">2\n",
  "99999999999999999999",
  "2026-02-30",
];

interface Cut {
  readonly at: number;
  readonly length: number;
  readonly put: string;
}

/** Both ends of a cut are drawn as shares of the text, so that a shrunk case stays near where it was. */
const cut: fc.Arbitrary<Cut> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat({ max: 30 })),
  put: fc.oneof(
    fc.constantFrom(...SPLINTERS),
    fc.array(fc.constantFrom(...SPLINTERS), { maxLength: 6 }).map((parts) => parts.join("")),
  ),
});

/** A good entry, a stream or a Markdown file, cut and filled with splinters in up to five places. */
export const mutated = fc
  .tuple(fc.constantFrom(SOUND, URGENT, MARKDOWN, STREAM), fc.array(cut, { minLength: 1, maxLength: 5 }))
  .map(([text, cuts]) => {
    const path = text === MARKDOWN ? "a.md" : "a.yaml";
    const broken = cuts.reduce((now, { at, length, put }) => {
      const start = Math.floor(at * now.length);
      return now.slice(0, start) + put + now.slice(start + length);
    }, text);
    return { path, text: broken };
  });
