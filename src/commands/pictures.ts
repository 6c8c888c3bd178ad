import { printedIds } from "../base/plan-ids.ts";
import { readImage } from "../base/image.ts";
import { visible } from "../base/visible.ts";
import type { Entry } from "../model/entry.ts";
import type { Plan } from "../model/plan.ts";
import type { Picture } from "../model/image.ts";
import type { Survey } from "../pipeline/survey.ts";
import { FileError, type World } from "../world.ts";
import { dirname, typedPath } from "./paths.ts";

/** A photograph of a telephone has 5 MB; all those of an issue are held in memory at once. */
const MOST_BYTES = 20 * 1_048_576;
const MOST_IN_ALL = 100 * 1_048_576;
const PICTURE = /\.(?:png|jpe?g)$/iu;

/** The pictures attached to entries, and what is to be said of attachments that are not printed, both by the entry's id. */
export interface LoadedPictures {
  readonly pictures: ReadonlyMap<string, readonly Picture[]>;
  readonly told: ReadonlyMap<string, readonly string[]>;
}

/** The entries that this issue may print: their pictures are read beforehand. */
export function mayBePrinted({ entries, stopped }: Survey, plan: Plan | null): Entry[] {
  const planned = plan ? new Set(printedIds(plan)) : null;
  return entries.filter(({ id }) => !stopped.has(id) && (planned === null || planned.has(id)));
}

/** Reads the attachments of entries that are PNG or JPEG, each beside the entry's own file. */
export function loadPictures(world: World, root: string, entries: readonly Entry[]): LoadedPictures {
  const pictures = new Map<string, Picture[]>();
  const told = new Map<string, string[]>();
  let room = MOST_IN_ALL;
  for (const { id, source, attachments } of entries)
    for (const name of attachments) {
      const found = loadPicture(world, dirname(typedPath(root, source.path)), name);
      if (typeof found !== "string") room -= found.image.bytes.length;
      const why = typeof found === "string" ? found : room < 0 ? "没有印：图片合起来超过 100 MB" : null;
      if (why !== null) told.set(id, [...(told.get(id) ?? []), `${visible(id)} 的附件 ${visible(name)} ${why}`]);
      else pictures.set(id, [...(pictures.get(id) ?? []), found as Picture]);
    }
  return { pictures, told };
}

/** A picture, or why it is not printed. A name never leads out of the entry's own folder. */
function loadPicture(world: World, folder: string, name: string): Picture | string {
  if (!PICTURE.test(name)) return "不是图片（PNG、JPEG），没有印，需要的请另附";
  if (/[/\\]|^\.|:/u.test(name)) return "应是与信息同一目录的文件名，没有印";
  try {
    const path = typedPath(folder, name);
    if (world.files.kind(path) !== "file") return "找不到，没有印；请把图片放在信息的同一目录";
    const image = readImage(world.files.read(path, MOST_BYTES));
    return image ? { name: name.replace(PICTURE, ""), image } : "不是完好的 PNG 或 JPEG，没有印";
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return error.fault === "too-big" ? "超过 20 MB，没有印；请缩小后再附" : "读不出来，没有印；请检查文件和权限";
  }
}
