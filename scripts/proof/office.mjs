import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** An office with one entry, to be published by the whole program. */
export function makeOffice(folder) {
  mkdirSync(join(folder, "entries"), { recursive: true });
  writeFileSync(join(folder, "zhuanbao.yaml"), "机关: 中共澄岭县委办公室\n");
  addEntry(folder, "甲", "石坝村");
  return folder;
}

export function addEntry(folder, id, village) {
  writeFileSync(join(folder, "entries", `${id}.yaml`), entry(id, village));
}

const zhuanbao = [process.execPath, join(process.cwd(), "bin", "zhuanbao.js")];

/** `now` is what `--date` says; without it the machine's clock holds. */
const dated = (now) => (now === null ? ["--no-input"] : ["--date", now, "--no-input"]);

export const planAt = (now) => [...zhuanbao, "plan", ...dated(now)];

export const publishAt = (now) => [...zhuanbao, "publish", "--signer", "王某", "--editor", "李某", ...dated(now)];

export const verify = [...zhuanbao, "ledger", "verify"];

export const paperOf = (number) => `out/信息专报/2026/信息专报-2026-第${number}期.docx`;

const entry = (id, village) => `编号: ${id}
标题: ${village}水渠修复
类别: 动态
报送单位: 青石镇
报送员: 王敏
签发人: 李建国
密级: 内部
报送时间: 2026-11-21 09:10
事发时间: 2026-11-20
来源: 现场记录
核实: {人: 王敏, 方式: 到现场查看}
正文: ${village}水渠已修复。
`;
