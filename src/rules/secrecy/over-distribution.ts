import { quote } from "../../base/visible.ts";
import { OPEN_SECRECY, type Entry } from "../../model/entry.ts";
import type { Profile } from "../../model/profile.ts";
import type { EntryRule, Report } from "../rule.ts";
import { overlaps } from "../shared/overlaps.ts";
import { findPhrases, type FoundPhrase } from "../../prose/phrases.ts";

/** What is not open to all goes no further than it may: no issue with 发, no 工作秘密 over a network. */
export const overDistribution: EntryRule = {
  name: "over-distribution",
  group: "secrecy",
  severity: "warning",
  summary: "发送范围超过密级允许的范围",
  stops: true,
  fixed: false,
  uses: ["词表.网络途径", "词表.网络途径除外"],
  scope: "entry",
  needs: ["secrecy"],
  *check(entry, { profile }) {
    if (entry.secrecy !== "工作秘密") return;
    if (entry.channel === "网络")
      yield {
        at: entry.places.of("channel"),
        message: "密级是工作秘密，渠道是“网络”，工作秘密不得在网络上传递",
        hint: ROUTE,
      };
    for (const [at, { via }] of entry.timeline.entries())
      if (via === "系统")
        yield {
          at: entry.places.of(`timeline.${at}.via`),
          message: "密级是工作秘密，报送方式是“系统”，工作秘密不得走网络系统报送",
          hint: ROUTE,
        };
    for (const { path, value } of textsOf(entry)) {
      const [found] = networksIn(value, profile);
      if (found) yield { at: entry.places.within(path, found.start, found.end), ...saidOf(found) };
    }
  },
  *checkIssue({ publication, entries }, { office }) {
    const limited = entries.filter(({ secrecy }) => secrecy !== null && secrecy !== "公开");
    const [first] = limited;
    if (!first || publication.issueTo.length === 0) return;
    const path = `publications.${publication.name}`;
    const listed = office.places?.has(path) ? office.places : null;
    const highest = limited.map(rankOf).reduce((one, other) => Math.max(one, other), 0);
    yield {
      entry: listed ? null : first,
      at: listed ? listed.of(`${path}.issueTo`) : first.places.of("secrecy"),
      message: `本期密级是“${OPEN_SECRECY[highest] ?? ""}”，却发至“${quote(publication.issueTo.join("、"))}”，有“发”的刊物只登公开的信息`,
      hint: `把“发”里的单位去掉，或者把不公开的信息编进没有“发”的刊物，如“${quote(limited.map(({ title }) => title).join("；"), 60)}”`,
      ...(listed ? { related: limited.slice(0, 5).map(notOpen) } : {}),
    };
  },
};

const ROUTE = "改用当面、纸质或机要渠道照常报送，并按实际补记报送方式";

function saidOf({ word }: FoundPhrase): Pick<Report, "message" | "hint"> {
  return { message: `密级是工作秘密，这里经过“${quote(word)}”，工作秘密不得在网络上传递`, hint: ROUTE };
}

/** Where a path may be named: 来源, 名称 of 报送记录, 附件. */
function textsOf({ sources, timeline, attachments }: Entry): { path: string; value: string }[] {
  return [
    ...sources.map((value, at) => ({ path: `sources.${at}`, value })),
    ...timeline.map(({ name }, at) => ({ path: `timeline.${at}.name`, value: name ?? "" })),
    ...attachments.map((value, at) => ({ path: `attachments.${at}`, value })),
  ];
}

function networksIn(text: string, profile: Profile): FoundPhrase[] {
  const found = findPhrases(text, profile, "网络途径");
  if (found.length === 0) return [];
  const others = findPhrases(text, profile, "网络途径除外");
  return found.filter((one) => !others.some((other) => overlaps(other, one)));
}

function rankOf({ secrecy }: Entry): number {
  return (OPEN_SECRECY as readonly (string | null)[]).indexOf(secrecy);
}

function notOpen(entry: Entry): { at: Report["at"]; message: string } {
  return { at: entry.places.of("secrecy"), message: `密级是“${quote(entry.secrecy ?? "")}”：${quote(entry.title)}` };
}
