import type { Edition } from "../compose/content.ts";
import { quote } from "../base/visible.ts";
import type { Finding } from "../model/diagnostic.ts";
import type { Entry } from "../model/entry.ts";
import { allOf } from "./signed.ts";

/** What entries of a signed issue must have that those of a draft need not: an id of their own, and who signed them. */
export function owedForIssue({ groups }: Edition, urgent: string): Finding[] {
  const entries = new Set(groups.flatMap(({ items }) => items.flatMap(allOf)));
  return [...entries].flatMap((entry) => [
    ...(entry.idGiven ? [] : [missing(entry, "编号", "编发以后靠编号认这条信息，文件改名也认得出")]),
    // An urgent report taken by telephone goes up before anybody has signed it.
    ...(entry.approver === null && entry.category !== urgent ? [missing(entry, "签发人", "请报送单位补上签发人")] : []),
  ]);
}

function missing(entry: Entry, field: string, hint: string): Finding {
  return {
    rule: "missing-field",
    severity: "error",
    message: `编发的信息要有${field}：${quote(entry.title)}`,
    hint: `${hint}：加一行“${field}: ”`,
    at: entry.places.of("title"),
    entry: entry.id,
    related: [],
  };
}
