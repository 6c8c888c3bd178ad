import Handlebars from "handlebars";
import type { Finding } from "../model/diagnostic.ts";
import type { Layout } from "../model/layout.ts";
import type { Source } from "../model/source.ts";
import { HELPERS, TemplateChecker } from "./template-check.ts";
import { placeAt, templateFinding } from "./template-finding.ts";

/** A template that was checked: `render` gives the closed HTML, or says which value is missing and where. */
export interface Template {
  readonly source: Source;
  render(values: object): { readonly html: string } | { readonly finding: Finding };
}

const OPTIONS = {
  strict: true,
  knownHelpers: Object.fromEntries(HELPERS.map((name) => [name, true])) as Record<string, boolean>,
  knownHelpersOnly: true,
};

/** Checks a template against its layout. Elements and classes must stand in it literally, so that no entry can bring any. */
export function loadTemplate(source: Source, layout: Layout): { template: Template | null; findings: Finding[] } {
  const findings: Finding[] = [];
  const engine = Handlebars.create();
  let program: hbs.AST.Program;
  try {
    program = engine.parse(source.text);
  } catch (error) {
    return { template: null, findings: [parseError(source, error as Error)] };
  }
  new TemplateChecker(source, layout, findings).check(program);
  if (findings.length > 0) return { template: null, findings };
  // The empty <entry-body> is given the key of the entry it stands for; the rest of its line does not move.
  const keyed = engine.parse(source.text.replace(/<entry-body>\s*<\/entry-body>/gu, "<entry-body>{{键}}</entry-body>"));
  new StrictParameters().accept(keyed);
  const run = engine.compile(keyed, OPTIONS);
  const template: Template = {
    source,
    render(values) {
      try {
        return { html: run(values) };
      } catch (error) {
        return { finding: missingValue(source, error as Error) };
      }
    },
  };
  return { template, findings };
}

/** Handlebars looks strictly at `{{题}}` alone: this makes it look so at `{{#if 题}}` too, where a slip would print nothing. */
class StrictParameters extends Handlebars.Visitor {
  override PathExpression(path: hbs.AST.PathExpression): void {
    Object.assign(path, { strict: true });
  }
}

function parseError(source: Source, error: Error): Finding {
  const line = Number(/line (\d+)/u.exec(error.message)?.[1] ?? 1);
  return templateFinding(
    placeAt(source, line, 0),
    "模板写法有误，{{…}} 不成对或写错",
    "请检查这一行附近的 {{ 与 }}、{{#…}} 与 {{/…}} 是否成对",
  );
}

function missingValue(source: Source, error: Error): Finding {
  const [, line, column] = /(\d+):(\d+)/u.exec(error.message) ?? [];
  const name = /^"([^"]*)"/u.exec(error.message)?.[1] ?? "";
  return templateFinding(
    placeAt(source, Number(line ?? 1), Number(column ?? 0)),
    `模板要的“${name}”没有值`,
    "请改用模板文档列出的名称",
  );
}
