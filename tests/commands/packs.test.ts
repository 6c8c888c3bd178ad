import { expect, it } from "vitest";
import { officeWith, OFFICE, SOUND } from "./support.ts";

it("names every shipped pack that may be listed, where an office lists one there is none of", async () => {
  const folder = officeWith({ "甲.yaml": SOUND }, `${OFFICE}规则集: [county, 本县]\n`);
  const { code, out } = await folder.run(["check", "--format", "json"]);
  expect(code).toBe(1);
  const [found] = (JSON.parse(out) as { diagnostics: { message: string; hint: string }[] }).diagnostics;
  expect(found?.message).toBe("没有规则集“本县”");
  expect(found?.hint).toContain(
    "自带的有 county、county-strict、henan-2021、national-2015、public-health、work-safety；",
  );
});

it("takes each of them by its name", async () => {
  const packs = "county, county-strict, national-2015, henan-2021, work-safety, public-health";
  const folder = officeWith({ "甲.yaml": SOUND }, `${OFFICE}规则集: [${packs}]\n`);
  const { out } = await folder.run(["check", "--format", "json"]);
  expect((JSON.parse(out) as { errors: number }).errors).toBe(0);
});
