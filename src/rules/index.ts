import { alreadyPublished } from "./batch/already-published.ts";
import { expiredTheme } from "./batch/expired-theme.ts";
import { goodNewsOnly } from "./batch/good-news-only.ts";
import { nearDuplicate } from "./batch/near-duplicate.ts";
import { silentUnit } from "./batch/silent-unit.ts";
import { unansweredCommission } from "./batch/unanswered-commission.ts";
import { unknownReport } from "./batch/unknown-report.ts";
import { unregisteredAuthor } from "./batch/unregistered-author.ts";
import { claimWithoutBasis } from "./category/claim-without-basis.ts";
import { disguisedSummary } from "./category/disguised-summary.ts";
import { missingElement } from "./category/missing-element.ts";
import { noRequest } from "./category/no-request.ts";
import { shallowCause } from "./category/shallow-cause.ts";
import { staleTemplate } from "./category/stale-template.ts";
import { unknownCategory } from "./category/unknown-category.ts";
import { vagueAdvice } from "./category/vague-advice.ts";
import { gradeMismatch } from "./grade/grade-mismatch.ts";
import { mustReport } from "./grade/must-report.ts";
import { mediaFirst } from "./procedure/media-first.ts";
import { missedReport } from "./procedure/missed-report.ts";
import { singleChannel } from "./procedure/single-channel.ts";
import { statutoryClock } from "./procedure/statutory-clock.ts";
import { superiorFirst } from "./procedure/superior-first.ts";
import { classified } from "./secrecy/classified.ts";
import { missingSecrecy } from "./secrecy/missing-secrecy.ts";
import { overDistribution } from "./secrecy/over-distribution.ts";
import { personalData } from "./secrecy/personal-data.ts";
import { secrecyWord } from "./secrecy/secrecy-word.ts";
import { followUpGap } from "./timeliness/follow-up-gap.ts";
import { futureDate } from "./timeliness/future-date.ts";
import { lateEntry } from "./timeliness/late-entry.ts";
import { latePhone } from "./timeliness/late-phone.ts";
import { lateWritten } from "./timeliness/late-written.ts";
import { noFinalReport } from "./timeliness/no-final-report.ts";
import { phoneWithoutText } from "./timeliness/phone-without-text.ts";
import { staleEntry } from "./timeliness/stale-entry.ts";
import { timeOrder } from "./timeliness/time-order.ts";
import { unknownCalendar } from "./timeliness/unknown-calendar.ts";
import { fixedPhrase } from "./truth/fixed-phrase.ts";
import { leaderName } from "./truth/leader-name.ts";
import { leaderOrder } from "./truth/leader-order.ts";
import { noSource } from "./truth/no-source.ts";
import { numberConflict } from "./truth/number-conflict.ts";
import { ownName } from "./truth/own-name.ts";
import { placeholder } from "./truth/placeholder.ts";
import { unverified } from "./truth/unverified.ts";
import { weekdayMismatch } from "./truth/weekday-mismatch.ts";
import { bodyLength } from "./writing/body-length.ts";
import { dateForm } from "./writing/date-form.ts";
import { fullWidthDigits } from "./writing/full-width-digits.ts";
import { halfWidthPunctuation } from "./writing/half-width-punctuation.ts";
import { headingOrder } from "./writing/heading-order.ts";
import { notInGb2312 } from "./writing/not-in-gb2312.ts";
import { titleLength } from "./writing/title-length.ts";
import { unpairedPunctuation } from "./writing/unpaired-punctuation.ts";
import { vagueTime } from "./writing/vague-time.ts";
import { yearBrackets } from "./writing/year-brackets.ts";
import { READING } from "./reading.ts";
import type { Rule } from "./rule.ts";

/** Every rule there is, in the order they are listed and run. */
export const RULES: readonly Rule[] = [
  ...READING,
  unknownCategory,
  missingElement,
  disguisedSummary,
  noRequest,
  shallowCause,
  staleTemplate,
  vagueAdvice,
  claimWithoutBasis,
  latePhone,
  lateWritten,
  phoneWithoutText,
  lateEntry,
  staleEntry,
  futureDate,
  timeOrder,
  followUpGap,
  noFinalReport,
  unknownCalendar,
  superiorFirst,
  singleChannel,
  missedReport,
  mediaFirst,
  statutoryClock,
  gradeMismatch,
  mustReport,
  unverified,
  noSource,
  numberConflict,
  weekdayMismatch,
  placeholder,
  leaderName,
  leaderOrder,
  fixedPhrase,
  ownName,
  missingSecrecy,
  classified,
  secrecyWord,
  personalData,
  overDistribution,
  titleLength,
  bodyLength,
  vagueTime,
  headingOrder,
  halfWidthPunctuation,
  fullWidthDigits,
  dateForm,
  yearBrackets,
  unpairedPunctuation,
  notInGb2312,
  nearDuplicate,
  alreadyPublished,
  goodNewsOnly,
  unknownReport,
  unregisteredAuthor,
  expiredTheme,
  unansweredCommission,
  silentUnit,
];
