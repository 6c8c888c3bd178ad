import type { Entry } from "../model/entry.ts";
import type { Moment } from "../model/moment.ts";
import type { Office } from "../model/office.ts";
import type { Published } from "../model/published.ts";
import type { GroupRule, Profile } from "../model/profile.ts";

/** What the order of an issue depends on, besides the entries. */
export interface RankContext {
  readonly profile: Profile;
  readonly office: Office;
  /** Stands for now. */
  readonly now: Moment;
  /** What was printed in numbered issues. */
  readonly published?: readonly Published[];
  /** Of entries on what was printed before, that print; none where nobody looked. */
  readonly printed?: ReadonlyMap<Entry, Published>;
}

/** The groups in leadership order: the office's own where it has some. */
export function groupsOf({ profile, office }: RankContext): readonly GroupRule[] {
  return office.groups.length > 0 ? office.groups : profile.groups;
}
