#!/usr/bin/env node
import { fileURLToPath } from "node:url";
import { fail, main } from "../dist/main.js";
import { realWorld } from "../dist/world.js";

const world = realWorld(fileURLToPath(new URL("..", import.meta.url)));

// An error outside of what main awaits would end Node with 1, which means “errors found”.
process.on("uncaughtException", async (error) => {
  process.exitCode = await fail(world, error);
  process.stdin.unref?.();
});

// Ctrl-C is left to the system: it ends even a run that never yields, and a shell reports it as 130.
void main(world).then((code) => {
  process.exitCode ??= code;
});
