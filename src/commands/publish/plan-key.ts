import { LedgerError } from "../../ledger/store.ts";
import { FileError, type Output } from "../../world.ts";
import { UsageError, type Call } from "../command.ts";
import { prepareIssue } from "./request.ts";
import { numberingOf } from "./take.ts";

/** The key of the brief that a plan (absolute) would be published as now; null where it could not be. Says nothing. */
export async function keyOfPlan(call: Call, plan: string): Promise<string | null> {
  const mute = (output: Output): Output => ({ isTTY: false, columns: output.columns, isOpen: true, write: () => {} });
  const world = { ...call.world, stdout: mute(call.world.stdout), stderr: mute(call.world.stderr) };
  try {
    const ready = await prepareIssue({ ...call, world, args: [plan], options: {} });
    return typeof ready === "number" ? null : numberingOf(ready).key;
  } catch (error) {
    if (error instanceof UsageError || error instanceof FileError || error instanceof LedgerError) return null;
    throw error;
  }
}
