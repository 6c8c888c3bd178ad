import type { Secrecy, Stage } from "./entry.ts";
import type { GroupRule } from "./profile.ts";
import type { Severity } from "./diagnostic.ts";

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
  readonly keywords: readonly string[];
  readonly leader: string | null;
}

export interface Decision {
  readonly id: string;
  readonly name: string;
  readonly day: number | null;
  readonly stage: Stage | null;
  readonly keywords: readonly string[];
}

export interface Publication {
  readonly name: string;
  /** Folder of template and layout: a shipped name, or a path below the office. */
  readonly template: string;
  readonly numbering: "年度" | "总期";
  readonly issuer: string | null;
  readonly reportTo: readonly string[];
  readonly sendTo: readonly string[];
  readonly issueTo: readonly string[];
  readonly copies: number | null;
  readonly limit: number | null;
  readonly ceiling: Secrecy;
}

export interface RuleSetting {
  readonly level: Severity | "off" | null;
  readonly options: ReadonlyMap<string, string>;
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
  readonly groups: readonly GroupRule[];
  readonly publications: readonly Publication[];
  readonly rules: ReadonlyMap<string, RuleSetting>;
  readonly paths: OfficePaths;
}
