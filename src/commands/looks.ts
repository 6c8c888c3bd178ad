import { nearest } from "../base/similar.ts";
import { quote } from "../base/visible.ts";
import type { Finding } from "../model/diagnostic.ts";
import type { Publication } from "../model/office.ts";
import { wholeFile, type Place, type Source } from "../model/source.ts";
import type { World } from "../world.ts";
import { join, typedPath } from "./paths.ts";

/** 版式: a file of the office, or shipped looks by name; null where there is neither. */
export function lookPath(world: World, root: string, name: string): string | null {
  const paths = [typedPath(root, name), join(looksFolder(world), `${name}.yaml`)];
  return paths.find((path) => world.files.kind(path) === "file") ?? null;
}

/** What is said of a 版式 that is not there. */
export function noLook(world: World, publication: Publication, name: string): { message: string; hint: string } {
  const known = world.files.list(looksFolder(world)).map((file) => file.replace(/\.yaml$/u, ""));
  const near = nearest(name, known);
  return {
    message: `刊物“${quote(publication.name)}”选用的版式“${quote(name)}”找不到`,
    hint: `${near ? `是不是“${near}”？` : ""}自带的有：${known.join("、")}；自己的写工作区里的文件，如 版式/本县.yaml`,
  };
}

/** Every 版式 of the office's file that is not there: better found by a check than as the issue is printed. */
export function missingLooks(
  world: World,
  { source, publications }: { source: Source; publications: readonly Publication[] },
  root: string,
): Finding[] {
  return publications.flatMap((publication) =>
    publication.looks.flatMap((name): Finding[] => {
      if (lookPath(world, root, name) !== null) return [];
      const at = placeOf(source, publication, name);
      return [
        { rule: "bad-value", severity: "error", ...noLook(world, publication, name), at, entry: null, related: [] },
      ];
    }),
  );
}

/** Where it stands: below 版式 of its own publication. */
function placeOf(source: Source, publication: Publication, name: string): Place {
  const { text } = source;
  const own = Math.max(0, text.indexOf(publication.name, Math.max(0, text.search(/^["']?刊物/mu))));
  const start = text.indexOf(name, Math.max(own, text.indexOf("版式", own)));
  return start < 0 ? wholeFile(source) : { source, start, end: start + name.length };
}

function looksFolder({ home }: World): string {
  return join(home, "templates", "looks");
}
