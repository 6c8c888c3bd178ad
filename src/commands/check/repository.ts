import type { Diagnostic } from "../../model/diagnostic.ts";
import type { World } from "../../world.ts";
import { shownPath, typedPath } from "../paths.ts";

/**
 * How a file is called from the root of the repository on, as the services that run checks expect.
 * They say where that is; elsewhere the office stands for it.
 */
export function repositoryPath({ env }: World, root: string): (file: string) => string {
  const repository = env["GITHUB_WORKSPACE"] ?? env["CI_PROJECT_DIR"] ?? "";
  if (repository === "") return (file) => file;
  return (file) => {
    const path = typedPath(root, file);
    const shown = shownPath(typedPath(root, repository), path);
    return shown === path ? file : shown;
  };
}

/** The same finding with its files called otherwise. */
export function withPaths(found: Diagnostic, pathOf: (file: string) => string): Diagnostic {
  const moved = <T extends { readonly file: string }>(one: T): T => ({ ...one, file: pathOf(one.file) });
  return { ...moved(found), related: found.related.map(moved), ...(found.fix ? { fix: found.fix.map(moved) } : {}) };
}
