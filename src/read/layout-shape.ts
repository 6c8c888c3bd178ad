import { colour, length, placed, typeSize, type Placed } from "./layout-values.ts";
import { field, flag, list, mapOf, number, oneOf, record, text, type Shape } from "./shape.ts";

const word = placed(text());
const yes = placed(flag());
const count = placed(number({ whole: true, least: 1 }));
const mmOnly = placed(length("mm"));
const pointsOnly = placed(length("磅"));
const thickness = placed(length("磅", "mm"));
const vertical = placed(length("行", "磅", "mm"));
const chars = placed(length("字"));

/** Text that keeps the spaces at its ends. */
const spaced: Shape<string> = (node, spot) => (node.kind === "text" ? node.value : text()(node, spot));

const run = {
  字体: field("字体", word),
  字号: field("字号", placed(typeSize())),
  加粗: field("加粗", yes),
  颜色: field("颜色", placed(colour())),
  字距: field("字距", pointsOnly),
};

const tab = record({
  位置: field("位置", placed(length("字", "mm"))),
  距右: field("距右", placed(length("字", "mm"))),
  对齐: field("对齐", placed(oneOf("左", "中", "右"))),
  引线: field("引线", placed(oneOf("无", "中圆点"))),
});

const style = record({
  仿: field("仿", word),
  标识: field("标识", word),
  ...run,
  对齐: field("对齐", placed(oneOf("左", "中", "右", "两端", "分散"))),
  行距: field("行距", vertical),
  段前: field("段前", vertical),
  段后: field("段后", vertical),
  首行缩进: field("首行缩进", chars),
  悬挂: field("悬挂", chars),
  左缩进: field("左缩进", chars),
  右缩进: field("右缩进", chars),
  与下段同页: field("与下段同页", yes),
  段中不分页: field("段中不分页", yes),
  另起一页: field("另起一页", yes),
  匀行: field("匀行", yes),
  顶距: field("顶距", mmOnly),
  落行: field("落行", yes),
  制表位: field("制表位", placed(list(tab))),
  下线: field(
    "下线",
    record({ 粗: field("粗", thickness), 颜色: field("颜色", placed(colour())), 距字: field("距字", pointsOnly) }),
  ),
  项目符号: field("项目符号", word),
});

/** A layout file as written: every value may be absent, and then comes from the layout it is based on. */
export const layoutShape = record({
  名称: field("名称", word),
  基于: field("基于", word),
  纸张: field("纸张", record({ 宽: field("宽", mmOnly), 高: field("高", mmOnly) })),
  版心: field(
    "版心",
    record({ 上: field("上", mmOnly), 左: field("左", mmOnly), 宽: field("宽", mmOnly), 高: field("高", mmOnly) }),
  ),
  网格: field(
    "网格",
    record({
      行数: field("行数", count),
      字数: field("字数", count),
      行距: field("行距", pointsOnly),
      字距: field("字距", pointsOnly),
    }),
  ),
  字体: field(
    "字体",
    mapOf(
      record({
        中文: field("中文", word),
        西文: field("西文", word),
        备用: field("备用", placed(list(text()))),
        生僻字: field("生僻字", word),
      }),
    ),
  ),
  样式: field("样式", mapOf(style)),
  字符样式: field("字符样式", mapOf(record(run))),
  横线: field("横线", mapOf(record({ 粗: field("粗", thickness), 颜色: field("颜色", placed(colour())) }))),
  表格样式: field(
    "表格样式",
    mapOf(
      record({ 线: field("线", thickness), 颜色: field("颜色", placed(colour())), 内边距: field("内边距", mmOnly) }),
    ),
  ),
  页码: field(
    "页码",
    record({
      字体: field("字体", word),
      字号: field("字号", placed(typeSize())),
      前: field("前", placed(spaced)),
      后: field("后", placed(spaced)),
      位置: field("位置", placed(oneOf("单右双左", "居中"))),
      距版心: field("距版心", mmOnly),
      空: field("空", chars),
      首页: field("首页", placed(oneOf("显示", "不显示"))),
    }),
  ),
  报尾: field("报尾", record({ 位置: field("位置", placed(oneOf("末页", "偶数页"))), 离底: field("离底", mmOnly) })),
  正文结构: field(
    "正文结构",
    record({
      段落: field("段落", word),
      标题: field("标题", placed(list(text()))),
      接排: field("接排", placed(list(text()))),
      列表项: field("列表项", word),
      图: field("图", word),
      表格: field("表格", word),
      表头: field("表头", word),
      表格文字: field("表格文字", word),
    }),
  ),
});

export type RawLayout = NonNullable<ReturnType<typeof layoutShape>>;
type MapValue<T> = T extends ReadonlyMap<string, infer V> ? V : never;
export type RawStyle = MapValue<NonNullable<RawLayout["样式"]>>;
export type RawTab = NonNullable<RawStyle["制表位"]> extends Placed<readonly (infer T)[]> ? T : never;
