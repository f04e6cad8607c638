/** Done-when 6 of the lane protocol: chains join a running zone, and old and new gateways agree. On seven real chains. */
import { readFileSync } from "node:fs";
import { inspectZone, planZone } from "@ryugu/contracts/deploy";
import { type GatewayReference, laneId } from "@ryugu/sdk/lane";
import { type Address, address, type ChainId, chainId, chainNumber } from "@ryugu/sdk/primitives";
import { readZone } from "@ryugu/sdk/zone";
import { Contract } from "ethers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deployCollection } from "./support/collection.ts";
import { ZoneOnChains } from "./support/zone-on-chains.ts";

const [FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH, SEVENTH] = [
  31_201, 31_202, 31_203, 31_204, 31_205, 31_206, 31_207,
].map((number) => chainId(number)) as [
  ChainId,
  ChainId,
  ChainId,
  ChainId,
  ChainId,
  ChainId,
  ChainId,
];
const PERSON = 1;

interface Deployed {
  addresses: { gateway: string; factory: string; custody: string };
  chains: {
    id: string;
    sent: unknown[];
    rotations: number;
    epoch: number;
    missingLanes: string[];
  }[];
}

const world = new ZoneOnChains("joining.test", 3, [1, 2, 3, 4, 5]);
const GENESIS = world.set;
let person: Address;
let shells: Address;

beforeAll(async () => {
  await world.addChains(31_201, 31_202, 31_203, 31_204, 31_205);
  person = address(await world.signer(FIRST, PERSON).getAddress());
}, 120_000);
afterAll(() => world.stop());

const deploy = (...more: string[]) =>
  world.ask<Deployed>("zone", "deploy", "zone.json", "--key-env", "PAYER", ...more);

/** A collection of the person's on a chain, with tokens 1 to 9. */
const collection = (on: ChainId) => deployCollection(world.signer(on, PERSON), 9);

/** Sends a token over a path of chains, its home among them, and has every lane on the way deliver. */
async function travel(token: Address, home: ChainId, id: bigint, path: readonly ChainId[]) {
  for (const [i, origin] of path.slice(0, -1).entries()) {
    const destination = path[i + 1] ?? origin;
    const here = origin === home ? token : await world.representation(origin, home, token);
    await world.send(PERSON, { origin, destination, token: here, ids: [id], recipient: person });
    const isThrough = origin !== home && destination !== home;
    for (const [from, to] of isThrough
      ? [[origin, home] as const, [home, destination] as const]
      : [[origin, destination] as const]) {
      expect(await world.deliver(from, to)).toMatchObject({ state: "delivered" });
    }
  }
  const last = path.at(-1) ?? home;
  const there = last === home ? token : await world.representation(last, home, token);
  const contract = new Contract(
    there,
    ["function ownerOf(uint256) view returns (address)"],
    world.signer(last, PERSON),
  );
  expect(await contract.getFunction("ownerOf")(id)).toBe(person);
}

/** Every gateway says the same: who decides, which lanes there are, and what went through them. */
async function expectAgreement(): Promise<void> {
  const ids = world.chains.map(({ number }) => chainId(number));
  const sets = await Promise.all(ids.map((id) => world.gateway(id).getFunction("validatorSet")()));
  for (const { epoch, setHash } of sets) {
    expect([Number(epoch), setHash]).toEqual([world.set.epoch, sets[0].setHash]);
  }
  const pairs = ids.flatMap((from) => ids.filter((to) => to !== from).map((to) => [from, to]));
  await Promise.all(pairs.map(([from = FIRST, to = FIRST]) => expectLane(from, to)));
}

async function expectLane(from: ChainId, to: ChainId): Promise<void> {
  const gateway = world.zone.manifest.chains[0]?.gateway ?? person;
  const [origin, destination] = [from, to].map((chain) => ({ chain, gateway })) as [
    GatewayReference,
    GatewayReference,
  ];
  const expected = laneId({ zoneId: world.zone.id, origin, destination });
  const { outbound } = await world.gateway(from).getFunction("lanesOf")(chainNumber(to));
  const { inbound } = await world.gateway(to).getFunction("lanesOf")(chainNumber(from));
  expect([outbound, inbound]).toEqual([expected, expected]);
  const sent = await world.gateway(from).getFunction("outboundLane")(expected);
  const arrived = await world.gateway(to).getFunction("inboundLane")(expected);
  expect([arrived.delivered, arrived.head]).toEqual([sent.count, sent.head]);
}

test("a zone of five chains has traffic behind it and has changed its validators twice", async () => {
  const { addresses, chains } = await deploy();
  world.knowGateway(addresses.gateway);
  expect(chains.map(({ sent }) => sent.length)).toEqual([12, 12, 12, 12, 12]);
  expect(await world.openLanes(1, 3, 5)).toBe(20);
  shells = await collection(FIRST);
  await travel(shells, FIRST, 1n, [FIRST, SECOND, THIRD, FIRST]);
  await world.rotate(3, [2, 3, 4, 5, 6]);
  await travel(shells, FIRST, 2n, [FIRST, FIFTH, SECOND]);
  await world.rotate(4, [3, 4, 5, 6, 7]);
  await travel(shells, FIRST, 2n, [SECOND, FIRST]);
  await expectAgreement();
}, 120_000);

