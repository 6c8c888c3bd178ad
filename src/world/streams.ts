import { isatty } from "node:tty";
import type { Input, Output } from "../world.ts";
import { codeOf, FileError } from "./fault.ts";

/** Columns of a text that goes to no terminal. */
const DEFAULT_COLUMNS = 80;

/** Standard input. */
export function realInput(stream: NodeJS.ReadStream & { readonly fd: number }): Input {
  return {
    isTTY: isatty(stream.fd),
    async read(limit) {
      const chunks: Uint8Array[] = [];
      let length = 0;
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        length += chunk.length;
        if (length > limit) throw new FileError("too-big", "-", `> ${limit}`);
        chunks.push(chunk);
      }
      return Buffer.concat(chunks);
    },
  };
}

/** Standard output or error. A reader that has gone away (`| head`) ends it quietly. `before` hears of every write. */
export function realOutput(
  stream: NodeJS.WriteStream & { readonly fd: number },
  before: () => void = () => {},
): Output {
  let open = true;
  stream.on("error", (error) => {
    open = false;
    if (codeOf(error) !== "EPIPE") process.on("exit", raiseExitCode);
  });
  return {
    isTTY: isatty(stream.fd),
    get columns() {
      return stream.columns || DEFAULT_COLUMNS;
    },
    get isOpen() {
      return open;
    },
    write(content) {
      before();
      if (open) stream.write(content);
    },
  };
}

/** Output that was lost, to a full disk say, is no success. */
function raiseExitCode(): void {
  if (Number(process.exitCode ?? 0) < 2) process.exitCode = 2;
}
