/**
 * Done-when 4 of the lane protocol: 5,000 strangers' messages are in a lane and every relayer and node is dead. The holder of
 * the last one gets it out with one command, for at most 150,000 gas. On real chains, through the real command.
 *
 * `RYUGU_STRANGERS=500` runs it with fewer.
 */
import { writeFileSync } from "node:fs";
import { type Address, address, type ChainId, chainId } from "@ryugu/sdk/primitives";
import { keyWallet } from "@ryugu/sdk/wallet";
import { writeKeystoreFile } from "@ryugu/sdk/wallet/node";
import { signManifest, zoneLane } from "@ryugu/sdk/zone";
import { Contract, Interface, NonceManager } from "ethers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accountKey } from "../../sdk/test/chain/anvil.ts";
import { writeArchive } from "./support/archive-files.ts";
import { deployCollection } from "./support/collection.ts";
import { spawnRyugu } from "./support/spawn-ryugu.ts";
import { validatorKey, ZoneOnChains } from "./support/zone-on-chains.ts";

const STRANGERS = Number(process.env.RYUGU_STRANGERS ?? 5_000);
const CEILING = 150_000;
const AT_ONCE = 100;
const GAS = 15_000_000;
const [HOME, AWAY] = [31_211, 31_212].map((n) => chainId(n)) as [ChainId, ChainId];
/** The holder, and some of those who send before her. */
const HOLDER = 1;
const SENDERS = [2, 3, 4, 5, 6];
const CHEAP = { scrypt: { n: 2, r: 8, p: 1 } };

const SEND_MANY = new Interface([
  "function sendMany((uint64 destinationChainId, address token, uint256[] ids, uint256[] amounts, address recipient, address refundAccount, uint40 deadline, bytes ref)[] requests)",
]);
const world = new ZoneOnChains("last-of-many.test", 3, [1, 2, 3, 4, 5]);
let shells: Address;

beforeAll(async () => {
  await world.addChains(31_211, 31_212);
  const { addresses } = await world.ask<{ addresses: { gateway: string } }>(
    ...["zone", "deploy", "zone.json", "--key-env", "PAYER"],
  );
  world.knowGateway(addresses.gateway);
  await world.openLanes(1, 2, 3);
  shells = await deployCollection(world.signer(HOME, HOLDER), 4);
  // Her collection was known over there before, as long as there were relayers.
  await sendHers(1n);
  await world.deliver(HOME, AWAY);
  await writeZone();
}, 120_000);
afterAll(() => world.stop());

/** The signed manifest and her key, as files: all that the command is given besides signatures. */
async function writeZone(): Promise<void> {
  const { signatures: _, ...body } = world.zone.manifest;
  const signatures = await Promise.all([1, 2, 3].map((n) => signManifest(validatorKey(n), body)));
  writeFileSync(world.path("manifest.json"), JSON.stringify({ ...body, signatures }));
  const key = keyWallet(accountKey(HOLDER).privateKey);
  await writeKeystoreFile(world.path("holder.json"), key, "turtle", CHEAP);
  writeFileSync(world.path("passphrase"), "turtle");
}

async function sendHers(id: bigint, token = shells) {
  const recipient = address(await world.signer(HOME, HOLDER).getAddress());
  const request = { origin: HOME, destination: AWAY, token, ids: [id], recipient };
  return world.send(HOLDER, request);
}

/** Strangers mint and send, a hundred messages in each transaction. */
async function sendStrangers(): Promise<void> {
  const { gateway } = world.zone.manifest.chains[0] ?? {};
  const share = Math.ceil(STRANGERS / SENDERS.length);
  const deadline = Math.floor(Date.now() / 1_000) + 86_400;
  await Promise.all(
    SENDERS.map(async (n) => {
      const by = new NonceManager(world.signer(HOME, n));
      const recipient = await by.getAddress();
      const token = await deployCollection(by, share);
      const approval = new Contract(token, ["function setApprovalForAll(address, bool)"], by);
      await (await approval.getFunction("setApprovalForAll")(gateway, true)).wait();
      for (let first = 1; first <= share; first += AT_ONCE) {
        const count = Math.min(AT_ONCE, share - first + 1);
        const requests = Array.from({ length: count }, (_, i) => ({
          ...{ destinationChainId: 31_212, token, ids: [first + i], amounts: [], recipient },
          ...{ refundAccount: recipient, deadline, ref: "0x" },
        }));
        const data = SEND_MANY.encodeFunctionData("sendMany", [requests]);
        const sent = await by.sendTransaction({ to: gateway ?? "", data, gasLimit: GAS });
        expect((await sent.wait())?.status).toBe(1);
      }
    }),
  );
}

/** Claims with three partners' published signatures from a sequence on. */
async function claim(messageId: string, from: number) {
  const { id, manifest } = world.zone;
  const files = [2, 4, 5].map((n) => `partner-${n}.json`);
  for (const [i, n] of [2, 4, 5].entries()) {
    await writeArchive(world, world.path(files[i] ?? ""), validatorKey(n), [HOME, AWAY], from);
  }
  const ran = await spawnRyugu(
    [
      ...["transfer", "claim", messageId, "--attestations", ...files, "--json"],
      ...["--manifest", "manifest.json", "--trust", `${id}:${manifest.genesisSetHash}`],
      ...["--keystore", "holder.json", "--passphrase-file", "passphrase"],
    ],
    { cwd: world.folder },
  );
  expect([ran.code, ran.stderr]).toEqual([0, ""]);
  return JSON.parse(ran.stdout);
}

test("one whose collection nobody knows there yet has it claimed first, by the same command", async () => {
  const fresh = await deployCollection(world.signer(HOME, HOLDER), 1);
  const hers = await sendHers(1n, fresh);
  const done = await claim(hers.messageId, hers.sequence - 1);
  expect(done).toMatchObject({ state: "delivered", collections: [{ state: "delivered" }] });
  expect(done.gasUsed).toBeLessThanOrEqual(CEILING);
}, 120_000);

test(`behind ${STRANGERS} strangers, the holder of the last one claims alone for at most ${CEILING} gas`, async ({
  annotate,
}) => {
  await sendStrangers();
  const hers = await sendHers(2n);
  const { id: laneId } = zoneLane(world.zone, HOME, AWAY);
  const lane = await world.gateway(AWAY).getFunction("inboundLane")(laneId);
  expect(hers.sequence - Number(lane.delivered)).toBeGreaterThan(STRANGERS);

  const done = await claim(hers.messageId, hers.sequence);
  expect(done).toMatchObject({ state: "delivered", collections: [] });
  const receipt = await world.chain(AWAY).provider.getTransactionReceipt(done.transaction);
  expect([receipt?.status, receipt?.gasUsed]).toEqual([1, BigInt(done.gasUsed)]);
  expect(done.gasUsed).toBeLessThanOrEqual(CEILING);
  await annotate(`message ${hers.sequence} of the lane, claimed for ${done.gasUsed} gas`);
  const there = await world.representation(AWAY, HOME, shells);
  const token = new Contract(
    there,
    [
      "function ownerOf(uint256) view returns (address)",
      "function tokenURI(uint256) view returns (string)",
    ],
    world.chain(AWAY).provider,
  );
  expect(await token.getFunction("ownerOf")(2)).toBe(await world.signer(AWAY, HOLDER).getAddress());
  expect(await token.getFunction("tokenURI")(2)).toBe("https://shells.example/2");
}, 120_000);
