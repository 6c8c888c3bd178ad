import { readdirSync, readFileSync } from "node:fs";
import type { Layout } from "../../../src/model/layout.ts";
import type { Source } from "../../../src/model/source.ts";
import { readLayout } from "../../../src/read/layout.ts";

const ROOT = new URL("../../../templates/", import.meta.url);

export function source(path: string): Source {
  return { path, text: readFileSync(new URL(path, ROOT), "utf8") };
}

/** The layouts that others may be based on, by name. */
export const BASES = new Map(
  readdirSync(new URL("layouts/", ROOT)).map((file) => [file.replace(/\.yaml$/u, ""), source(`layouts/${file}`)]),
);

/** A shipped layout by the path of its file under templates/, with looks by name. */
export function shipped(path = "publications/信息专报/layout.yaml", ...looks: readonly string[]): Layout {
  const { layout, findings } = readLayout({
    source: source(path),
    bases: BASES,
    looks: looks.map((name) => source(`looks/${name}.yaml`)),
  });
  if (layout === null)
    throw new Error(findings.map(({ message, at }) => `${at.source.path} ${at.start}: ${message}`).join("\n"));
  return layout;
}
