import { allOf, childOf, textOf, type XmlElement } from "../../ooxml/tree.ts";
import { readInline } from "./inline.ts";
import { paragraphProps } from "./para-props.ts";
import type { Styles } from "./styles.ts";
import type { Margin, PageNumberFound } from "./types.ts";
import { valueOf } from "./values.ts";

/** A header or footer as it is read. */
export function readMargin(path: string, root: XmlElement, styles: Styles): Margin {
  const kind = root.name === "w:hdr" ? "header" : "footer";
  const drawn = !allOf(root, "w:drawing").next().done || !allOf(root, "w:pict").next().done;
  const text = [...allOf(root, "w:t")].map(textOf).join("");
  return { path, kind, root, text, drawn, number: numberIn(root, styles) };
}

function numberIn(root: XmlElement, styles: Styles): PageNumberFound | null {
  const boxes = new Set([...allOf(root, "w:txbxContent")].flatMap((box) => [...allOf(box, "w:p")]));
  for (const node of allOf(root, "w:p")) {
    const properties = childOf(node, "w:pPr");
    const base = styles.paragraph(valueOf(properties, "w:pStyle") ?? null);
    const inline = readInline(node, base.run, styles);
    if (!inline.paged) continue;
    return {
      node,
      form: inline.text,
      runs: inline.runs.filter((run) => run.text.trim() !== "").map((run) => run.props),
      props: { ...base.paragraph, ...paragraphProps(properties) },
      boxed: boxes.has(node) || childOf(properties, "w:framePr") !== null,
    };
  }
  return null;
}
