/**
 * Self-service from a block explorer: with k attestations in hand, `--explorer` prints calls that a stranger's wallet sends as they
 * are, on real chains. The command has no key and sends nothing.
 */
import { type Address, address, type ChainId, chainId } from "@ryugu/sdk/primitives";
import { describeRevert, type GatewayCall } from "@ryugu/sdk/transfer";
import { AbiCoder, Contract, concat, dataSlice, id, isCallException } from "ethers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeArchive } from "./support/archive-files.ts";
import { deployCollection } from "./support/collection.ts";
import { writeManifest } from "./support/manifest-file.ts";
import { spawnRyugu } from "./support/spawn-ryugu.ts";
import { validatorKey, ZoneOnChains } from "./support/zone-on-chains.ts";

const [HOME, AWAY] = [31_221, 31_222].map((n) => chainId(n)) as [ChainId, ChainId];
const [HOLDER, STRANGER, FRIEND] = [1, 2, 3];

const world = new ZoneOnChains("explorer.test", 3, [1, 2, 3, 4, 5]);
let shells: Address;
let named: string[];
let nextId = 0n;

beforeAll(async () => {
  await world.addChains(31_221, 31_222);
  const { addresses } = await world.ask<{ addresses: { gateway: string } }>(
    ...["zone", "deploy", "zone.json", "--key-env", "PAYER"],
  );
  world.knowGateway(addresses.gateway);
  await world.openLanes(1, 2, 3);
  shells = await deployCollection(world.signer(HOME, HOLDER), 9);
  named = await writeManifest(world, [1, 2, 3]);
}, 120_000);
afterAll(() => world.stop());

const accountOf = async (n: number) => address(await world.signer(AWAY, n).getAddress());

/** Sends the holder's next shell to herself away. */
async function sendShell() {
  nextId += 1n;
  const recipient = await accountOf(HOLDER);
  const request = { origin: HOME, destination: AWAY, token: shells, ids: [nextId], recipient };
  return world.send(HOLDER, request);
}

async function ownerAway(id: bigint): Promise<string> {
  const token = await world.representation(AWAY, HOME, shells);
  const abi = ["function ownerOf(uint256) view returns (address)"];
  return new Contract(token, abi, world.chain(AWAY).provider).getFunction("ownerOf")(id);
}

/** Runs the real command for an explorer, without any key. */
async function spawnExplorer(...words: string[]): Promise<string> {
  const ran = await spawnRyugu(["transfer", ...words, "--explorer", ...named], {
    cwd: world.folder,
  });
  expect([ran.code, ran.stderr]).toEqual([0, expect.not.stringContaining("✗")]);
  return ran.stdout;
}

async function callsFor(...words: string[]): Promise<GatewayCall[]> {
  return JSON.parse(await spawnExplorer(...words, "--json")).calls;
}

/** Three partners' published signatures from a sequence on, as options. */
async function attestationsFrom(sequence: number): Promise<string[]> {
  const files = [2, 4, 5].map((n) => `partner-${n}.json`);
  for (const [i, n] of [2, 4, 5].entries()) {
    const path = world.path(files[i] ?? "");
    await writeArchive(world, path, validatorKey(n), [HOME, AWAY], sequence);
  }
  return ["--attestations", ...files];
}

/** Sends a call as it was printed. */
async function sendRaw({ to, data }: GatewayCall, n: number): Promise<number | null> {
  const sent = await world.signer(AWAY, n).sendTransaction({ to, data });
  return (await sent.wait())?.status ?? null;
}

/** What a wallet sends when an explorer's form is filled in by hand: arrays are JSON there. */
function formData({ function: name, args }: GatewayCall): string {
  const types = args.map(({ type }) => type);
  const values = args.map(({ type, value }) => {
    const typed = typeof value === "string" ? value : JSON.stringify(value);
    return type.endsWith("[]") ? JSON.parse(typed) : typed;
  });
  const selector = dataSlice(id(`${name}(${types})`), 0, 4);
  return concat([selector, AbiCoder.defaultAbiCoder().encode(types, values)]);
}

