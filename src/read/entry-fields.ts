import {
  CHANNELS,
  CONTACT_TARGETS,
  CONTACT_WAYS,
  EVENT_KINDS,
  GRADES,
  OPEN_SECRECY,
  REPORT_STAGES,
  SENSITIVITIES,
  STAGES,
  TONES,
  type Casualties,
  type Contact,
  type Instruction,
  type OnSite,
  type Report,
} from "../model/entry.ts";
import {
  described,
  field,
  list,
  mapped,
  moment,
  number,
  oneOf,
  orRecord,
  record,
  required,
  text,
  wrong,
  type Shape,
  type Values,
} from "./shape.ts";

/** Only what was written: whether it is open is the gate's to say, so nothing here is a fault. */
const secrecy: Shape<string> = described((node) => (node.kind === "text" ? node.value.trim() : "（不是文字）"), {
  enum: OPEN_SECRECY,
});

const count = number({ whole: true, least: 0 });

const NO_CASUALTIES: Casualties = { dead: 0, serious: 0, minor: 0, injured: 0, missing: 0 };

/** 无 is what people write where nobody was hurt. */
const noCasualties: Shape<Casualties> = described(
  (node, spot) => {
    if (node.kind === "text" && /^(?:无|没有|无伤亡|无人员伤亡)$/u.test(node.value.trim())) return NO_CASUALTIES;
    if (node.kind === "text" && node.value.includes("：")) return countedCasualties(node, spot);
    return wrong(spot, node, ["应分项写人数", "请写成 {死亡: 1, 重伤: 2, 轻伤: 3}，没有写 无"]);
  },
  { enum: ["无", "没有", "无伤亡", "无人员伤亡"] },
);

const countedCasualties: Shape<Casualties> = mapped(
  record({
    dead: field("死亡", count),
    serious: field("重伤", count),
    minor: field("轻伤", count),
    injured: field("受伤", count),
    missing: field("失联", count),
  }),
  (given) => ({
    dead: given.dead ?? 0,
    serious: given.serious ?? 0,
    minor: given.minor ?? 0,
    injured: given.injured ?? 0,
    missing: given.missing ?? 0,
  }),
);

const report = record({
  stage: required("阶段", oneOf(...REPORT_STAGES), "首报、续报、终报 之一"),
  number: field("次", number({ whole: true, least: 1 }), "第几次续报"),
  follows: field("续", text(), "接着哪一报：那一报的编号"),
});

const contact = record({
  to: required(
    "对象",
    oneOf(...CONTACT_TARGETS),
    "县委办 县政府办 县领导 县直部门 上级部门 媒体 其他 之一；上级部门指县以上，110、119、120 和县直部门不算",
  ),
  name: field("名称", text(), "具体是哪位领导、哪个部门、哪家媒体"),
  via: field("方式", oneOf(...CONTACT_WAYS), "电话 书面 系统 当面 之一"),
  at: required("时间", moment(), "24 小时制，写到分"),
  by: field("接报人", text(), "接电话的人"),
});

const instruction = record({
  leader: required("领导", text()),
  text: field("内容", text({ lines: true })),
  at: field("时间", moment()),
});
const onsite = record({ name: required("姓名", text()), post: field("职务", text()), phone: field("电话", text()) });
const verification = record({ by: field("人", text()), at: field("时间", moment()), method: field("方式", text()) });

