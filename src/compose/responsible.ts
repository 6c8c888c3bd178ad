import type { Publication } from "../model/office.ts";

/** Who answers for the issue, for the line at the foot: 责任编辑, 审核, 签发, 电话; empty where nobody is named. */
export function responsible({ editor, reviewer, signer, phone }: Publication): string {
  const all = [
    ["责任编辑", editor],
    ["审核", reviewer],
    ["签发", signer],
    ["电话", phone],
  ] as const;
  return all.flatMap(([label, name]) => (name === null ? [] : [`${label}：${name}`])).join("　");
}
