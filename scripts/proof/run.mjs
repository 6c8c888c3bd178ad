// What the ledger promises, shown: many at once, kills, faults of the disk, a full disk, records tampered with.
// npm run proof; with `-- --all` every way of every fault, and every record of 1,000 harmed. Prints its figures and ends with 1 where anything is lost, double, burnt or falsely said to be done.
import { execFileSync } from "node:child_process";
import { clockBack } from "./clock.mjs";
import { fullDisk } from "./disk.mjs";
import { faultsOfProgram, faultsOfWrites } from "./faults.mjs";
import { AUDIT, faultsOf, newLedger, recordsIn, run, scratch, staff, take } from "./support.mjs";

const faults = [];
const began = performance.now();
const seconds = (from) => ((performance.now() - from) / 1000).toFixed(1);
const note = (what, found) => faults.push(...found.map((fault) => `${what}: ${fault}`));

/** Rounds of many clerks at once, each a process with a brief of its own. They are there before the first round, so that all of them begin in the same moment. */
async function atOnce(rounds, count) {
  const from = performance.now();
  const { clerks, dismiss } = staff(count);
  let [told, most] = [0, 0];
  for (let round = 0; round < rounds; round++) {
    const [office, start] = [newLedger(), performance.now()];
    const ended = await Promise.all(
      clerks.map(async (clerk, at) => [`${round}-${at}`, await clerk.take(office, `${round}-${at}`)]),
    );
    most = Math.max(most, performance.now() - start);
    const acked = new Map(ended.filter(([, number]) => number !== null));
    told += acked.size;
    note("at once", await faultsOf(office, acked));
    if (acked.size !== count) faults.push(`at once: ${count - acked.size} of ${count} failed`);
  }
  dismiss();
  console.log(
    `${rounds} rounds of ${count} processes at once: ${told} of ${rounds * count} took a number, longest round ${(most / 1000).toFixed(1)} s (${seconds(from)} s)`,
  );
}

/** Briefs to a ledger: with more, reading would take the time that killing is for. */
const MOST_BRIEFS = 25;

/** Clerks that are killed at some moment, and run again until one comes through. */
async function killed(kills, lanes) {
  const from = performance.now();
  const sum = { kills: 0, runs: 0, unsaid: 0, slowest: 0, differs: 0 };
  const lane = async (which) => {
    while (sum.kills < kills) {
      const [office, told] = [newLedger(), new Map()];
      const { ms, acked } = await take(office, "first");
      told.set("first", acked);
      const pace = { life: ms };
      while (told.size < MOST_BRIEFS && sum.kills < kills) {
        const key = `${which}-${told.size}`;
        told.set(key, await throughKills({ office, key, pace, sum }));
      }
      note("killed", await faultsOf(office, told));
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_, which) => lane(which)));
  const { runs, unsaid, slowest, differs } = sum;
  if (differs > 0) faults.push(`killed: ${differs} briefs came to another number`);
  console.log(
    `${sum.kills} kills at random moments, ${unsaid} of them after the number was taken and before it was said; run again, ${runs - differs} of ${runs} briefs have the number they had, the slowest run in ${(slowest / 1000).toFixed(2)} s (${seconds(from)} s)`,
  );
  if (slowest > 2000) faults.push(`killed: a run after a kill took ${slowest.toFixed(0)} ms`);
}

/** One brief, whose clerk is killed at the first run and at nine of ten that follow. Returns the number it came to. */
async function throughKills({ office, key, pace, sum }) {
  let had = null;
  const numberOf = () => [...recordsIn(office)].find(([, brief]) => brief === key)?.[0] ?? null;
  const differs = (number) => had !== null && number !== had;
  for (;;) {
    // The work is done at the end of a run: half of the kills fall there.
    const moment = Math.random() < 0.5 ? Math.random() : 0.6 + Math.random() * 0.5;
    const { acked, signal } = await take(office, key, { killAfter: pace.life * moment });
    if (signal === "SIGKILL") sum.kills++;
    const number = numberOf();
    if (differs(number) || (acked !== null && acked !== number)) sum.differs++;
    if (acked === null && had === null && number !== null) sum.unsaid++;
    had ??= number;
    if (Math.random() < 0.1) break;
  }
  const { acked, ms } = await take(office, key);
  pace.life = pace.life * 0.9 + ms * 0.1;
  sum.slowest = Math.max(sum.slowest, ms);
  sum.runs++;
  if (acked === null || differs(acked)) sum.differs++;
  return acked;
}

/** Every record of many harmed, and looked for. */
async function tampered(count, lanes) {
  const from = performance.now();
  const step = Math.ceil(count / lanes);
  const spans = Array.from({ length: lanes }, (_, at) => [at * step + 1, Math.min(count, (at + 1) * step)]);
  const ended = await Promise.all(
    spans.map(([first, last]) => run([process.execPath, AUDIT, "--tamper", `${count}`, `${first}`, `${last}`])),
  );
  const results = ended.map(({ out }) => JSON.parse(out));
  const [harmed, found] = ["harmed", "found"].map((name) => results.reduce((sum, one) => sum + one[name], 0));
  faults.push(...results.flatMap(({ missed }) => missed.map((one) => `tampered: not found: ${one}`)));
  console.log(`records deleted, edited or swapped: ${found} of ${harmed} found by verify (${seconds(from)} s)`);
}

const all = process.argv.includes("--all");
const has = (program) => {
  try {
    return execFileSync("which", [program], { stdio: "pipe" }).length > 0;
  } catch {
    return false;
  }
};

await atOnce(10, 200);
await killed(1000, 4);
note("faults of writes", await faultsOfWrites());
if (has("strace")) note("faults of the program", await faultsOfProgram(scratch, all));
else console.log("no strace here: faults of the whole program are not shown");
note("clock", await clockBack(scratch));
note("full disk", await fullDisk(scratch));
if (all) await tampered(1000, 2);

const count = (word) => faults.filter((fault) => fault.includes(word)).length;
console.log(
  `${count("lost")} lost, ${count("double")} double, ${count("burnt")} burnt, ${count("false")} false success, ${faults.length} faults in all (${seconds(began)} s)`,
);
for (const fault of faults.slice(0, 50)) console.log(`  ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;
