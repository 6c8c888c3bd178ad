import { unpack } from "../ooxml/pack.ts";
import { xmlText } from "../base/xml.ts";

/** Whether a file is a paper of this title made here that no word processor has saved since: that would set another day of change. */
export function isOwnPaper(file: Uint8Array, title: string): boolean {
  const core = partsOf(file)?.get("docProps/core.xml") ?? "";
  const [created, modified] = ["created", "modified"].map(
    (name) => new RegExp(`<dcterms:${name}\\b[^>]*>([^<]*)<`, "u").exec(core)?.[1],
  );
  return core.includes(`<dc:title>${xmlText(title)}`) && created !== undefined && created === modified;
}

function partsOf(file: Uint8Array): ReadonlyMap<string, string> | null {
  try {
    return unpack(file);
  } catch {
    // What is no ZIP is no file of ours.
    return null;
  }
}
