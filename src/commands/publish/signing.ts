import { isoDay, parseMoment } from "../../base/time.ts";
import { visible } from "../../base/visible.ts";
import type { IssueRecord } from "../../model/ledger.ts";
import { askerAt, type Asker } from "../ask.ts";
import { UsageError, type Call } from "../command.ts";
import { textOption } from "../options.ts";

/** Who signs an issue and who edited it. */
export interface Signing {
  readonly signer: string;
  readonly editor: string;
}

const QUESTIONS = {
  signer: ["签发人", "--signer 签发人"],
  editor: ["责任编辑", "--editor 责任编辑"],
} as const;

/** And of which day it is, in days since 1970-01-01. */
export interface Signed extends Signing {
  readonly day: number;
}

interface Proposed {
  readonly publication: string;
  readonly day: number;
  readonly zone: string;
  /** The issue before, whose names are proposed. */
  readonly before: IssueRecord | null;
}

/**
 * As the flags say; where they do not name both, what they leave open is asked, the day too. Null where the editor
 * thinks better of it.
 */
export async function signingOf(call: Call, { publication, day, zone, before }: Proposed): Promise<Signed | null> {
  const given = { signer: named(call, "signer"), editor: named(call, "editor") };
  if (given.signer !== null && given.editor !== null) return { signer: given.signer, editor: given.editor, day };
  const { world, globals } = call;
  if (!globals.interactive) {
    const lacking = (["signer", "editor"] as const).filter((name) => given[name] === null);
    const flags = lacking.map((name) => QUESTIONS[name][1]).join(" ");
    throw new UsageError(`编发要写明${lacking.map((name) => QUESTIONS[name][0]).join("和")}`, `请加 ${flags}`);
  }
  const asker = await askerAt(world, globals.colour);
  const signer = given.signer ?? (await ask(asker, "签发人", before?.signer ?? ""));
  const editor = given.editor ?? (await ask(asker, "责任编辑", before?.editor ?? ""));
  const on = call.options["on"] === undefined ? await askDay(asker, { day, zone, before }) : day;
  const sure = await asker.choose(`编发《${publication}》，日期 ${isoDay(on)}，${signer} 签发？取了号就不能再退`, [
    YES,
    "先不编发",
  ]);
  return sure === YES ? { signer, editor, day: on } : null;
}

/** A day before that of the last issue is more likely a slip: only --on is believed. */
async function askDay(asker: Asker, { day, zone, before }: Omit<Proposed, "publication">): Promise<number> {
  const dayIn = (answer: string): number | null => {
    const moment = parseMoment(answer, zone);
    return moment?.clock === null ? moment.day : null;
  };
  const check = (answer: string): string | null => {
    const found = dayIn(answer.trim());
    if (found === null) return "请写成 2026-11-01 或 2026年11月1日";
    return before !== null && found < before.day ? `早于上一期（${isoDay(before.day)}）；确要用，请用 --on 写明` : null;
  };
  return dayIn(await asker.line({ message: "本期日期", fallback: isoDay(day), check })) ?? day;
}

const YES = "编发";

/** A name as its flag says; null where it says none. */
export function named({ options }: Call, name: keyof Signing): string | null {
  const given = textOption(options, name)?.trim() ?? null;
  if (given === null) return null;
  const fault = faultOf(given);
  if (fault !== null) throw new UsageError(`--${name} ${fault}`, `例如 ${QUESTIONS[name][1]}`);
  return given;
}

function ask(asker: Asker, message: string, fallback: string): Promise<string> {
  return asker.line({ message, fallback, check: (answer) => faultOf(answer.trim()) });
}

function faultOf(answer: string): string | null {
  if (answer === "") return "这一项必填";
  return answer === visible(answer) && [...answer].length <= 40 ? null : "应是一行文字，不超过 40 个字";
}
