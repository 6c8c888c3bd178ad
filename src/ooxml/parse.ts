import { SaxesParser, type SaxesTagPlain } from "saxes";

export interface Handlers {
  readonly open: (tag: SaxesTagPlain) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
}

/** A part that is not well-formed, or has a document type, which no part of ours or of a sound file has. */
export class BadXml extends Error {
  override readonly name = "BadXml";
  readonly doctype: boolean;

  constructor(path: string, detail: string, doctype = false) {
    super(`${path} ${detail}`);
    this.doctype = doctype;
  }
}

/** Reads a part from front to back; throws BadXml. */
export function parse(path: string, xml: string, { open, text, close }: Handlers): void {
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw new BadXml(path, `is not well-formed: ${error.message}`);
  });
  parser.on("doctype", () => {
    throw new BadXml(path, "has a document type", true);
  });
  parser.on("opentag", open);
  parser.on("text", text);
  parser.on("cdata", text);
  parser.on("closetag", ({ name }) => close(name));
  parser.write(xml).close();
}
