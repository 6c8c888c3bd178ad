import type { Layout, ParagraphStyle } from "../../model/layout.ts";
import type { Paper, Paragraph } from "../paper/types.ts";
import { guessRoles } from "./guess.ts";

/** What a paragraph is: the style of the layout it should look like, and how that was known. */
export interface Role {
  readonly style: ParagraphStyle;
  /** By the name of its style in a file made with this layout, or by its words and place. */
  readonly by: "style" | "text";
  /** A heading sentence runs on into text: its own font is as right as that of the text. */
  readonly runIn: boolean;
}

export type Roles = ReadonlyMap<Paragraph, Role>;

/** Styles of a layout that every Word file may have: they tell nothing of who made it. */
const BUILT_IN = /^(?:Title|Heading\d|Normal|BodyText|ListBullet)$/u;

/** Whether a file has the styles of a layout, as those have that are made with it. */
export function isOurs({ styleNames }: Paper, { styles }: Layout): boolean {
  const own = [...styles.values()].filter(({ id }) => !BUILT_IN.test(id));
  const there = own.filter(({ id, name }) => styleNames.get(id) === name);
  return own.length > 0 && there.length * 5 >= own.length * 3;
}

/** The role of each paragraph that has one for sure; nothing is said of the others. */
export function rolesOf(paper: Paper, layout: Layout): Roles {
  const byId = new Map(isOurs(paper, layout) ? [...layout.styles.values()].map((style) => [style.id, style]) : []);
  const roles = new Map<Paragraph, Role>();
  const left: Paragraph[] = [];
  for (const paragraph of paper.paragraphs) {
    const style = byId.get(paragraph.styleId ?? "");
    if (style) roles.set(paragraph, { style, by: "style", runIn: false });
    else left.push(paragraph);
  }
  for (const [paragraph, role] of guessRoles(left, paper, layout)) roles.set(paragraph, role);
  return roles;
}

/** What groups of styles are called in checks. */
export type RoleGroup = "body" | "heading" | "title" | "masthead" | "tail" | "table" | "line";

const NAMED: ReadonlyMap<string, RoleGroup> = new Map([
  ["刊名", "masthead"],
  ["报送", "tail"],
  ["印数", "tail"],
  ["独编标题", "title"],
  ["条目标题", "title"],
]);

export function groupOf({ body }: Layout, { name, firstLine, align }: ParagraphStyle): RoleGroup {
  if (body.headings.includes(name)) return "heading";
  const named = NAMED.get(name);
  if (named !== undefined) return named;
  if (name === body.tableCell || name === body.tableHead) return "table";
  return firstLine > 0 && (align === "both" || align === "left") ? "body" : "line";
}

/** What a paragraph of a style is called on screen. */
export function roleWords({ body }: Layout, { name }: ParagraphStyle): string {
  if (body.headings.includes(name)) return `${name}标题`;
  return name === "独编标题" ? "标题" : name;
}
