import { fingerprint } from "./fingerprint.ts";
import { showMoment } from "./time.ts";
import type { Entry } from "../model/entry.ts";

/** 指纹 (标题+报送单位+事发时间): finds an entry again whose id changed. */
export function fingerprintOf({ title, unit, occurred }: Entry): string {
  return fingerprint([title, unit.join("、"), occurred ? showMoment(occurred) : ""].join("\n"));
}
