import { childOf, type XmlElement } from "../../ooxml/tree.ts";

const TWIPS: Readonly<Record<string, number>> = {
  mm: 1440 / 25.4,
  cm: 1440 / 2.54,
  in: 1440,
  pt: 20,
  pc: 240,
  pi: 240,
};

/** A length in twips: a bare number is one, newer files may name another unit. */
export function twips(value: string | undefined): number | undefined {
  const found = /^(-?\d+(?:\.\d+)?)(mm|cm|in|pt|pc|pi)?$/u.exec(value ?? "");
  if (!found) return undefined;
  return Number(found[1]) * (TWIPS[found[2] ?? ""] ?? 1);
}

/** Points of a size written in half-points, or with a unit. */
export function sizeInPoints(value: string | undefined): number | undefined {
  const bare = /^\d+(?:\.\d+)?$/u.test(value ?? "");
  const length = twips(value);
  return length === undefined ? undefined : bare ? length / 2 : length / 20;
}

export function whole(value: string | undefined): number | undefined {
  return /^-?\d{1,9}$/u.test(value ?? "") ? Number(value) : undefined;
}

/** A switch: there without a value it is on; undefined where it is not there. */
export function flag(properties: XmlElement | null, name: string): boolean | undefined {
  const element = childOf(properties, name);
  return element ? isOn(element) : undefined;
}

export function isOn({ attributes }: XmlElement): boolean {
  return !["0", "false", "off", "none"].includes(attributes["w:val"] ?? "1");
}

/** The value of a property element. */
export function valueOf(properties: XmlElement | null, name: string): string | undefined {
  return childOf(properties, name)?.attributes["w:val"];
}

/** Without the keys that are undefined, so that what is not said hides nothing. */
export function said<T extends object>(values: { [K in keyof T]: T[K] | undefined }): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}
