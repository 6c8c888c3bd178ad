#!/usr/bin/env node
import { fileURLToPath } from "node:url";
import { main } from "../dist/main.js";
import { realWorld } from "../dist/world.js";

// Ctrl-C is left to the system: it ends even a run that never yields, and a shell reports it as 130.
process.exitCode = await main(realWorld(fileURLToPath(new URL("..", import.meta.url))));
