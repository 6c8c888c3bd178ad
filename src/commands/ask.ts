import { visible } from "../base/visible.ts";
import type { World } from "../world.ts";

/** What is wrong with an answer, in Chinese; null where nothing is. */
export type Check = (answer: string) => string | null;

export interface LineQuestion {
  readonly message: string;
  /** Taken where the answer is empty; empty where there is none. */
  readonly fallback: string;
  readonly check: Check;
}

/** Somebody at a terminal who can be asked. Ctrl-C comes out as ExitPromptError. */
export interface Asker {
  line(question: LineQuestion): Promise<string>;
  /** `start` is the place of the choice that is lit first. */
  choose(message: string, choices: readonly string[], start?: number): Promise<string>;
  /** Several lines, pasted or typed, up to a line with a full stop alone, or Ctrl-D. */
  text(message: string): Promise<string>;
}

/** Loads the prompts, which takes longer than most commands: only where something will be asked. */
export async function askerAt({ terminal }: World, colour: boolean): Promise<Asker> {
  const { default: inquirer } = await import("inquirer");
  const prompt = inquirer.createPromptModule({ input: terminal.input, output: terminal.output, skipTTYChecks: true });
  const input: Terminal = terminal.input;
  const theme = colour ? CHINESE : { ...CHINESE, ...COLOURLESS };
  return {
    async line({ message, fallback, check }) {
      const validate = (answer: string): true | string => check(answer) ?? true;
      const given = { type: "input", name: "it", message: visible(message), validate, theme } as const;
      const { it } = await whileThere(input, prompt([fallback === "" ? given : { ...given, default: fallback }]));
      return it.trim();
    },
    async choose(message, choices, start = 0) {
      const shown = choices.map((value) => ({ value, name: visible(value) }));
      const question = {
        type: "select",
        name: "it",
        message: visible(message),
        choices: shown,
        theme,
        pageSize: 16,
        default: choices[start],
        loop: false,
      } as const;
      return (await whileThere(input, prompt([question]))).it;
    },
    text: (message) => readText(terminal, message),
  };
}

/** What the terminal answers, as long as there is one: a prompt whose terminal is gone would be asked for ever. */
function whileThere<T>(input: Terminal, answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    let waiting: NodeJS.Timeout | undefined;
    const gone = (): void => reject(Object.assign(new Error("the terminal is gone"), { name: "ExitPromptError" }));
    // Ctrl-D on an empty line: the prompt stops reading and never settles. One that is answered stops too, and settles.
    const stopped = (): void => {
      waiting ??= setTimeout(gone, 100);
    };
    const settle = (): void => {
      clearTimeout(waiting);
      input.off("pause", stopped);
      input.off("end", gone);
      input.off("close", gone);
    };
    if (input.readableEnded === true || input.destroyed === true) gone();
    input.on("pause", stopped);
    input.once("end", gone);
    input.once("close", gone);
    answer.then(resolve, reject).finally(settle);
  });
}

type Terminal = NodeJS.ReadableStream & { readonly readableEnded?: boolean; readonly destroyed?: boolean };

const CHINESE = { style: { keysHelpTip: () => "↑↓ 移动，回车选定，也可键入开头几个字" } };

const same = (text: string): string => text;
const COLOURLESS = {
  prefix: { idle: "?", done: "√" },
  style: {
    ...CHINESE.style,
    answer: same,
    message: same,
    error: (text: string) => `> ${text}`,
    defaultAnswer: (text: string) => `(${text})`,
    help: same,
    highlight: same,
    key: same,
  },
};

/** A prompt of one line would lose all but the first line of what is pasted. */
async function readText(terminal: World["terminal"], message: string): Promise<string> {
  terminal.output.write(`? ${message}\n  可以粘贴多行，一行一段；写完后另起一行，只写一个 . 再回车\n`);
  const lines = await terminal.readLines((line) => line.trim() === "." || line.trim() === "。");
  return lines.join("\n");
}
