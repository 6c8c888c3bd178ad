import { findPersonal, maskPersonal, type Personal } from "../../base/personal.ts";
import { quote } from "../../base/visible.ts";
import type { Entry } from "../../model/entry.ts";
import type { EntryRule, Report } from "../rule.ts";

/** Numbers that belong to a person: ID and bank card numbers anywhere but in the fields that are for reaching people, mobile numbers in the body. */
export const personalData: EntryRule = {
  name: "personal-data",
  group: "secrecy",
  severity: "error",
  summary: "信息里有身份证号、银行卡号，或正文里有手机号",
  stops: true,
  fixed: false,
  uses: [],
  scope: "entry",
  needs: [],
  *check(entry) {
    for (const { path, value } of textsOf(entry)) {
      for (const found of findPersonal(value)) {
        if (found.kind === "mobile" && path !== "body") continue;
        const { start, end } = found;
        yield { at: entry.places.within(path, start, end), ...said(found, value.slice(start, end)) };
      }
    }
  },
};

/** The fields for reaching people: 联系电话, and all of 现场负责人. */
const FOR_CALLS = /^(?:phone|onsite)(?:\.|$)/u;

function textsOf(entry: Entry): { path: string; value: string }[] {
  const others = [...entry.places.texts()].filter(({ path }) => path !== "body" && !FOR_CALLS.test(path));
  return [...others, { path: "body", value: entry.body.text }];
}

function said({ kind }: Personal, number: string): Pick<Report, "message" | "hint" | "severity"> {
  const shown = quote(maskPersonal(number));
  if (kind === "mobile")
    return {
      message: `正文里有手机号“${shown}”，正文不应写个人的手机号`,
      hint: "删去；供核实用的写在“联系电话”或“现场负责人”里，这两项不印；要公布电话的，写单位的值班电话或热线",
      severity: "warning",
    };
  return {
    message: `有${kind === "id" ? "居民身份证号" : "银行卡号"}“${shown}”，信息里不应写个人的证件号码和账号`,
    hint: "删去号码，只写姓名或“张某”；确需核对身份的，另用线下办法提供",
  };
}
