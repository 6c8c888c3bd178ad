import { EXIT, type ExitCode } from "./commands/command.ts";
import type { World } from "./world.ts";

/** The whole program: reads the arguments of `world`, runs one command, and returns its exit code. Never throws. */
export async function main(world: World): Promise<ExitCode> {
  try {
    return await dispatch(world);
  } catch (error) {
    return fail(world, error);
  }
}

/** Says why the program could not go on, and with which exit code it ends. */
export async function fail(world: World, error: unknown): Promise<ExitCode> {
  const { reportFailure } = await import("./cli/failure.ts");
  return reportFailure(world, error);
}

/** What needs no library is answered before one is loaded. */
async function dispatch(world: World): Promise<ExitCode> {
  const [first, ...rest] = world.argv;
  if (rest.length === 0 && (first === "--version" || first === "-V")) {
    const { versionOf } = await import("./cli/version.ts");
    world.stdout.write(`${versionOf(world)}\n`);
    return EXIT.clean;
  }
  if (first === undefined) {
    const { shortHelp } = await import("./cli/short-help.ts");
    world.stdout.write(shortHelp());
    return EXIT.clean;
  }
  const { run } = await import("./cli/run.ts");
  return run(world);
}
