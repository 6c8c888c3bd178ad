import { nearest } from "../../base/similar.ts";
import { quote } from "../../base/visible.ts";
import { EVENT_KINDS, GRADES, OPEN_SECRECY } from "../../model/entry.ts";
import { UsageError } from "../command.ts";
import {
  oneLine,
  profileOf,
  readClock,
  readLoss,
  readPhone,
  readTime,
  readVerified,
  splitCasualties,
  splitTold,
  unitNames,
  type Desk,
  type ReadAnswer,
} from "./desk.ts";

/** One thing an entry needs to know: asked at a terminal, or given by its flag. */
export interface Question {
  /** `title` is `--title`. */
  readonly flag: string;
  /** What stands for the value in the help. */
  readonly value: string;
  readonly message: string;
  readonly help: string;
  /** Several: the flag may be repeated, an answer may be divided by 、. */
  readonly several?: boolean;
  /** Whether a choice is offered, and of what. */
  choices?(desk: Desk): readonly string[];
  fallback?(desk: Desk): string;
  readonly read?: ReadAnswer;
}

/** One of what is offered; `kind` names it in messages. */
function among(kind: string, choices: (desk: Desk) => readonly string[]): ReadAnswer {
  return (answer, desk) => {
    const offered = choices(desk);
    if (offered.includes(answer)) return answer;
    const near = nearest(answer, offered);
    throw new UsageError(
      `没有“${quote(answer)}”这个${kind}`,
      `${near ? `是不是“${near}”？` : ""}可选：${offered.join("、")}`,
    );
  };
}

const categories = (desk: Desk): string[] => [...profileOf(desk).categories.keys()];
const checkedCategory = among("类别", categories);

/** On the telephone nobody is turned away because a list is short. */
const readUnit: ReadAnswer = (answer, desk) => {
  const unit = desk.workspace.grounds.office.units.find(({ name, short }) => name === answer || short === answer);
  if (unit || desk.phone || unitNames(desk).length === 0) return unit?.name ?? oneLine(answer, desk);
  const near = nearest(answer, unitNames(desk));
  throw new UsageError(
    `“${quote(answer)}”不在 zhuanbao.yaml 的“单位”里`,
    near ? `是不是“${near}”？` : "请核对单位名称；新单位请先加进 zhuanbao.yaml",
  );
};

const readTold: ReadAnswer = (answer, desk) => {
  const { name, at } = splitTold(answer, desk);
  return `${name} ${at}`.trim();
};

const readCasualties: ReadAnswer = (answer) => {
  splitCasualties(answer);
  return answer.trim();
};

/** Every question there is; which are asked, and in what order, is said by `courseOf`. */
export const QUESTIONS: readonly Question[] = [
  {
    flag: "category",
    value: "类别",
    message: "类别",
    help: "信息的类别，如 动态、问题、紧急",
    choices: categories,
    read: checkedCategory,
  },
  { flag: "title", value: "标题", message: "标题（一行，说清谁、什么事）", help: "标题", read: oneLine },
  {
    flag: "unit",
    value: "单位",
    message: "报送单位",
    help: "报送单位；联合报送的可重复",
    several: true,
    choices: unitNames,
    read: readUnit,
  },
  { flag: "reporter", value: "姓名", message: "报送员姓名", help: "报送员", read: oneLine },
  { flag: "phone-number", value: "号码", message: "联系电话", help: "报送员的联系电话；紧急信息必填", read: readPhone },
  { flag: "approver", value: "姓名", message: "签发人（单位领导）", help: "签发人；电话报告可不填", read: oneLine },
  {
    flag: "secrecy",
    value: "密级",
    message: "密级",
    help: `密级：${OPEN_SECRECY.join("、")}`,
    // The safe one first: it is what a hasty Enter takes.
    choices: () => ["内部", ...OPEN_SECRECY.filter((level) => level !== "内部")],
    fallback: ({ phone }) => (phone ? "内部" : ""),
  },
  {
    flag: "occurred",
    value: "时间",
    message: "事发时间（如 14:05，或 2026-11-23 14:05）",
    help: "事发时间，如 14:05",
    read: readTime,
  },
  { flag: "received", value: "时间", message: "接报时间（单位几时得知）", help: "接报时间", read: readTime },
  { flag: "submitted", value: "时间", message: "报送时间", help: "报送时间；不写即现在", read: readTime },
  { flag: "place", value: "地点", message: "地点（乡镇、村或路段）", help: "地点", read: oneLine },
  {
    flag: "source",
    value: "来源",
    message: "信息来源（几个用、分开）",
    help: "信息来源；可重复",
    several: true,
    read: oneLine,
  },
  {
    flag: "verified",
    value: "人 时间 方式",
    message: "核实（谁、何时、怎样核实的，如 张三 09:30 到现场查看；还没有核实直接回车）",
    help: '核实，如 "张三 09:30 到现场查看"',
    read: readVerified,
  },
  {
    flag: "theme",
    value: "关注点",
    message: "主题（几个用、分开）",
    help: "对应的关注点；可重复",
    several: true,
    read: oneLine,
  },
  {
    flag: "casualties",
    value: "伤亡",
    message: "伤亡（如 死亡1 重伤2；没有写 无；不清楚直接回车）",
    help: '伤亡，如 "死亡1 重伤2"，没有写 无',
    read: readCasualties,
  },
  {
    flag: "kind",
    value: "事件类型",
    message: "事件类型",
    help: `事件类型：${EVENT_KINDS.join("、")}`,
    choices: () => ["事故灾难", ...EVENT_KINDS.filter((kind) => kind !== "事故灾难")],
    read: among("事件类型", () => EVENT_KINDS),
  },
  {
    flag: "grade",
    value: "等级",
    message: "等级",
    help: `等级：${GRADES.join("、")}`,
    read: among("等级", () => GRADES),
  },
  {
    flag: "loss",
    value: "万元",
    message: "直接损失（万元；没有写 0，不清楚直接回车）",
    help: "直接经济损失，单位万元",
    read: readLoss,
  },
  {
    flag: "onsite",
    value: "姓名职务电话",
    message: "现场负责人（姓名 职务 电话，用空格分开；没有直接回车）",
    help: '现场负责人，如 "贾同舟 枫笕乡乡长 0570-1234567"',
    read: oneLine,
  },
  {
    flag: "told-office",
    value: "时间",
    message: "几时电话报县委办的（没有打过直接回车）",
    help: "电话报县委办的时间；new --phone 即现在",
    read: readClock,
  },
  {
    flag: "told-superior",
    value: "单位和时间",
    message: "上级部门知道了吗（报过写 单位 时间，如 市应急管理局 14:20；没有直接回车）",
    help: '已报上级部门，如 "市应急管理局 14:20"；可重复',
    several: true,
    read: readTold,
  },
  {
    flag: "told-leader",
    value: "领导和时间",
    message: "县领导知道了吗（报过写 领导 时间，如 县长陆明远 14:22；没有直接回车）",
    help: '已报县领导，如 "县长陆明远 14:22"；可重复',
    several: true,
    read: readTold,
  },
  { flag: "taker", value: "姓名", message: "接报人（您的姓名）", help: "县委办接电话的人", read: oneLine },
  { flag: "body", value: "正文", message: "正文", help: "正文；也可用 --body-file" },
];
