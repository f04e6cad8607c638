import { startPostgres, type TestPostgres } from "@ryugu/test-postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BACK, ROUTE } from "../../../test/model/lane.ts";
import { word } from "../../../test/model/messages.ts";
import { auditContract } from "../contract/audit.ts";
import { storeContract } from "../contract/contract.ts";
import { openPostgres } from "./driver.ts";
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

const open = async () => (await postgresStore(place())).store;

storeContract("PostgreSQL", open);
auditContract("PostgreSQL", open, 8);

test("what cannot be opened is refused in words that keep the password", async () => {
  const url = server.url.replace("postgres@", "postgres:open-sesame@");
  const missing = postgresStore({ ...place(), url: `${url}_missing` });
  await expect(missing).rejects.toMatchObject({ code: "store-unavailable" });
  const nobody = postgresStore({ ...place(), url: "postgres://u:open-sesame@127.0.0.1:1/x" });
  const error: unknown = await nobody.catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: "store-interrupted", retryable: true });
  expect(JSON.stringify(error) + String(error)).not.toContain("open-sesame");
});

test("a task is held by one process; when its connection ends another gains it", async () => {
  const shared = place();
  const one = await postgresStore(shared);
  const two = await postgresStore(shared);
  expect([await one.lock.hold("attest"), await one.lock.hold("attest")]).toEqual([
    "gained",
    "held",
  ]);
  expect(await two.lock.hold("attest")).toBe("elsewhere");
  expect(await two.lock.hold("relay")).toBe("gained");
  const elsewhere = await postgresStore(place());
  expect(await elsewhere.lock.hold("attest")).toBe("gained");
  await elsewhere.store.close();
  await one.store.close();
  expect(await two.lock.hold("attest")).toBe("gained");
  await two.store.close();
});

test("what one process writes wakes those who watch in another, and in itself once", async () => {
  const shared = place();
  const [one, two] = [await postgresStore(shared), await postgresStore(shared)];
  const heard = { one: [] as string[], two: [] as string[] };
  one.store.watch((topic) => heard.one.push(topic));
  const woken = new Promise<void>((resolve) => {
    two.store.watch((topic) => {
      heard.two.push(topic);
      resolve();
    });
  });
  await one.store.haltLane(ROUTE.laneId, { time: 1, reason: "test", details: [] });
  await woken;
  expect(heard).toEqual({ one: ["facts"], two: ["facts"] });
  await Promise.all([one.store.close(), two.store.close()]);
});

test("while the server is away every call fails as retryable; then locks are gained anew", async () => {
  const { store, lock } = await postgresStore(place());
  await store.addLanes([ROUTE]);
  expect(await lock.hold("attest")).toBe("gained");
  const heard: string[] = [];
  store.watch((topic) => heard.push(topic));
  await server.stop("kill");
  const interrupted = { code: "store-interrupted", retryable: true };
  await expect(store.addLanes([BACK])).rejects.toMatchObject(interrupted);
  await expect(store.lanes()).rejects.toMatchObject(interrupted);
  await expect(lock.hold("relay")).rejects.toMatchObject(interrupted);
  await server.start();
  expect(await lock.hold("attest")).toBe("gained");
  expect(await store.lanes()).toHaveLength(1);
  // Whatever happened meanwhile was not heard of: everything may have changed.
  expect(new Set(heard)).toEqual(new Set(["facts", "attestations", "submissions"]));
  await store.close();
});

test("many processes may open an empty schema at once, and write at once", async () => {
  const shared = place();
  const stores = await Promise.all([1, 2, 3, 4].map(() => postgresStore(shared)));
  const places = stores.map((_, i) => ({
    laneId: ROUTE.laneId,
    anchor: 0,
    sequence: 1,
    head: word(`${i}`),
  }));
  const answers = await Promise.all(
    stores.map(({ store }, i) => store.reserve(places.slice(i, i + 1))),
  );
  // Whoever was first, there is one head at the place.
  expect(answers.flat().filter(({ free }) => free)).toHaveLength(1);
  await Promise.all(stores.map(({ store }) => store.close()));
});

test("a newer process may change the tables under an older one: a retry goes through", async () => {
  const shared = place();
  const { store } = await postgresStore(shared);
  await store.addLanes([ROUTE]);
  // The statement is prepared on a connection now.
  expect(await store.lanes()).toHaveLength(1);
  const newer = await openPostgres(shared);
  await newer.run("ALTER TABLE lane ADD COLUMN later TEXT");
  await newer.close();
  await expect(store.lanes()).rejects.toMatchObject({ code: "store-interrupted", retryable: true });
  expect(await store.lanes()).toHaveLength(1);
  await store.close();
});
