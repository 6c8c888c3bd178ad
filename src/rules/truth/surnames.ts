/** Surnames that may stand before a masked name (李××). Some are words of their own as well: see `blanks.ts`. */
const SINGLE = new Set(
  "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎鲁韦昌马苗花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫房解应宗丁宣邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁荀羊惠甄曲封靳松井段富巫焦谷车侯全班仰秋仲伊宫宁仇甘武符刘景詹束龙叶司黎薄印白蒲邰从索赖卓蔺屠蒙池乔阴翟谭贡姬申冉雍桑桂牛寿边燕冀尚农温别庄晏柴瞿阎慕连习艾鱼容向古易戈廖庾终居衡步都耿满匡文寇广东欧沃利关蔚隆师巩聂晁敖融冷辛阚简饶曾沙养丰游权涂佟肖闫代覃帅岳兰迟滑冶敬苑牟初付苟旷晋撒邸",
);
const DOUBLE = /(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|宇文|长孙|司徒|司空|南宫|端木)$/u;

/** Whether a text ends with a surname. */
export function endsWithSurname(text: string): boolean {
  return SINGLE.has(text.slice(-1)) || DOUBLE.test(text);
}
