import { entryText, officeWith, type Folder } from "../commands/support.ts";
import type { EntryParts } from "../pipeline/support.ts";

/** An office of five units with three themes, one decision nobody answered, and one 约稿. */
export const OFFICE = `机关: 中共澄岭县委办公室
单位:
  - { 名称: 青石镇, 简称: 青石, 组: 乡镇, 信息员: [王敏] }
  - { 名称: 白云镇, 简称: 白云, 组: 乡镇, 信息员: [王敏] }
  - { 名称: 河口乡, 组: 乡镇, 信息员: [王敏] }
  - { 名称: 县水利局, 组: 县直, 信息员: [王敏] }
  - { 名称: 县信访局, 组: 县直, 信息员: [王敏] }
关注:
  - { 名称: 根治欠薪, 类型: 阶段, 起: 2026-11-01, 止: 2027-01-31, 权重: 5, 关键词: [欠薪/拖欠工资], 领导: 张立 }
  - { 名称: 冬春水利建设, 类型: 长期, 权重: 3, 关键词: [水利建设, 冬修水利] }
  - { 名称: 森林防火, 类型: 阶段, 起: 2026-10-01, 止: 2026-11-10, 权重: 4, 关键词: [森林防火] }
决策:
  - { 编号: 常-1, 名称: 校车安全管理办法, 日期: 2026-10-01, 阶段: 决策后, 关键词: [校车安全管理办法] }
约稿:
  - { 编号: 约稿-2026-11-02, 题目: 晚熟柑橘产销情况, 单位: [白云镇], 截止: 2026-11-30 }
`;

/** An entry that does not say when the thing happened, so that any day it came is as good as another. */
export function entry(parts: EntryParts): string {
  return entryText({ 事发时间: "", ...parts });
}

const WAGES = entry({
  编号: "欠薪一",
  标题: "青石镇一处工地12名工人反映工资没有结清",
  类别: "问题",
  渠道: "走访",
  报送时间: "2026-11-18 09:00",
  地点: "石坝村",
  正文: "走访了解到，石坝村安置房工地拖欠工资38万元，涉及钢筋班组12人。建议由县人社局牵头核查。",
});
const WAGES_TOO = entry({
  编号: "欠薪二",
  标题: "白云镇家具厂职工盼发清三个月工资",
  类别: "社情民意",
  报送单位: "白云",
  渠道: "信访",
  报送时间: "2026-11-20 09:00",
  地点: "白云工业集中区",
  正文: "家具厂欠薪已满三个月，57名职工到镇信访窗口登记，盼年前发清。",
});
const FIRE = entry({
  编号: "防火",
  标题: "青石镇森林防火巡查到组到户",
  报送时间: "2026-11-05 09:00",
  正文: "全镇42名护林员分片巡查。",
});
const ORCHARD = entry({
  编号: "果园",
  标题: "白云镇果园滴灌投用",
  报送单位: "白云镇",
  领域: "农业农村",
  报送时间: "2026-11-06 09:00",
  正文: "320亩果园滴灌投用，亩均节水四成。",
});
/** Of two units together. */
const JOINT = entry({
  编号: "联合",
  标题: "青石镇联合县信访局就地化解果园承包纠纷",
  类别: "经验",
  报送单位: "[青石, 县信访局]",
  领域: "农业农村",
  报送时间: "2026-11-10 09:00",
  正文: "镇、县两级坐到果园里调处，9户承包户当场签字。",
});
const ADVICE = entry({
  编号: "建议",
  标题: "建议把网上信访件办理结果发到户",
  类别: "建议",
  报送单位: "县信访局",
  报送时间: "2026-11-12 09:00",
  正文: "建议由县信访局牵头，12月底前把办理结果以短信发到户。",
});
/** Bad news under a category that is good by itself, and the answer to a 约稿 that the office has taken off its list. */
const BROKEN = entry({
  编号: "路灯",
  标题: "青石镇集镇路灯一半不亮",
  喜忧: "忧",
  约稿: "约稿-2026-11-07",
  报送时间: "2026-11-15 09:00",
  正文: "集镇主街46盏路灯有23盏不亮。",
});
const FEEDBACK = entry({
  编号: "反馈",
  标题: "白云镇落实秋季秸秆禁烧会议情况",
  类别: "反馈",
  报送单位: "白云镇",
  领域: "农业农村",
  报送时间: "2026-11-16 09:00",
  正文: "禁烧会议要求逐条落实，群众认为打捆回收价低。",
});
/** From a unit that the office does not list, which stops it; and of a theme that was over by then. */
const STRANGER = entry({
  编号: "外来",
  标题: "红岩林场森林防火队整编",
  报送单位: "红岩林场",
  报送时间: "2026-11-17 09:00",
  正文: "18名队员整编完毕。",
});
/** Before the month. */
const OCTOBER = entry({
  编号: "十月",
  标题: "河口乡渡口栏杆锈断",
  类别: "问题",
  报送单位: "河口乡",
  报送时间: "2026-10-30 09:00",
  正文: "渡口栏杆锈断三处，请县交通局牵头更换。",
});

