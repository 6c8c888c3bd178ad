import type { Content } from "../compose/document.ts";
import { procedureSheetContent } from "../compose/procedure-sheet.ts";
import { returnSlipContent } from "../compose/return-slip.ts";
import type { Finding } from "../model/diagnostic.ts";
import { readForm, setPaper, type FormFiles, type Paper } from "./paper.ts";
import type { Reported, UnitPaper } from "./sheets/cases.ts";
import { procedureSheets } from "./sheets/procedure.ts";
import { returnSlips } from "./sheets/slip.ts";

/** The paper of one unit. */
export interface Sheet {
  /** As the office or the entry names it; null where it could not be read. */
  readonly unit: string | null;
  /** How many entries it tells of. */
  readonly entries: number;
  readonly paper: Paper;
}

/** The papers of a check, one for each unit that has anything to be told. */
export interface Sheets {
  readonly sheets: readonly Sheet[];
  /** Units with entries, but none that the paper would tell of. */
  readonly quiet: readonly string[];
  /** What is wrong with template or layout; where there is any, there are no sheets. */
  readonly findings: readonly Finding[];
}

/** 退稿单: what each unit is to mend. */
export function makeReturnSlips(reported: Reported, files: FormFiles): Sheets {
  return make(files, returnSlips(reported), returnSlipContent);
}

/** 程序情况表: when and to whom each unit reported; `bases` say by rule where one without a figure comes from. */
export function makeProcedureSheets(reported: Reported, files: FormFiles, bases: ReadonlyMap<string, string>): Sheets {
  return make(files, procedureSheets(reported, bases), procedureSheetContent);
}

function make<Values extends { readonly cases: readonly object[] }>(
  files: FormFiles,
  { papers, quiet }: { readonly papers: readonly UnitPaper<Values>[]; readonly quiet: readonly string[] },
  contentOf: (values: Values) => Content,
): Sheets {
  const { form, findings } = readForm(files);
  if (!form || findings.length > 0) return { sheets: [], quiet, findings };
  const sheets: Sheet[] = [];
  for (const { unit, content } of papers) {
    const { paper, findings: faults } = setPaper(form, contentOf(content));
    // A template that does not fit one fits none.
    if (!paper) return { sheets: [], quiet, findings: faults };
    sheets.push({ unit, entries: content.cases.length, paper });
  }
  return { sheets, quiet, findings: [] };
}
