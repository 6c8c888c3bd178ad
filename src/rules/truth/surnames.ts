/** Surnames that may stand before a masked name (李××). Some are words of their own as well: see `blanks.ts`. */
const SINGLE = new Set(
  "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎鲁韦昌马苗花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫房解应宗丁宣邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁荀羊惠甄曲封靳松井段富巫焦谷车侯全班仰秋仲伊宫宁仇甘武符刘景詹束龙叶司黎薄印白蒲邰从索赖卓蔺屠蒙池乔阴翟谭贡姬申冉雍桑桂牛寿边燕冀尚农温别庄晏柴瞿阎慕连习艾鱼容向古易戈廖庾终居衡步都耿满匡文寇广东欧沃利关蔚隆师巩聂晁敖融冷辛阚简饶曾沙养丰游权涂佟肖闫代覃帅岳兰迟滑冶敬苑牟初付苟旷晋撒邸",
);
const DOUBLE = /(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|宇文|长孙|司徒|司空|南宫|端木)$/u;

/** Whether a text ends with a surname. */
export function endsWithSurname(text: string): boolean {
  return SINGLE.has(text.slice(-1)) || DOUBLE.test(text);
}

/** The surnames most people have, without those that begin everyday words (高度, 明确, 强调, 全程). */
const COMMON = new Set(
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁宋谢唐韩曹许邓萧冯程蔡彭潘袁董余苏叶吕魏蒋田杜丁沈姜范傅钟卢汪戴崔陆廖姚邱夏谭韦贾邹熊孟秦阎薛侯雷白龙段郝孔邵史毛万顾赖武康贺尹钱施牛洪龚樊兰殷翟倪覃季俞鲁葛伍申尤毕聂焦柳邢岳齐梅莫庄祝涂谷祁耿牟詹苗凌费靳欧严江石",
);

/** Whether a text begins with a common surname. */
export function beginsWithCommonSurname(text: string): boolean {
  return COMMON.has(text.charAt(0));
}
