import type { Block, Document } from "../../model/document.ts";
import type { Setting } from "../../inspect/check.ts";
import type { Paper, Paragraph, Table } from "../../inspect/paper/types.ts";
import { groupOf, type Roles } from "../../inspect/roles/roles.ts";
import type { Layout } from "../../model/layout.ts";
import { linesOf } from "../../render/paginate/boxes.ts";
import { paginate } from "../../render/paginate/paginate.ts";
import { gapsOf } from "./gaps.ts";
import { anchorOf, Looks } from "./looks.ts";
import { tableBlock, tailOf } from "./tables.ts";

interface Judged {
  readonly roles: Roles;
  readonly layout: Layout;
}

/** Sets a file on pages by what it says of itself: exact for our own files, since it is set by the same hand. */
export function setPages(paper: Paper, { roles, layout }: Judged): Setting {
  const pages = new Map<number, number>();
  const looks = new Map<number, Looks>();
  const tailStart = tailStartOf(paper, roles, layout);
  let before = 0;
  let room: number | null = null;
  for (const chunk of chunksOf(paper)) {
    const own = new Looks(paper.sections[chunk[0]?.section ?? 0] ?? paper.sections.at(-1) ?? null, roles);
    const document = documentOf(chunk, own, tailStart);
    const set = paginate(document, own.layout());
    for (const at of chunk) {
      pages.set(at.index, before + (set.anchors.get(anchorOf(at)) ?? 1));
      looks.set(at.index, own);
    }
    before += set.pages;
    room = document.tail === null ? null : set.room;
  }
  return {
    pages: Math.max(1, before),
    pageOf: (index) => pages.get(index) ?? 1,
    lastLine: (index) => lastLine(paper.paragraphs[index - 1], looks.get(index)),
    room,
    gaps: gapsOf(paper, roles, layout),
  };
}

/** Stretches between page breaks: each begins on a page of its own. */
function chunksOf({ paragraphs, sections }: Paper): Paragraph[][] {
  const chunks: Paragraph[][] = [];
  let breaks = true;
  let section = -1;
  for (const at of paragraphs) {
    const turns = at.section !== section && !isContinuous(sections[at.section]?.node);
    const foot = at.cell?.table.floats === "foot";
    if (breaks || turns || (at.props.pageBreak && at.text !== "" && at.cell === null && !foot)) chunks.push([]);
    chunks.at(-1)?.push(at);
    section = at.section;
    breaks = at.holds.includes("page-break");
  }
  return chunks;
}

function isContinuous(node: Paper["sections"][number]["node"] | undefined): boolean {
  return (
    node?.children.some(
      (child) => typeof child !== "string" && child.name === "w:type" && child.attributes["w:val"] === "continuous",
    ) === true
  );
}

/** Index of the first paragraph of the 报尾 at the very end; what follows it is part of it. */
function tailStartOf({ paragraphs }: Paper, roles: Roles, layout: Layout): number {
  const start = paragraphs.find((at) => {
    const role = roles.get(at);
    return at.cell?.table.floats === "foot" || (role !== undefined && groupOf(layout, role.style) === "tail");
  });
  const after = start ? paragraphs.slice(start.index - 1) : [];
  const text = after.filter((at) => at.text.trim() !== "" && at.cell === null && !roles.has(at));
  return start && text.length === 0 ? start.index : Number.POSITIVE_INFINITY;
}

function documentOf(chunk: readonly Paragraph[], looks: Looks, tailStart: number): Document {
  const blocks: Block[] = [];
  const seen = new Set<Table>();
  for (const at of chunk) {
    if (at.index >= tailStart) break;
    if (at.cell === null) blocks.push(looks.block(at));
    else if (!seen.has(at.cell.table)) {
      seen.add(at.cell.table);
      if (!at.cell.table.inner) blocks.push(tableBlock(at.cell.table, looks));
    }
  }
  const tail = chunk.filter(({ index, text, cell }) => index >= tailStart && (text !== "" || cell !== null));
  return { title: "", author: "", blocks, tail: tail.length === 0 ? null : tailOf(tail, looks) };
}

/** Characters on the last of several lines of a paragraph. */
function lastLine(at: Paragraph | undefined, looks: Looks | undefined): number | null {
  if (!at || !looks) return null;
  const { flat, lines } = linesOf(looks.block(at), { layout: looks.layout(), pages: new Map() });
  const last = lines.at(-1);
  if (!last || lines.length < 2) return null;
  return [...flat.text.slice(last.start, last.end).replace(/[\s\p{P}]/gu, "")].length;
}
