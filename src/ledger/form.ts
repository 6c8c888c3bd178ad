import { dayOf, isoDay, parseMoment, showMoment } from "../base/time.ts";
import type { Moment } from "../model/moment.ts";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** How a value stands in a record. */
export interface Form<T> {
  /** Undefined: the key is left out. */
  write(value: T): Json | undefined;
  /** `json` is undefined where the key is not there; throws a FormError where it is something else. */
  read(json: unknown, zone: string): T;
}

/** A record does not hold what it must; the message says what, in Chinese. */
export class FormError extends Error {}

export const text: Form<string> = {
  write: (value) => value,
  read(json) {
    if (typeof json !== "string") throw new FormError("应是文字");
    return json;
  },
};

export const whole: Form<number> = {
  write: (value) => value,
  read(json) {
    if (typeof json !== "number" || !Number.isSafeInteger(json) || json < 0) throw new FormError("应是整数");
    return json;
  },
};

export const day: Form<number> = {
  write: isoDay,
  read(json) {
    const [, ...parts] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text.read(json, "")) ?? [];
    const [year = 0, month = 0, date = 0] = parts.map(Number);
    const found = parts.length === 3 ? dayOf(year, month, date) : null;
    if (found === null) throw new FormError("应是 2026-11-23 这样的日期");
    return found;
  },
};

export const moment: Form<Moment> = {
  write: showMoment,
  read(json, zone) {
    const found = parseMoment(text.read(json, zone), zone);
    if (!found) throw new FormError("应是 2026-11-23 17:00 这样的时间");
    return found;
  },
};

/** One of these words. */
export function oneOf<T extends string>(words: readonly T[]): Form<T> {
  return {
    write: (value) => value,
    read(json) {
      const found = words.find((word) => word === json);
      if (found === undefined) throw new FormError(`应是 ${words.join("、")} 之一`);
      return found;
    },
  };
}

/** Left out where it is null. */
export function optional<T>(form: Form<T>): Form<T | null> {
  return {
    write: (value) => (value === null ? undefined : form.write(value)),
    read: (json, zone) => (json === undefined || json === null ? null : form.read(json, zone)),
  };
}

/** Left out where it is empty. */
export function listOf<T>(form: Form<T>): Form<readonly T[]> {
  return {
    write: (values) => (values.length === 0 ? undefined : values.map((value) => form.write(value) as Json)),
    read(json, zone) {
      if (json === undefined) return [];
      if (!Array.isArray(json)) throw new FormError("应是列表");
      return json.map((each, index) => within(`第 ${index + 1} 项`, () => form.read(each, zone)));
    },
  };
}

/** The Chinese key and the form of every field, in the order they are written. */
export type Fields<T> = { readonly [K in keyof T]-?: readonly [key: string, form: Form<T[K]>] };

export function fields<T extends object>(table: Fields<T>): Form<T> {
  const rows = Object.entries(table) as [keyof T & string, Fields<T>[keyof T]][];
  return {
    write(value) {
      const written = rows.map(([name, [key, form]]) => [key, form.write(value[name])] as const);
      return Object.fromEntries(written.filter((pair): pair is [string, Json] => pair[1] !== undefined));
    },
    read(json, zone) {
      const found = objectOf(json);
      const read = rows.map(([name, [key, form]]) => [name, within(`“${key}”`, () => form.read(found[key], zone))]);
      return Object.fromEntries(read) as T;
    },
  };
}

/** The keys of an object; anything else is a fault. */
export function objectOf(json: unknown): Readonly<Record<string, unknown>> {
  if (typeof json !== "object" || json === null || Array.isArray(json)) throw new FormError("应是一组键和值");
  return json as Record<string, unknown>;
}

function within<T>(place: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof FormError ? new FormError(`${place}${error.message}`) : error;
  }
}
