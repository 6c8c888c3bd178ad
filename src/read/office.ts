import { isZone } from "../base/time.ts";
import type { Finding } from "../model/diagnostic.ts";
import { OPEN_SECRECY } from "../model/entry.ts";
import { NUMBER_FORMS, type Office, type OfficePaths, type Publication } from "../model/office.ts";
import type { Source } from "../model/source.ts";
import type { Node } from "./node.ts";
import { checkRuleNames, ruleSetting, type RuleNames } from "./office-rules.ts";
import { commission, decision, groupRule, leader, phrase, texts, theme, unit } from "./office-shapes.ts";
import { NodePlaces } from "./places.ts";
import { Reading } from "./reading.ts";
import {
  described,
  field,
  headOf,
  list,
  mapOf,
  number,
  oneOf,
  record,
  required,
  text,
  wrong,
  type Shape,
} from "./shape.ts";
import { readOneYaml } from "./yaml.ts";

/** What holds where an office says nothing. */
export const DEFAULT_OFFICE: Office = {
  name: "",
  zone: "Asia/Shanghai",
  profiles: ["county"],
  units: [],
  leaders: [],
  themes: [],
  decisions: [],
  commissions: [],
  phrases: [],
  return: { contact: null, phone: null, days: null },
  groups: [],
  publications: [],
  rules: new Map(),
  paths: { entries: "entries", plans: "plans", out: "out", ledger: "台账" },
  places: null,
};

const publicationFields = record({
  template: field("模板", text(), "用哪个模板；不写与刊名同名"),
  looks: field("版式", texts, "在模板自带的版式上改：自带的名称，如 补偿版心、页码居中，或工作区里的文件"),
  numbering: field("期号", oneOf("年度", "总期"), "年度：每年从第 1 期起；总期：连续编号"),
  numberForm: field("期号样式", oneOf(...NUMBER_FORMS), "印成 第12期、(12)，还是 第12期（总第128期）"),
  firstNumber: field("起期", number({ whole: true, least: 1 }), "用本工具编的第一期是第几期；不写从 1 起"),
  firstTotal: field("起总期", number({ whole: true, least: 1 }), "用本工具编的第一期是总第几期；不写从 1 起"),
  issuer: field("编发单位", text(), "印在版头；不写用机关全称"),
  reportTo: field("报", texts, "上级和领导"),
  sendTo: field("送", texts, "同级和不相隶属的单位"),
  issueTo: field("发", texts, "下级单位；有“发”的刊物只宜登公开的信息"),
  copies: field("印数", number({ whole: true, least: 1 }), "共印多少份"),
  editor: field("责任编辑", text(), "印在报尾；不写不印"),
  reviewer: field("审核", text(), "印在报尾；不写不印"),
  signer: field("签发", text(), "印在报尾；不写不印"),
  phone: field("联系电话", text(), "编辑部门的电话，印在报尾；不写不印"),
  limit: field("条数上限", number({ whole: true, least: 1 }), "一期最多几条，紧急信息不受限"),
  ceiling: field("密级上限", oneOf(...OPEN_SECRECY), "本刊最高能登的密级"),
  takes: field("收录", texts, "收哪些类别；不写全收。其余的列在不用里，说明更适合哪种刊物"),
});

type PublicationValues = ReturnType<typeof publicationFields> & object;

function publication(name: string, given: Partial<PublicationValues>): Publication {
  return {
    name,
    template: given.template ?? name,
    looks: given.looks ?? [],
    numbering: given.numbering ?? "年度",
    numberForm: given.numberForm ?? "第N期",
    firstNumber: given.firstNumber ?? 1,
    firstTotal: given.firstTotal ?? 1,
    issuer: given.issuer ?? null,
    reportTo: given.reportTo ?? [],
    sendTo: given.sendTo ?? [],
    issueTo: given.issueTo ?? [],
    copies: given.copies ?? null,
    editor: given.editor ?? null,
    reviewer: given.reviewer ?? null,
    signer: given.signer ?? null,
    phone: given.phone ?? null,
    limit: given.limit ?? null,
    ceiling: given.ceiling ?? "内部",
    takes: given.takes ?? [],
  };
}

/** The publication of that name, with what holds where the office says nothing of it. */
export function publicationOf(office: Office, name: string): Publication {
  return office.publications.find((known) => known.name === name) ?? publication(name, {});
}

