import { figureNamed } from "../../base/holdings.ts";
import { cadenceOf, limitOf } from "../../base/limits.ts";
import { showClock, showMinutes } from "../../base/time.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Entry } from "../../model/entry.ts";
import type { Cadence, Figure, Limit, Profile } from "../../model/profile.ts";

/** A figure that a rule goes by, in words, with its source. */
export interface ShownFigure {
  readonly limit: string;
  readonly basis: string;
}

interface Where {
  readonly profile: Profile;
  readonly entry: Entry;
  /** All reports of its event. */
  readonly event: readonly Entry[];
}

/** The figures a finding goes by: those whose source its message names; where it names none, all of its rule. */
export function figuresOf(
  { message }: Pick<Diagnostic, "message">,
  uses: readonly string[],
  where: Where,
): ShownFigure[] {
  const all = uses.flatMap((use) => figureOf(use, where) ?? []);
  const named = all.filter(({ basis }) => message.includes(basis));
  return named.length > 0 ? named : all;
}

function figureOf(use: string, { profile, entry, event }: Where): ShownFigure | null {
  if (use === "紧急.电话" || use === "紧急.书面")
    return ofFigure(limitOf(entry, profile, use === "紧急.电话" ? "phone" : "written"));
  if (use === "续报") {
    const { kind } = event.find((report) => report.kind !== null) ?? entry;
    const { grade } = event.find((report) => report.grade !== null) ?? entry;
    return ofCadence(cadenceOf({ kind, grade }, profile));
  }
  if (use.startsWith("类别.")) return ofFigure(figureNamed(profile, `${entry.category}.${use.slice("类别.".length)}`));
  return use.startsWith("数值.") ? ofFigure(figureNamed(profile, use.slice("数值.".length))) : null;
}

function ofFigure(figure: Figure | Limit | null): ShownFigure | null {
  return figure && { limit: showLimit(figure), basis: figure.basis };
}

function ofCadence(cadence: Cadence | null): ShownFigure | null {
  if (cadence === null) return null;
  const { times, perDay, basis } = cadence;
  const limit = times.length > 0 ? `每天 ${times.map(showClock).join("、")} 前各一次` : `每天不少于 ${perDay ?? 1} 次`;
  return { limit, basis };
}

/** `事发后 30 分钟内`, `3 个工作日`. */
export function showLimit({
  value,
  unit,
  base,
}: Pick<Figure, "value" | "unit"> & { readonly base?: Limit["base"] }): string {
  if (base && unit === "分钟") return `${base}后 ${showMinutes(value)}内`;
  return `${value} ${unit === "工作日" ? "个工作日" : unit}`;
}
