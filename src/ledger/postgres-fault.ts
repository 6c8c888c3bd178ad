import { LedgerError } from "./store.ts";

type Words = readonly [message: string, hint: string];

const UNREACHABLE = "请核对主机、端口和网络，问管理员数据库是不是开着";
const AGAIN = "恢复后原样再运行一次：已经写成的不会再占一个号";

const REFUSED: Words = ["连不上台账数据库，那里没有 PostgreSQL 在接受连接", UNREACHABLE];
const NO_HOST: Words = ["连不上台账数据库，找不到这台主机", "请核对“台账”里的主机名和本机的网络"];
const NO_WAY: Words = ["连不上台账数据库，网络不通", UNREACHABLE];
const SILENT: Words = ["连不上台账数据库，对方没有应答", UNREACHABLE];
const LOST: Words = ["与台账数据库的连接断了，没有写入", AGAIN];
const STOPPING: Words = ["台账数据库正在停机或启动，没有写入", AGAIN];
const LOGIN: Words = [
  "台账数据库不认这个用户或口令",
  "请核对“台账”里的用户名；口令可以写在 PGPASSWORD 或 ~/.pgpass 里，不必写进 zhuanbao.yaml",
];
const BARRED: Words = [
  "台账数据库不接受从这台机器用这个用户登录",
  "请管理员核对 pg_hba.conf，是否要求加密连接（sslmode）",
];
const DENIED: Words = [
  "这个用户没有读写台账的权限",
  "请管理员按使用说明授权：建表用一个用户，平时只需 SELECT 和 INSERT",
];
const READ_ONLY: Words = ["台账数据库现在只读，没有写入", "请确认连的是主库而不是备库"];
const WAITED: Words = [
  "台账一直有人在写，没有轮到，没有写入",
  "请稍后再运行；总是如此的，请管理员看看有没有卡住的连接",
];
const TLS: Words = [
  "与台账数据库的加密连接建立不起来",
  "请核对 sslmode、sslrootcert 和服务器的证书；服务器不支持加密的，去掉 sslmode",
];
const FULL: Words = ["台账数据库的磁盘或内存不够了，没有写入", "请管理员清理后，原样再运行一次"];

/** By SQLSTATE, its class of two letters where the whole is not listed, or by the name the system gives an error. */
const BY_CODE: Readonly<Record<string, Words>> = {
  ECONNREFUSED: REFUSED,
  ENOENT: REFUSED,
  EACCES: REFUSED,
  ENOTFOUND: NO_HOST,
  EAI_AGAIN: NO_HOST,
  ENETUNREACH: NO_WAY,
  EHOSTUNREACH: NO_WAY,
  ETIMEDOUT: SILENT,
  ECONNRESET: LOST,
  EPIPE: LOST,
  "08": LOST,
  "57P01": STOPPING,
  "57P02": STOPPING,
  "57P03": STOPPING,
  "57P05": LOST,
  "25P03": LOST,
  "57014": WAITED,
  "55P03": WAITED,
  "40": WAITED,
  "28000": BARRED,
  "28P01": LOGIN,
  "3D000": ["台账数据库里没有这个库", "请核对“台账”里的库名；第一次使用的，请管理员先建库（见使用说明）"],
  "3F000": DENIED,
  "42501": DENIED,
  "25006": READ_ONLY,
  "53300": ["台账数据库的连接满了", "请稍后再运行；总是如此的，请管理员调大 max_connections"],
  "53": FULL,
  "22021": ["这条记录里有数据库存不下的字符（NUL），没有写入", "请运行 zhuanbao ledger verify 看是哪一条"],
  ERR_INVALID_URL: ["台账的数据库地址写得不对", "请写 postgres://用户@主机:5432/库名"],
};

/** What the client says without any code. */
const BY_MESSAGE: readonly (readonly [RegExp, Words])[] = [
  [/client password must be|no password/iu, LOGIN],
  [/SSL|TLS|certificate|SECURITY WARNING|sslnegotiation/iu, TLS],
  [/timeout/iu, SILENT],
  [/terminated|not queryable|connection error/iu, LOST],
];

/** The connection went while the record was being committed: only the ledger itself knows whether it is there. */
const UNCERTAIN: Words = ["写入台账时连接断了，写成没有还不知道", AGAIN];

/** What went wrong with the database, in the ledger's words. Of an error that nobody foresaw only its code is told. */
export function postgresFault(error: unknown, place: string): Error {
  if (error instanceof LedgerError || isBug(error)) return error;
  const { code, message } = told(error);
  const words = wordsFor(error, code, message) ?? [
    `台账数据库出错（代码 ${code ?? "不详"}）`,
    "请把这个代码告诉管理员；原样再运行不会多占号",
  ];
  return new LedgerError(`${words[0]}：${place}`, words[1]);
}

/** The same for an error that came in answer to COMMIT: one that the server itself sent says that nothing was written. */
export function commitFault(error: unknown, place: string): Error {
  const isServers = error instanceof Error && "severity" in error && !/^(?:08|57P)/u.test(told(error).code ?? "");
  return isServers || isBug(error)
    ? postgresFault(error, place)
    : new LedgerError(`${UNCERTAIN[0]}：${place}`, UNCERTAIN[1]);
}

function wordsFor(error: unknown, code: string | null, message: string): Words | undefined {
  const fromFile = code !== null && error instanceof Error && "syscall" in error && error.syscall === "open";
  if (fromFile) return ["读不到“台账”里写的证书文件", "请核对 sslrootcert、sslcert、sslkey 后面的路径"];
  const known = code === null ? undefined : (BY_CODE[code] ?? BY_CODE[code.slice(0, 2)]);
  return known ?? BY_MESSAGE.find(([pattern]) => pattern.test(`${code} ${message}`))?.[1];
}

function told(error: unknown): { code: string | null; message: string } {
  if (!(error instanceof Error)) return { code: null, message: "" };
  const code = "code" in error && typeof error.code === "string" && /^\w{1,60}$/u.test(error.code) ? error.code : null;
  return { code, message: error.message };
}

/** A fault of this program is told as one. */
function isBug(error: unknown): error is Error {
  const kinds = [TypeError, RangeError, ReferenceError];
  return kinds.some((kind) => error instanceof kind) && told(error).code === null;
}
