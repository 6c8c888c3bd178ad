import { afterAll, beforeAll, describe } from "vitest";
import { openPostgres } from "../../src/ledger/postgres.ts";
import { hasServer, testServer, type TestServer } from "../helpers/postgres.ts";
import { contract } from "./contract.ts";

describe.skipIf(!hasServer())("PostgreSQL", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await testServer();
  });
  afterAll(() => server.close());
  let offices = 0;

  contract("PostgreSQL", () => {
    const office = `第 ${++offices} 个办公室`;
    return Promise.resolve(() => openPostgres(server.url(), { office }));
  });
});
