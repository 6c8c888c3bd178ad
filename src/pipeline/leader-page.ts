import { leaderPageContent, type LeaderItem } from "../compose/leader-page.ts";
import { gistOf, shortened } from "../base/gist.ts";
import type { Finding } from "../model/diagnostic.ts";
import type { Leader } from "../model/office.ts";
import { isOnlyLeft } from "../rank/why.ts";
import type { Draft } from "./draft.ts";
import {
  WHOLE,
  countViewed,
  type Candidate,
  firstOf,
  leadersNamed,
  partsOf,
  viewFor,
  type LeaderView,
  type Viewed,
} from "../rank/view.ts";
import { rankingOf } from "./draft-plan.ts";
import { readForm, setPaper, type FormFiles, type Paper } from "./paper.ts";
import type { Survey } from "./survey.ts";

export { countViewed, leadersNamed, partsOf, type LeaderView, type Viewed };

/** What a view is compared with: the ids that stood in the plan of then, and how it is called. */
export interface LastTime {
  readonly known: ReadonlySet<string>;
  readonly name: string;
}

/** What concerns a leader among the items of an issue. */
export function leaderView(survey: Survey, made: Draft, leader: Leader, last: LastTime | null): LeaderView {
  return viewFor(leader, candidatesOf(made), { context: rankingOf(survey), known: last?.known ?? null });
}

/** The issue as it is printed, then what only its limit or its kind keeps out; what the editor put away stays away. */
function candidatesOf({ arranged, items }: Draft): Candidate[] {
  const printed = arranged.groups.flatMap(({ rows }) =>
    rows.map(({ row, item, merged }): Candidate => ({
      item: { ...item, earlier: merged },
      title: row.printTitle ?? item.entry.title,
      body: row.printBody ?? item.entry.body.text,
      printed: true,
    })),
  );
  const whys = new Map(arranged.left.map(({ id, why }) => [id, why]));
  const left = items.filter(({ entry }) => isOnlyLeft(whys.get(entry.id)));
  return [
    ...printed,
    ...left.map((item) => ({ item, title: item.entry.title, body: item.entry.body.text, printed: false })),
  ];
}

/** A view as one page of paper, and how many items had to be left off for it. */
export interface LeaderPaper {
  readonly paper: Paper | null;
  readonly shown: number;
  readonly findings: readonly Finding[];
}

const MOST_ON_PAGE = 24;

/** Sets a view on one page: as many items as it holds, the first first. */
export function makeLeaderPage(
  survey: Survey,
  view: LeaderView,
  { files, last }: { files: FormFiles; last: LastTime | null },
): LeaderPaper {
  const { form, findings } = readForm(files);
  if (!form || findings.length > 0) return { paper: null, shown: 0, findings };
  const count = countViewed(view);
  // No page holds more.
  for (let shown = Math.min(count, MOST_ON_PAGE); ; shown--) {
    const content = leaderPageContent(pageOf(survey, firstOf(view, shown), { last, more: count - shown }));
    const { paper, findings: faults } = setPaper(form, content);
    if (!paper) return { paper: null, shown: 0, findings: faults };
    // A page without any item is a page, whatever a template makes of it.
    if (paper.pages <= 1 || shown === 0) return { paper, shown, findings: [] };
  }
}

function pageOf({ grounds }: Survey, view: LeaderView, { last, more }: { last: LastTime | null; more: number }) {
  const { leader } = view;
  const parts = partsOf(view);
  return {
    office: grounds.office.name,
    day: grounds.now.day,
    post: leader.post,
    name: leader.name,
    internal: parts.some(({ items }) => items.some(({ item }) => item.entry.secrecy !== "公开")),
    since: last?.name ?? "",
    parts: parts.map(({ name, items }) => ({ name, items: items.map(itemOf) })),
    more,
  };
}

/** Characters of the sentence that tells a matter, and of what is asked. */
const GIST = 64;
const ASKS = 60;

/** Numbers and list marks at the head of a line. */
const LEAD = /^\s*(?:(?:为此)?建议[：:]\s*)?(?:[-*]\s+|[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]\s*)?/u;

/** An item as a leader reads it. */
export function itemOf({ item: { entry }, title, body, printed, why, asks, fresh }: Viewed): LeaderItem {
  return {
    title: printed ? title : `${title}（本期未编入）`,
    unit: entry.unit.join("、"),
    fresh,
    gist: gistOf(body, GIST),
    asks: asks === null ? "" : shortened(asks.replace(LEAD, "").replace(/[；;]$/u, "。"), ASKS),
    // Who has charge of everything need not be told why.
    why: why.filter((one) => one !== WHOLE).join("，"),
  };
}
