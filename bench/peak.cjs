// Loaded before the program: says in the end how much memory it had at most, in KB.
process.on("exit", () => process.stderr.write(`peak ${process.resourceUsage().maxRSS}\n`));
