import { makeSigningSlip } from "../../pipeline/signing-slip.ts";
import { EXIT, UsageError, type Call, type ExitCode } from "../command.ts";
import { textOption } from "../options.ts";
import { checkPaperName, writePaper } from "../plan/paper.ts";
import { loadPaper } from "../publication.ts";
import type { Ready } from "./request.ts";
import { named } from "./signing.ts";

/** What only an issue with a number has. */
const OTHERS = [
  ["output", "-o"],
  ["json", "--json"],
  ["again", "--again"],
] as const;

/** The file of the sheet, as typed; null where none was asked for. */
export function orderedSlip({ options }: Call): string | null {
  const path = textOption(options, "slip");
  if (path === null) return null;
  for (const [name, flag] of OTHERS)
    if (options[name] !== undefined)
      throw new UsageError(`--slip 与 ${flag} 不能同时使用`, "呈签单不取期号，请分两次运行");
  checkPaperName(path);
  return path;
}

/** `publish --slip`: the sheet that goes round before the number is taken. */
export async function writeSlip(call: Call, { workspace, issue }: Ready, path: string): Promise<ExitCode> {
  const signing = { signer: named(call, "signer") ?? "", editor: named(call, "editor") ?? "" };
  const made = makeSigningSlip(issue, signing, loadPaper(call.world, workspace, "呈签单"));
  return (await writePaper(call, workspace, { path, ...made })) ?? EXIT.clean;
}
