import { chineseNumber } from "../base/numeral.ts";
import { maskPersonal } from "../base/personal.ts";
import { civil } from "../base/time.ts";
import type { Entry } from "../model/entry.ts";
import type { Moment } from "../model/moment.ts";

/** What a template may say of a report and of those before it; false where the entry is no report of an event. */
export function reportValues(chain: readonly Entry[], day: number): object | false {
  const names = namesOf(chain);
  const newest = chain.at(-1);
  if (!newest) return false;
  const stage = newest.report?.stage ?? "首报";
  const { onsite } = chain.findLast((entry) => entry.onsite !== null) ?? newest;
  return {
    阶段: names.at(-1) ?? "",
    首报: stage === "首报",
    续报: stage === "续报",
    终报: stage === "终报",
    经过: chain.map(({ submitted }, index) => stepOf(names[index] ?? "", submitted, day)).join("、"),
    现场负责人: onsite === null ? "" : `${onsite.name}${onsite.post === null ? "" : `（${onsite.post}）`}`,
    现场电话: phoneOf(onsite?.phone ?? null, chain),
  };
}

/** 首报, 续报一, 续报二, 终报; a 续报 without its number is counted. */
function namesOf(chain: readonly Entry[]): string[] {
  let number = 0;
  return chain.map(({ report }) => {
    if (report?.stage !== "续报") return report?.stage ?? "首报";
    number = report.number ?? number + 1;
    return `续报${number > 99 ? number : chineseNumber(number)}`;
  });
}

/** 首报 11月23日14时52分; the year where it is not that of the issue. */
function stepOf(name: string, at: Moment | null, issue: number): string {
  if (at === null) return name;
  const { year, month, date } = civil(at.day);
  const two = (part: number): string => String(part).padStart(2, "0");
  const clock = at.clock === null ? "" : `${Math.floor(at.clock / 60)}时${two(at.clock % 60)}分`;
  return `${name} ${year === civil(issue).year ? "" : `${year}年`}${month}月${date}日${clock}`;
}

/** A telephone on the spot; never a person's own number, nor that under which a unit files its entries. */
function phoneOf(phone: string | null, chain: readonly Entry[]): string {
  if (phone === null || maskPersonal(phone) !== phone) return "";
  const digits = phone.replace(/\D/gu, "");
  return chain.some((entry) => entry.phone?.replace(/\D/gu, "") === digits) ? "" : phone;
}
