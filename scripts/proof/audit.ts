// What `ledger verify` finds in the records, for the proof to ask.
// node audit.mjs --tamper COUNT FROM TO: harms every record FROM–TO of COUNT, each in three ways, and prints how many were found.
import { sha256 } from "../../src/base/sha256.ts";
import { audit } from "../../src/ledger/audit.ts";
import { writeRecord } from "../../src/ledger/codec.ts";
import { FileStore } from "../../src/ledger/file-store.ts";
import { loadLedger } from "../../src/ledger/ledger.ts";
import type { LedgerFiles } from "../../src/ledger/record-files.ts";
import type { IssueRecord } from "../../src/model/ledger.ts";
import { nodeFiles } from "../../src/world/files.ts";

const ZONE = "Asia/Shanghai";
const [first = "", ...rest] = process.argv.slice(2);
if (first === "--tamper") {
  const [count = 0, from = 0, to = 0] = rest.map(Number);
  process.stdout.write(`${JSON.stringify(await tamper({ count, from, to }))}\n`);
}

/** What is wrong with a ledger, a line each. */
export function faultsAt(folder: string): Promise<string[]> {
  return faultsIn(nodeFiles(), folder);
}

async function faultsIn(files: LedgerFiles, folder: string): Promise<string[]> {
  const store = new FileStore(files, folder, () => Promise.resolve());
  const ledger = await loadLedger(store, ZONE);
  const { faults } = await audit(store, ledger, { heads: await store.heads(), zone: ZONE });
  return faults.map(({ kind, chain, seq, message }) => `${kind} ${chain?.series ?? ""} ${seq ?? ""} ${message}`);
}

/** Files in memory: thousands of ledgers are looked at. */
function memory(held: Map<string, Uint8Array>): LedgerFiles {
  const below = (path: string): string[] => {
    const inside = [...held.keys()].filter((name) => name.startsWith(`${path}/`));
    return [...new Set(inside.map((name) => name.slice(path.length + 1).split("/")[0] ?? ""))];
  };
  return {
    kind: (path) => (held.has(path) ? "file" : below(path).length > 0 ? "folder" : null),
    read: (path) => held.get(path) as Uint8Array,
    list: below,
    makeFolder: () => {},
    replace: (path, bytes) => void held.set(path, bytes),
    create: (path, bytes) => !held.has(path) && Boolean(held.set(path, bytes)),
    mark: () => true,
    isLeft: () => null,
    stamp: () => null,
    remove: () => {},
  };
}

interface Range {
  readonly count: number;
  readonly from: number;
  readonly to: number;
}

async function tamper({ count, from, to }: Range): Promise<{ harmed: number; found: number; missed: string[] }> {
  const held = await soundLedger(count);
  const pathOf = (seq: number): string => `L/信息专报/2026/${String(seq).padStart(4, "0")}.json`;
  const missed: string[] = [];
  let harmed = 0;
  for (let seq = from; seq <= to; seq++) {
    const [path, other] = [pathOf(seq), pathOf((seq % count) + 1)];
    const [own, others] = [held.get(path) as Uint8Array, held.get(other) as Uint8Array];
    const edited = new TextEncoder().encode(new TextDecoder().decode(own).replace("王某", "玉某"));
    const harms: [string, () => void][] = [
      ["deleted", () => void held.delete(path)],
      ["edited", () => void held.set(path, edited)],
      ["swapped", () => void held.set(path, others).set(other, own)],
    ];
    for (const [name, harm] of harms) {
      harm();
      harmed++;
      if ((await faultsIn(memory(held), "L")).length === 0) missed.push(`${seq} ${name}`);
      held.set(path, own).set(other, others);
    }
  }
  return { harmed, found: harmed - missed.length, missed };
}

/** A ledger of one year, written at once: to append so many one by one would take longer than to harm them. */
async function soundLedger(count: number): Promise<Map<string, Uint8Array>> {
  const chain = { series: "信息专报", year: 2026 };
  const at = { day: 20_780, clock: null, instant: null };
  const paper = { path: "a.docx", sha256: "", bytes: 1, pages: 1 };
  const said = { signer: "王某", editor: "李某", title: "甲", secrecy: "内部", plan: null, paper, entries: [] };
  const issue = { event: "编发" as const, at, publication: "信息专报", kind: "正刊" as const, year: 2026, day: 20_780 };
  const held = new Map<string, Uint8Array>();
  let before: string | null = null;
  for (let seq = 1; seq <= count; seq++) {
    const record: IssueRecord = { ...issue, ...said, number: seq, total: null, key: String(seq) };
    const text = writeRecord(record, chain, { seq, before });
    before = sha256(text);
    held.set(`L/信息专报/2026/${String(seq).padStart(4, "0")}.json`, new TextEncoder().encode(text));
  }
  const store = new FileStore(memory(held), "L", () => Promise.resolve());
  store.rebuildHeads();
  return held;
}
