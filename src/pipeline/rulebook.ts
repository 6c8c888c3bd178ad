// What `explain` may know of the rules: their names, groups and summaries.
export { RULES } from "../rules/index.ts";
export type { RuleGroup } from "../rules/rule.ts";
