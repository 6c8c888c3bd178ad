import type { Places, Secrecy, Stage } from "./entry.ts";
import type { GroupRule } from "./profile.ts";
import type { Severity } from "./diagnostic.ts";
import type { Place } from "./source.ts";

export interface Unit {
  readonly name: string;
  readonly short: string | null;
  readonly group: string | null;
  readonly leader: string | null;
  readonly reporters: readonly string[];
}

export interface Leader {
  readonly post: string;
  readonly name: string;
  readonly portfolio: readonly string[];
}

/** 关注点. `from` and `to` are days since 1970-01-01, inclusive; null is open. */
export interface Theme {
  readonly name: string;
  readonly term: "长期" | "阶段";
  readonly from: number | null;
  readonly to: number | null;
  readonly weight: number;
  /** Words that show it; synonyms of one word stand in one, with “/” between. */
  readonly keywords: readonly string[];
  /** The leader who cares, by name or by post. */
  readonly leader: string | null;
  /** Where it comes from: 要点, 批示, 会议. */
  readonly source: string | null;
}

/** How a 期号 is written. */
export const NUMBER_FORMS = ["第N期", "(N)", "第N期（总第M期）"] as const;
export type NumberForm = (typeof NUMBER_FORMS)[number];

export interface Publication {
  readonly name: string;
  /** Folder of template and layout: a shipped name, or a path below the office. */
  readonly template: string;
  /** 版式: shipped looks by name, or layout files below the office, that change the template's own layout, in order. */
  readonly looks: readonly string[];
  readonly numbering: "年度" | "总期";
  readonly numberForm: NumberForm;
  /** The first 期号 and 总期 this tool gives: an office that begins in the middle of a year goes on counting. */
  readonly firstNumber: number;
  readonly firstTotal: number;
  readonly issuer: string | null;
  readonly reportTo: readonly string[];
  readonly sendTo: readonly string[];
  readonly issueTo: readonly string[];
  readonly copies: number | null;
  /** Printed in the 报尾 where they are given: 责任编辑, 审核, 签发, 联系电话. */
  readonly editor: string | null;
  readonly reviewer: string | null;
  readonly signer: string | null;
  readonly phone: string | null;
  readonly limit: number | null;
  readonly ceiling: Secrecy;
  /** The categories it takes; empty is all. */
  readonly takes: readonly string[];
}

/** A decision without any response after so many days is told of; null is the figure of the profile. */
export interface Decision {
  readonly id: string;
  readonly name: string;
  readonly day: number | null;
  readonly stage: Stage | null;
  readonly keywords: readonly string[];
  readonly responseDays: number | null;
}

/** 约稿: what was asked of which units, and until when (days since 1970-01-01, inclusive). */
export interface Commission {
  readonly id: string;
  readonly topic: string | null;
  readonly units: readonly string[];
  readonly due: number | null;
}

/** 规范表述: how a thing is called, and ways of writing it that are known to be wrong. */
export interface Phrase {
  readonly right: string;
  readonly wrong: readonly string[];
}

/** A figure of the rule packs that the office sets for itself. */
export interface RuleOption {
  readonly value: number;
  readonly at: Place;
}

/** 退稿: who in the office a unit may ask, and how many working days it has; null is left blank on the slip. */
export interface Return {
  readonly contact: string | null;
  readonly phone: string | null;
  readonly days: number | null;
}

export interface RuleSetting {
  readonly level: Severity | "off" | null;
  readonly options: ReadonlyMap<string, RuleOption>;
}

export interface OfficePaths {
  readonly entries: string;
  readonly plans: string;
  readonly out: string;
  /** A folder, or `postgres://…`. */
  readonly ledger: string;
}

export interface Office {
  readonly name: string;
  readonly zone: string;
  readonly profiles: readonly string[];
  readonly units: readonly Unit[];
  readonly leaders: readonly Leader[];
  readonly themes: readonly Theme[];
  readonly decisions: readonly Decision[];
  readonly commissions: readonly Commission[];
  readonly phrases: readonly Phrase[];
  readonly return: Return;
  readonly groups: readonly GroupRule[];
  readonly publications: readonly Publication[];
  readonly rules: ReadonlyMap<string, RuleSetting>;
  readonly paths: OfficePaths;
  /** Where its parts stand in `zhuanbao.yaml`: `units.0.name`, `themes.1.to`; null where there is no file. */
  readonly places: Places | null;
}
