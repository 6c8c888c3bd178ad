import { openPostgres } from "../../src/ledger/postgres.ts";
import { CHAIN, plain } from "./support.ts";

/** One process of many: opens the ledger, appends one record that takes some milliseconds to make, says its number. */
const [url = "", office = "", key = "", sleep = "0"] = process.argv.slice(2);
try {
  const store = await openPostgres(url, { office, patience: 60_000 });
  if (key !== "") {
    const { kept, isNew } = await store.append(CHAIN, 1, async (next) => {
      console.log("making");
      await new Promise((resolve) => void setTimeout(resolve, Number(sleep)));
      return plain(key)(next);
    });
    console.log(`seq ${kept.seq} ${isNew ? "new" : "known"}`);
  }
  await store.close();
} catch (error) {
  console.error(String(error));
  process.exitCode = 2;
}
