// Made-up entries as a ledger keeps them, about 1.5 KB of text each: all invented, from a seeded generator.
import { choosing } from "./matters.mjs";

const TOWNS = [
  "青石镇",
  "白云镇",
  "河口乡",
  "砚坪镇",
  "蓼塘镇",
  "县水利局",
  "县人社局",
  "县信访局",
  "县住建局",
  "县农业农村局",
];
const SIGNS =
  "石青白红黄金银双大小长东西南北上下新老龙凤马牛羊松竹梅兰桂枫樟榆柳桃李杏荷清沙云雾溪泉井塘湖江洲港湾沟坪坡岭岗峰岩崖洞坝桥渡关寨营";
const CATEGORIES = ["动态", "问题", "经验", "建议", "社情民意", "反馈"];
/** Stands in one entry of ten thousand. */
export const RARE = "凤凰嘴渡槽";

export const OFFICE = `机关: 中共澄岭县委办公室
单位:
${TOWNS.map((name) => `  - { 名称: ${name}, 简称: ${name.replace(/[镇乡]$/u, "")} }\n`).join("")}关注:
  - { 名称: 冬春水利建设, 类型: 长期, 权重: 3, 关键词: [干渠, 渗漏, 冬灌] }
  - { 名称: 根治欠薪, 类型: 长期, 权重: 5, 关键词: [欠薪/拖欠工资] }
`;

const TOPICS = [
  ["灌溉渠道渗漏影响冬灌", "冬春水利建设", "渠道衬砌开裂，渗漏点多，近三年累计投入维修资金"],
  ["工地欠薪问题反映集中", "根治欠薪", "总包单位以结算未完为由拖欠工资，部分班组长已离场，涉及欠薪"],
  ["柑橘滞销果农盼拓销路", null, "受外地早熟品种冲击，收购价比上年同期下降，冷库已满，客商观望"],
  ["老旧小区消防通道被占", null, "机动车乱停乱放，消防通道堵塞，物业劝导无效，居民多次投诉"],
  ["校车超员问题有所反弹", null, "早晚高峰车次不足，有的车辆核载与实载相差较大，家长反映强烈"],
  ["村卫生室缺药缺人", null, "常用药品配送不及时，村医平均年龄偏大，慢性病人往返县城取药"],
  ["生猪养殖污染治理见效", null, "粪污集中收运，水质监测断面好转，养殖户投入改造资金"],
  ["招商项目落地遇阻", null, "用地指标和用电容量没有落实，企业要求尽快明确供地时间"],
];
const FILLER = [
  "镇党委、政府召开专题会议研究，班子成员分片包干，逐村逐户核实情况，建立台账，明确责任人和完成时限。",
  "县直有关部门先后到现场办公，就资金、技术、用地等提出意见，群众代表参加座谈，总体情绪稳定。",
  "从排查情况看，这类问题在全县其他乡镇也不同程度存在，如不及时解决，可能影响今冬明春的工作。",
  "建议由县级主管部门牵头，会同财政、自然资源等部门制定方案，明确分级负担比例，年底前拿出办法。",
  "群众普遍认为办法可行，也担心后续管护跟不上，希望落实专人、专账，定期公布收支和进度。",
];

/** Entry number `index`, printed on a day. */
export function makePrinted(index, day) {
  const { pick, number } = choosing(20261123 + index * 7919);
  const name = () => pick(SIGNS) + pick(SIGNS);
  const [what, theme, detail] = pick(TOPICS);
  const [unit, village] = [pick(TOWNS), `${name()}村`];
  const told = Array.from({ length: 5 }, () => {
    return `${name()}组${number(3, 96)}户反映，${detail}${number(12, 980)}万元，涉及${number(30, 9800)}亩、${number(12, 4800)}人，${name()}桥至${name()}坝一段尤为突出。${pick(FILLER)}`;
  });
  if (index % 10_000 === 77) told.push(`${RARE}年久失修。`);
  return {
    id: `条-${index}`,
    fingerprint: index.toString(16).padStart(14, "0"),
    title: `${unit}${village}${what}`,
    units: [unit],
    category: pick(CATEGORIES),
    group: "问题与建议",
    themes: theme === null ? [] : [theme],
    decision: null,
    stage: null,
    tone: "忧",
    place: village,
    occurred: null,
    received: null,
    submitted: { day: day - 1, clock: 540, instant: (day - 1) * 1440 + 60 },
    taken: null,
    report: null,
    text: told.join("\n"),
  };
}
