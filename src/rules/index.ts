import { missingElement } from "./category/missing-element.ts";
import { unknownCategory } from "./category/unknown-category.ts";
import { singleChannel } from "./procedure/single-channel.ts";
import { superiorFirst } from "./procedure/superior-first.ts";
import { READING } from "./reading.ts";
import type { Rule } from "./rule.ts";
import { classified } from "./secrecy/classified.ts";
import { missingSecrecy } from "./secrecy/missing-secrecy.ts";
import { futureDate } from "./timeliness/future-date.ts";
import { lateEntry } from "./timeliness/late-entry.ts";
import { latePhone } from "./timeliness/late-phone.ts";
import { lateWritten } from "./timeliness/late-written.ts";
import { timeOrder } from "./timeliness/time-order.ts";
import { unknownCalendar } from "./timeliness/unknown-calendar.ts";
import { placeholder } from "./truth/placeholder.ts";
import { bodyLength } from "./writing/body-length.ts";
import { titleLength } from "./writing/title-length.ts";

/** Every rule there is, in the order they are listed and run. */
export const RULES: readonly Rule[] = [
  ...READING,
  unknownCategory,
  missingElement,
  latePhone,
  lateWritten,
  lateEntry,
  futureDate,
  timeOrder,
  unknownCalendar,
  superiorFirst,
  singleChannel,
  placeholder,
  missingSecrecy,
  classified,
  titleLength,
  bodyLength,
];
