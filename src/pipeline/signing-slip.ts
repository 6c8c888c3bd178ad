import { signingSlipContent } from "../compose/signing-slip.ts";
import type { Finding } from "../model/diagnostic.ts";
import { readForm, setPaper, type FormFiles, type Paper } from "./paper.ts";
import { secrecyOf, type Printable } from "./signed.ts";

/** The sheet that goes round with an issue before its number is taken; null where template or layout is at fault. */
export function makeSigningSlip(
  issue: Printable,
  { signer, editor }: { readonly signer: string; readonly editor: string },
  files: FormFiles,
): { paper: Paper | null; findings: readonly Finding[] } {
  const { form, findings } = readForm(files);
  if (!form || findings.length > 0) return { paper: null, findings };
  const { edition } = issue;
  const pages = issue.print?.pages ?? 0;
  return setPaper(form, signingSlipContent({ edition, secrecy: secrecyOf(issue), pages, signer, editor }));
}
