// What commands may know of the checks of papers.
export { CHECKS } from "../inspect/index.ts";
export type { Check } from "../inspect/check.ts";
