import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { addEntry, makeOffice, paperOf, planAt, publishAt, verify } from "./office.mjs";
import { recordsIn, run } from "./support.mjs";

/** A machine whose clock goes back by a day after an issue: it publishes nothing, says why, and once it is right the next number is the next. */
export async function clockBack(scratch) {
  const cwd = makeOffice(join(scratch, "clock"));
  const numbers = () => [...recordsIn({ ledger: join(cwd, "台账") }).keys()].join(",");
  const clock = join(scratch, "clock.cjs");
  writeFileSync(clock, "Date.now = () => Date.parse(process.env.ZB_NOW);\n");
  const publish = async (now) => {
    const env = { NODE_OPTIONS: `--require ${clock}`, ZB_NOW: `${now}+08:00` };
    await run(planAt(null), { cwd, env });
    return run(publishAt(null), { cwd, env });
  };
  const faults = [];
  const first = await publish("2026-11-23T17:00");
  if (first.code !== 0 || numbers() !== "1") faults.push(`no first issue: ${first.err}`);
  addEntry(cwd, "乙", "沙坪村");
  const back = await publish("2026-11-22T17:00");
  if (back.code === 0 || numbers() !== "1" || existsSync(join(cwd, paperOf(2))))
    faults.push(`false success with the clock a day back: ${back.out}`);
  if (!/时钟可能倒走了/u.test(back.err)) faults.push(`not named: ${back.err}`);
  const right = await publish("2026-11-24T17:00");
  if (right.code !== 0 || numbers() !== "1,2") faults.push(`burnt or lost after the clock was set right: ${right.err}`);
  const audit = await run(verify, { cwd });
  if (audit.code !== 0) faults.push(`lost or double: ${audit.out}`);
  console.log(
    `clock a day back: publish ends with ${back.code} and takes nothing; set right, the next is 2; ${faults.length} faults`,
  );
  return faults;
}
