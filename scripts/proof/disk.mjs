import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { faultsOf, newLedger, take } from "./support.mjs";

/** A ledger on a disk of 64 KB: what was told stays, and once there is room the next number is the next. */
export async function fullDisk(scratch) {
  const mount = join(scratch, "small");
  mkdirSync(mount);
  if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", mount]).status !== 0) {
    console.log("no right to mount a small disk here: a full one is not shown");
    return [];
  }
  const faults = [];
  try {
    writeFileSync(join(mount, "ballast"), new Uint8Array(16_384));
    const { papers } = newLedger();
    const office = { ledger: join(mount, "台账"), papers };
    mkdirSync(office.ledger);
    const told = new Map();
    let failed = null;
    for (let at = 1; at <= 40 && failed === null; at++) {
      const ended = await take(office, `${at}`);
      if (ended.acked === null) failed = ended;
      else told.set(`${at}`, ended.acked);
    }
    const taken = told.size;
    if (failed === null) faults.push("the disk never was full");
    else if (failed.code !== 2 || !failed.err.includes("磁盘已满"))
      faults.push(`not named: ${failed.code} ${failed.err}`);
    faults.push(...(await faultsOf(office, told)));
    rmSync(join(mount, "ballast"));
    const after = await take(office, "after");
    if (after.acked !== taken + 1) faults.push(`burnt: ${after.acked} after ${taken}`);
    told.set("after", after.acked);
    faults.push(...(await faultsOf(office, told)));
    console.log(
      `disk of 64 KB: full after ${taken} issues, said so with 2; with room again the next is ${after.acked}; ${faults.length} faults`,
    );
  } finally {
    spawnSync("umount", [mount]);
  }
  return faults;
}
