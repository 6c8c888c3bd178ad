// Made-up matters for timing: each is a record of facts, which two units can tell in words of their own. All invented.
const PLACES =
  "石青白红黄金银双大小长东西南北上下新老龙凤马牛羊松竹梅兰桂枫樟榆柳桃李杏荷清沙云雾溪泉井塘湖江洲港湾沟坪坡岭岗峰岩崖洞坝桥渡关寨营堡庙塔亭";
const HEADS = "顺恒永瑞嘉丰盛泰安和宏伟茂昌隆兴华联众汇聚创远航达通捷锐科宇天地元亨利贞";
const TOWNS = 24;

/** A stream of numbers from 0 to 1 that is the same for the same seed. */
function stream(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** What is picked from lists and spans of numbers, the same for the same seed. */
export function choosing(seed) {
  const random = stream(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const number = (from, to) => from + Math.floor(random() * (to - from + 1));
  return { random, pick, number };
}

/** `count` files of one entry each; every planted pair is the paths of two that tell one matter. */
export function makeEntries(count, share) {
  const { random, pick, number } = choosing(20261123);
  const files = [];
  const planted = [];
  const doubles = Math.round(count * share);
  for (let index = 0; files.length < count; index++) {
    const facts = factsOf({ random, pick, number });
    const topic = TOPICS[index % TOPICS.length];
    files.push(file(files.length, facts.month, { ...topic.first(facts), unit: facts.town }, { pick, number }));
    if (index < doubles && files.length < count) {
      planted.push([files.at(-1).path, pathOf(files.length)]);
      files.push(file(files.length, facts.month, { ...topic.second(facts), unit: topic.bureau }, { pick, number }));
    }
  }
  return { files, planted };
}

function factsOf({ pick, number }) {
  const two = () => pick(PLACES) + pick(PLACES);
  const month = number(1, 11);
  return {
    town: `${PLACES[number(0, TOWNS - 1)]}${pick("坪浦塘溪桥")}镇`,
    village: `${two()}村`,
    other: `${two()}村`,
    road: `县道X${number(100, 399)}线`,
    firm: `${pick(HEADS)}${pick(HEADS)}${pick(["木业", "食品", "陶瓷", "铸造", "纺织", "石材"])}公司`,
    place: `${two()}${pick(["水库", "小区", "桥", "渠", "山"])}`,
    date: `${month}月${number(2, 26)}日`,
    month,
    hour: number(0, 23),
    minute: number(1, 59),
    people: number(12, 4800),
    homes: number(5, 1900),
    area: number(30, 9800),
    money: number(12, 980),
    metres: number(12, 4200),
    tons: number(15, 6800),
    share: number(12, 96),
    count: number(3, 90),
    days: number(3, 90),
    price: (number(101, 990) / 100).toFixed(2),
    year: number(1975, 2016),
  };
}

const pathOf = (index) => `entries/${String(index).padStart(5, "0")}.yaml`;

function file(index, month, { title, category, body, unit }, { pick, number }) {
  const day = String(number(1, 28)).padStart(2, "0");
  const lines = [body.join(""), filler({ pick, number }), filler({ pick, number })];
  const text = `编号: 条-${index}
标题: ${title}
类别: ${category}
报送单位: ${unit}
报送员: 张三
联系电话: "0570-0000000"
签发人: 李四
密级: 内部
报送时间: 2026-${String(month).padStart(2, "0")}-${day} ${String(number(8, 18)).padStart(2, "0")}:${String(number(10, 59))}
来源: [现场记录]
正文: |
${lines.map((line) => `  ${line}\n`).join("")}`;
  return { path: pathOf(index), text };
}

/** What stands about the matter in a real entry, with figures and words of its own. */
function filler({ pick, number }) {
  const plain = () => `${pick(WHO)}${pick(DO)}${pick(THING)}和${pick(THING)}`;
  const counted = () =>
    `${pick(WHO)}${pick(DO)}${pick(THING)}${number(3, 2400)}${pick(["处", "件", "人", "户", "台", "个"])}`;
  const sentence = () =>
    `${pick(OPENING)}${counted()}，${pick(LINK)}${plain()}${pick(["，", "；"])}${pick(CLOSING)}${pick(THING)}的${pick(THING)}，${plain()}。`;
  return Array.from({ length: 4 }, sentence).join("");
}

const words = (text) => text.split(" ");
const WHO = words(
  "镇里 村里 县里 社区 企业 农户 业主 工会 商会 学校 医院 站所 专班 网格员 包村干部 驻村队 合作社 志愿者 党员 代表 老人 青年 妇联 团委 街办 部门 双方 各地 当地 沿线",
);
const DO = words(
  "新增 核减 整修 排查 登记 走访 对接 签下 回收 发放 补种 清运 检测 加固 拆除 腾退 流转 认领 收购 代办 调解 复核 标注 移交 配备 更换 招募 培训 抽检 压减 集中 盘活 认定 督促 公示 归档 收治 转运 预约 回访",
);
const THING = words(
  "水渠 山塘 护栏 涵洞 路灯 管网 阀门 电杆 变压器 光缆 基站 厂房 仓库 冷库 大棚 果园 茶园 苗木 化肥 农药 种子 饲料 生猪 家禽 鱼苗 稻谷 油菜 柑橘 香榧 竹笋 合同 订单 发票 台账 档案 证照 图斑 宗地 林权 股权 债务 欠款 贷款 保单 理赔 补助 低保 社保 医保 养老 床位 药品 疫苗 病例 处方 课桌 校车 食堂 宿舍 锅炉 空调 电梯 车位 充电桩 垃圾桶 公厕 污水 臭气 噪声 扬尘 断面 采样 井盖 围墙 危房 边坡 裂缝 险段 桥墩 渡船 航标 班车 站牌 票价 客流 货车 网店 快递 直播 展位 客商 用地 环评 能耗 用电 产值 税收 岗位 技工 学徒 工资 工伤 信访 诉求 纠纷 案件 线索 警情 消防 火源 卡点 宣讲 读本 展板 古树 祠堂 遗址 民宿 游客 演出 步道 公园 绿地 河长 巡查 整改 销号 督办 会商 预案 物资 帐篷 沙袋 泵站 闸门",
);
const OPENING = words(
  "年初以来， 上季度， 调查中， 据统计， 会后， 同时， 此外， 眼下， 从面上看， 与往年比， 按计划， 入秋后，",
);
const LINK = words("又 并 还 另 再 已 正 共 分批 先后");
const CLOSING = words("改善了 影响到 带动了 减少了 理顺了 补上了 摸清了 暴露出 推迟了 公开了");

const TOPICS = [
  {
    bureau: "县水利局",
    first: (f) => ({
      title: `${f.town}${f.place}渗漏影响${f.area}亩灌溉`,
      category: "问题",
      body: [
        `${f.town}${f.village}、${f.other}反映，建于${f.year}年的${f.place}干渠渗漏严重，长${f.metres}米的渠段已不能过水，${f.area}亩农田靠抽水保灌，涉及${f.homes}户。`,
        `每亩因此多花${f.price}元。修复约需${f.money}万元，请县水利局列入计划。`,
      ],
    }),
    second: (f) => ({
      title: `关于${f.place}干渠病险情况的核查`,
      category: "问题",
      body: [
        `接群众来信后，技术人员到现场踏勘：该渠${f.year}年投入使用，衬砌剥落、基础掏空，${f.metres}米渠段失去输水能力，下游${f.village}等地${f.area}亩耕地受影响。`,
        `经测算，全部修复概算${f.money}万元，工期${f.days}天，宜赶在春灌以前动工。`,
      ],
    }),
  },
  {
    bureau: "县应急局",
    first: (f) => ({
      title: `${f.town}${f.firm}仓库起火`,
      category: "动态",
      body: [
        `${f.date}${f.hour}时${f.minute}分，位于${f.village}的${f.firm}原料仓库起火，过火面积${f.metres}平方米，厂内${f.count}名工人全部撤出。`,
        `镇里组织力量扑救，疏散附近居民${f.homes}户，没有人员伤亡，估计损失${f.money}万元。`,
      ],
    }),
    second: (f) => ({
      title: `${f.firm}火灾扑救和善后情况`,
      category: "动态",
      body: [
        `${f.hour}时${f.minute}分许，消防救援大队接到报警，称一企业库房冒出浓烟。到场时火势已蔓延到屋顶，经奋力扑救，两个小时后明火熄灭。`,
        `经核实，烧毁库房${f.metres}平方米，${f.firm}自报财产损失${f.money}万元，邻近${f.homes}户居民当晚返回。起火原因初查为线路短路。`,
      ],
    }),
  },
  {
    bureau: "县交通运输局",
    first: (f) => ({
      title: `${f.road}${f.village}段塌方交通中断`,
      category: "动态",
      body: [
        `${f.date}${f.hour}时${f.minute}分，受降雨影响，${f.road}${f.village}段上边坡塌方，土石约${f.tons}立方米，阻断道路${f.count}米，${f.people}名群众出行受阻。`,
        `镇村在两端设置警示标志，安排专人值守，引导车辆从${f.other}绕行。`,
      ],
    }),
    second: (f) => ({
      title: `${f.road}塌方路段恢复通行`,
      category: "动态",
      body: [
        `公路部门调集机械连夜清障，${f.road}因塌方中断的路段已经抢通半幅，共清运土石${f.tons}立方米。`,
        `据地质人员勘查，${f.village}一侧山体仍有裂缝，需要打设锚杆并增设排水沟，投资约${f.money}万元。绕行期间，沿线${f.people}名居民的生活物资有保障。`,
      ],
    }),
  },
  {
    bureau: "县人社局",
    first: (f) => ({
      title: `${f.firm}拖欠${f.count}名职工工资`,
      category: "问题",
      body: [
        `${f.town}反映，${f.firm}因订单减少停产，拖欠${f.count}名职工${f.month}月以来工资${f.money}万元，职工多次到镇政府询问。`,
        `企业厂房已抵押，可变现的存货约${f.tons}吨。请县人力资源和社会保障部门介入。`,
      ],
    }),
    second: (f) => ({
      title: `${f.firm}停产欠薪处置进展`,
      category: "反馈",
      body: [
        `针对企业停产引发的劳资矛盾，县里成立专班进驻厂区，核定应付工资${f.money}万元，涉及${f.count}人。`,
        `${f.firm}法定代表人承诺分两期支付，先以库存${f.tons}吨产品变卖所得偿付，其余在${f.days}天内结清。`,
      ],
    }),
  },
  {
    bureau: "县农业农村局",
    first: (f) => ({
      title: `${f.town}${f.tons}吨果品待销`,
      category: "问题",
      body: [
        `${f.town}今年挂果${f.area}亩，眼下还有${f.tons}吨没有卖出，地头价每公斤只有${f.price}元，${f.homes}户果农着急。`,
        `镇内冷库已满，外地客商比去年少来${f.count}家，请求帮助对接销路。`,
      ],
    }),
    second: (f) => ({
      title: `${f.village}等地果品滞销的分析`,
      category: "综合",
      body: [
        `调查发现，价格走低的直接原因是同期上市过于集中：收购价跌到每公斤${f.price}元，不及成本，${f.town}积压${f.tons}吨，占全县待销量的${f.share}%。`,
        `挂果面积${f.area}亩里，早熟品种不到一成，错峰能力弱；冷链又跟不上。预计春节前还会有一轮降价。`,
      ],
    }),
  },
  {
    bureau: "县住建局",
    first: (f) => ({
      title: `${f.place}居民反映停车和充电难`,
      category: "社情民意",
      body: [
        `${f.place}住着${f.homes}户、${f.people}人，只有车位${f.count}个，夜间消防通道常被占住，居民意见很大。`,
        `社区测算，改造绿地和围墙需要${f.money}万元，物业拿不出钱。大家希望纳入老旧小区改造。`,
      ],
    }),
    second: (f) => ({
      title: `${f.place}停车设施改造方案形成`,
      category: "动态",
      body: [
        `为解决群众急难愁盼，县住房和城乡建设部门会同街道对接设计单位，拟利用闲置空地增设泊位。`,
        `现状车位${f.count}个，服务${f.homes}户居民，缺口大；按照方案，总投入${f.money}万元，${f.days}天可以完工，届时${f.people}名居民受益。`,
      ],
    }),
  },
];
