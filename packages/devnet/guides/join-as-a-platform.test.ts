/** Following only docs/guides/join-as-a-platform.md, a platform brings a chain of its own into a running zone. */
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { NodeConfigInput } from "@ryugu/bridge";
import { gatewayAbi } from "@ryugu/contracts";
import { address } from "@ryugu/sdk/primitives";
import { Contract, Wallet } from "ethers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { localProvider } from "../src/chain/provider.ts";
import { DEMO_SHAPE, type RunningZone, startZone } from "../src/index.ts";
import { freePorts } from "../src/process/free-ports.ts";
import { waitUntil } from "../src/process/wait-until.ts";
import { freePortBase } from "../test/support/free-port-base.ts";
import { temporaryFolder } from "../test/support/temporary-folder.ts";
import { Traveller } from "../test/support/traveller.ts";
import { startExtraChain } from "./support/extra-chain.ts";
import { Guide } from "./support/guide.ts";
import { zoneFileOf } from "./support/zone-file.ts";
import { inZone, newcomer, partnersOf } from "./support/zone-world.ts";

const NUMBER = 31_003;
/** In seconds: with longer ones a test only waits longer. */
const BLOCK_TIME = 0.25;
const folder = temporaryFolder("platform");
const payer = Wallet.createRandom();
let zone: RunningZone;
let traveller: Traveller;
let guide: Guide;
let chainUrl: string;

beforeAll(async () => {
  const shape = { ...DEMO_SHAPE, hasMoney: false, blockTime: BLOCK_TIME };
  const portBase = await freePortBase();
  zone = await startZone({ folder: join(folder.path, "zone"), portBase, shape });
  const access = {
    zone: zone.zone,
    person: await zone.keys.person.open(),
    home: zone.provider("minato"),
    away: zone.provider("garan"),
  };
  traveller = await Traveller.with(access, 2);
  const [port = 0] = await freePorts(1);
  const relayers = Object.values(zone.keys.partners).map(({ relayer }) => relayer.address);
  const funded = [address(payer.address), ...relayers];
  const suzakus = { slug: "suzaku", number: NUMBER, port, funded, blockTime: BLOCK_TIME };
  chainUrl = await startExtraChain(zone, suzakus);
  const { zoneId, genesisSetHash } = zone.zone.manifest;
  const suzaku = newcomer(join(folder.path, "suzaku"), {
    PAYER: payer.privateKey,
    ZONE_ID: zoneId,
    GENESIS_SET_HASH: genesisSetHash,
    COLLECTION: traveller.collection,
    PERSON: access.person.address,
    RYUGU_PASSPHRASE_FILE: zone.keys.person.passphrasePath,
  });
  copyFileSync(zone.keys.person.path, join(suzaku.folder, "person.json"));
  const chains = [{ id: `eip155:${NUMBER}`, name: "Suzaku", rpcUrls: [chainUrl] }];
  writeFileSync(join(suzaku.folder, "zone.json"), JSON.stringify(zoneFileOf(zone, chains)));
  const partners = partnersOf(zone);
  guide = new Guide("join-as-a-platform.md", {
    actors: { ...partners, suzaku },
    groups: { partner: Object.keys(partners) },
    examples: [
      ["https://zone.example/manifest.json", zone.layout.manifest],
      ["https://suzaku.example", chainUrl],
      ["/srv/zone/manifest.json", zone.layout.manifest],
    ],
    bin: join(folder.path, "bin"),
    background: inZone(zone),
  });
});

afterAll(async () => {
  traveller?.access.home.destroy();
  traveller?.access.away.destroy();
  await zone?.stop();
  folder.remove();
});

const readiness = async (url: string) => {
  const response = await fetch(`${url}/v1/ready`);
  const { tasks } = (await response.json()) as { tasks: { name: string; problem?: string }[] };
  return tasks.find(({ name }) => name === "zone")?.problem;
};

const nodes = () => zone.zone.manifest.partners.map(({ nodeUrl }) => nodeUrl);

test("the zone's contracts come to the chain, and the manifest names it", async () => {
  expect(await guide.follow("1. Put the zone's contracts on your chain")).toContain("Suzaku");
  await guide.follow("2. Say where observers begin");
  const printed = await guide.follow("3. The manifest gets your chain");
  expect(printed).toContain(`new chain:    Suzaku (eip155:${NUMBER})`);
  for (const url of nodes()) {
    const says = async () => (await readiness(url))?.includes(`Suzaku (eip155:${NUMBER})`) === true;
    expect(await waitUntil(says, { timeout: 30_000, interval: 200 })).toBe(true);
  }
});

test("every node reads the chain once it is told where", async () => {
  await Promise.all(
    Object.entries(partnersOf(zone)).map(async ([slug, partner]) => {
      const path = join(partner.folder, "node.json");
      const config = JSON.parse(readFileSync(path, "utf8")) as NodeConfigInput;
      config.chains.push({ id: `eip155:${NUMBER}`, rpcUrls: [chainUrl], agreement: 1 });
      writeFileSync(path, JSON.stringify(config));
      await zone.node(slug).stop();
      await zone.node(slug).start();
    }),
  );
  for (const url of nodes()) expect(await readiness(url)).toBeUndefined();
});

test("the council opens the lanes, and the first token arrives", async () => {
  const printed = await guide.follow("5. The council opens the lanes");
  expect(printed.match(/OpenLane \d+: done, transaction/g)).toHaveLength(4);
  const arrived = await guide.follow("6. The first token crosses");
  expect(arrived).toMatch(/delivered|arrived/i);
  expect(guide.left).toEqual([]);
  const { provider, gateway } = newChain();
  const representation = await gateway.getFunction("representationOf")(
    31_001,
    traveller.collection,
    1,
  );
  const token = new Contract(
    representation,
    ["function ownerOf(uint256) view returns (address)"],
    provider,
  );
  expect(await token.getFunction("ownerOf")(1)).toBe(traveller.access.person.address);
  provider.destroy();
});

function newChain() {
  const provider = localProvider(chainUrl, NUMBER);
  const { gateway = "" } = zone.zone.manifest.chains[0] ?? {};
  return { provider, gateway: new Contract(gateway, gatewayAbi, provider) };
}
