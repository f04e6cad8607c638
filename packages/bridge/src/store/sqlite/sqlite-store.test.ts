import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../test/harness/temporary-folder.ts";
import { ROUTE, sentMessages } from "../../../test/model/lane.ts";
import { HOME, word } from "../../../test/model/messages.ts";
import { auditContract } from "../contract/audit.ts";
import { storeContract } from "../contract/contract.ts";
import { record } from "../sql/observer-store.ts";
import { openSqlite } from "./driver.ts";
import { sqliteStore } from "./store.ts";

const clock = { now: () => 1_700_000_000_000 };
const open = (path: string) => sqliteStore({ path, clock });

storeContract("SQLite in a file", () => open(join(temporaryFolder(), "node.sqlite")));
auditContract("SQLite in memory", () => open(":memory:"), 60);
storeContract("SQLite in memory", () => open(":memory:"));

const block = { number: 0, hash: word("block") };
const begun = { chain: HOME, final: block, seen: block, latest: { ...block, time: 0 } };

test("a file keeps everything over a restart", async () => {
  const path = join(temporaryFolder(), "node.sqlite");
  const place = { laneId: ROUTE.laneId, anchor: 0, sequence: 1, head: word("a") };
  const before = await open(path);
  await before.addLanes([ROUTE]);
  await before.begin(begun);
  await before.reserve([place]);
  await before.close();
  const after = await open(path);
  expect(await after.lanes()).toHaveLength(1);
  expect((await after.cursor(HOME))?.final).toEqual(block);
  expect(await after.reserve([{ ...place, head: word("b") }])).toEqual([
    { free: false, head: word("a") },
  ]);
  await after.close();
});

test("a second process is refused", async () => {
  const path = join(temporaryFolder(), "node.sqlite");
  const first = await open(path);
  await first.addLanes([ROUTE]);
  await expect(open(path)).rejects.toMatchObject({ code: "store-locked" });
  await first.close();
  await (await open(path)).close();
});

test("what is no database, or a newer one, or nowhere, is refused in words", async () => {
  const garbage = join(temporaryFolder(), "garbage.sqlite");
  writeFileSync(garbage, "this is not a database, but it is long enough to look at ".repeat(40));
  await expect(open(garbage)).rejects.toMatchObject({ code: "store-corrupt" });
  const newer = join(temporaryFolder(), "newer.sqlite");
  const other = new DatabaseSync(newer);
  other.exec("PRAGMA user_version = 99");
  other.close();
  await expect(open(newer)).rejects.toMatchObject({ code: "store-too-new" });
  await expect(open("/nowhere/node.sqlite")).rejects.toMatchObject({ code: "store-unavailable" });
});

test("a full disk: nothing of the fact is kept, and it can be written when there is room", async () => {
  const db = await openSqlite(join(temporaryFolder(), "node.sqlite"));
  const messages = sentMessages(ROUTE.laneId, new Array(300).fill(1));
  const update = {
    chain: HOME,
    latest: { ...block, time: 0 },
    scanned: {
      finality: "final" as const,
      through: { number: 1, hash: word("b") },
      messages,
      arrivals: [],
    },
  };
  const write = () => db.transaction((tx) => record(tx, update));
  const count = async (table: string) => (await db.get(`SELECT count(*) AS n FROM ${table}`))?.n;
  const pages = Number((await db.get("PRAGMA page_count"))?.page_count);
  await db.get(`PRAGMA max_page_count = ${pages + 3}`);
  await expect(write()).rejects.toMatchObject({ code: "store-full", retryable: true });
  expect([await count("message"), await count("event"), await count("chain")]).toEqual([0, 0, 0]);
  await db.get("PRAGMA max_page_count = 1000000");
  await write();
  expect(await count("message")).toBe(300);
  await db.close();
});
