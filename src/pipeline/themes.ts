export { changesSince, overviewOf, type Overview, type ThemeChange, type ThemeState } from "../rank/theme-overview.ts";
