import { fingerprint } from "../base/fingerprint.ts";
import { visible } from "../base/visible.ts";
import type { CoverageData, GapData } from "./coverage-data.ts";

const FIRST = "# 采编要目，由 zhuanbao coverage 写出";

/**
 * 约稿 as YAML, to be pasted into the office's settings. Its first line tells whether anybody has changed the rest. What
 * the office asks for already is left out; with nothing new the list is empty.
 */
export function renderCommissions({ office, from, to, gaps }: CoverageData): string {
  const rows = gaps.filter(({ before }) => !before);
  const lines = [
    `# ${visible(office)}：按 ${from} 至 ${to} 的报送情况，${rows.length} 件`,
    "# 核对以后，把“约稿:”下面的各条粘贴进 zhuanbao.yaml 的“约稿”；不要的删去整条，题目、单位、截止都可以改。",
    "# 单位为 [] 的，哪个单位来稿都算。",
    rows.length === 0 ? "约稿: []" : "约稿:",
    ...rows.flatMap(commission),
  ];
  return sealed(`${lines.join("\n")}\n`);
}

function commission({ id, topic, units, due, why }: GapData): string[] {
  return [
    `  # ${visible(why)}`,
    `  - 编号: ${scalar(id)}`,
    `    题目: ${scalar(topic)}`,
    `    单位: [${units.map(scalar).join(", ")}]`,
    ...(due === null ? [] : [`    截止: ${due}`]),
  ];
}

/** Begins with a Chinese character and holds nothing that YAML could take for its own. */
const PLAIN = /^\p{sc=Han}[\p{sc=Han}A-Za-z0-9·（）《》“”、，。；：—-]*$/u;

/** A text as YAML reads it back: in double quotes unless it is plain; what hides is written as an escape, so that nobody sees another text than it holds. */
function scalar(text: string): string {
  if (PLAIN.test(text)) return text;
  const inside = Array.from(JSON.stringify(text).slice(1, -1), (char) => {
    const code = (char.codePointAt(0) ?? 0).toString(16);
    if (visible(char) === char) return char;
    return code.length > 4 ? `\\U${code.padStart(8, "0")}` : `\\u${code.padStart(4, "0")}`;
  });
  return `"${inside.join("")}"`;
}

function sealed(text: string): string {
  return `${FIRST}（指纹 ${fingerprint(text)}）\n${text}`;
}

/** Whether a text is a list made here that nobody has touched since. */
export function isOwnCommissions(text: string): boolean {
  const end = text.indexOf("\n") + 1;
  return end > 0 && sealed(text.slice(end)) === text;
}