const zone: Shape<string> = described(
  (node, spot) => {
    const name = text()(node, spot);
    if (name === undefined || isZone(name)) return name;
    return wrong(spot, node, [`“${name}”不是时区名称`, "请写 Asia/Shanghai 这样的名称；在中国不必写"]);
  },
  { type: "string" },
);

const paths = record({
  entries: field("entries", text()),
  plans: field("plans", text()),
  out: field("out", text()),
  ledger: field("台账", text(), "台账目录，或 postgres://…"),
});

const returned = record({
  contact: field("联系人", text(), "单位有疑问找谁，印在退稿单末尾；不写留空白"),
  phone: field("电话", text(), "联系人的电话"),
  days: field("期限", number({ whole: true, least: 1 }), "几个工作日内改好报回；不写留空白"),
});

/** The keys of `zhuanbao.yaml`. */
export const officeFields = record({
  office: required("机关", text(), "机关全称，如 中共××县委办公室；唯一必填的一项"),
  zone: field("时区", zone, "时区名称，在中国不必写"),
  profiles: field("规则集", texts, "按次序叠用的规则集，后面的盖住前面的；自带的写名字，自己的写文件名"),
  units: field("单位", list(unit), "可以报送信息的单位；不写就不核对报送单位"),
  leaders: field("领导", list(leader), "县领导，按礼宾次序排列"),
  themes: field("关注", list(theme), "领导现在要了解什么：长期主题和阶段重点，排序时加分"),
  decisions: field("决策", list(decision), "已经作出或准备作出的决定，与信息的“决策事项”对应"),
  commissions: field("约稿", list(commission), "向哪些单位约了什么稿，何时截止"),
  phrases: field("规范表述", list(phrase), "正确的提法，写错一字会提醒；可以列出常见的错误写法"),
  return: field("退稿", returned, "退稿单上的联系人、电话和改好的期限"),
  groups: field("分组", list(groupRule), "一期之内各组的先后；不写用规则集的"),
  publications: field("刊物", mapOf(publicationFields), "每种刊物的模板、编号、报送对象"),
  rules: field("规则", mapOf(ruleSetting), "改规则的级别（off、note、warning、error）或数值"),
  ledger: field("台账", text()),
  paths: field("目录", paths, "各目录的位置"),
});

/** Reads `zhuanbao.yaml`; what cannot be read keeps its default, and `ruleNames` are those it may speak of. */
export function readOffice(source: Source, ruleNames: RuleNames): { office: Office; findings: Finding[] } {
  const reading = new Reading(source, DEFAULT_OFFICE.zone);
  const node = readOneYaml(reading);
  if (!node) {
    if (reading.faults.length === 0)
      reading.fault("missing-field", { start: 0, end: 0 }, "缺少“机关”", "请写“机关: 中共××县委办公室”");
    return { office: DEFAULT_OFFICE, findings: reading.findings(null) };
  }
  const nodes = new Map<string, Node>();
  const given = officeFields(node, {
    reading,
    label: "",
    path: "",
    place: (path, found) => void nodes.set(path, found),
  });
  if (node.kind === "map") checkRuleNames(reading, node, ruleNames);
  const places = new NodePlaces(source, node.kind === "map" ? headOf(node) : node, nodes);
  return { office: given ? { ...assemble(given), places } : DEFAULT_OFFICE, findings: reading.findings(null) };
}

function assemble(given: NonNullable<ReturnType<typeof officeFields>>): Omit<Office, "places"> {
  const publications = [...(given.publications ?? [])].map(([name, values]) => publication(name, values));
  const folders: OfficePaths = {
    entries: given.paths?.entries ?? DEFAULT_OFFICE.paths.entries,
    plans: given.paths?.plans ?? DEFAULT_OFFICE.paths.plans,
    out: given.paths?.out ?? DEFAULT_OFFICE.paths.out,
    ledger: given.ledger ?? given.paths?.ledger ?? DEFAULT_OFFICE.paths.ledger,
  };
  return {
    name: given.office ?? "",
    zone: given.zone ?? DEFAULT_OFFICE.zone,
    profiles: given.profiles ?? DEFAULT_OFFICE.profiles,
    units: given.units ?? [],
    leaders: given.leaders ?? [],
    themes: given.themes ?? [],
    decisions: given.decisions ?? [],
    commissions: given.commissions ?? [],
    phrases: given.phrases ?? [],
    return: { ...DEFAULT_OFFICE.return, ...given.return },
    groups: given.groups ?? [],
    publications,
    rules: given.rules ?? new Map(),
    paths: folders,
  };
}
