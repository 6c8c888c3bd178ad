import { describe, expect, it } from "vitest";
import { entryText, Folder, OFFICE } from "../commands/support.ts";

const PHONE =
  "new --phone --unit 青石镇 --reporter 王敏 --phone-number 0830-1234567 --title 石坝村民房起火 --occurred 16:50 --body 石坝村一民房起火，正在扑救。".split(
    " ",
  );
const DESK = [
  ..."new --category 动态 --title 修复水渠 --unit 青石镇 --reporter 王敏 --approver 李建国 --secrecy 内部".split(" "),
  ..."--body 石坝村水渠已修复。".split(" "),
];

const office = (more: Readonly<Record<string, string>> = {}): Folder =>
  new Folder({ "zhuanbao.yaml": OFFICE, "entries/.gitkeep": "", ...more });
const entry = (folder: Folder, at: number): string =>
  folder.read(folder.list("entries").filter((path) => path.endsWith(".md"))[at] as string);

describe("new takes its 登记号 from the one register", () => {
  it("with a telephone report, with what the office writes among its entries, and with an inbox", async () => {
    const folder = office({ "收件/甲.yaml": entryText({ 编号: "甲" }) });
    const phone = await folder.run([...PHONE, "--taker", "苏禾"]);
    expect(phone.code).toBe(0);
    expect(phone.err).toContain("已写好 entries/20261123-青石镇-01.md，登记号 2026-0001\n");
    expect(entry(folder, 0)).toContain("\n登记号: 2026-0001\n收到时间: 2026-11-23 17:00\n录入人: 苏禾\n");
    await folder.run(DESK);
    expect(entry(folder, 1)).toContain("\n登记号: 2026-0002\n收到时间: 2026-11-23 17:00\n");
    await folder.run(["sort", "收件"]);
    expect(folder.read("entries/2026-11-23/甲.yaml")).toMatch(/^登记号: 2026-0003\n/u);
    expect(folder.list("台账/登记/2026")).toHaveLength(3);
    expect(JSON.parse(folder.read("台账/登记/2026/0001.json"))).toMatchObject({
      事: "登记",
      编号: "20261123-青石镇-01",
      去向: "收下",
      渠道: "电话补录",
      录入人: "苏禾",
    });
    expect((await folder.run(["check", "--format", "compact"])).out).not.toMatch(/登记号|收到时间/u);
  });

  it("but a unit that writes elsewhere, or without an office, uses up none", async () => {
    const folder = office();
    expect((await folder.run([...DESK, "-o", "报送/水渠.md"])).code).toBe(0);
    expect(folder.read("报送/水渠.md")).not.toMatch(/登记号|收到时间/u);
    const alone = new Folder({});
    expect((await alone.run(DESK)).code).toBe(0);
    expect([folder.has("台账"), alone.has("台账")]).toEqual([false, false]);
  });

  it("and keeps what was taken down where the ledger cannot be written", async () => {
    const folder = office({ 台账: "不是目录" });
    const { code, out, err } = await folder.run(PHONE);
    expect([code, out]).toEqual([1, "entries/20261123-青石镇-01.md\n"]);
    expect(err).toContain("！没有取到登记号：");
    expect(entry(folder, 0)).toContain("标题: 石坝村民房起火\n");
  });
});
