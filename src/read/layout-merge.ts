import { Placed } from "./layout-values.ts";

/** What `over` says, and where it is silent, what `base` says; mappings are merged key by key. */
export function merge(base: unknown, over: unknown): unknown {
  if (over === null || over === undefined) return base;
  if (base === null || base === undefined || base instanceof Placed || over instanceof Placed) return over;
  if (base instanceof Map && over instanceof Map) {
    const merged = new Map<unknown, unknown>(base);
    for (const [key, value] of over) merged.set(key, merge(base.get(key), value));
    return merged;
  }
  return mergeRecords(base as Record<string, unknown>, over as Record<string, unknown>);
}

/** The same for two records: also how a style takes what it does not say from the one it is made after. */
export function mergeRecords(base: Record<string, unknown>, over: Record<string, unknown>): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) merged[key] = merge(base[key], value);
  return merged;
}
