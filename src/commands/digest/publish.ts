import type { Published } from "../../model/published.ts";
import type { World } from "../../world.ts";
import { EXIT, type Call, type ExitCode } from "../command.ts";
import { publish } from "../publish.ts";
import type { Done, Job } from "./job.ts";

/** What `publish` made of a plan: its JSON, and what it would have said on stdout. */
export interface Issued {
  readonly code: ExitCode;
  /** Null where nothing was published. */
  readonly json: Readonly<Record<string, unknown>> | null;
}

/** Publishes a plan as the command does, and keeps what it would print. Where it went well, only what it warns of is said: nobody is there to be asked, or to be told that all is well. */
export async function publishPlan(call: Call, planPath: string): Promise<Issued> {
  const { signer, editor, format, publication } = call.options;
  const { world } = call;
  const [out, err]: [string[], string[]] = [[], []];
  const into = (texts: string[], stream: World["stdout"]): World["stdout"] => {
    return {
      ...stream,
      isTTY: false,
      columns: stream.columns,
      isOpen: true,
      write: (text) => void texts.push(String(text)),
    };
  };
  const code = await publish.run({
    world: { ...world, stdout: into(out, world.stdout), stderr: into(err, world.stderr) },
    args: [planPath],
    options: { signer, editor, format, publication, json: true },
    globals: { ...call.globals, interactive: false },
  });
  const said = code === EXIT.clean ? err.filter((line) => line.startsWith("注意：")) : err;
  for (const line of said) world.stderr.write(line);
  return { code, json: code === EXIT.clean ? (JSON.parse(out.join("")) as Record<string, unknown>) : null };
}

/** A digest with the issue that `publish` tells of: published now, or known from before. */
export function withIssue(done: Done, { workspace }: Job, json: Readonly<Record<string, unknown>>): Done {
  const { number, kind, date } = json as { number: number; kind: Published["kind"]; date: string };
  const issue = { number, kind, year: Number(date.slice(0, 4)) };
  const known = workspace.grounds.published.some(
    (one) =>
      one.publication === json["publication"] && one.kind === kind && one.year === issue.year && one.number === number,
  );
  return { ...done, kind: known ? "already" : "published", issue };
}
