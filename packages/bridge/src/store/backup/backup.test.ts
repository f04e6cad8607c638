import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startPostgres, type TestPostgres } from "@ryugu/test-postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { temporaryFolder } from "../../../test/harness/temporary-folder.ts";
import { attest, SET } from "../../../test/model/attestations.ts";
import { ROUTE, sentMessages } from "../../../test/model/lane.ts";
import { AWAY, HOME, word } from "../../../test/model/messages.ts";
import { openPostgres } from "../postgres/driver.ts";
import type { SqlDatabase } from "../sql/database.ts";
import { sqlStore } from "../sql/store.ts";
import { openSqlite } from "../sqlite/driver.ts";
import { exportDatabase } from "./export.ts";
import { linesOf, writeFileWhole } from "./files.ts";
import { restoreDatabase, verifyExport } from "./restore.ts";

const clock = { now: () => 1_700_000_000_000 };
const whose = { zoneId: word("zone"), partner: "Bank" };
const folder = temporaryFolder();
const { laneId } = ROUTE;
const messages = sentMessages(
  laneId,
  Array.from({ length: 600 }, (_, i) => 1 + Math.floor(i / 3)),
);

let server: TestPostgres;
beforeAll(async () => {
  server = await startPostgres({ fsync: "off" });
});
afterAll(() => server.remove());

let files = 0;
const newFile = () => join(folder, `${++files}`);
const newSqlite = () => openSqlite(":memory:");
const newPostgres = () => openPostgres({ url: server.url, schema: `backup_${++files}` });

/** A database with something in every corner: more rows than a page, bytes, nulls, the guard. */
async function filled(): Promise<SqlDatabase> {
  const db = await newSqlite();
  const store = sqlStore(db, clock);
  const start = { number: 0, hash: word("0") };
  await store.addLanes([ROUTE]);
  await store.setValidators(AWAY, SET);
  await store.begin({ chain: HOME, final: start, seen: start, latest: { ...start, time: 0 } });
  const through = { number: 1_000, hash: word("1000") };
  const scanned = { finality: "final", through, messages, arrivals: [] } as const;
  await store.record({ chain: HOME, latest: { ...through, time: 0 }, scanned });
  const [first] = await store.unsigned(laneId, 0, 1);
  if (first === undefined) throw new Error("nothing to sign");
  await store.reserve([first]);
  await store.addOwnAttestations([await attest(0, first)]);
  return db;
}

async function exported(db: SqlDatabase): Promise<string> {
  const path = newFile();
  await writeFileWhole(path, (write) => exportDatabase(db, whose, write));
  return path;
}

test("everything goes from SQLite to PostgreSQL and back, unchanged, and goes on from there", async () => {
  const [sqlite, postgres, back] = [await filled(), await newPostgres(), await newSqlite()];
  const one = await exported(sqlite);
  await verifyExport(linesOf(one), whose);
  const rows = await restoreDatabase(postgres, linesOf(one));
  const two = await exported(postgres);
  expect(await restoreDatabase(back, linesOf(two))).toBe(rows);
  const text = readFileSync(one, "utf8");
  expect(readFileSync(two, "utf8")).toBe(text);
  expect(readFileSync(await exported(back), "utf8")).toBe(text);
  for (const db of [postgres, back]) {
    const store = sqlStore(db, clock);
    expect(await store.messages(laneId, { from: 1, limit: 1_000 })).toEqual(messages);
    const [place] = await store.attestations(laneId, { from: 1, limit: 1 });
    if (place === undefined) throw new Error("no attestation");
    // The guard remembers, and new rows get new numbers.
    expect(await store.reserve([{ ...place, head: word("other") }])).toEqual([
      { free: false, head: place.head },
    ]);
    const last = await store.lastEvent();
    await store.setValidators(AWAY, { ...SET, epoch: 1 });
    expect(await store.lastEvent()).toBeGreaterThan(last);
  }
  await Promise.all([sqlite, postgres, back].map((db) => db.close()));
});

test("what is damaged, cut off or not this node's is refused before anything is written", async () => {
  const db = await filled();
  const path = await exported(db);
  const text = readFileSync(path, "utf8");
  const verify = (changed: string, of = whose) => {
    const other = newFile();
    writeFileSync(other, changed);
    return verifyExport(linesOf(other), of);
  };
  const lines = text.trimEnd().split("\n");
  const invalid = { code: "export-invalid" };
  const half = lines.slice(0, lines.length / 2);
  const without = lines.filter((_, i) => i !== lines.length - 10);
  for (const wrong of [
    "",
    "hello",
    half.join("\n"),
    without.join("\n"),
    text.replace('"final_', '"Final_'),
  ])
    await expect(verify(wrong)).rejects.toMatchObject(invalid);
  await expect(verify(text, { ...whose, partner: "Other" })).rejects.toMatchObject(invalid);
  await expect(verify(text, { ...whose, zoneId: word("x") })).rejects.toMatchObject(invalid);
  await expect(verify(text.replace(/"version":\d+/, '"version":1'))).rejects.toThrow("release");
  await expect(verifyExport(linesOf("/nowhere"), whose)).rejects.toMatchObject({
    code: "export-file",
  });
  await expect(exported(db).then(() => writeFileWhole(path, async () => 0))).rejects.toMatchObject({
    code: "export-file",
  });
  await db.close();
});

test("a database that holds something is not restored into; a restore that fails leaves nothing", async () => {
  const db = await filled();
  const path = await exported(db);
  await expect(restoreDatabase(db, linesOf(path))).rejects.toMatchObject({
    code: "store-not-empty",
  });
  const target = await newSqlite();
  const broken = readFileSync(path, "utf8").trimEnd().split("\n").slice(0, -1);
  writeFileSync(`${path}.broken`, `${broken.join("\n")}\nnonsense\n`);
  await expect(restoreDatabase(target, linesOf(`${path}.broken`))).rejects.toMatchObject({
    code: "export-invalid",
  });
  await restoreDatabase(target, linesOf(path));
  await Promise.all([db.close(), target.close()]);
});
