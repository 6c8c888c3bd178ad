import { createInterface } from "node:readline";
import type { Terminal } from "../world.ts";

/** The terminal that questions are asked on. */
export function makeTerminal(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Terminal {
  return { input, output, readLines: (isEnd) => readLines({ input, output }, isEnd) };
}

async function readLines(
  streams: Pick<Terminal, "input" | "output">,
  isEnd: (line: string) => boolean,
): Promise<string[]> {
  const reader = createInterface({ ...streams, terminal: true, prompt: "" });
  const lines: string[] = [];
  try {
    await new Promise<void>((resolve, reject) => {
      let done = false;
      reader.on("line", (line) => {
        done ||= isEnd(line);
        if (done) resolve();
        else lines.push(line);
      });
      reader.once("close", resolve);
      // By the name that the prompts give it.
      reader.once("SIGINT", () => reject(Object.assign(new Error("Ctrl-C"), { name: "ExitPromptError" })));
    });
  } finally {
    reader.close();
  }
  return lines;
}
