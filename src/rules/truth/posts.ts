/** The letter of an area's level (县委书记, 区长), and the name of the area itself where the office tells it. */
export interface Area {
  readonly level: string;
  /** 澄岭, of 中共澄岭县委办公室; null where that is not to be seen. */
  readonly name: string | null;
}

const LEVELS = "县区市旗州";

/** The area an office speaks for: by its own name, else by the posts of its leaders, else a county. */
export function areaOf(office: string, posts: readonly string[]): Area {
  const named = new RegExp(
    `^(?:中共|中国共产党)?(?:\\p{Script=Han}{2,4}省)?(?<name>\\p{Script=Han}{1,6}?)(?<level>[${LEVELS}])委`,
    "u",
  );
  const { name = null, level } = named.exec(office)?.groups ?? {};
  const first = posts.map((post) => post.charAt(0)).find((char) => LEVELS.includes(char));
  return { level: level ?? first ?? "县", name };
}

/** The single posts of 县委副书记、县长. */
export function postsIn(text: string): string[] {
  return text
    .replace(/[（(][^（）()]*[）)]/gu, "")
    .split(/[、，,；;/\s]|兼/u)
    .filter((post) => post.length > 1);
}

/** One name for one post, however it is written: 县人大主任 is 县人大常委会主任, 县委政法委书记 is 政法委书记. */
export function keyOf(post: string, { level, name }: Area): string {
  const bare = name === null ? post : post.replace(new RegExp(`^(?:中共)?${name}${level}?(?=${level})`, "u"), "");
  return bare
    .replace(new RegExp(`^${level}(?=人大|政协|政府|纪委|监委|政法委)`, "u"), "")
    .replace(new RegExp(`^${level}委(?=.{2,}(?:部长|委书记|委副书记)$)`, "u"), "")
    .replace("人大常委会", "人大")
    .replace(/部(?=副?部长$)/u, "")
    .replace(/办公室(?=副?主任$)/u, "办");
}

/** The ways a post of this key is written after a place or alone, the key itself among them. */
export function formsOf(key: string, { level }: Area): string[] {
  const full = [
    key,
    key.replace(/^人大(?=副?主任$)/u, "人大常委会"),
    key.replace(/(?<!部)(?=副?部长$)/u, "部"),
    key.replace(/办(?=副?主任$)/u, "办公室"),
  ];
  const within = /^(?:人大|政协|纪委|监委|政法委)/u.test(key) ? [level] : [];
  const party = /(?:部长|政法委副?书记)$/u.test(key) && !key.startsWith(`${level}委`) ? [`${level}委`] : [];
  return [...new Set(full.flatMap((form) => ["", ...within, ...party].map((prefix) => prefix + form)))];
}

/** Posts beside it that a slip turns it into: 副 too many or too few. */
export function besides(key: string, { level }: Area): string[] {
  const head = `${level}长`;
  if (key.endsWith(head)) return [head, `副${head}`, `常务副${head}`];
  if (/副(?:书记|主任|主席|部长)$/u.test(key)) return [key.replace(/副(?=..$)/u, "")];
  return /(?:书记|主任|主席|部长)$/u.test(key) ? [key.replace(/(?=..$)/u, "副")] : [];
}

/** Posts that go with a post without being named: 常务副县长 is a 副县长, 县长 a 县委副书记, both 书记 are 县委常委. */
export function implied(key: string, { level }: Area): string[] {
  if (key === `常务副${level}长`) return [`副${level}长`];
  if (key === `${level}长`) return [`${level}委副书记`, `${level}委常委`];
  return key === `${level}委书记` || key === `${level}委副书记` ? [`${level}委常委`] : [];
}
