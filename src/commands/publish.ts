import { isoDay } from "../base/time.ts";
import { addExamples } from "../cli/examples.ts";
import { issueWithKey } from "../ledger/issue.ts";
import { publishedOf } from "../ledger/published.ts";
import { EXIT, type Call, type CommandModule, type ExitCode } from "./command.ts";
import { hasLedger, withLedger, type OpenLedger } from "./ledger/open.ts";
import { chosenFormats } from "./options.ts";
import { typedPath } from "./paths.ts";
import { OUTPUT_FORMATS } from "./outputs.ts";
import { otherSigning, restorePaper } from "./publish/again.ts";
import { newestIssue, refuseClock, refuseHoles, refuseLostPaper, refusePrinted, refuseYear } from "./publish/refuse.ts";
import { prepareIssue, type Ready } from "./publish/request.ts";
import { sayPublished } from "./publish/say.ts";
import { orderedSlip, writeSlip } from "./publish/slip.ts";
import { signingOf, type Signed } from "./publish/signing.ts";
import { numberingOf, takeIssue } from "./publish/take.ts";

/** `zhuanbao publish`: a plan becomes a signed issue, all or nothing; run again it is the same issue. */
export const publish: CommandModule = {
  define(command) {
    command
      .argument("[编排单]", "按哪份编排单编发；不写则用该刊物最新的一份")
      .option("--publication <刊物>", "哪种刊物；不写则看编排单，都没有则为 信息专报")
      .option("--signer <姓名>", "签发人")
      .option("--editor <姓名>", "责任编辑")
      .option("--on <日期>", "本期日期；不写则为今天")
      .option("-o, --output <文件>", "成稿写到哪里；不写则为 out/<刊物>/<年>/<刊物>-<年>-第N期.docx")
      .option("--format <格式>", "除 DOCX 外还写哪些：html、txt、md、pdf，可用逗号并列", "docx")
      .option("--slip <文件>", "只写呈签单（DOCX），供呈签；不取期号")
      .option("--again", "本刊登过的条目，确要再登一次")
      .option("--json", "结果以 JSON 写到标准输出");
    addExamples(
      command,
      ["zhuanbao publish", "按最新的编排单编发，问签发人、责任编辑和日期，取下一个期号"],
      ["zhuanbao publish plans/信息专报-2026-11-23.yaml --signer 王某 --editor 李某", "不提问，直接编发"],
      ["zhuanbao publish --slip out/呈签单.docx", "编发以前先出呈签单，随稿呈签"],
      ["zhuanbao publish --on 2026-11-24 --format docx,pdf", "日期印作 11 月 24 日，另出一份 PDF"],
    );
  },

  async run(call) {
    chosenFormats(call.options, OUTPUT_FORMATS);
    const slip = orderedSlip(call);
    const ready = await prepareIssue(call);
    if (typeof ready === "number") return ready;
    if (slip !== null) return writeSlip(call, ready, slip);
    // Throws where the ledger lies on a share that is not there.
    hasLedger(call.world, ready.workspace);
    return withLedger(call.world, ready.workspace, (open) => publishIssue(call, ready, open));
  },
};

async function publishIssue(call: Call, ready: Ready, open: OpenLedger): Promise<ExitCode> {
  const wanted = numberingOf(ready);
  await refuseHoles(open, wanted);
  const known = issueWithKey(open.ledger, wanted);
  if (known) {
    open.files?.witness(known.kept);
    return tellKnown(call, ready, { open, record: known.record });
  }
  refuseLostPaper(call, ready, open);
  refusePrinted(call, ready, publishedOf(open.ledger));
  await refuseYear(ready, open, wanted);
  const newest = newestIssue(open, wanted);
  const notice = refuseClock(call, ready, newest);
  const { publication } = wanted;
  const signed = await signingOf(call, { publication, day: ready.day, zone: open.zone, before: newest });
  if (signed === null) return EXIT.interrupted;
  if (signed.day !== ready.day) return publishOn(call, ready, signed);
  const taken = await takeIssue(call, ready, { open, wanted, signing: signed });
  if (!taken.isNew) return tellKnown(call, ready, { open, record: taken.record });
  if (notice !== null) call.world.stderr.write(`${notice}\n`);
  await sayPublished(call, ready, { record: taken.record, state: "new", copy: null });
  return EXIT.clean;
}

/** The editor put another day than was proposed: the same plan is made ready anew for it, and nothing asked again. */
async function publishOn(call: Call, { workspace, plan }: Ready, { signer, editor, day }: Signed): Promise<ExitCode> {
  const args = [typedPath(workspace.root, plan)];
  return publish.run({ ...call, args, options: { ...call.options, signer, editor, on: isoDay(day) } });
}

async function tellKnown(call: Call, ready: Ready, known: Parameters<typeof restorePaper>[2]): Promise<ExitCode> {
  const again = await restorePaper(call, ready, known);
  const { record } = known;
  await sayPublished(call, ready, { record, state: again.isRestored ? "restored" : "known", copy: again.copy });
  const notices = [...(again.notice === null ? [] : [again.notice]), ...otherSigning(call, record)];
  for (const notice of notices) call.world.stderr.write(`${notice}\n`);
  return EXIT.clean;
}
