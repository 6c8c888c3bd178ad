import { fingerprintOf } from "../../base/fingerprint-of.ts";
import { isoDay, showMoment } from "../../base/time.ts";
import { expiryOf } from "../../base/validity.ts";
import { quote } from "../../base/visible.ts";
import type { Entry } from "../../model/entry.ts";
import type { Decision } from "../../model/office.ts";
import type { Published } from "../../model/published.ts";
import type { EntryRule, Report, RuleContext } from "../rule.ts";
import { basisOf } from "../shared/wording.ts";

/** An entry whose time is over: beyond its 有效期, or meant for a decision that has already been taken. */
export const staleEntry: EntryRule = {
  name: "stale-entry",
  group: "timeliness",
  severity: "warning",
  summary: "信息已过有效期，或者所供的决策已经作出",
  stops: false,
  fixed: false,
  uses: ["类别.有效期"],
  scope: "entry",
  needs: ["category", "submitted", "stage", "decision"],
  *check(entry, context) {
    const found = [expired(entry, context), overtaken(entry, context)].filter((one) => one !== null);
    // What was printed in time stays in the folder as material, and nobody is to send it anew.
    if (found.length > 0 && !wasPublished(entry, context.published)) yield* found;
  },
};

function expired(entry: Entry, { profile, now }: RuleContext): Report | null {
  const expiry = expiryOf(entry, profile, now);
  if (expiry === null || entry.submitted === null) return null;
  const { age, validity } = expiry;
  return {
    at: entry.places.of("submitted"),
    message: `${showMoment(entry.submitted)} 报送，到 ${isoDay(now.day)} 已 ${age} 天，${entry.category}类信息报送后 ${validity.value} 天内有效${basisOf(validity)}`,
    hint: "事情有新进展的，核实后写成最新情况另报一条；没有的，不再编入刊物，留作资料",
    forUnit: "事情有新进展的，核实后写成最新情况另报一条；没有的，本条不用改",
  };
}

function overtaken(entry: Entry, { office, now }: RuleContext): Report | null {
  if (entry.stage !== "决策前" || entry.decision === null) return null;
  const index = office.decisions.findIndex(({ id, name }) => entry.decision === id || entry.decision === name);
  const decision = office.decisions[index];
  const why = decision && takenSince(decision, entry, now.day);
  if (!decision || !why) return null;
  const at = office.places?.of(`decisions.${index}.${why.key}`);
  return {
    at: entry.places.of("stage"),
    message: `决策事项“${quote(decision.name)}”${why.found}，本条写“决策前”，应与决策的进展一致`,
    hint: "决策已经作出的，改写成落实情况和反响，“决策阶段”随之改；还没有作出的，更正机关设置里的日期、阶段",
    forUnit: "决策已经作出的，改写成落实情况和反响，“决策阶段”随之改；还没有作出的，请告知县委办",
    ...(at ? { related: [{ at, message: "机关设置的决策事项写在这里" }] } : {}),
  };
}

/** What shows that a decision has been taken: its stage, else its day. A day that passed while the entry waited tells nothing where 阶段 still says 决策前. */
function takenSince(
  { stage, day }: Decision,
  { submitted }: Entry,
  today: number,
): { key: "stage" | "day"; found: string } | null {
  if (stage === "决策中" || stage === "决策后") return { key: "stage", found: `已在“${stage}”` };
  if (day === null) return null;
  if (submitted !== null && day < submitted.day)
    return { key: "day", found: `的日期 ${isoDay(day)} 早于报送时间 ${showMoment(submitted)}` };
  return stage === null && day < today ? { key: "day", found: `的日期 ${isoDay(day)} 已过` } : null;
}

const printed = new WeakMap<readonly Published[], ReadonlySet<string>>();

function wasPublished(entry: Entry, published: readonly Published[]): boolean {
  const known = printed.get(published) ?? new Set(published.flatMap(({ id, fingerprint }) => [id, fingerprint]));
  printed.set(published, known);
  return known.has(entry.id) || known.has(fingerprintOf(entry));
}
