import { Document, Scalar, YAMLMap } from "yaml";
import { fingerprint } from "../base/fingerprint.ts";
import { visible } from "../base/visible.ts";
import { ownScalar, writtenOut } from "./own-scalar.ts";
import { sequence, set, setOwn } from "./plan-nodes.ts";

/** 约稿 to be written: `due` is a day, `2026-11-30`; no units is any. */
export interface CommissionRow {
  readonly id: string;
  readonly topic: string;
  readonly units: readonly string[];
  readonly due: string | null;
  readonly why: string;
}

const FIRST = "# 采编要目，由 zhuanbao coverage 写出";

/** 约稿 as YAML, to be pasted into the office's settings; `head` says what they are made of. Its first line tells whether anybody has changed the rest. */
export function writeCommissions(rows: readonly CommissionRow[], head: string): string {
  const document = new Document(new YAMLMap(), { schema: "failsafe" });
  const root = document.contents as YAMLMap;
  root.set(new Scalar("约稿"), sequence(rows.map(rowNode)));
  document.commentBefore = [
    ` ${visible(head)}`,
    " 核对以后，把“约稿:”下面的各条粘贴进 zhuanbao.yaml 的“约稿”；不要的删去整条，题目、单位、截止都可以改。",
    " 单位为 [] 的，哪个单位来稿都算。",
  ].join("\n");
  return sealed(writtenOut(document.toString({ lineWidth: 0, flowCollectionPadding: false })));
}

function rowNode({ id, topic, units, due, why }: CommissionRow): YAMLMap {
  const node = new YAMLMap();
  node.commentBefore = ` ${visible(why)}`;
  setOwn(node, "编号", id);
  setOwn(node, "题目", topic);
  node.set(new Scalar("单位"), sequence(units.map(ownScalar), true));
  if (due !== null) set(node, "截止", due);
  return node;
}

function sealed(text: string): string {
  return `${FIRST}（指纹 ${fingerprint(text)}）\n${text}`;
}

/** Whether a text is a list made here that nobody has touched since. */
export function isOwnCommissions(text: string): boolean {
  const end = text.indexOf("\n") + 1;
  return end > 0 && sealed(text.slice(end)) === text;
}
