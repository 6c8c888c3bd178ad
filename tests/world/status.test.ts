import { expect, test } from "vitest";
import { StatusLine } from "../../src/world/status.ts";

const ERASE = "\r\u001b[K";

function line({ columns = 80, isOn = true } = {}): {
  status: StatusLine;
  written: string[];
  wait: (ms: number) => void;
} {
  const written: string[] = [];
  let now = 0;
  const output = {
    isTTY: true,
    columns,
    isOpen: true,
    write: (text: string | Uint8Array) => void written.push(String(text)),
  };
  return { status: new StatusLine(output, () => now, isOn), written, wait: (ms) => (now += ms) };
}

test("what is soon over is not spoken of", () => {
  const { status, written, wait } = line();
  status.show("正在排版");
  wait(600);
  status.show("正在排版");
  status.clear();
  expect(written).toEqual([]);
});

test("a number that runs is written ten times a second at most, another piece of work at once", () => {
  const { status, written, wait } = line();
  wait(800);
  for (let done = 1; done <= 4; done++) {
    status.show("正在读条目", ` ${done}/4`);
    wait(50);
  }
  status.show("正在排版");
  expect(written).toEqual([`${ERASE}正在读条目 1/4……`, `${ERASE}正在读条目 3/4……`, `${ERASE}正在排版……`]);
});

test("it is erased once, and only where it was written", () => {
  const { status, written, wait } = line();
  wait(800);
  status.show("正在排版");
  status.clear();
  status.clear();
  expect(written).toEqual([`${ERASE}正在排版……`, ERASE]);
});

test("a narrow terminal is not broken into two lines", () => {
  const { status, written, wait } = line({ columns: 20 });
  wait(800);
  status.show("正在建立检索用的索引，只在第一次需要");
  expect(written).toHaveLength(1);
  expect((written[0] as string).slice(ERASE.length).length).toBeLessThan(11);
});

test("nothing where there is no terminal", () => {
  const { status, written, wait } = line({ isOn: false });
  wait(5000);
  status.show("正在排版");
  status.clear();
  expect(written).toEqual([]);
});
