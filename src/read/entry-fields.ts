import {
  CHANNELS,
  CONTACT_TARGETS,
  CONTACT_WAYS,
  EVENT_KINDS,
  GRADES,
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
const secrecy: Shape<string> = (node) => (node.kind === "text" ? node.value.trim() : "（不是文字）");

const count = number({ whole: true, least: 0 });

const NO_CASUALTIES: Casualties = { dead: 0, serious: 0, minor: 0, injured: 0, missing: 0 };

/** 无 is what people write where nobody was hurt. */
const noCasualties: Shape<Casualties> = (node, spot) => {
  if (node.kind === "text" && /^(?:无|没有|无伤亡|无人员伤亡)$/u.test(node.value.trim())) return NO_CASUALTIES;
  if (node.kind === "text" && node.value.includes("：")) return countedCasualties(node, spot);
  return wrong(spot, node, ["应分项写人数", "请写成 {死亡: 1, 重伤: 2, 轻伤: 3}，没有写 无"]);
};

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
  stage: required("阶段", oneOf(...REPORT_STAGES)),
  number: field("次", number({ whole: true, least: 1 })),
  follows: field("续", text()),
});

const contact = record({
  to: required("对象", oneOf(...CONTACT_TARGETS)),
  name: field("名称", text()),
  via: field("方式", oneOf(...CONTACT_WAYS)),
  at: required("时间", moment()),
  by: field("接报人", text()),
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
  id: field("编号", text()),
  title: required("标题", text()),
  category: required("类别", text()),
  unit: required("报送单位", list(text())),
  reporter: required("报送员", text()),
  phone: field("联系电话", text()),
  approver: field("签发人", text()),
  editor: field("责任编辑", text()),
  register: field("登记号", text()),
  taken: field("收到时间", moment()),
  clerk: field("录入人", text()),
  secrecy: field("密级", secrecy),
  submitted: required("报送时间", moment()),
  occurred: field("事发时间", moment()),
  received: field("接报时间", moment()),
  sources: field("来源", list(text())),
  verification: field("核实", verification),
  themes: field("主题", list(text())),
  decision: field("决策事项", text()),
  stage: field("决策阶段", oneOf(...STAGES)),
  tone: field("喜忧", oneOf(...TONES)),
  channel: field("渠道", oneOf(...CHANNELS)),
  place: field("地点", text()),
  field: field("领域", text()),
  sensitivity: field("敏感", list(oneOf(...SENSITIVITIES))),
  commission: field("约稿", text()),
  instructions: field("批示", list(instruction as Shape<Instruction>)),
  attachments: field("附件", list(text())),
  kind: field("事件类型", oneOf(...EVENT_KINDS)),
  grade: field("等级", oneOf(...GRADES)),
  casualties: field("伤亡", orRecord(noCasualties, countedCasualties)),
  loss: field("损失", number({ least: 0 })),
  onsite: field("现场负责人", onsite as Shape<OnSite>),
  report: field("报告", report as Shape<Report>),
  timeline: field("报送记录", list(contact as Shape<Contact>)),
  body: required("正文", text({ lines: true })),
} as const;

export type EntryValues = Values<typeof ENTRY_FIELDS>;

/** The Chinese key of a field. */
export function keyOf(name: keyof typeof ENTRY_FIELDS): string {
  return ENTRY_FIELDS[name].key;
}
