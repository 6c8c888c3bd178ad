import { readFileSync } from "node:fs";
import type { Layout } from "../../../src/model/layout.ts";
import type { Source } from "../../../src/model/source.ts";
import { readLayout } from "../../../src/read/layout.ts";

const ROOT = new URL("../../../templates/", import.meta.url);

export function source(path: string): Source {
  return { path, text: readFileSync(new URL(path, ROOT), "utf8") };
}

/** A shipped layout by the path of its file under templates/. */
export function shipped(path = "publications/信息专报/layout.yaml"): Layout {
  const { layout, findings } = readLayout({
    source: source(path),
    bases: new Map([["gb9704", source("layouts/gb9704.yaml")]]),
  });
  if (layout === null)
    throw new Error(findings.map(({ message, at }) => `${at.source.path} ${at.start}: ${message}`).join("\n"));
  return layout;
}
