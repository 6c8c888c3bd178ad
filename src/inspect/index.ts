import type { Check } from "./check.ts";
import { DENSITY } from "./checks/density.ts";
import { FILE } from "./checks/file.ts";
import { FONT_SLOTS } from "./checks/fonts.ts";
import { FRONT } from "./checks/front.ts";
import { HEADINGS } from "./checks/headings.ts";
import { LINES } from "./checks/lines.ts";
import { LOOKS } from "./checks/looks.ts";
import { MARKS } from "./checks/marks.ts";
import { MIXED } from "./checks/mixed.ts";
import { NUMBER } from "./checks/number.ts";
import { PAGE } from "./checks/page.ts";
import { PARAGRAPHS } from "./checks/paragraphs.ts";
import { SIGNS } from "./checks/signs.ts";
import { SPACES } from "./checks/spaces.ts";
import { TABLES } from "./checks/tables.ts";
import { TAIL } from "./checks/tail.ts";

/** Every check there is, in the order they are listed and run. */
export const CHECKS: readonly Check[] = [
  ...PAGE,
  ...DENSITY,
  ...FRONT,
  ...LOOKS,
  ...MIXED,
  ...FONT_SLOTS,
  ...PARAGRAPHS,
  ...LINES,
  ...HEADINGS,
  ...SPACES,
  ...SIGNS,
  ...NUMBER,
  ...TAIL,
  ...TABLES,
  ...FILE,
  ...MARKS,
];