test("a claim whose collection nobody knows there is two calls in order, which anybody sends", async () => {
  const { messageId, sequence } = await sendShell();
  const calls = await callsFor("claim", messageId, ...(await attestationsFrom(sequence - 1)));
  expect(calls).toMatchObject([
    { chain: AWAY, function: "claim" },
    { chain: AWAY, function: "claim", messages: [{ messageId, sequence }] },
  ]);
  expect(calls.map(formData)).toEqual(calls.map(({ data }) => data));
  for (const call of calls) expect(await sendRaw(call, STRANGER)).toBe(1);
  expect(await ownerAway(nextId)).toBe(await accountOf(HOLDER));
}, 60_000);

test("people are shown each argument and the whole of the data, uncut", async () => {
  const { messageId, sequence } = await sendShell();
  const words = ["claim", messageId, ...(await attestationsFrom(sequence))];
  const [call] = await callsFor(...words);
  const shown = await spawnExplorer(...words);
  const lines = shown.split("\n").map((line) => line.trim());
  expect(call?.data.length).toBeGreaterThan(1_000);
  expect(lines.find((line) => line.startsWith("data "))?.split(/\s+/)).toEqual([
    "data",
    call?.data,
  ]);
  for (const [i, { name, type, value }] of call?.args.entries() ?? []) {
    const line = lines.find((each) => each.startsWith(`${i + 1} ${name} (${type})`)) ?? "";
    expect(line).toContain(typeof value === "string" ? value : JSON.stringify(value));
  }
  expect(shown).toContain(call?.to);
});

test("a lane's delivery is printed too, and delivers all that waited", async () => {
  const { messageId, sequence } = await sendShell();
  const calls = await callsFor("deliver", messageId, ...(await attestationsFrom(sequence)));
  expect(calls).toHaveLength(1);
  expect(calls.map(formData)).toEqual(calls.map(({ data }) => data));
  for (const call of calls) expect(await sendRaw(call, STRANGER)).toBe(1);
  expect([await ownerAway(nextId - 1n), await ownerAway(nextId)]).toEqual([
    await accountOf(HOLDER),
    await accountOf(HOLDER),
  ]);
}, 60_000);

/** Parks two shells: their collection is quarantined while they are delivered. */
async function parkTwo() {
  const token = `token=${await world.representation(AWAY, HOME, shells)}`;
  const newest = await world.chain(AWAY).provider.getBlock("latest");
  const until = `until=${(newest?.timestamp ?? 0) + 3_600}`;
  const act = (name: string, ...more: string[]) =>
    world.decide(
      [1, 2, 3],
      ...[name, "--on", AWAY, "--value", "counterpartChain=all", token, ...more],
    );
  expect(await act("ExtendPause", until)).toBe(1);
  const sent = [await sendShell(), await sendShell()] as const;
  expect(await world.deliver(HOME, AWAY)).toMatchObject({ state: "parked" });
  expect(await act("LiftPause")).toBe(1);
  return sent;
}

test("what is parked is retried by anybody, and redirected by its recipient alone", async () => {
  const [one, two] = await parkTwo();
  const [retry] = await callsFor("retry", one.messageId);
  expect(retry && formData(retry)).toBe(retry?.data);
  expect(retry && (await sendRaw(retry, STRANGER))).toBe(1);
  expect(await ownerAway(nextId - 1n)).toBe(await accountOf(HOLDER));

  const friend = await accountOf(FRIEND);
  const words = ["redirect", two.messageId, "--recipient", friend];
  expect(await spawnExplorer(...words)).toContain("only the account that it was for");
  const [redirect] = (await callsFor(...words)) as [GatewayCall];
  expect(formData(redirect)).toBe(redirect.data);
  const refused = await sendRaw(redirect, STRANGER).catch((error: unknown) => error);
  expect(isCallException(refused) && describeRevert(refused.data ?? "0x")).toMatch(/^[A-Z]\w+\(/);
  expect(await sendRaw(redirect, HOLDER)).toBe(1);
  expect(await ownerAway(nextId)).toBe(friend);
}, 60_000);
