import { parse } from "yaml";
import { fingerprint } from "../../src/base/fingerprint.ts";
import { parseMoment } from "../../src/base/time.ts";
import type { Published } from "../../src/model/published.ts";

interface RawPublished {
  readonly 编号: string;
  readonly 刊物: string;
  readonly 年: string;
  readonly 期: string;
  /** Day of the issue. */
  readonly 日: string;
  readonly 标题: string;
  readonly 单位: string;
  /** 事发时间, which is part of the fingerprint, as `showMoment` writes it. */
  readonly 事发时间?: string;
  readonly 类别?: string;
  readonly 报送时间?: string;
  readonly 阶段?: "首报" | "续报" | "终报";
  readonly 次?: string;
  readonly 续?: string;
  readonly 正文: string;
}

/** Printed entries as cases and pages give them: a YAML list under 已刊. */
export function publishedOf(text: string): Published[] {
  return (parse(text, { schema: "failsafe" }) as RawPublished[]).map((one) => ({
    id: one.编号,
    fingerprint: fingerprint([one.标题, one.单位, one.事发时间 ?? ""].join("\n")),
    publication: one.刊物,
    kind: "正刊",
    year: Number(one.年),
    number: Number(one.期),
    day: parseMoment(one.日, "Asia/Shanghai")?.day ?? Number.NaN,
    title: one.标题,
    units: [one.单位],
    text: one.正文,
    category: one.类别 ?? "动态",
    themes: [],
    decision: null,
    stage: null,
    place: null,
    occurred: one.事发时间 === undefined ? null : parseMoment(one.事发时间, "Asia/Shanghai"),
    submitted: one.报送时间 === undefined ? null : parseMoment(one.报送时间, "Asia/Shanghai"),
    report:
      one.阶段 === undefined
        ? null
        : { stage: one.阶段, number: one.次 === undefined ? null : Number(one.次), follows: one.续 ?? null },
  }));
}
