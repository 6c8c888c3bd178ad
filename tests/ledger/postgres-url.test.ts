import { describe, expect, test } from "vitest";
import { maskPasswords } from "../../src/base/passwords.ts";
import { passwordIn } from "../../src/ledger/passfile.ts";
import { addressOf, connectionString, isPostgresUrl } from "../../src/ledger/postgres-url.ts";
import { LedgerError } from "../../src/ledger/store.ts";

describe("the address of a database", () => {
  test.each([
    ["postgres://u:p@db.example:6543/zhuanbao", "db.example:6543/zhuanbao"],
    ["postgresql://db.example/zhuanbao?sslmode=verify-full", "db.example:5432/zhuanbao"],
    ["postgres:///zhuanbao", "localhost:5432/zhuanbao"],
    ["postgres:///zhuanbao?host=/run/postgresql", "/run/postgresql:5432/zhuanbao"],
    ["postgres://[::1]:5433/zhuanbao", "[::1]:5433/zhuanbao"],
    ["postgres://h/%E5%8F%B0%E8%B4%A6", "h:5432/台账"],
    ["postgres://h/台账", "h:5432/台账"],
    ["postgres://u:a%40b%2Fc%23d@h/d", "h:5432/d"],
  ])("%s is shown as %s", (url, place) => {
    expect(isPostgresUrl(url)).toBe(true);
    expect(addressOf(url).place).toBe(place);
  });

  test.each([
    "postgres://",
    "postgres://h",
    "postgres://h/",
    "postgres://u:secret@/d",
    "postgres://u:secret#1@h/d",
    "postgres://u:secret/1@h/d",
    "postgres://u:12/secret@h/d",
    "postgres://u:secret?1@h/d",
    "postgres://u:12?secret@h/d",
    "postgres://u:sec%ret@h/d",
    "postgres://u:secret@h:99999/d",
    "postgres:secret",
  ])("%s is none, and nothing of it is told", (url) => {
    const told = (() => {
      try {
        return addressOf(url);
      } catch (error) {
        return error;
      }
    })();
    expect(told).toBeInstanceOf(LedgerError);
    const { message, hint } = told as LedgerError;
    expect(message + hint).not.toContain("secret");
    expect(message).toBe("台账的数据库地址写得不对");
  });

  test("a folder is none", () => {
    for (const ledger of ["台账", "D:\\台账", "/srv/postgres/台账", "postgres"])
      expect(isPostgresUrl(ledger)).toBe(false);
  });

  test("is handed over with the password, whatever stands in it", () => {
    const url = new URL(connectionString("postgres://u@h/d?sslmode=require&office=%E7%94%B2", "p@ss:/#?% +'ü"));
    expect(Object.fromEntries(url.searchParams)).toEqual({
      sslmode: "require",
      password: "p@ss:/#?% +'ü",
      uselibpqcompat: "true",
    });
  });
});

describe("a password file", () => {
  const wanted = { host: "db.example", port: "5432", database: "zhuanbao", user: "clerk" };
  test.each([
    ["db.example:5432:zhuanbao:clerk:secret", "secret"],
    ["# db.example:5432:zhuanbao:clerk:no\n*:*:*:clerk:secret\n*:*:*:*:late", "secret"],
    ["other:5432:zhuanbao:clerk:no\r\ndb.example:*:zhuanbao:*:yes\r\n", "yes"],
    ["*:*:*:*:a\\:b\\\\c", "a:b\\c"],
    ["*:*:*:*:it's %40 汉字 #", "it's %40 汉字 #"],
    ["db.example:5432:zhuanbao:clerk:", null],
    ["db.example:5432:zhuanbao", null],
    ["", null],
  ])("%j", (text, password) => {
    expect(passwordIn(text, wanted)).toBe(password);
  });
});

describe("a password that is shown", () => {
  test.each([
    ["台账: postgres://u:secret@h/d", "台账: postgres://u:******@h/d"],
    ["[postgresql://u:s@e@h/d]", "[postgresql://u:***@h/d]"],
    ["postgres://h/d?password=secret&x=1", "postgres://h/d?password=******&x=1"],
    ["postgres://u@h/d", "postgres://u@h/d"],
    ["https://a.example:80/x@y", "https://a.example:80/x@y"],
  ])("%s is starred", (text, shown) => {
    expect(maskPasswords(text)).toBe(shown);
  });

  test("is found in a long text without end in a short time", () => {
    const began = performance.now();
    maskPasswords(`${"postgres://:".repeat(50_000)} ${"?password=".repeat(50_000)}`);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