/** Nine entries of November, one of October, and one file nobody can read. */
export const ENTRIES: Readonly<Record<string, string>> = {
  "01.yaml": WAGES,
  "02.yaml": WAGES_TOO,
  "03.yaml": FIRE,
  "04.yaml": ORCHARD,
  "05.yaml": JOINT,
  "06.yaml": ADVICE,
  "07.yaml": BROKEN,
  "08.yaml": FEEDBACK,
  "09.yaml": STRANGER,
  "10.yaml": OCTOBER,
  "11.yaml": "标题: [坏\n",
};

export function office(entries = ENTRIES, settings = OFFICE): Folder {
  return officeWith(entries, settings);
}

/** What `--json` says. */
export interface Picture {
  readonly from: string;
  readonly to: string;
  readonly entries: number;
  readonly stopped: number;
  readonly unread: number;
  readonly joint: number;
  readonly units: readonly {
    readonly name: string;
    readonly group: string | null;
    readonly total: number;
    readonly categories: Readonly<Record<string, number>>;
    readonly themes: Readonly<Record<string, number>>;
    readonly tone: Readonly<Record<string, number>>;
  }[];
  readonly categories: Readonly<Record<string, number>>;
  readonly themes: readonly { readonly name: string; readonly count: number; readonly entries: readonly string[] }[];
  readonly silent: readonly string[];
  readonly tone: Readonly<Record<string, number>>;
  readonly lopsided: readonly { readonly name: string }[];
  readonly unthemed: readonly string[];
  readonly channels: { readonly counts: Readonly<Record<string, number>>; unusual: number; share: number | null };
  readonly research: { readonly research: number; readonly news: number; readonly share: number | null };
  readonly hot: readonly { readonly word: string; readonly source: string; count: number; units: string[] }[];
  readonly signs: readonly {
    readonly kind: string;
    readonly from: string;
    readonly to: string;
    readonly units: readonly string[];
    readonly matters: number;
    readonly entries: readonly string[];
  }[];
  readonly unanswered: readonly { readonly id: string; readonly days: number }[];
  readonly gaps: readonly {
    readonly id: string;
    readonly kind: string;
    readonly topic: string;
    readonly units: readonly string[];
    readonly due: string | null;
    readonly before: boolean;
  }[];
  readonly diagnostics: readonly { readonly rule: string; readonly file: string }[];
}

/** Runs `coverage --json` and reads what it says; it must have come to an end without faults. */
export async function pictureOf(folder: Folder, ...argv: string[]): Promise<Picture> {
  const { code, out, err } = await folder.run(["coverage", "--json", ...argv]);
  if (code !== 0) throw new Error(`exit ${code}: ${err}`);
  return JSON.parse(out) as Picture;
}
