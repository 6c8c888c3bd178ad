import { nearest } from "../base/similar.ts";
import type { Finding } from "../model/diagnostic.ts";
import type { Layout } from "../model/layout.ts";
import type { Source } from "../model/source.ts";
import { classOf, cutMarkup, ELEMENTS, type Piece } from "./markup.ts";
import { placeAt, templateFinding } from "./template-finding.ts";

/** Inline elements with a meaning of their own: where 页码 points is where 书签 stands. */
export const ANCHOR = "书签";
export const PAGE = "页码";

/** The only helpers a template may call. */
export const HELPERS = ["if", "unless", "each", "with"];

/** Walks the syntax tree of a template: what is not in the closed set is a finding at its line. */
export class TemplateChecker {
  readonly #source: Source;
  readonly #layout: Layout;
  readonly #findings: Finding[];

  constructor(source: Source, layout: Layout, findings: Finding[]) {
    this.#source = source;
    this.#layout = layout;
    this.#findings = findings;
  }

  check(program: hbs.AST.Program): void {
    for (const statement of program.body) this.#statement(statement);
  }

  #statement(statement: hbs.AST.Statement): void {
    switch (statement.type) {
      case "ContentStatement":
        return this.#content(statement as hbs.AST.ContentStatement);
      case "CommentStatement":
        return;
      case "MustacheStatement":
        return this.#mustache(statement as hbs.AST.MustacheStatement);
      case "BlockStatement":
        return this.#block(statement as hbs.AST.BlockStatement);
      default:
        return this.#report(statement.loc.start, "模板里不能引入别的模板或装饰器", "请把内容直接写进模板");
    }
  }

  #mustache(statement: hbs.AST.MustacheStatement): void {
    const { start } = statement.loc;
    if (!statement.escaped) this.#report(start, "不能用三个花括号 {{{…}}}", "请写两个花括号：条目的文字不得成为标记");
    if (statement.params.length > 0 || statement.hash !== undefined) {
      const name = (statement.path as hbs.AST.PathExpression).original;
      this.#report(start, `没有“${name}”这个助手`, `可用的只有 ${HELPERS.join("、")}`);
    }
  }

  #block(statement: hbs.AST.BlockStatement): void {
    const name = statement.path.original;
    if (!HELPERS.includes(name))
      this.#report(statement.loc.start, `没有“${name}”这个助手`, `可用的只有 ${HELPERS.join("、")}`);
    const [value, ...more] = statement.params;
    if (value?.type !== "PathExpression" || more.length > 0 || statement.hash !== undefined) {
      this.#report(statement.loc.start, `{{#${name}}} 后面只能写一个名称`, `例如 {{#${name} 报}}`);
    }
    this.check(statement.program);
    if (statement.inverse) this.check(statement.inverse);
  }

  /** A tag must stand whole in the literal text: one cut open by {{…}} would let a value become markup. */
  #content(statement: hbs.AST.ContentStatement): void {
    const text = literal(statement);
    const open = text.lastIndexOf("<");
    if (open > text.lastIndexOf(">") && /^<\/?(?:[a-zA-Z]|$)/u.test(text.slice(open))) {
      this.#reportIn(statement, open, "标签里不能有 {{…}}", "元素和 class 要直接写在模板里");
    }
    for (const piece of cutMarkup(text)) if (piece.kind === "open") this.#open(statement, piece);
    const filled = /<entry-body[^<>]*>\s*(?!\s*<\/entry-body>)/u.exec(text);
    if (filled)
      this.#reportIn(
        statement,
        filled.index,
        "<entry-body> 里不能写东西",
        "请写成 <entry-body></entry-body>，正文由程序放入",
      );
  }

  #open(statement: hbs.AST.ContentStatement, piece: Piece & { kind: "open" }): void {
    if (!ELEMENTS.has(piece.name)) {
      this.#reportIn(
        statement,
        piece.offset,
        `不能用元素 <${piece.name}>`,
        `可用的元素：${[...ELEMENTS.keys()].join(" ")}`,
      );
      return;
    }
    const style = classOf(piece.attributes);
    if (style === undefined)
      this.#reportIn(
        statement,
        piece.offset,
        `<${piece.name}> 只能带 class="样式名"`,
        "请去掉其他属性；样式名里不能有 {{…}}",
      );
    else if (style !== null) this.#style(statement, piece, style);
  }

  #style(statement: hbs.AST.ContentStatement, { name, offset }: Piece & { kind: "open" }, style: string): void {
    const known = stylesFor(name, this.#layout);
    if (known.has(style)) return;
    const near = nearest(style, known);
    this.#reportIn(
      statement,
      offset,
      `版式里没有 <${name}> 用的样式“${style}”`,
      near ? `是不是“${near}”？` : `可用的样式：${[...known].join("、")}`,
    );
  }

  #report({ line, column }: hbs.AST.Position, message: string, hint: string): void {
    this.#findings.push(templateFinding(placeAt(this.#source, line, column), message, hint));
  }

  #reportIn(statement: hbs.AST.ContentStatement, offset: number, ...[message, hint]: [string, string]): void {
    const { line, column } = statement.loc.start;
    const before = literal(statement).slice(0, offset).split("\n");
    const last = before.at(-1)?.length ?? 0;
    this.#report({ line: line + before.length - 1, column: before.length > 1 ? last : column + last }, message, hint);
  }
}

/** The text as written; the typings say otherwise than the parser does. */
function literal(statement: hbs.AST.ContentStatement): string {
  return statement.original as unknown as string;
}

function stylesFor(element: string, layout: Layout): Set<string> {
  if (element === "hr") return new Set(layout.rules.keys());
  if (element === "table") return new Set(layout.tables.keys());
  if (["span", "b", "i"].includes(element)) return new Set([...layout.runStyles.keys(), ANCHOR, PAGE]);
  return new Set(layout.styles.keys());
}
