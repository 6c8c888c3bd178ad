import { chineseDay, isoDay } from "../../base/time.ts";
import { writeEntry } from "../../pipeline/new-entry.ts";

/** A made-up 动态 of the unit, of that day: it passes every check, and shows what an entry looks like. */
export function exampleEntry(day: number, unit: string): { name: string; text: string } {
  const id = `${isoDay(day).replaceAll("-", "")}-示例-01`;
  const body = `${chineseDay(day)}，${unit}农村饮水管网改造一期建成通水。工程由${unit}组织实施，更换老旧管道12.6公里，新建加压泵站2座，惠及4个村1860户。
施工期间，${unit}安排3名干部驻点协调占地和停水事项，办理群众诉求37件，全部答复。通水当日抽检6个点位，水质均达标。
二期计划改造管道8.4公里，涉及3个村。这是一条示例信息，看过可以删去。`;
  const text = writeEntry(
    {
      id,
      title: `${unit}农村饮水管网改造一期通水`,
      category: "动态",
      unit,
      reporter: "示例报送员",
      approver: "示例签发人",
      secrecy: "公开",
      submitted: isoDay(day),
      occurred: isoDay(day),
      sources: ["现场记录", "水质抽检报告"],
      verification: { 人: "示例报送员", 时间: isoDay(day), 方式: "现场查看6个抽检点" },
      place: unit,
      body,
    },
    "md",
  );
  return { name: `${id}.md`, text };
}
