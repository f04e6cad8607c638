/** Following only docs/guides/join-as-a-partner.md, a sixth partner joins a running zone, in mid-traffic. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { TransferStatus } from "@ryugu/sdk/transfer";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DEMO_SHAPE, type RunningZone, startZone } from "../src/index.ts";
import { keystoreAddress } from "../src/keys/keystore.ts";
import { freePorts } from "../src/process/free-ports.ts";
import { waitUntil } from "../src/process/wait-until.ts";
import { deliveredRanges, isGapless } from "../test/support/deliveries.ts";
import { freePortBase } from "../test/support/free-port-base.ts";
import { temporaryFolder } from "../test/support/temporary-folder.ts";
import { Traveller } from "../test/support/traveller.ts";
import { type Actor, Guide } from "./support/guide.ts";
import { inZone, newcomer, partnersOf } from "./support/zone-world.ts";

/** More than cross while the council is busy; the last two are for what is sent before and after. */
const TOKENS = 60;
const folder = temporaryFolder("join");
const hirame = { folder: join(folder.path, "hirame"), env: {} as Record<string, string> };
let zone: RunningZone;
let partners: Record<string, Actor>;
let traveller: Traveller;
let guide: Guide;
let nodeUrl: string;
let traffic: Promise<void> = Promise.resolve();
let isOver = false;
const sent: `0x${string}`[] = [];

beforeAll(async () => {
  const shape = { ...DEMO_SHAPE, hasMoney: false, blockTime: 0.25 };
  const portBase = await freePortBase();
  zone = await startZone({ folder: join(folder.path, "zone"), portBase, shape });
  const access = {
    zone: zone.zone,
    person: await zone.keys.person.open(),
    home: zone.provider("minato"),
    away: zone.provider("garan"),
  };
  traveller = await Traveller.with(access, TOKENS);
  const [port] = await freePorts(1);
  nodeUrl = `http://127.0.0.1:${port}`;
  const { zoneId, genesisSetHash } = zone.zone.manifest;
  hirame.env = { ZONE_ID: zoneId, GENESIS_SET_HASH: genesisSetHash };
  partners = partnersOf(zone);
  const [minato = "", garan = ""] = zone.zone.manifest.chains.map(({ rpcUrls }) => rpcUrls[0]);
  guide = new Guide("join-as-a-partner.md", {
    actors: { ...partners, hirame: newcomer(hirame.folder, hirame.env) },
    groups: { partner: Object.keys(partners), everybody: [...Object.keys(partners), "hirame"] },
    examples: [
      ["https://zone.example/manifest.json", zone.layout.manifest],
      ["https://minato.example", minato],
      ["https://garan.example", garan],
      ["--port 4100", `--port ${port}`],
      ["http://127.0.0.1:4100", nodeUrl],
      ["https://node.hirame.example", nodeUrl],
      ["/srv/zone/manifest.json", zone.layout.manifest],
    ],
    bin: join(folder.path, "bin"),
    background: inZone(zone),
  });
});

afterAll(async () => {
  isOver = true;
  await traffic;
  traveller?.access.home.destroy();
  traveller?.access.away.destroy();
  await zone?.stop();
  folder.remove();
});

const statusOf = async (url: string, id: string): Promise<TransferStatus> =>
  (await (await fetch(`${url}/v1/transfers/${id}`)).json()) as TransferStatus;

const partnerUrls = () => zone.zone.manifest.partners.map((partner) => partner.nodeUrl);

/** One token after the other crosses, for as long as the council is busy. */
async function keepSending(): Promise<void> {
  for (let id = 1n; id <= TOKENS - 2 && !isOver; id++) {
    const { messageId } = await traveller.send("away", [id]);
    sent.push(messageId);
    await traveller.arrival(messageId);
  }
}

test("a node without a seat starts, catches up and signs nothing", async () => {
  const before = await traveller.send("away", [BigInt(TOKENS - 1)]);
  await traveller.arrival(before.messageId);
  const printed = await guide.follow("1. Prepare your node");
  const validator = keystoreAddress(join(hirame.folder, "node/keys/validator.json"));
  expect(printed).toContain(validator);
  for (const actor of Object.values(partners)) actor.env.VALIDATOR = validator;
  await guide.follow("2. Start it");
  const known = () => statusOf(nodeUrl, before.messageId);
  const caughtUp = async () => (await known()).state === "delivered";
  expect(await waitUntil(caughtUp, { timeout: 30_000, interval: 200 })).toBe(true);
  expect((await known()).signers).not.toContain(validator);
});

test("the council rotates it in while tokens cross, and every gateway takes it", async () => {
  traffic = keepSending();
  expect(await guide.follow("3. The council decides")).toContain("4 of 6 validators decide");
  const printed = await guide.follow("4. Every gateway takes it");
  expect(printed.match(/would be done/g)).toHaveLength(2);
  expect(printed.match(/: done, transaction/g)).toHaveLength(2);
  // Following the guide once more, by mistake, changes nothing.
  const again = guide.follow("3. The council decides");
  await expect(again).rejects.toThrow("named twice");
});

test("the manifest names it, and every node goes by that without a restart", async () => {
  await guide.follow("5. The manifest gets your seat");
  expect(guide.left).toEqual([]);
  const { version, epoch } = JSON.parse(readFileSync(zone.layout.manifest, "utf8"));
  expect([version, epoch]).toEqual([2, 1]);
  for (const url of [...partnerUrls(), nodeUrl]) {
    const hasIt = async () =>
      ((await (await fetch(`${url}/v1/zone`)).json()) as { version: number }).version === 2;
    // The newcomer's, as the guide has made it, looks every thirty seconds.
    expect(await waitUntil(hasIt, { timeout: 60_000, interval: 200 })).toBe(true);
  }
  expect(zone.processes.all.map(({ restarts }) => restarts)).not.toContain(1);
});

test("its signature counts at every node; nothing was lost and nothing arrived twice", async () => {
  isOver = true;
  await traffic;
  const last = await traveller.send("away", [BigInt(TOKENS)]);
  expect((await traveller.arrival(last.messageId)).state).toBe("delivered");
  const validator = keystoreAddress(join(hirame.folder, "node/keys/validator.json"));
  for (const url of [...partnerUrls(), nodeUrl]) {
    const isCounted = async () => {
      const { quorum, signers = [] } = await statusOf(url, last.messageId);
      return quorum === 4 && signers.includes(validator);
    };
    expect(await waitUntil(isCounted, { timeout: 30_000, interval: 200 })).toBe(true);
  }
  for (const messageId of sent)
    expect((await statusOf(nodeUrl, messageId)).state).toBe("delivered");
  expect(sent.length).toBeGreaterThan(5);
  expect(isGapless(await deliveredRanges(traveller, "away"))).toBe(true);
});
