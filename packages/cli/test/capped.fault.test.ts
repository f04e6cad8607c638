/** Every endpoint gives logs of three blocks at once: what is looked for in logs is found all the same. On two real chains. */
import { type Address, address, type ChainId, chainId } from "@ryugu/sdk/primitives";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeArchive } from "./support/archive-files.ts";
import { type CappedEndpoint, cappedEndpoint } from "./support/capped-endpoint.ts";
import { deployCollection } from "./support/collection.ts";
import { writeManifest } from "./support/manifest-file.ts";
import { validatorKey, ZoneOnChains } from "./support/zone-on-chains.ts";

const BLOCKS = 3;
const HOLDER = 1;
const [HOME, AWAY] = [31_241, 31_242].map((n) => chainId(n)) as [ChainId, ChainId];

const world = new ZoneOnChains("capped.test", 3, [1, 2, 3, 4, 5]);
const capped = new Map<ChainId, CappedEndpoint>();
let shells: Address;

beforeAll(async () => {
  await world.addChains(31_241, 31_242);
  for (const { number } of world.chains) {
    const endpoint = await cappedEndpoint(world.urlOf(number), BLOCKS);
    capped.set(chainId(number), endpoint);
    world.useUrl(number, endpoint.url);
  }
}, 120_000);
afterAll(async () => {
  await Promise.all([...capped.values()].map((endpoint) => endpoint.close()));
  await world.stop();
});

const refusals = () => [...capped.values()].reduce((sum, { refused }) => sum + refused, 0);

test("a zone is deployed and its gateways' first blocks are found", async () => {
  const { addresses, chains } = await world.ask<{
    addresses: { gateway: string };
    chains: { startBlock?: number }[];
  }>("zone", "deploy", "zone.json", "--key-env", "PAYER");
  world.knowGateway(addresses.gateway);
  expect(chains.map(({ startBlock = 0 }) => startBlock > 0)).toEqual([true, true]);
  expect(refusals()).toBeGreaterThan(0);
  await world.openLanes(1, 2, 3);
  shells = await deployCollection(world.signer(HOME, HOLDER), 3);
}, 60_000);

test("the holder of a message claims it, whatever came before it", async () => {
  const recipient = address(await world.signer(HOME, HOLDER).getAddress());
  const send = (id: bigint) =>
    world.send(HOLDER, { origin: HOME, destination: AWAY, token: shells, ids: [id], recipient });
  await send(1n);
  await send(2n);
  const { messageId, sequence } = await send(3n);
  const files = [2, 4, 5].map((n) => `partner-${n}.json`);
  for (const [i, n] of [2, 4, 5].entries()) {
    const path = world.path(files[i] ?? "");
    await writeArchive(world, path, validatorKey(n), [HOME, AWAY], 1);
  }
  expect(sequence).toBe(4);
  const before = refusals();
  const named = await writeManifest(world, [1, 2, 3], (chain) => capped.get(chain)?.url ?? "");
  const { calls } = await world.ask<{ calls: { to: string; data: string }[] }>(
    ...["transfer", "claim", messageId, "--explorer", "--attestations", ...files, ...named],
  );
  expect(refusals()).toBeGreaterThan(before);
  // The collection first: its message is the lane's oldest.
  expect(calls).toHaveLength(2);
  for (const { to, data } of calls) {
    const sent = await world.signer(AWAY, HOLDER).sendTransaction({ to, data });
    expect((await sent.wait())?.status).toBe(1);
  }
}, 60_000);

test("a gateway that was left behind is given the rotations of long ago", async () => {
  const [first] = world.chains;
  await world.rotate(3, [2, 3, 4, 5], first && [first]);
  await world.rotate(3, [1, 2, 3, 4, 5], first && [first]);
  const { chains } = await world.ask<{ chains: { rotations: number; epoch: number }[] }>(
    ...["zone", "deploy", "zone.json", "--key-env", "PAYER"],
  );
  expect(chains).toMatchObject([
    { rotations: 0, epoch: 2 },
    { rotations: 2, epoch: 2 },
  ]);
}, 60_000);
