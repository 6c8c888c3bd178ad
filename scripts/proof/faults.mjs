import { cpSync, existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { makeOffice, paperOf, planAt, publishAt } from "./office.mjs";
import { faultsAt, faultsOf, newLedger, recordsIn, run, take } from "./support.mjs";

/** Calls of the disk by which a clerk writes, and how each can go wrong. */
const CALLS = ["openSync", "writeSync", "fsyncSync", "closeSync", "linkSync", "renameSync", "unlinkSync", "mkdirSync"];
const WAYS = ["kill", "kill-after", "ENOSPC", "EIO", "EACCES"];
const SHORT = ["short", "short-full"];

/** Every call of one clerk going wrong in every way; then the clerk runs again. */
export async function faultsOfWrites() {
  const counts = JSON.parse((await take(newLedger(), "count", { env: { ZB_FAULT: "count" } })).err);
  const points = CALLS.flatMap((call) =>
    (call === "writeSync" ? [...WAYS, ...SHORT] : WAYS).flatMap((way) =>
      Array.from({ length: counts[call] ?? 0 }, (_, at) => ({ call, way, nth: at + 1 })),
    ),
  );
  const sum = { runs: 0, said: 0, faults: [] };
  await inLanes(points, (point) => harmedClerk(point, sum));
  const { runs, said, faults } = sum;
  console.log(
    `every call of the disk × ${WAYS.length} faults, and every write cut short: ${runs} runs, ${said} done all the same, ${faults.length} faults`,
  );
  return faults;
}

/** One clerk with one fault, then the same again. */
async function harmedClerk({ call, way, nth }, sum) {
  const where = `${call} ${nth} ${way}`;
  const office = newLedger();
  const harmed = await take(office, "new", { env: { ZB_FAULT: `${call}:${nth}:${way}` } });
  const before = [...recordsIn(office)].find(([, key]) => key === "new")?.[0];
  const paper = join(office.papers, `${harmed.acked}.docx`);
  if (harmed.acked !== null) sum.said++;
  if (harmed.acked !== null && (before !== harmed.acked || !existsSync(paper)))
    sum.faults.push(`false success at ${where}`);
  const again = await take(office, "new");
  if (again.acked !== (before ?? 1))
    sum.faults.push(`another number after ${where}: ${before} then ${again.acked} ${again.err}`);
  sum.faults.push(...(await faultsOf(office, new Map([["new", again.acked]]))).map((fault) => `${where}: ${fault}`));
  rmSync(join(office.ledger, ".."), { recursive: true, force: true });
  sum.runs++;
}

/** Works through a list, two at a time. */
async function inLanes(list, work) {
  const left = [...list];
  const lane = async (which) => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await work(next, which);
  };
  await Promise.all([lane(0), lane(1)]);
}

/** System calls that write. `openat` opens modules too: those of the office alone are counted. */
const SYSTEM = [
  "openat",
  "write",
  "pwrite64",
  "fsync",
  "fchmod",
  "link",
  "linkat",
  "rename",
  "renameat",
  "renameat2",
  "unlink",
  "unlinkat",
  "mkdir",
  "mkdirat",
];

const NOW = "2026-11-23 17:00";
const PAPER = paperOf(1);

/** The whole program, `publish` itself, with every system call by which it writes going wrong. */
export async function faultsOfProgram(scratch, all) {
  const sound = makeOffice(join(scratch, "office"));
  const publish = publishAt(NOW);
  await run(planAt(NOW), { cwd: sound });
  const fresh = (which) => {
    const office = join(scratch, `harmed-${which}`);
    rmSync(office, { recursive: true, force: true });
    cpSync(sound, office, { recursive: true });
    return office;
  };
  const office = fresh(0);
  const log = join(scratch, "strace");
  const watch = ["strace", "-f", "-y", "-s", "0", "-o", log, "-e", `trace=${SYSTEM.join(",")}`];
  const traced = await run([...watch, ...publish], { cwd: office });
  if (traced.code !== 0) {
    console.log("strace cannot trace here: faults of the whole program are not shown");
    return [];
  }
  const points = pointsIn(readFileSync(log, "utf8"), office);
  const sum = { said: 0, faults: [], bytes: readFileSync(join(office, PAPER)) };
  const waysAt = (at) => (all ? ["signal=KILL", ...ERRORS] : ["signal=KILL", ERRORS[at % ERRORS.length]]);
  const tries = points.flatMap((point, at) => waysAt(at).map((way) => ({ ...point, way })));
  await inLanes(tries, (fault, which) => harmedProgram(fault, { office: fresh(which), publish, sum }));
  console.log(
    `publish with every write-side system call (${points.length}) × kill and ${all ? "each" : "one"} of ENOSPC, EIO, EACCES: ${tries.length} runs, ${sum.said} done all the same, ${sum.faults.length} faults`,
  );
  return sum.faults;
}

const ERRORS = ["error=ENOSPC", "error=EIO", "error=EACCES"];

/** `publish` with one system call that goes wrong, then `publish` again. */
async function harmedProgram({ call, nth, way }, { office, publish, sum }) {
  const where = `${call} ${nth} ${way}`;
  const inject = [
    "strace",
    "-f",
    "--seccomp-bpf",
    "-o",
    "/dev/null",
    "-e",
    `trace=${call}`,
    "-e",
    `inject=${call}:${way}:when=${nth}`,
  ];
  const harmed = await run([...inject, ...publish], { cwd: office });
  if (/^已编发/mu.test(harmed.out)) {
    sum.said++;
    const { size } = recordsIn({ ledger: join(office, "台账") });
    if (size !== 1 || !existsSync(join(office, PAPER))) sum.faults.push(`false success at ${where}`);
  }
  const again = await run(publish, { cwd: office });
  if (again.code !== 0 || !again.out.includes("第1期")) sum.faults.push(`not healed after ${where}: ${again.err}`);
  else if (!readFileSync(join(office, PAPER)).equals(sum.bytes)) sum.faults.push(`other bytes after ${where}`);
  if (recordsIn({ ledger: join(office, "台账") }).size !== 1) sum.faults.push(`burnt or lost after ${where}`);
  const found = await faultsAt(join(office, "台账"));
  sum.faults.push(...found.map((fault) => `verify is not content after ${where}: ${fault}`));
}

/** Which calls of each kind, counted in the thread that makes them, touch the office. */
function pointsIn(log, office) {
  const counts = new Map();
  const points = [];
  for (const line of log.split("\n")) {
    const [, thread, call] = /^(\d+)\s+(\w+)\(/u.exec(line) ?? [];
    if (call === undefined) continue;
    const nth = (counts.get(`${thread} ${call}`) ?? 0) + 1;
    counts.set(`${thread} ${call}`, nth);
    const writes = call !== "openat" || line.includes("O_CREAT");
    if (writes && readable(line).includes(office)) points.push({ call, nth });
  }
  return points;
}

/** strace writes what is not ASCII in octal. */
function readable(line) {
  return line.replace(/\\(\d{3})/gu, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8)));
}