test("the sixth joins: it catches up by anyone's hand, and the retired keys count for nothing on it", async () => {
  await world.addChains(31_206);
  const planned = await world.ask<{ chains: { id: string; steps: unknown[] }[] }>(
    ...["zone", "deploy", "zone.json", "--dry-run"],
  );
  expect(planned.chains.map(({ steps }) => steps.length)).toEqual([0, 0, 0, 0, 0, 12]);
  const { chains } = await deploy("--only", SIXTH);
  expect(chains).toMatchObject([{ id: SIXTH, rotations: 2, epoch: 2 }]);
  expect(chains[0]?.missingLanes).toHaveLength(5);

  await expect(world.openLanes(1, 2, 3)).rejects.toThrow("ended with 1");
  const retired = world.gateway(SIXTH);
  expect(await retired.getFunction("counterparts")()).toEqual([]);
  expect(await world.openLanes(3, 4, 6, 7)).toBe(10);
  await travel(shells, FIRST, 3n, [FIRST, SIXTH, SECOND, SIXTH]);
  const born = await collection(SIXTH);
  await travel(born, SIXTH, 1n, [SIXTH, THIRD, FIFTH]);
  await expectAgreement();
}, 120_000);

test("what retired keys sign is delivered nowhere, neither on the old gateways nor on the new one", async () => {
  await world.send(PERSON, {
    ...{ origin: FIRST, destination: SIXTH, token: shells, ids: [4n], recipient: person },
  });
  const [signed] = await world.attest(FIRST, SIXTH);
  const attestations = await world.attest(FIRST, SIXTH, world.quorumKeys(GENESIS));
  const forged = attestations.map(({ signature }) => signature.slice(2)).join("");
  const more = (await world.attest(FIRST, SIXTH, world.quorumKeys(GENESIS)))[0]?.signature.slice(2);
  const call = world.gateway(SIXTH).getFunction("deliver");
  const { laneId: lane, sequence = 0 } = signed ?? {};
  for (const signatures of [`0x${forged}`, `0x${forged}${more}`]) {
    await expect(call.staticCall(lane, sequence, ["0x0101"], [], signatures)).rejects.toThrow();
  }
  expect(await world.deliver(FIRST, SIXTH)).toMatchObject({ state: "delivered" });
}, 120_000);

test("the seventh joins after one more change, and all seven agree", async () => {
  await world.rotate(3, [4, 5, 6, 7, 8]);
  await world.addChains(31_207);
  const { addresses, chains } = await deploy();
  expect(chains.map(({ rotations }) => rotations)).toEqual([0, 0, 0, 0, 0, 0, 3]);
  expect(await world.openLanes(4, 6, 8)).toBe(12);
  await travel(shells, FIRST, 5n, [FIRST, SEVENTH, SIXTH, FIRST]);
  const born = await collection(SEVENTH);
  await travel(born, SEVENTH, 1n, [SEVENTH, SIXTH, FOURTH]);
  await expectAgreement();

  const { validators, quorum } = GENESIS;
  const settings = { minDeadline: 60, maxDeadline: 2_592_000, defaultDeadline: 604_800 };
  const notices = { policyNotice: 60, reanchorNotice: 60, windDownNotice: 60 };
  const plan = planZone({
    name: "joining.test",
    validators,
    quorum,
    settings: { ...settings, ...notices },
  });
  expect(addresses.gateway).toBe(plan.gateway);
  for (const { provider } of world.chains) {
    const { parts, factory } = await inspectZone(provider, plan);
    expect([factory, ...parts.map(({ presence }) => presence)]).toEqual(
      new Array(12).fill("deployed"),
    );
  }
}, 120_000);

test("who knows only zone id and genesis set reads the manifest of the third set after it", async () => {
  await world.ask("zone", "manifest", "draft", "zone.json", "--out", "manifest.json");
  const sign = ["zone", "manifest", "sign", "manifest.json", "--zone", "zone.json", "--key-env"];
  for (const n of [4, 6, 8]) await world.ask(...sign, `VALIDATOR_${n}`);
  const text = readFileSync(world.path("manifest.json"), "utf8");
  const { zoneId, genesisSetHash } = world.zone.manifest;
  const zone = readZone(text, { zoneId, genesisSetHash });
  expect(zone.validatorSet).toEqual(world.set);
  expect(zone.manifest.chains).toHaveLength(7);
  const retired = await world.ryugu(...sign, "VALIDATOR_1");
  expect([retired.exitCode, retired.stderr]).toEqual([4, expect.stringContaining("no validator")]);
});
