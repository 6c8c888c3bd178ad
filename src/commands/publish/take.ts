import { sha256 } from "../../base/sha256.ts";
import { civil } from "../../base/time.ts";
import { numberOf } from "../../base/matters.ts";
import { takeNumber, type Numbering } from "../../ledger/issue.ts";
import type { Recorded } from "../../ledger/ledger.ts";
import { publishedOf } from "../../ledger/published.ts";
import { issueSeries } from "../../ledger/series.ts";
import type { IssueNumber } from "../../model/issue-number.ts";
import type { IssueRecord, IssueRef } from "../../model/ledger.ts";
import { print } from "../../pipeline/print.ts";
import { briefOf, printedEntries, secrecyOf, signedPaper } from "../../pipeline/signed.ts";
import type { Staged } from "../../world.ts";
import type { Call } from "../command.ts";
import type { OpenLedger } from "../ledger/open.ts";
import { basePath, pathFor } from "../outputs.ts";
import { dirname, join, safeName, shownPath } from "../paths.ts";
import { refuseOldPaper, refuseOthersPaper, refusePrinted } from "./refuse.ts";
import type { Ready } from "./request.ts";
import type { Signing } from "./signing.ts";

/** What is to be numbered, and how its publication counts. */
export function numberingOf({ publication, supplement, day, issue }: Ready): Numbering {
  const { name, numbering, numberForm, firstNumber, firstTotal } = publication;
  return {
    publication: name,
    kind: supplement ? "增刊" : "正刊",
    year: civil(day).year,
    key: sha256(briefOf(issue)),
    runsOn: numbering === "总期",
    keepsTotal: numberForm === "第N期（总第M期）",
    firstNumber,
    firstTotal,
  };
}

type Taken = Recorded<IssueRecord> & { readonly isNew: boolean };

/**
 * Takes the number: the paper of each number tried lies whole and synced beside its place before the record is linked,
 * and gets its name only after. What goes wrong before the link leaves nothing; what goes wrong after is healed by
 * running again.
 */
export async function takeIssue(
  call: Call,
  ready: Ready,
  { open, wanted, signing }: { open: OpenLedger; wanted: Numbering; signing: Signing },
): Promise<Taken> {
  let staged: Staged | null = null;
  try {
    const taken = await takeNumber(open, wanted, async (number, ledger) => {
      staged?.discard();
      // Somebody may have printed one of its entries while the editor was asked.
      refusePrinted(call, ready, publishedOf(ledger));
      const made = await paperOf(call, ready, { open, number, wanted, signing });
      staged = made.staged;
      return made.record;
    });
    if (taken.isNew) (staged as Staged | null)?.commit();
    return taken;
  } finally {
    (staged as Staged | null)?.discard();
  }
}

async function paperOf(
  call: Call,
  ready: Ready,
  { open, number, wanted, signing }: { open: OpenLedger; number: IssueNumber; wanted: Numbering; signing: Signing },
): Promise<{ record: IssueRecord; staged: Staged }> {
  const { world } = call;
  const { workspace, issue, day } = ready;
  const paper = signedPaper(issue, { number, day, ...signing });
  const bytes = await print(paper, "docx");
  const path = `${issuePath(call, ready, { ...wanted, ...number })}.docx`;
  const chain = { series: issueSeries(wanted.publication, wanted.kind), year: wanted.year };
  const isTaken = async (): Promise<boolean> => (await open.store.read(chain)).some(({ seq }) => seq === number.number);
  refuseOthersPaper(open, shownPath(workspace.root, path), null);
  await refuseOldPaper(call, ready, { path, isTaken });
  const record = {
    event: "编发" as const,
    at: workspace.grounds.now,
    publication: wanted.publication,
    year: wanted.year,
    ...number,
    signer: signing.signer,
    editor: signing.editor,
    day,
    title: paper.document.title,
    secrecy: secrecyOf(issue),
    key: wanted.key,
    plan: ready.plan,
    paper: {
      path: shownPath(workspace.root, path),
      sha256: sha256(bytes),
      bytes: bytes.length,
      pages: paper.pages,
    },
    entries: printedEntries(issue),
  };
  world.files.makeFolder(dirname(path));
  return { record, staged: world.files.stage(path, bytes) };
}

/** Where an issue is written, without its ending: `out/信息专报/2026/信息专报-2026-第12期`, or as -o says. */
export function issuePath(call: Call, { workspace }: Ready, issue: IssueRef): string {
  const name = safeName(issue.publication);
  const folder = join(workspace.grounds.office.paths.out, name, String(issue.year));
  const base = basePath(call, workspace, `${name}-${issue.year}-${numberOf(issue)}`, folder);
  return pathFor(base, "docx", ["docx"]).replace(/\.docx$/u, "");
}
