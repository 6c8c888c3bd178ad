import { sameBytes } from "../../base/bytes.ts";
import type { Paper } from "../../pipeline/paper.ts";
import type { World } from "../../world.ts";
import type { Call } from "../command.ts";
import type { OutputFile } from "../issue-json.ts";
import { describeFile, makeOutputs, type OutputFormat } from "../outputs.ts";
import { dirname } from "../paths.ts";
import { PAPER_LIMIT } from "../workspace.ts";
import type { Job } from "./job.ts";

type Made = Awaited<ReturnType<typeof makeOutputs>>;

/** Makes the drafts of a digest in memory. */
export function makeDrafts(
  call: Call,
  { workspace, formats, publication, draftBase }: Job,
  print: Paper,
): Promise<Made> {
  return makeOutputs(call, { workspace, formats, publication: publication.name, print, base: draftBase });
}

/** The files that a digest comes to. */
export function draftPaths({ formats, draftBase }: Job): { format: OutputFormat; path: string }[] {
  return formats.map((format) => ({ format, path: `${draftBase}.${format}` }));
}

/** Those of them that are there, as they are: the editor may have compiled them anew. */
export function draftsThere(world: World, job: Job, pages: number): OutputFile[] {
  const there = draftPaths(job).filter(({ path }) => world.files.kind(path) === "file");
  return there.map(({ format, path }) => describeFile({ format, path, pages }, world.files.read(path, PAPER_LIMIT)));
}

/** Writes drafts where there are none yet, each whole or not at all. Returns the paths where other bytes stand: somebody's work, which is kept. */
export function createDrafts(world: World, made: Made): string[] {
  return made.flatMap(({ file: { path }, bytes }) => {
    world.files.makeFolder(dirname(path));
    const isOurs = world.files.create(path, bytes) || sameBytes(world.files.read(path, PAPER_LIMIT), bytes);
    return isOurs ? [] : [path];
  });
}
