// What `explain` may know of the rules.
export { RULES } from "../rules/index.ts";
export type { Rule, RuleGroup } from "../rules/rule.ts";
