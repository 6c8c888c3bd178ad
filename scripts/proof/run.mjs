// What the ledger promises, shown: many at once, kills, faults of the disk, a full disk, records tampered with.
// npm run proof; with `-- --all` twice the rounds, and every way of every fault. Prints its figures and ends with 1 where anything is lost, double, burnt or falsely said to be done.
import { execFileSync } from "node:child_process";
import { fullDisk } from "./disk.mjs";
import { faultsOfProgram, faultsOfWrites } from "./faults.mjs";
import { AUDIT, faultsOf, newLedger, recordsIn, run, scratch, take } from "./support.mjs";

const faults = [];
const began = performance.now();
const seconds = (from) => ((performance.now() - from) / 1000).toFixed(1);
const note = (what, found) => faults.push(...found.map((fault) => `${what}: ${fault}`));

/** Rounds of many clerks at once, each with a brief of its own. */
async function atOnce(rounds, clerks) {
  const from = performance.now();
  let [told, most] = [0, 0];
  for (let round = 0; round < rounds; round++) {
    const [office, start] = [newLedger(), performance.now()];
    const keys = Array.from({ length: clerks }, (_, at) => `${round}-${at}`);
    const ended = await Promise.all(keys.map((key) => take(office, key)));
    most = Math.max(most, performance.now() - start);
    const acked = new Map(ended.flatMap(({ acked }, at) => (acked === null ? [] : [[keys[at], acked]])));
    told += acked.size;
    note("at once", await faultsOf(office, acked));
    if (acked.size !== clerks)
      faults.push(
        `at once: ${clerks - acked.size} of ${clerks} failed: ${ended.find((one) => one.acked === null).err}`,
      );
  }
  console.log(
    `${rounds} rounds of ${clerks} processes at once: ${told} of ${rounds * clerks} took a number, longest round ${(most / 1000).toFixed(1)} s (${seconds(from)} s)`,
  );
}

/** Clerks that are killed at some moment, and run again. */
async function killed(kills, lanes) {
  const from = performance.now();
  let [acks, unsaid, slowest, differs] = [0, 0, 0, 0];
  const lane = async (which) => {
    const [office, told] = [newLedger(), new Map()];
    const { ms } = await take(office, "first");
    told.set("first", 1);
    let life = ms;
    for (let at = 0; at < kills / lanes; at++) {
      const key = `${which}-${at}`;
      // The work is done at the end of a run: half of the kills fall there.
      const moment = at % 2 === 0 ? Math.random() : 0.6 + Math.random() * 0.6;
      const first = await take(office, key, { killAfter: life * moment });
      const taken = [...recordsIn(office)].find(([, brief]) => brief === key)?.[0] ?? null;
      const again = await take(office, key);
      life = life * 0.9 + again.ms * 0.1;
      slowest = Math.max(slowest, again.ms);
      if (first.acked !== null) acks++;
      if (first.acked === null && taken !== null) unsaid++;
      if (
        again.acked === null ||
        (taken !== null && taken !== again.acked) ||
        (first.acked ?? again.acked) !== again.acked
      )
        differs++;
      told.set(key, again.acked);
    }
    note("killed", await faultsOf(office, told));
  };
  await Promise.all(Array.from({ length: lanes }, (_, which) => lane(which)));
  if (differs > 0) faults.push(`killed: ${differs} runs again came to another number`);
  console.log(
    `${kills} kills at random moments: ${kills - acks} unsaid, of those ${unsaid} after the number was taken; run again, ${kills - differs} of ${kills} have the same number, the slowest in ${(slowest / 1000).toFixed(2)} s (${seconds(from)} s)`,
  );
  if (slowest > 2000 * Number(process.env.ZB_SLOW ?? 1))
    faults.push(`killed: a run after a kill took ${slowest.toFixed(0)} ms`);
}

/** Every record of many harmed, and looked for. */
async function tampered(count, lanes, all) {
  const from = performance.now();
  const step = Math.ceil(count / lanes);
  const spans = Array.from({ length: lanes }, (_, at) => [at * step + 1, Math.min(count, (at + 1) * step)]);
  const ended = await Promise.all(
    spans.map(([first, last]) =>
      run([process.execPath, AUDIT, "--tamper", `${count}`, `${first}`, `${last}`, ...(all ? ["all"] : [])]),
    ),
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

await atOnce(all ? 10 : 5, 200);
await killed(1000, 4);
note("faults of writes", await faultsOfWrites());
if (has("strace")) note("faults of the program", await faultsOfProgram(scratch, all));
else console.log("no strace here: faults of the whole program are not shown");
note("full disk", await fullDisk(scratch));
await tampered(1000, 2, all);

const count = (word) => faults.filter((fault) => fault.includes(word)).length;
console.log(
  `${count("lost")} lost, ${count("double")} double, ${count("burnt")} burnt, ${count("false")} false success, ${faults.length} faults in all (${seconds(began)} s)`,
);
for (const fault of faults.slice(0, 50)) console.log(`  ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;
