import { rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { zoneId } from "@ryugu/sdk/lane";
import { type ChainId, chainId } from "@ryugu/sdk/primitives";
import { manifestValidatorSet, readZone, type ZoneManifest } from "@ryugu/sdk/zone";
import { afterAll, expect, test } from "vitest";
import { temporaryFolder } from "../../test/harness/temporary-folder.ts";
import { VALIDATORS } from "../../test/model/attestations.ts";
import { MANIFEST, publish, SIXTH, withSixth } from "../../test/model/zone.ts";
import type { NodeEvent } from "../ports/report.ts";
import { sqliteStore } from "../store/sqlite/store.ts";
import { followZone, unservedChains } from "./follower.ts";
import { holdZone } from "./held-zone.ts";
import { manifestSource } from "./manifest-source.ts";
import { openZone } from "./open-zone.ts";

const folder = temporaryFolder();
const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) server.close();
});

/** A node that follows a manifest file, looking at it with every tick. */
async function setUp(name: string) {
  const path = join(folder, name);
  const write = (manifest: ZoneManifest | string) =>
    writeFileSync(path, typeof manifest === "string" ? manifest : JSON.stringify(manifest));
  write(await publish(MANIFEST));
  const source = manifestSource(path, MANIFEST, 1_000);
  const events: NodeEvent[] = [];
  const clock = { now: () => 0 };
  const store = await sqliteStore({ path: ":memory:", clock });
  const held = holdZone(readZone(await publish(MANIFEST), MANIFEST));
  const report = (event: NodeEvent) => events.push(event);
  const follower = followZone({ held, source, store, clock, report, interval: 0 });
  return { write, held, store, events, follower, path };
}

const typesOf = (events: readonly NodeEvent[]) => events.map(({ type }) => type);

test("a newer manifest takes the place of the older one: partners, validators and lanes", async () => {
  const { write, held, store, events, follower } = await setUp("newer.json");
  await follower.tick();
  expect(events).toEqual([]);
  const third = { ...MANIFEST.chains[0], id: chainId(5), name: "Third" };
  const { signatures: _, ...sixth } = await withSixth();

  const body = { ...sixth, chains: [...sixth.chains, third as (typeof sixth.chains)[number]] };
  write(await publish(body, [...VALIDATORS, SIXTH], 4));
  await follower.tick();
  expect(held.zone.manifest.version).toBe(2);
  expect(held.zone.validatorSet).toMatchObject({ epoch: 1, quorum: 4 });
  expect((await store.lanes()).length).toBe(6);
  expect(events).toEqual([{ type: "manifest-adopted", version: 2, epoch: 1 }]);
  const served = MANIFEST.chains.map(({ id }) => id);
  expect(unservedChains(held.zone, served)).toContain("Third (eip155:5)");
  expect(unservedChains(held.zone, [...served, chainId(5)])).toBeUndefined();
});

test("what is older, other, moved, foreign or broken is refused, said once, and changes nothing", async () => {
  const { write, held, events, follower } = await setUp("worse.json");
  const two = await publish({ ...MANIFEST, version: 2 });
  write(two);
  await follower.tick();
  const moved = MANIFEST.chains.map((chain) => ({
    ...chain,
    gateway: chain.gateway.replace(/.$/, "0"),
  }));
  const bad: (ZoneManifest | string)[] = [
    await publish(MANIFEST),
    await publish({ ...MANIFEST, version: 2, issuedAt: "2027-01-01T00:00:00Z" }),
    await publish({ ...MANIFEST, version: 3, chains: moved as typeof MANIFEST.chains }),
    await publish({ ...MANIFEST, version: 3, name: "another", zoneId: zoneId("another") }),
    await publish({ ...MANIFEST, version: 3 }, undefined, 2),
    "{",
  ];
  for (const each of bad) {
    events.length = 0;
    write(each);
    await follower.tick();
    await follower.tick();
    expect(typesOf(events)).toEqual(["manifest-refused"]);
    expect(held.zone.manifest).toEqual(two);
  }
});

test("what gateways go by is learnt from the store; two sets of one epoch are said", async () => {
  const { held, store, events, follower } = await setUp("sets.json");
  const [home, away] = MANIFEST.chains.map(({ id }) => id) as [ChainId, ChainId];
  const next = manifestValidatorSet(await withSixth());
  expect(held.sets().map(({ epoch }) => epoch)).toEqual([0]);
  await store.setValidators(home, next);
  await follower.tick();
  expect([held.on(home), held.on(away).epoch]).toEqual([next, 0]);
  expect(held.sets().map(({ epoch }) => epoch)).toEqual([0, 1]);
  expect(typesOf(events)).toEqual(["validators-changed"]);
  await store.setValidators(away, { ...next, quorum: 5 });
  await follower.tick();
  await follower.tick();
  expect(typesOf(events)).toEqual(["validators-changed", "validators-changed", "zone-split"]);
  expect(events.at(-1)).toMatchObject({
    epoch: 1,
    places: [expect.any(String), expect.any(String)],
  });
});

test("a start goes on with the manifest that was kept, where the source is away, older or false", async () => {
  const { write, store, events, path } = await setUp("kept.json");
  const report = (event: NodeEvent) => events.push(event);
  const start = async () => {
    const source = manifestSource(path, MANIFEST, 1_000);
    return (await openZone(source, store, MANIFEST, report)).manifest.version;
  };
  expect(await start()).toBe(1);
  write(await publish({ ...MANIFEST, version: 4 }));
  expect(await start()).toBe(4);
  write(await publish({ ...MANIFEST, version: 3 }));
  expect(await start()).toBe(4);
  write("{");
  expect(await start()).toBe(4);
  rmSync(path);
  expect(await start()).toBe(4);
  expect(typesOf(events)).toEqual(["manifest-refused", "manifest-refused", "manifest-unavailable"]);
  const nothingKept = sqliteStore({ path: ":memory:", clock: { now: () => 0 } });
  const source = manifestSource(path, MANIFEST, 1_000);
  await expect(openZone(source, await nothingKept, MANIFEST, report)).rejects.toMatchObject({
    code: "manifest-unavailable",
  });
});

test("a source that is away is said once, and makes nothing worse", async () => {
  const { held, write, events, follower, path } = await setUp("away.json");
  rmSync(path);
  await follower.tick();
  await follower.tick();
  expect(typesOf(events)).toEqual(["manifest-unavailable"]);
  write(await publish({ ...MANIFEST, version: 7 }));
  await follower.tick();
  expect(held.zone.manifest.version).toBe(7);
  write("x".repeat(1_000_001));
  await follower.tick();
  expect(typesOf(events).at(-1)).toBe("manifest-unavailable");
});

test("a server is asked whether the manifest has changed, and sends it only then", async () => {
  const answers: number[] = [];
  const text = JSON.stringify(await publish(MANIFEST));
  const server = createServer((request, response) => {
    const isKnown = request.headers["if-none-match"] === '"1"';
    answers.push(isKnown ? 304 : 200);
    response.writeHead(isKnown ? 304 : 200, { etag: '"1"' }).end(isKnown ? undefined : text);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  const url = `http://127.0.0.1:${typeof bound === "object" ? bound?.port : ""}/`;
  const source = manifestSource(url, MANIFEST, 5_000);
  expect((await source.read())?.manifest.version).toBe(1);
  expect(await source.read()).toBeUndefined();
  expect(answers).toEqual([200, 304]);
});
