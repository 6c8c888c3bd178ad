import type { IssueNumber } from "../model/issue-number.ts";
import type { NumberForm } from "../model/office.ts";

/** The room a draft leaves for a number that is not yet taken. */
const OPEN = "　";

/** 期号 as it is printed: 第12期, (12), 第12期（总第128期）, 增刊第3期; of a draft with room for the number. */
export function issueNumber(
  number: IssueNumber | null,
  { supplement, form }: { readonly supplement: boolean; readonly form: NumberForm },
): string {
  const own = number === null ? OPEN : String(number.number);
  if (number === null ? supplement : number.kind === "增刊") return `增刊第${own}期`;
  if (form === "(N)") return `(${own})`;
  const plain = `第${own}期`;
  if (form === "第N期") return plain;
  return `${plain}（总第${number === null ? OPEN : (number.total ?? number.number)}期）`;
}
