import { showClock } from "./time.ts";
import type { Figure, Profile } from "../model/profile.ts";
import type { Place } from "../model/source.ts";

/** One thing a rule goes by: how it is named in an office's settings, what it is, and where that comes from. */
export interface Holding {
  readonly name: string;
  readonly shown: string;
  readonly basis: string;
  readonly at: Place;
}

/** `30 分钟，从事发起算`. */
export function showFigure(figure: Figure): string {
  const base = "base" in figure && typeof figure.base === "string" ? `，从${figure.base}起算` : "";
  const unit = figure.unit === "工作日" ? "个工作日" : figure.unit;
  return `${figure.value}${unit === "%" ? "" : " "}${unit}${base}`;
}

/** What is no single figure: each row of it is shown. */
export const TABLES: Readonly<Record<string, (profile: Profile) => Holding[]>> = {
  "紧急.分类": ({ urgent: { rows } }) =>
    rows.flatMap(({ kinds, grades, phone, written }) => {
      const whom = [...kinds, ...grades].join("、") || "全部";
      return [
        ...(phone ? [{ name: `${whom}：电话`, shown: showFigure(phone), basis: phone.basis, at: phone.at }] : []),
        ...(written
          ? [{ name: `${whom}：书面`, shown: showFigure(written), basis: written.basis, at: written.at }]
          : []),
      ];
    }),
  法定时限: ({ statutory }) =>
    statutory.map(({ name, duty, value, base, basis, at }) => ({
      name,
      shown: `${duty}：${value === null ? "立即" : `${base ?? "接报"}后 ${value} 分钟内`}`,
      basis,
      at,
    })),
  分级标准: ({ grading }) =>
    [...grading.values()].map(({ kind, words, rows, complete, basis, at }) => ({
      name: words.length === 0 ? kind : `${kind}（${words.join("、")}）`,
      shown:
        rows.map(({ grade, ...row }) => `${grade}${showRow(row)}`).join("；") +
        (complete ? "" : "（不完整，只判下限）"),
      basis,
      at,
    })),
  必报: ({ triggers }) => triggers.map(({ name, basis, at }) => ({ name, shown: "须按紧急信息报送", basis, at })),
  续报: ({ cadence }) =>
    cadence.map(({ kinds, grades, perDay, times, basis, at }) => ({
      name: [...kinds, ...grades].join("、") || "其余",
      shown: times.length > 0 ? `每天 ${times.map(showClock).join("、")} 前` : `每天不少于 ${perDay ?? 1} 次`,
      basis,
      at,
    })),
};

function showRow({
  dead,
  serious,
  loss,
}: {
  dead: number | null;
  serious: number | null;
  loss: number | null;
}): string {
  const parts = [
    dead === null ? "" : `死亡 ${dead} 人以上`,
    serious === null ? "" : `重伤 ${serious} 人以上`,
    loss === null ? "" : `直接经济损失 ${loss} 万元以上`,
  ].filter((part) => part !== "");
  return parts.length === 0 ? "其余" : ` ${parts.join("或")}`;
}
