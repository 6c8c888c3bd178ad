import type { Profile } from "../../model/profile.ts";
import { wordsOf } from "../../prose/sentences.ts";
import type { Stated } from "./stated.ts";

/** Labels of which one matter has one number, and one text may have several matters. */
export interface Repeatable {
  readonly attending: ReadonlySet<string>;
  readonly benefiting: ReadonlySet<string>;
}

/** As the word lists of a profile have them. */
export function repeatableOf(profile: Profile): Repeatable {
  return {
    attending: new Set(wordsOf(profile, "到场数字")),
    benefiting: new Set(wordsOf(profile, "惠及数字")),
  };
}

/** Whether a text has one number under the label, however many things it tells of. */
export function isSingle({ label }: Stated, { attending, benefiting }: Repeatable): boolean {
  return !attending.has(label) && !benefiting.has(label);
}

/** Another course, another meeting. */
const ANOTHER =
  /举办|举行|召开|开展|组织|开设|开办|承办|启动|另|又|再次|[\d一二两三四五六七八九十首末上下各每][期批场班轮]|[一二三四五六七八九]是|[上下]午|首日|[次翌]日|第[一二三四五六]|其中|\d月/u;

/** Whether a number must be the one told before, so that two that differ are a fault. */
export function isSame(before: Stated, one: Stated, { attending, benefiting }: Repeatable): boolean {
  if (one.again) return true;
  if (benefiting.has(one.label)) return false;
  return !attending.has(one.label) || !ANOTHER.test(one.entry.body.text.slice(before.end, one.start));
}
