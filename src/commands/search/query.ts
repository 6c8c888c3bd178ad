import { fold } from "../../base/fold.ts";
import { isoDay } from "../../base/time.ts";
import { fullUnitName } from "../../base/unit-name.ts";
import type { Query } from "../../ledger/search/scan.ts";
import type { Office } from "../../model/office.ts";
import { UsageError, type Call } from "../command.ts";
import { dayOption, textOption, wholeNumber } from "../options.ts";

/** Results listed where nobody says how many. */
const LIMIT = 20;
/** More words than anybody types. */
const MOST_WORDS = 20;

/** What a call asks for. */
export interface Request {
  /** As they were typed. */
  readonly words: readonly string[];
  readonly query: Query;
  readonly limit: number;
  readonly publishedOnly: boolean;
}

export function requestOf({ args, options }: Call, office: Office): Request {
  const words = [...new Set(args.flatMap((word) => word.split(/\s+/u)).filter((word) => word !== ""))];
  if (words.length > MOST_WORDS)
    throw new UsageError(`词太多：${words.length} 个，最多 ${MOST_WORDS} 个`, "请只写要紧的词");
  const folded = (name: string): string | null => {
    const given = textOption(options, name);
    return given === null || given.trim() === "" ? null : fold(given.trim());
  };
  const unit = textOption(options, "unit")?.trim() ?? "";
  const query: Query = {
    words: words.map(fold),
    unit: unit === "" ? null : fold(fullUnitName(unit, office)),
    place: folded("place"),
    theme: folded("theme"),
    category: folded("category"),
    publication: textOption(options, "publication"),
    since: dayOption(options, "since", office.zone),
    until: dayOption(options, "until", office.zone),
  };
  const { words: _words, ...filters } = query;
  if (words.length === 0 && Object.values(filters).every((value) => value === null))
    throw new UsageError("没有写要找什么", "例如 zhuanbao search 干渠 渗漏，或 zhuanbao search --unit 青石镇");
  if (query.since !== null && query.until !== null && query.until < query.since)
    throw new UsageError(`--until ${isoDay(query.until)} 在 --since ${isoDay(query.since)} 之前`, "请核对起止日期");
  return {
    words,
    query,
    limit: wholeNumber(options, "limit", "--limit") ?? LIMIT,
    publishedOnly: options["published"] === true,
  };
}
