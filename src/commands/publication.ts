import type { Publication } from "../model/office.ts";
import type { Source } from "../model/source.ts";
import { findPublication } from "../pipeline/grounds.ts";
import type { FormFiles } from "../pipeline/paper.ts";
import type { World } from "../world.ts";
import { UsageError } from "./command.ts";
import { lookPath, noLook } from "./looks.ts";
import { join, typedPath } from "./paths.ts";
import { readText, shippedPath, type Workspace } from "./workspace.ts";

export const DEFAULT_PUBLICATION = "信息专报";
/** What `digest` makes of a week where nothing else is asked for. */
export const WEEKLY_PUBLICATION = "每周信息";

/** Papers that are no publications. */
export type PaperName =
  "退稿单" | "程序情况表" | "领导专页" | "编排表" | "约稿单" | "信息采用情况通报" | "呈签单" | "反馈通知";

/** The command that writes each paper. */
const PAPERS: ReadonlyMap<string, string> = new Map<PaperName, string>([
  ["退稿单", "zhuanbao check --return-slip 目录"],
  ["程序情况表", "zhuanbao check --procedure-sheet 目录"],
  ["领导专页", "zhuanbao plan --for 领导 -o 文件.docx"],
  ["编排表", "zhuanbao plan --sheet 文件.docx"],
  ["约稿单", "zhuanbao coverage --commission 文件.docx"],
  ["信息采用情况通报", "zhuanbao adoption --month -o 文件.docx"],
  ["呈签单", "zhuanbao publish --slip 文件.docx"],
  ["反馈通知", "zhuanbao ledger note … --notice 目录"],
]);

/** What the title of each paper looks like, as its template writes it. */
const TITLES: readonly (readonly [PaperName, RegExp])[] = [
  ["退稿单", /^信息(?:退稿|补正|退稿补正)单$/u],
  ["程序情况表", /^信息报送时间和程序情况表$/u],
  ["领导专页", /^呈\S{2,20} \S{1,8}$/u],
  ["编排表", /^\S{2,20}编排表$/u],
  ["约稿单", /^采编要目（约稿单）$/u],
  ["信息采用情况通报", /信息采用情况通报$/u],
  ["呈签单", /^《.{1,30}》(?:增刊)?呈签单$/u],
  ["反馈通知", /^信息反馈通知$/u],
];

/** The paper that one of these lines is the title of. */
export function paperTitled(lines: readonly string[]): PaperName | null {
  return TITLES.find(([, title]) => lines.some((line) => title.test(line)))?.[0] ?? null;
}

/** Whether a shipped template is that of a paper which is no publication. */
export function isPaper(name: string): boolean {
  return PAPERS.has(name);
}

/** The publication asked for; one that is neither in the office nor shipped is a slip. */
export function choosePublication(world: World, workspace: Workspace, name: string): Publication {
  const command = PAPERS.get(name);
  if (command !== undefined) throw new UsageError(`“${name}”不是刊物`, `要写${name}：${command}`);
  return chosen(world, workspace, name);
}

/** Template and layout of a paper: the shipped ones, or those that the office names for it under 刊物. */
export function loadPaper(world: World, workspace: Workspace, name: PaperName): FormFiles {
  return loadPublication(world, workspace, chosen(world, workspace, name));
}

function chosen(world: World, { root, grounds }: Workspace, name: string): Publication {
  const publication = findPublication(grounds, name);
  if (templateFolder(world, root, publication) !== null) return publication;
  const own = world.files.list(shipped(world)).filter((each) => !PAPERS.has(each));
  const { template } = publication;
  if (grounds.office.publications.includes(publication))
    throw new UsageError(
      `刊物“${name}”的模板“${template}”找不到`,
      `在 zhuanbao.yaml 里给它写“模板: …”；自带的模板：${own.join("、")}`,
    );
  const known = new Set([...grounds.office.publications.map((each) => each.name), ...own]);
  throw new UsageError(`没有刊物“${name}”`, `可用的刊物：${[...known].join("、")}`);
}

/** Template and layout: the office's own folder where it has one, else the shipped one. */
export function loadPublication(world: World, { root }: Workspace, publication: Publication): FormFiles {
  const folder = templateFolder(world, root, publication) as string;
  const read = (path: string): Source => readText(world, path, shippedPath(world, root, path));
  return {
    template: read(join(folder, "template.hbs")),
    layout: read(join(folder, "layout.yaml")),
    bases: layoutBases(world, root),
    looks: publication.looks.map((name) => read(foundLook(world, root, publication, name))),
  };
}

/** A 版式 that is not there keeps the publication from being made. */
function foundLook(world: World, root: string, publication: Publication, name: string): string {
  const found = lookPath(world, root, name);
  if (found !== null) return found;
  const { message, hint } = noLook(world, publication, name);
  throw new UsageError(message, hint);
}

/** The layouts that others may be based on, by name. */
export function layoutBases(world: World, root: string): ReadonlyMap<string, Source> {
  const layouts = join(world.home, "templates", "layouts");
  const names = world.files.list(layouts).filter((name) => name.endsWith(".yaml"));
  return new Map(
    names.map((name) => {
      const path = join(layouts, name);
      return [name.replace(/\.yaml$/u, ""), readText(world, path, shippedPath(world, root, path))];
    }),
  );
}

function templateFolder(world: World, root: string, { template }: Publication): string | null {
  const folders = [typedPath(root, template), join(shipped(world), template)];
  return folders.find((folder) => world.files.kind(join(folder, "template.hbs")) === "file") ?? null;
}

/** The folder of the shipped templates. */
export function shipped(world: Pick<World, "home">): string {
  return join(world.home, "templates", "publications");
}
