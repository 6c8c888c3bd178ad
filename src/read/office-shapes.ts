import { STAGES } from "../model/entry.ts";
import type { Commission, Decision, Leader, Phrase, Theme, Unit } from "../model/office.ts";
import type { GroupRule } from "../model/profile.ts";
import { day, field, list, mapped, number, oneOf, orRecord, record, required, text, type Shape } from "./shape.ts";

/** A list of texts. */
export const texts = list(text());

/** A 单位: its name alone, or all that is known of it. */
export const unit: Shape<Unit> = mapped(
  orRecord(
    mapped(text(), (name) => ({ name, short: null, group: null, leader: null, reporters: null })),
    record({
      name: required("名称", text()),
      short: field("简称", text(), "信息里也可以这样写"),
      group: field("组", text(), "如 乡镇、县直"),
      leader: field("分管领导", text(), "该单位分管信息工作的负责人"),
      reporters: field("信息员", texts, "有权报送的人；不写就不核对"),
    }),
  ),
  (given) => ({ ...given, name: given.name ?? "", reporters: given.reporters ?? [] }),
);

/** A 领导. */
export const leader: Shape<Leader> = mapped(
  record({
    post: required("职务", text(), "如 县委副书记、县长"),
    name: required("姓名", text(), "领导姓名"),
    portfolio: field("分管", texts, "分管的工作"),
  }),
  (given) => ({ post: given.post ?? "", name: given.name ?? "", portfolio: given.portfolio ?? [] }),
);

/** A 关注点. */
export const theme: Shape<Theme> = mapped(
  record({
    name: required("名称", text()),
    term: required("类型", oneOf("长期", "阶段"), "长期 或 阶段"),
    from: field("起", day(), "从哪天起"),
    to: field("止", day(), "到哪天止，当天仍有效；过期不再加分"),
    weight: field("权重", number({ least: 0 }), "对上时加几分"),
    keywords: field("关键词", texts, "标题或正文里出现就算对上；同义的写在一起，用“/”隔开，如 抗旱/旱情/缺水"),
    leader: field("领导", text(), "哪位领导关心，写姓名或职务"),
    source: field("来源", text(), "从哪里来，如 县委2026年工作要点、韩书记11月3日批示、县委常委会"),
  }),
  (given) => ({
    ...given,
    name: given.name ?? "",
    term: given.term ?? "长期",
    weight: given.weight ?? 1,
    keywords: given.keywords ?? [],
  }),
);

/** A 决策事项. */
export const decision: Shape<Decision> = mapped(
  record({
    id: required("编号", text()),
    name: required("名称", text()),
    day: field("日期", day()),
    stage: field("阶段", oneOf(...STAGES)),
    keywords: field("关键词", texts, "标题或正文里出现就算说到它；同义的用“/”隔开"),
    responseDays: field("反响天数", number({ least: 1 }), "作出决定后多少天没有反响就提醒；不写按规则集"),
  }),
  (given) => ({ ...given, id: given.id ?? "", name: given.name ?? "", keywords: given.keywords ?? [] }),
);

/** A 约稿. */
export const commission: Shape<Commission> = mapped(
  record({
    id: required("编号", text()),
    topic: field("题目", text(), "约稿的题目"),
    units: field("单位", texts),
    due: field("截止", day(), "最后一天，当天仍算按时"),
  }),
  (given) => ({ ...given, id: given.id ?? "", units: given.units ?? [] }),
);

/** A 规范表述: the wording alone, or with ways it is often miswritten. */
export const phrase: Shape<Phrase> = mapped(
  orRecord(
    mapped(text(), (right) => ({ right, wrong: null })),
    record({ right: required("用", text(), "正确的写法"), wrong: field("不用", texts, "常见的错误写法") }),
  ),
  (given) => ({ right: given.right ?? "", wrong: given.wrong ?? [] }),
);

/** A priority group, as an office or a profile gives it. */
export const groupRule: Shape<GroupRule> = mapped(
  record({
    name: required("名称", text()),
    categories: field("类别", texts),
    when: field("条件", list(oneOf("批示", "关注点"))),
    points: field("分值", number()),
  }),
  (given) => ({
    name: given.name ?? "",
    categories: given.categories ?? [],
    when: given.when ?? [],
    points: given.points ?? 0,
  }),
);
