import mammoth from "mammoth";
import { urgentText, type Folder } from "../commands/support.ts";

/** Paragraphs of a DOCX as a reader that is not ours sees them, cells of tables among them; empty ones left out. */
export async function paragraphs(folder: Folder, path: string): Promise<string[]> {
  const { value } = await mammoth.extractRawText({ buffer: folder.bytes(path) });
  return value.split("\n\n").filter((text) => text !== "");
}

/** Compiles a publication and reads it back. */
export async function compiled(folder: Folder, publication: string, ...more: readonly string[]): Promise<string[]> {
  const { code, err } = await folder.run(["compile", "--publication", publication, "-o", "稿.docx", ...more]);
  if (code !== 0) throw new Error(err);
  return paragraphs(folder, "稿.docx");
}

const TOLD = (at: string): string =>
  `[{对象: 县委办, 方式: 书面, 时间: ${at}}, {对象: 县领导, 方式: 电话, 时间: ${at}}]`;

/** A landslide in three reports, each with words that no other has. */
export const EVENT = {
  "首.yaml": urgentText({
    编号: "首",
    标题: "石坝村发生山体滑坡",
    事发时间: "2026-11-22 08:20",
    接报时间: "2026-11-22 08:25",
    报送时间: "2026-11-22 09:00",
    现场负责人: "{姓名: 何川, 职务: 青石镇镇长, 电话: 0830-7654321}",
    报送记录: "[{对象: 县委办, 方式: 电话, 时间: 2026-11-22 08:40}]",
    正文: "首报正文：石坝村三组发生山体滑坡。",
  }),
  "续.yaml": urgentText({
    编号: "续",
    标题: "石坝村山体滑坡群众转移",
    事发时间: "2026-11-22 08:20",
    接报时间: "",
    报送时间: "2026-11-22 15:05",
    报告: "{阶段: 续报, 次: 1, 续: 首}",
    报送记录: TOLD("2026-11-22 15:05"),
    正文: "续报正文：12户群众全部转移。",
  }),
  "终.yaml": urgentText({
    编号: "终",
    标题: "石坝村山体滑坡处置结束",
    事发时间: "2026-11-22 08:20",
    接报时间: "",
    报送时间: "2026-11-23 16:30",
    报告: "{阶段: 终报, 续: 续}",
    报送记录: TOLD("2026-11-23 16:30"),
    正文: "终报正文：道路恢复通行。",
  }),
} as const;
