import { readdirSync } from "node:fs";
import { parse } from "yaml";
import { describe, expect, it } from "vitest";
import { draftPlan } from "../../src/pipeline/draft-plan.ts";
import { findPublication } from "../../src/pipeline/grounds.ts";
import { filesOf, surveyOf } from "../pipeline/support.ts";
import { repoFile } from "../rules/harness.ts";

/** What a chief of a 县委办 holds to be right of an issue, and why; written without knowing how the score is made. */
interface Claim {
  readonly 次序?: readonly string[];
  readonly 首条?: string;
  readonly 同组?: readonly string[];
  readonly 不编?: string | readonly string[];
  readonly 合为一条?: readonly string[];
  readonly 因: string;
  /** Why the ranking differs from the chief here; a claim that comes to hold must lose it. */
  readonly 相左?: string;
}

interface Office {
  readonly 说: string;
  readonly 现在: string;
  readonly 机关: string;
  readonly 信息: readonly string[];
  readonly 断言: readonly Claim[];
}

const officesIn = (folder: string): (readonly [string, Office])[] =>
  readdirSync(`tests/rank/${folder}`)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => [name, parse(repoFile(`tests/rank/${folder}/${name}`)) as Office]);

const ARGUED = officesIn("offices");
/** Written and ordered by somebody who had seen neither weights nor code. */
const BLIND = officesIn("blind");

/** One printed item: the ids it stands for, and its group. */
interface Printed {
  readonly ids: readonly string[];
  readonly group: string;
}

function printedOf({ 现在, 机关, 信息 }: Office): Printed[] {
  const survey = surveyOf(filesOf(...信息), { office: 机关, now: 现在 });
  const { plan } = draftPlan(survey, findPublication(survey.grounds, "信息专报"), null);
  return plan.groups.flatMap(({ name, rows }) => rows.map(({ id, merged }) => ({ ids: [id, ...merged], group: name })));
}

function verdict(claim: Claim, printed: readonly Printed[]): string {
  const placeOf = (id: string): number => {
    const at = printed.findIndex(({ ids }) => ids.includes(id));
    return at < 0 ? Infinity : at;
  };
  const groupOf = (id: string): string => printed[placeOf(id)]?.group ?? "不编";
  const wrong: string[] = [];
  for (const [at, id] of (claim.次序 ?? []).entries()) {
    const before = claim.次序?.[at - 1];
    if (before !== undefined && !(placeOf(before) < placeOf(id))) wrong.push(`${before} 应在 ${id} 之前`);
  }
  if (claim.首条 && placeOf(claim.首条) !== 0) wrong.push(`${claim.首条} 应为首条`);
  if (claim.同组 && new Set(claim.同组.map(groupOf)).size > 1) wrong.push(`${claim.同组.join("、")} 应同组`);
  for (const id of [claim.不编 ?? []].flat()) if (placeOf(id) !== Infinity) wrong.push(`${id} 不应编入`);
  if (claim.合为一条 && new Set(claim.合为一条.map(placeOf)).size > 1)
    wrong.push(`${claim.合为一条.join("、")} 应合为一条`);
  return wrong.length === 0 ? "" : `${wrong.join("；")}（${claim.因}）`;
}

describe("argued offices", () => {
  it("are twelve and more, of eight to thirty entries", () => {
    expect(ARGUED.length).toBeGreaterThanOrEqual(12);
    for (const [, { 信息, 断言 }] of ARGUED) {
      expect(信息.length).toBeGreaterThanOrEqual(8);
      expect(信息.length).toBeLessThanOrEqual(30);
      expect(断言.every(({ 因 }) => 因.length > 5)).toBe(true);
    }
  });

  it("are held to by the ranking, all but what is told of: 58 of 72 pairs of the blind ones", () => {
    expect(ARGUED.flatMap(([, { 断言 }]) => 断言).filter(({ 相左 }) => 相左 !== undefined)).toEqual([]);
    const blind = BLIND.flatMap(([, { 断言 }]) => 断言);
    expect([blind.filter(({ 相左 }) => 相左 === undefined).length, blind.length]).toEqual([58, 72]);
  });

  describe.each([...ARGUED, ...BLIND])("%s", (_, office) => {
    const printed = printedOf(office);
    it.each(office.断言.map((claim) => [`${JSON.stringify({ ...claim, 因: undefined })} ${claim.因}`, claim] as const))(
      "%s",
      (_, claim) => {
        if (claim.相左 === undefined) expect(verdict(claim, printed)).toBe("");
        else expect(verdict(claim, printed)).not.toBe("");
      },
    );
  });
});
