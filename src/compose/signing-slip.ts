import { chineseDay } from "../base/time.ts";
import { fullUnitName } from "../base/unit-name.ts";
import type { Edition } from "./content.ts";
import type { Content } from "./document.ts";

/** Who signs an issue on its way, in order; one who is known already is printed. */
const STEPS = ["拟稿", "责任编辑", "审核", "签发", "一校", "二校"] as const;

/** What the sheet says that goes round with an issue before its number is taken. */
export interface SigningSlip {
  readonly edition: Edition;
  readonly secrecy: string;
  readonly pages: number;
  readonly signer: string;
  readonly editor: string;
}

/** The values that the template 呈签单 may use. */
export function signingSlipContent({ edition, secrecy, pages, signer, editor }: SigningSlip): Content {
  const { office, publication, supplement, day, groups } = edition;
  const names: Readonly<Record<string, string>> = { 责任编辑: editor, 签发: signer };
  const items = groups.flatMap((group) => group.items);
  const list = (all: readonly string[]): string => all.join("，");
  const values = {
    内部: secrecy !== "公开",
    刊物: publication.name,
    增刊: supplement,
    日期: chineseDay(day),
    密级: secrecy,
    页数: String(pages),
    印数: publication.copies === null ? "" : String(publication.copies),
    报: list(publication.reportTo),
    送: list(publication.sendTo),
    发: list(publication.issueTo),
    条数: items.length,
    条目: items.map(({ title, entry, credited }, index) => ({
      序: String(index + 1),
      题: title,
      单位: [
        ...new Set([entry, ...credited].flatMap(({ unit }) => unit.map((name) => fullUnitName(name, office)))),
      ].join("、"),
      编号: entry.id,
    })),
    环节: STEPS.map((name) => ({ 名称: name, 姓名: names[name] ?? "" })),
    机关: office.name,
  };
  return { title: `${publication.name}呈签单`, author: office.name, values, bodies: new Map() };
}
