import { startPostgres, type TestPostgres } from "@ryugu/test-postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { auditContract } from "../audit.contract.ts";
import { endingsContract } from "../endings.contract.ts";
import { reanchoringContract } from "../reanchoring.contract.ts";
import { rotationsContract } from "../rotations.contract.ts";
import { storeContract } from "../store.contract.ts";
import { webhooksContract } from "../webhooks.contract.ts";
import { postgresStore } from "./store.ts";

const clock = { now: () => 1_700_000_000_000 };
let server: TestPostgres;
let schemas = 0;
const place = () => ({ url: server.url, schema: `test_${++schemas}`, clock });

beforeAll(async () => {
  // What these tests write need not outlive the machine.
  server = await startPostgres({ fsync: "off" });
});
afterAll(() => server.remove());

storeContract("PostgreSQL", () => postgresStore(place()));
endingsContract("PostgreSQL", () => postgresStore(place()));
auditContract("PostgreSQL", () => postgresStore(place()), 8);
rotationsContract("PostgreSQL", () => postgresStore(place()));
reanchoringContract("PostgreSQL", () => postgresStore(place()));
webhooksContract("PostgreSQL", () => postgresStore(place()));

test("what cannot be opened is refused in words that keep the password", async () => {
  const url = server.url.replace("postgres@", "postgres:open-sesame@");
  const missing = postgresStore({ ...place(), url: `${url}_missing` });
  await expect(missing).rejects.toMatchObject({ code: "store-unavailable" });
  const nobody = postgresStore({ ...place(), url: "postgres://u:open-sesame@127.0.0.1:1/x" });
  const error: unknown = await nobody.catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: "store-interrupted", retryable: true });
  expect(JSON.stringify(error) + String(error)).not.toContain("open-sesame");
});
