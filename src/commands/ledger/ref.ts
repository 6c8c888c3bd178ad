import { quote } from "../../base/visible.ts";
import { civil } from "../../base/time.ts";
import { numberOf } from "../../base/matters.ts";
import type { IssueRef } from "../../model/ledger.ts";
import { UsageError } from "../command.ts";
import { DEFAULT_PUBLICATION } from "../publication.ts";
import type { Workspace } from "../workspace.ts";

const FORM =
  /^(?:《?(?<publication>\D.*?)》?\s*)??(?:(?<year>\d{4})\s*年?\s*(?=\D|\s|\d))?(?<kind>增刊)?\s*第?\s*(?<number>\d{1,6})\s*期?$/u;

/** An issue as people name it: `信息专报 2026 12`, `信息专报2026年增刊第3期`, `12` for the usual one of this year. */
export function issueRef(text: string, { grounds }: Workspace): IssueRef {
  const found = FORM.exec(text.trim())?.groups;
  const number = Number(found?.["number"] ?? 0);
  if (!found || number === 0)
    throw new UsageError(`看不出是哪一期：“${quote(text)}”`, "请写成 信息专报 2026 12，增刊写成 信息专报 2026 增刊3");
  const { publication = DEFAULT_PUBLICATION, year, kind } = found;
  return {
    publication: publication.trim(),
    kind: kind === undefined ? "正刊" : "增刊",
    year: year === undefined ? civil(grounds.now.day).year : Number(year),
    number,
  };
}

/** 《信息专报》2026年第12期. */
export function refName(ref: IssueRef): string {
  return `《${ref.publication}》${ref.year}年${numberOf(ref)}`;
}
