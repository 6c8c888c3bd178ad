import type { Finding } from "../../src/model/diagnostic.ts";
import type { Layout } from "../../src/model/layout.ts";
import { pack, unpack, type Parts } from "../../src/ooxml/pack.ts";
import { inspectPaper, openPaper, type Inspected } from "../../src/pipeline/inspect.ts";
import { entryText, officeWith, type Folder } from "../commands/support.ts";
import { shipped } from "../render/support/layouts.ts";

/** A shipped layout by its name. */
export function shippedLayout(name: string): Layout {
  return shipped(name === "gb9704" ? "layouts/gb9704.yaml" : `publications/${name}/layout.yaml`);
}

export const BRIEF = shippedLayout("信息专报");

const OFFICE = `机关: 中共澄岭县委办公室
单位:
  - { 名称: 青石镇, 简称: 青石, 组: 乡镇 }
刊物:
  信息专报: { 模板: 信息专报, 报: [县委书记, 县长], 送: [县政府办公室], 印数: 45 }
`;

const SENTENCE = "全镇逐村摸清底数，按照先急后缓、先易后难的次序，把水渠管护责任落实到村到户到人，资金由县镇两级分担。";

const BODY = `青石镇2026年10月完成水渠普查。${SENTENCE.repeat(3)}
各村按“先急后缓”安排——急的先修。
# 一、基本情况
## （一）渠道数量
${SENTENCE.repeat(4)}
### 1. 干渠
${SENTENCE.repeat(3)}
#### （1）东干渠
${SENTENCE.repeat(5)}
| 村 | 长度（米） | 状况 |
|---|---|---|
| 石坝村 | 1200 | 完好 |
| 高岭村 | 860 | 待修——秋后动工 |
# 二、主要做法
${SENTENCE.repeat(6)}
- 每村明确1名管水员。
- 每季度清淤1次。
${SENTENCE.repeat(8)}
`;

/** An office whose one entry has every kind of paragraph. */
export function office(): Folder {
  const entry = entryText({
    编号: "甲",
    标题: "青石镇摸清水渠底数落实管护责任保障冬灌和明年春播用水",
    正文: BODY,
  });
  return officeWith({ "甲.yaml": entry }, OFFICE);
}

/** A brief of one entry as we make it, and how many pages we say it has. */
export async function ownBriefWithPages(): Promise<{ file: Uint8Array; pages: number }> {
  const folder = office();
  const { code, out, err } = await folder.run(["compile", "-o", "稿.docx", "--skip-invalid", "--json"]);
  if (code !== 0) throw new Error(err);
  const { outputs } = JSON.parse(out) as { outputs: readonly { pages: number }[] };
  return { file: new Uint8Array(folder.bytes("稿.docx")), pages: outputs[0]?.pages ?? 0 };
}

export async function ownBrief(): Promise<Uint8Array> {
  return (await ownBriefWithPages()).file;
}

/** The file with its parts changed. */
export function changed(file: Uint8Array, change: (parts: Parts) => void): Uint8Array {
  const parts = unpack(file);
  change(parts);
  return pack(parts);
}

/** A swap in one part that must take place. */
export function swap(path: string, from: RegExp | string, to: string): (parts: Parts) => void {
  return (parts) => {
    const xml = parts.get(path) ?? "";
    const done = typeof from === "string" ? xml.replace(from, () => to) : xml.replace(from, to);
    if (done === xml) throw new Error(`nothing to swap in ${path}: ${String(from)}`);
    parts.set(path, done);
  };
}

export function inspected(file: Uint8Array, layout: Layout = BRIEF): Inspected {
  const { paper, findings, classified } = openPaper("稿.docx", file);
  if (!paper) throw new Error(findings.map(({ message }) => message).join("; "));
  if (classified.length > 0) throw new Error("classified");
  return inspectPaper(paper, layout);
}

/** Rule names found, sorted, each once. */
export function rulesOf({ findings }: { readonly findings: readonly Finding[] }): string[] {
  return [...new Set(findings.map(({ rule }) => rule))].toSorted();
}