/** The keys of an entry, Chinese and English: the one table of them. */
export const ENTRY_FIELDS = {
  id: field("编号", text(), "唯一编号。不写则取 entries/ 之下的路径；编发前必须写。zhuanbao new 会自动给"),
  title: required("标题", text(), "一行写完：单位 + 事情，一般不超过 30 字"),
  category: required(
    "类别",
    text(),
    "动态 经验 问题 建议 反馈 紧急 预测 社情民意 舆情 综合 之一；类别决定应有的要素和时限",
  ),
  unit: required(
    "报送单位",
    list(text()),
    "全称或简称，须在 zhuanbao.yaml 的“单位”之内；几个单位联合报送写成列表 [甲局, 乙镇]",
  ),
  reporter: required("报送员", text(), "填报人姓名；单位列了信息员的，应在名单之内"),
  phone: field("联系电话", text(), "报送员的电话，紧急信息必填；任何刊物都不印出"),
  approver: field("签发人", text(), "签发这条信息的单位领导；电话补录、纸质补录可以暂缺"),
  editor: field("责任编辑", text(), "县委办公室的编辑，由县委办公室填写"),
  register: field("登记号", text(), "县委办公室收件时统一编的号"),
  taken: field("收到时间", moment(), "县委办公室收到的时间"),
  clerk: field("录入人", text(), "电话、纸质信息的录入人"),
  secrecy: field("密级", secrecy, "公开、内部、工作秘密之一。国家秘密不得用本工具处理，写了会停止整次运行"),
  submitted: required("报送时间", moment(), "报到县委办公室的时间，如 2026-11-18 09:10；紧急信息写到几时几分"),
  occurred: field("事发时间", moment(), "事情发生的时间；紧急信息必填，写到几时几分"),
  received: field("接报时间", moment(), "本单位接到报告的时间"),
  sources: field("来源", list(text()), "事实从哪里来，可以是列表：台账、现场记录、座谈会等"),
  verification: field("核实", verification, "谁、何时、怎样核实的：{人: …, 时间: …, 方式: …}；首报可以先不核实"),
  themes: field("主题", list(text()), "对应 zhuanbao.yaml 里哪个关注点"),
  decision: field("决策事项", text(), "对应 zhuanbao.yaml 里哪项决策的编号"),
  stage: field("决策阶段", oneOf(...STAGES), "决策前（要有预见）、决策中（要有依据）、决策后（要有反响）"),
  tone: field("喜忧", oneOf(...TONES), "喜 忧 中 之一，不写按类别"),
  channel: field(
    "渠道",
    oneOf(...CHANNELS),
    "从哪条渠道来：正常报送（不写即是）、电话补录、纸质补录、走访、信访、网络、其他",
  ),
  place: field("地点", text(), "发生在哪里：乡镇、村组、路段"),
  field: field("领域", text(), "工作领域，如 农业农村、交通运输"),
  sensitivity: field(
    "敏感",
    list(oneOf(...SENSITIVITIES)),
    "敏感在哪里：时间、地点、人群、事件，可多选；敏感事件不受分级限制",
  ),
  commission: field("约稿", text(), "应哪个约稿而写：约稿的编号"),
  instructions: field(
    "批示",
    list(instruction as Shape<Instruction>),
    "落实的是哪位领导的批示：[{领导: …, 内容: …, 时间: …}]",
  ),
  attachments: field("附件", list(text()), "附件的文件名，可以是列表"),
  kind: field("事件类型", oneOf(...EVENT_KINDS), "自然灾害 事故灾难 公共卫生 社会安全 之一；紧急信息不写按事故灾难"),
  grade: field("等级", oneOf(...GRADES), "特别重大 重大 较大 一般 之一；按死亡、重伤、损失核对"),
  casualties: field(
    "伤亡",
    orRecord(noCasualties, countedCasualties),
    "{死亡: 0, 重伤: 0, 轻伤: 0, 受伤: 0, 失联: 0}；“受伤”是分不清轻重的；没有写 无",
  ),
  loss: field("损失", number({ least: 0 }), "直接经济损失，万元，只写数字"),
  onsite: field("现场负责人", onsite as Shape<OnSite>, "{姓名: …, 职务: …, 电话: …}"),
  report: field("报告", report as Shape<Report>, "{阶段: 首报/续报/终报, 次: 第几次续报, 续: 上一报的编号}"),
  timeline: field(
    "报送记录",
    list(contact as Shape<Contact>),
    "向谁、怎样、何时报告过：[{对象: 县委办, 方式: 电话, 时间: 2026-11-18 08:30, 接报人: …}]；紧急信息必填",
  ),
  body: required(
    "正文",
    text({ lines: true }),
    "每行一段；小标题写 一、 （一） 1. （1）；列表用 - ；可以有表格和 **加粗**",
  ),
} as const;

export type EntryValues = Values<typeof ENTRY_FIELDS>;

/** The Chinese key of a field. */
export function keyOf(name: keyof typeof ENTRY_FIELDS): string {
  return ENTRY_FIELDS[name].key;
}
