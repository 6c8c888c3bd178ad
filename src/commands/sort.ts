import { quote } from "../base/visible.ts";
import type { Finding } from "../model/diagnostic.ts";
import { loadRegister } from "../ledger/register.ts";
import { LedgerError } from "../ledger/store.ts";
import { addExamples } from "../cli/examples.ts";
import { findClassified } from "../pipeline/gate.ts";
import { locate } from "../report/locate.ts";
import { shorten } from "../report/shorten.ts";
import { EXIT, UsageError, type Call, type CommandModule, type ExitCode } from "./command.ts";
import { prettyFindings } from "./findings.ts";
import { openPublished, withStore } from "./ledger/open.ts";
import { textOption } from "./options.ts";
import { shownPath, typedPath } from "./paths.ts";
import { loadBatch, type Batch } from "./sort/batch.ts";
import { putAway, takeIn, type Desk } from "./sort/commit.ts";
import { inboxFolder, listInbox, type Inbox } from "./sort/inbox.ts";
import { createBeside } from "./sort/names.ts";
import { foreseen, outcomesOf, type Outcome } from "./sort/outcome.ts";
import { renderSortJson, tell, type Result } from "./sort/say.ts";
import { makeSlips, type Slip } from "./sort/slips.ts";
import type { Workspace } from "./workspace.ts";

/** `zhuanbao sort`: takes an inbox in. Every entry gets a 登记号; sound and urgent ones go among the entries, faulty ones back to their unit. */
export const sort: CommandModule = {
  define(command) {
    command
      .argument("<收件夹>", "收件的目录，连同下级目录；收过的移到其中的“已收”")
      .option("--clerk <姓名>", "录入人，写进信息和台账")
      .option("--dry-run", "只说会怎样，不登记，不动文件")
      .option("--json", "结果以 JSON 写到标准输出");
    addExamples(
      command,
      ["zhuanbao sort 收件", "收下“收件”里的信息：合格的进 entries，有差错的退稿"],
      ["zhuanbao sort 收件 --dry-run", "先看看哪些会退"],
      ["zhuanbao sort 收件 --clerk 何小满", "写明谁收的"],
    );
  },

  async run(call) {
    const workspace = await openPublished(call);
    const [named = ""] = call.args;
    const inbox = inboxFolder(call.world, workspace, typedPath(call.globals.folder, named));
    const clerk = clerkOf(call);
    const desk = { world: call.world, workspace, inbox, clerk };
    const files = listInbox(call.world, inbox);
    try {
      return await withStore(call.world, workspace, (store) => sortInbox(call, { ...desk, store }, files));
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error;
      // Classified material comes before everything that keeps a command from running.
      const secret = secretsOf(
        loadBatch(call.world, workspace, { inbox, files, register: new Map() }),
        files,
        workspace,
      );
      if (secret.length === 0) throw error;
      return stop(call, desk, { findings: secret, secret: true });
    }
  },
};

function clerkOf({ options }: Call): string | null {
  const given = textOption(options, "clerk")?.trim() ?? null;
  // eslint-disable-next-line no-control-regex
  if (given === null || (given !== "" && [...given].length <= 20 && !/[\u0000-\u001f\u007f]/u.test(given)))
    return given;
  throw new UsageError(`--clerk 的姓名“${quote(given)}”无法识别`, "请写一个姓名，如 --clerk 何小满");
}

async function sortInbox(call: Call, desk: Desk, files: Inbox): Promise<ExitCode> {
  const { world, workspace, store, inbox } = desk;
  const register = await loadRegister(store, workspace.grounds.office.zone);
  const batch = loadBatch(world, workspace, { inbox, files, register });
  const secret = secretsOf(batch, files, workspace);
  if (secret.length > 0) return stop(call, desk, { findings: secret, secret: true });
  const faults = workspace.grounds.findings.filter(({ severity }) => severity === "error");
  if (faults.length > 0) return stop(call, desk, { findings: faults, secret: false });
  const { slips, findings } = await makeSlips(world, workspace, batch);
  if (findings.length > 0) return stop(call, desk, { findings, secret: false });
  const dry = call.options["dryRun"] === true;
  const done = dry ? { outcomes: foreseen(batch), stay: [], slips: [] } : await commit(desk, batch, slips);
  const others = rest(desk, files, batch);
  const result = { ...done, ...others, stay: [...others.stay, ...done.stay], dry };
  if (call.options["json"] === true) world.stdout.write(renderSortJson(workspace, result));
  else tell(call, result);
  return EXIT.clean;
}

/** Papers are not read, but their names may say enough. */
function secretsOf({ found }: Batch, { others }: Inbox, { root }: Workspace): Finding[] {
  return [
    ...found.classified,
    ...others.flatMap((path) => findClassified({ path: shownPath(root, path), text: "" }, [])),
  ];
}

/** What was read is in; what lies there now nobody has read. */
const CHANGED = "收的时候有人改过，改前的已经登记，改后的请再运行一次 sort";

/** First all entries where they belong, then the slips, and only then the originals out of the way: a run that breaks off is gone on with by the next. */
async function commit(
  desk: Desk,
  batch: Batch,
  slips: readonly Slip[],
): Promise<Pick<Result, "outcomes" | "slips" | "stay">> {
  const outcomes: Outcome[] = [];
  for (const [index, sorted] of batch.sorted.entries()) {
    desk.world.status.show("正在登记", ` ${index + 1}/${batch.sorted.length}`);
    if (!sorted.repeats) outcomes.push(...outcomesOf(sorted, await takeIn(desk, batch, sorted)));
  }
  const written = slips.map(({ path, bytes }) => createBeside(desk.world, path, bytes));
  const stay = batch.sorted
    .filter((sorted) => !putAway(desk, sorted))
    .map(({ file }) => ({ path: file.shown, why: CHANGED }));
  return { outcomes, stay, slips: written.map((path) => shownPath(desk.workspace.root, path)) };
}

function rest(
  { workspace, inbox }: Desk,
  { others }: Inbox,
  { sorted, unread }: Batch,
): Pick<Result, "inbox" | "repeats" | "stay"> {
  return {
    inbox: shownPath(workspace.root, inbox),
    repeats: sorted.flatMap(({ file, repeats }) => (repeats ? [{ path: file.shown, of: repeats.shown }] : [])),
    stay: [
      ...unread.map(({ shown, why }) => ({ path: shown, why })),
      ...others.map((path) => ({ path: shownPath(workspace.root, path), why: "不是条目文件（.yaml、.yml、.md）" })),
    ],
  };
}

/** Nothing is moved and nothing registered; of classified material nothing but its path is told. */
function stop(
  call: Call,
  { workspace, inbox }: Pick<Desk, "workspace" | "inbox">,
  { findings, secret }: { readonly findings: readonly Finding[]; readonly secret: boolean },
): ExitCode {
  const { world, options } = call;
  if (options["json"] === true) {
    const nothing = {
      inbox: shownPath(workspace.root, inbox),
      dry: false,
      outcomes: [],
      repeats: [],
      stay: [],
      slips: [],
    };
    world.stdout.write(renderSortJson(workspace, nothing, findings));
  }
  world.stderr.write(prettyFindings(call, findings, { secret }));
  if (!secret) world.stderr.write(`没有收：有 ${shorten(locate(findings)).length} 处差错，请改正后再运行\n`);
  return secret ? EXIT.classified : EXIT.errors;
}
