import { SegmentBuilder } from "./builder.ts";
import { partsOf, type IndexFolder } from "./index-files.ts";
import { chainKey } from "../store.ts";
import { aheadOf, readAhead, type Ahead, type RecordSource } from "./progress.ts";
import { openSegment, type ChainState, type Segment } from "./segment.ts";

/** Beyond this many UTF-16 units, what is new since is not kept beside the index any longer, and all is indexed anew. */
const MOST_NEW = 4_000_000;

/** What an index is made from, and where it is kept. */
export interface Making {
  readonly source: RecordSource;
  readonly folder: IndexFolder;
  readonly zone: string;
  /** Told before all records are read, which takes a while. */
  readonly onBuild?: () => void;
}

/** The index as it is kept, with what is new read and added; null where there is none that fits. */
export async function refreshed({ source, folder, zone }: Making): Promise<Segment[] | null> {
  const base = folder.open("全部");
  if (!base) return null;
  const since = sinceOf(base, folder);
  const kept = since ? [base, since] : [base];
  const known = new Map(kept.flatMap(({ head }) => head.chains).map((one) => [chainKey(one), one]));
  const ahead = await aheadOf(source, known, zone);
  if (ahead?.length === 0) return kept;
  if (ahead === null || (since?.units ?? 0) > MOST_NEW) {
    for (const each of kept) each.close();
    return null;
  }
  const builder = new SegmentBuilder(since && { segment: since, text: textOf(since) });
  const states = new Map((since?.head.chains ?? []).map((one) => [chainKey(one), one]));
  const isNew = await readAll(ahead, { source, zone, builder, states });
  if (!isNew) return kept;
  since?.close();
  const bytes = builder.finish([...states.values()], base.head.stamp);
  folder.write("新增", bytes);
  return [base, openSegment(partsOf(bytes)) as Segment];
}

/** What was added to these very rows; nothing where it went on from others. */
function sinceOf(base: Segment, folder: IndexFolder): Segment | null {
  const kept = folder.open("新增");
  if (kept?.head.after === base.head.stamp) return kept;
  kept?.close();
  return null;
}

interface Reading extends Pick<Making, "source" | "zone"> {
  readonly builder: SegmentBuilder;
  readonly states: Map<string, ChainState>;
}

/** Reads what is ahead of an index into it; whether there was anything that could be read. */
async function readAll(ahead: readonly Ahead[], { source, zone, builder, states }: Reading): Promise<boolean> {
  let isNew = false;
  for (const one of ahead) {
    const state = await readAhead(source, one, { zone, take: (at, record) => builder.add(at, record) });
    if (state === one.before || state === null) continue;
    states.set(chainKey(state), state);
    isNew = true;
  }
  return isNew;
}

function textOf(segment: Segment): Uint8Array {
  const text = new Uint8Array(segment.units * 2);
  segment.readText(0, text);
  return text;
}

/** The index made anew of all records, and kept. */
export async function rebuilt({ source, folder, zone, onBuild }: Making): Promise<Segment> {
  const builder = new SegmentBuilder();
  const states = new Map<string, ChainState>();
  const ahead = (await aheadOf(source, new Map(), zone)) ?? [];
  if (ahead.length > 0) onBuild?.();
  // A ledger of nothing gets no files.
  const isNew = await readAll(ahead, { source, zone, builder, states });
  const bytes = builder.finish([...states.values()], null);
  if (isNew) folder.write("全部", bytes);
  return openSegment(partsOf(bytes)) as Segment;
}
