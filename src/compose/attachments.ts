import type { Picture } from "../model/image.ts";

/** The pictures of an issue, numbered through: what stands below each item (附件说明), and their pages at the end (附件). */
export interface Attachments<K> {
  readonly below: ReadonlyMap<K, readonly AttachmentLine[]>;
  readonly pages: readonly { readonly 序: string; readonly 题: string; readonly 键: string }[];
  readonly pictures: ReadonlyMap<string, Picture>;
}

interface AttachmentLine {
  /** With a full stop; empty where the issue has one attachment alone. */
  readonly 序: string;
  readonly 题: string;
  readonly 首: boolean;
}

/** GB/T 9704 7.3.4: attachments are numbered where there are several; 7.3.7: each begins a page, marked 附件 with its number. */
export function attachmentsOf<K>(
  items: readonly { readonly of: K; readonly pictures: readonly Picture[] }[],
): Attachments<K> {
  const all = items.flatMap(({ of, pictures }) => pictures.map((picture) => ({ of, picture })));
  const numberOf = (index: number): string => (all.length > 1 ? String(index + 1) : "");
  const keyOf = (index: number): string => `picture${index + 1}`;
  const below = new Map<K, AttachmentLine[]>();
  for (const [index, { of, picture }] of all.entries()) {
    const lines = below.get(of) ?? [];
    const number = numberOf(index);
    lines.push({ 序: number === "" ? "" : `${number}. `, 题: picture.name, 首: lines.length === 0 });
    below.set(of, lines);
  }
  return {
    below,
    pages: all.map(({ picture }, index) => ({ 序: numberOf(index), 题: picture.name, 键: keyOf(index) })),
    pictures: new Map(all.map(({ picture }, index) => [keyOf(index), picture])),
  };
}
