import { sha256 } from "../../base/sha256.ts";
import { civil, showMoment } from "../../base/time.ts";
import { visible } from "../../base/visible.ts";
import { takeRegister } from "../../ledger/register.ts";
import { LedgerError } from "../../ledger/store.ts";
import { writeEntry, type EntryDraft } from "../../pipeline/new-entry.ts";
import { readRegisterFields } from "../../pipeline/intake.ts";
import { FileError } from "../../world.ts";
import { UsageError, type Call } from "../command.ts";
import { withStore } from "../ledger/open.ts";
import { shownPath } from "../paths.ts";
import type { Desk } from "./desk.ts";
import type { Finished, Target } from "./file.ts";

/**
 * Whether the office takes the entry in as it is written: a report by telephone, and what is written among its own
 * entries. A unit that prepares one elsewhere uses up no number.
 */
export function isTakenIn({ options }: Call, { workspace, phone }: Desk): boolean {
  return workspace.hasOffice && (phone || typeof options["output"] !== "string");
}

/** Gives an entry on disk its 登记号, from the one series of the office, and writes it in. What was taken down stays, whatever comes of that: null where there is no number. */
export async function registerNew(
  call: Call,
  desk: Desk,
  { written, draft, target }: { readonly written: Finished; readonly draft: EntryDraft; readonly target: Target },
): Promise<string | null> {
  const { workspace, now } = desk;
  const bytes = new TextEncoder().encode(written.text);
  const shown = shownPath(workspace.root, written.path);
  try {
    const original = { name: shown, sha256: sha256(bytes), item: 1 };
    const fields = readRegisterFields({ path: shown, content: bytes }, written.id, workspace.grounds);
    const clerk = typeof draft.clerk === "string" && draft.clerk !== "" ? draft.clerk : null;
    const record = { event: "登记" as const, at: now, ...fields, taken: now, clerk, original };
    const { zone } = workspace.grounds.office;
    const { number } = await withStore(call.world, workspace, (store) =>
      takeRegister({ store, zone }, civil(now.day).year, record),
    );
    const stamped = { id: written.id, ...draft, register: number, taken: showMoment(now) };
    call.world.files.replace(written.path, new TextEncoder().encode(writeEntry(stamped, target.form)));
    return number;
  } catch (error) {
    if (!(error instanceof LedgerError || error instanceof FileError || error instanceof UsageError)) throw error;
    call.world.stderr.write(`！没有取到登记号：${visible(error.message)}；信息已经写好，台账好了以后请补上\n`);
    return null;
  }
}
