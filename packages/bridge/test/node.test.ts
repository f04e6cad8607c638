import { creatorCollectionAbi, custodyAbi, gatewayAbi } from "@ryugu/contracts";
import type { Bytes32, Hex } from "@ryugu/sdk/primitives";
import { type Address, bytes32, chainId } from "@ryugu/sdk/primitives";
import { type Reserve, verifyClaimCertificate, verifyStatement } from "@ryugu/sdk/reserves";
import { sendTransfer, type TransferStatus } from "@ryugu/sdk/transfer";
import { zoneChain } from "@ryugu/sdk/zone";
import { Contract, Interface } from "ethers";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { NodeConfigInput } from "../src/index.ts";
import { account, freePort, startChain, type TestChain } from "./harness/anvil.ts";
import { type BentEndpoint, openBentEndpoint } from "./harness/bent-endpoint.ts";
import { decide } from "./harness/council.ts";
import { forgeMessage } from "./harness/forgery.ts";
import { prepareNode, type TestNode, until } from "./harness/node.ts";
import { prepareSigner, type TestSigner } from "./harness/signer.ts";
import { temporaryFolder } from "./harness/temporary-folder.ts";
import { deployZone, makeCollection, type TestZone } from "./harness/zone.ts";

const HOME = 31_337;
const AWAY = 31_338;

let home: TestChain;
let away: TestChain;
let testZone: TestZone;
let node: TestNode;
/** The first of the node's three endpoints to the home chain, of which two must agree; the second is honest. */
let bent: BentEndpoint;
let second: BentEndpoint;
/** The node's own process has no validator's key. */
let signer: TestSigner;

beforeAll(async () => {
  [home, away] = await Promise.all([startChain(HOME), startChain(AWAY)]);
  const port = await freePort();
  testZone = await deployZone([home, away], [`http://127.0.0.1:${port}`], 1);
  const folder = temporaryFolder();
  [bent, second] = await Promise.all([openBentEndpoint(home.url), openBentEndpoint(home.url)]);
  const [validator] = testZone.validators;
  if (validator === undefined) throw new Error("no validator");
  signer = prepareSigner(testZone, validator, temporaryFolder());
  const reach = withHome({ rpcUrls: [bent.url, second.url, home.url], agreement: 2 });
  const change = (config: NodeConfigInput) => ({
    ...reach(config),
    validator: { remote: signer.remote },
    audit: { intervalMs: 500 },
  });
  await signer.start();
  node = prepareNode({ testZone, folder, index: 0, port, relayer: account(5), change });
  await node.start();
}, 180_000);

afterAll(async () => {
  await node?.kill("SIGTERM");
  await signer?.kill("SIGTERM");
  for (const endpoint of [bent, second]) endpoint?.close();
  await Promise.all([home?.stop(), away?.stop()]);
});

/** Changes how a node reaches the home chain. */
const withHome =
  (reach: { rpcUrls: string[]; agreement: number }) =>
  (config: NodeConfigInput): NodeConfigInput => ({
    ...config,
    chains: config.chains.map((chain) =>
      chain.id === chainId(HOME) ? { ...chain, ...reach } : chain,
    ),
  });

const person = account(0);

function send(ids: bigint[], token = testZone.collection) {
  return sendTransfer(testZone.zone, person.connect(home.provider), {
    origin: chainId(HOME),
    destination: chainId(AWAY),
    token,
    ids,
    recipient: person.address as Address,
  });
}

const statusOf = (messageId: Bytes32) => node.get<TransferStatus>(`/v1/transfers/${messageId}`);

async function delivered(messageId: Bytes32, timeout = 60_000): Promise<TransferStatus> {
  await until(
    async () => (await statusOf(messageId)).state === "delivered",
    timeout,
    "delivery",
  ).catch((e) => {
    throw new Error(`${e}\n${node.logs().split("\n").slice(-60).join("\n")}`);
  });
  return statusOf(messageId);
}

/** Replaces the block that held a transaction, and all after it, by empty ones. */
async function takeBack(transaction: string): Promise<void> {
  await home.rpc("evm_setIntervalMining", [0]);
  const receipt = await home.provider.getTransactionReceipt(transaction);
  const depth = (await home.provider.getBlockNumber()) - (receipt?.blockNumber ?? 0) + 1;
  await home.rpc("anvil_reorg", [depth, []]);
  // The method takes whole seconds only.
  await home.rpc("evm_setIntervalMining", [1]);
}

test("a transfer is seen, becomes final, is attested and delivered", async () => {
  const { messageId } = await send([1n]);
  const status = await delivered(messageId);
  expect(status).toMatchObject({
    kind: "transfer",
    quorum: 1,
    signers: [testZone.validators[0]?.address],
  });
  const gateway = new Contract(
    testZone.zone.manifest.chains[1]?.gateway ?? "",
    gatewayAbi,
    away.provider,
  );
  const representation = await gateway.getFunction("representationOf")(
    HOME,
    testZone.collection,
    1,
  );
  const token = new Contract(
    representation,
    ["function ownerOf(uint256) view returns (address)"],
    away.provider,
  );
  expect(await token.getFunction("ownerOf")(1)).toBe(person.address);
}, 120_000);

test("killed in mid-transfer, the node goes on where it was and delivers once", async () => {
  const sent = [await send([2n]), await send([3n])];
  await until(
    async () => (await statusOf(sent[1]?.messageId as Bytes32)).state !== undefined,
    60_000,
    "sight of it",
  );
  await node.kill("SIGKILL");
  const third = await send([4n]);
  await node.start();
  for (const { messageId } of [...sent, third]) await delivered(messageId);
  const gateway = new Contract(
    testZone.zone.manifest.chains[1]?.gateway ?? "",
    gatewayAbi,
    away.provider,
  );
  const events = await gateway.queryFilter("MessagesDelivered", 0, "latest");
  const ranges = events.map((event) =>
    "args" in event ? [Number(event.args.first), Number(event.args.last)] : [],
  );
  // Every sequence exactly once, in order.
  expect(
    ranges.flatMap(([first = 0, last = -1]) =>
      Array.from({ length: last - first + 1 }, (_, i) => first + i),
    ),
  ).toEqual(Array.from({ length: third.sequence }, (_, i) => i + 1));
}, 180_000);

test("while its signer is away a node signs nothing and says so, and all else goes on", async () => {
  await signer.kill("SIGKILL");
  const { messageId } = await send([21n]);
  const ready = () =>
    node.get<{ tasks: { name: string; healthy: boolean; problem?: string }[] }>("/v1/ready");
  const sick = async () => (await ready()).tasks.filter(({ healthy }) => !healthy);
  await until(async () => (await sick()).length > 0, 60_000, "a task that is not well");
  expect(await sick()).toMatchObject([{ name: "attest", problem: "The signer does not answer." }]);
  expect((await statusOf(messageId)).state).toBe("final");
  await signer.start();
  await delivered(messageId);
  await until(async () => (await sick()).length === 0, 30_000, "recovery");
  expect(signer.logs()).toContain(messageId);
}, 180_000);

test("a reorg short of finality takes a transfer back, and the node follows", async () => {
  const { messageId, transaction } = await send([5n]);
  // No further block: however slow this machine is now, the transfer is not yet final when it is taken back.
  await home.rpc("evm_setIntervalMining", [0]);
  await until(async () => (await statusOf(messageId)).state === "sent", 60_000, "sight of it");
  await takeBack(transaction);
  await until(
    async () => (await fetch(`${node.url}/v1/transfers/${messageId}`)).status === 404,
    60_000,
    "forgetting",
  );
  expect(node.logs()).toContain("chain-reorganised");
  const again = await send([6n]);
  await delivered(again.messageId);
}, 180_000);

/** What the node says of a collection's reserve. */
async function reserveOf(token: Address): Promise<Reserve | undefined> {
  const { reserves } = await node.get<{ reserves: Reserve[] }>("/v1/reserves");
  return reserves.find(({ homeToken }) => homeToken === token);
}

/** When a collection may go on, by a chain's own gateway; 0 where it was never stopped. */
async function stoppedUntil({ provider }: TestChain, token: string): Promise<number> {
  const at = testZone.zone.manifest.chains[0]?.gateway ?? "";
  const custodyAt = await new Contract(at, gatewayAbi, provider).getFunction("custody")();
  const meter = await new Contract(custodyAt, custodyAbi, provider).getFunction("meterOf")(token);
  return Number(meter.quarantinedUntil);
}

test("a token taken out of its vault is found, and its collection stopped on both chains while others go on", async () => {
  const token = await makeCollection(home);
  await delivered((await send([1n, 2n], token)).messageId);
  await until(async () => (await reserveOf(token))?.outstanding === "2", 60_000, "an audit");
  expect(await reserveOf(token)).toMatchObject({ state: "covered", vault: "2", difference: "0" });

  const { statement } = verifyStatement(testZone.zone, await node.text("/v1/statements/latest"));
  expect(statement.lanes).toHaveLength(2);
  const mine = await node.text(`/v1/certificates/${person.address}`);
  const { certificate } = verifyClaimCertificate(testZone.zone, mine);
  expect(certificate.holdings[0]).toMatchObject({ homeToken: token, outstanding: "2" });
  expect(certificate.atHome[0]).toMatchObject({ homeToken: token, units: "98" });

  const gatewayAt = testZone.zone.manifest.chains[0]?.gateway ?? "";
  const gateway = new Contract(gatewayAt, gatewayAbi, home.provider);
  const vault = await gateway.getFunction("vaultOf")(AWAY);
  await home.rpc("anvil_setBalance", [vault, "0xde0b6b3a7640000"]);
  await home.rpc("anvil_impersonateAccount", [vault]);
  const taking = new Interface(creatorCollectionAbi).encodeFunctionData("transferFrom", [
    vault,
    account(8).address,
    1n,
  ]);
  await home.rpc("eth_sendTransaction", [{ from: vault, to: token, data: taking }]);

  const representation = await new Contract(gatewayAt, gatewayAbi, away.provider).getFunction(
    "representationOf",
  )(HOME, token, 1);
  await until(
    async () =>
      (await stoppedUntil(home, token)) > 0 && (await stoppedUntil(away, representation)) > 0,
    90_000,
    "a quarantine on both chains",
  );
  expect(await reserveOf(token)).toMatchObject({ state: "short", difference: "-1" });
  expect(node.logs()).toContain("shortfall-found");

  const stopped = await send([3n], token);
  await until(
    async () => (await statusOf(stopped.messageId)).state === "parked",
    60_000,
    "parking of what was stopped",
  );
  await delivered((await send([20n])).messageId);
  expect(await reserveOf(testZone.collection)).toMatchObject({ state: "covered" });
  // Once, not again and again: what is left of the validator's budget does not shrink.
  const left = async () =>
    Number((await gateway.getFunction("pauseBudgetOf")(testZone.validators[0]?.address)).left);
  expect(await left()).toBe(21_600 - 900);
}, 240_000);

/** Every head that a node has signed of a lane. */
async function signedHeads(of: TestNode, laneId: Bytes32): Promise<Bytes32[]> {
  const path = `/v1/lanes/${laneId}/attestations?limit=100`;
  const { attestations } = await of.get<{ attestations: { head: Bytes32 }[] }>(path);
  return attestations.map(({ head }) => head);
}

/** The endpoint that is asked first tells from now on of a message that nobody sent; @returns what it is. */
async function forge() {
  const laneId = bytes32((await delivered((await send([17n])).messageId)).laneId);
  const { lanes } = await node.get<{ lanes: { laneId: Bytes32; count: number; head: Bytes32 }[] }>(
    "/v1/lanes",
  );
  const lane = lanes.find((each) => each.laneId === laneId);
  if (lane === undefined) throw new Error("no lane");
  const { count, head } = lane;
  const { messages } = await node.get<{ messages: { message: Hex }[] }>(
    `/v1/lanes/${laneId}/messages?from=${count}&limit=1`,
  );
  const block = await home.provider.getBlock("latest");
  const gateway = testZone.zone.manifest.chains[0]?.gateway ?? "";
  const body = messages[0]?.message ?? "0x";
  const at = { number: block?.number ?? 0, hash: block?.hash ?? "" };
  return { laneId, ...forgeMessage({ gateway, laneId, count, head, body, block: at }) };
}

test("an endpoint that tells of a message which nobody sent is believed by who asks no other, and named by who does", async () => {
  const { laneId, head, lie } = await forge();
  bent.is = lie;
  // With one endpoint a node believes what this endpoint says: the lie is a good one.
  const folder = temporaryFolder();
  const oneEndpoint = withHome({ rpcUrls: [bent.url], agreement: 1 });
  // One signature is a quorum in this zone, so it must not deliver what it believes.
  const change = (config: NodeConfigInput) => {
    const { relayer: _, ...rest } = oneEndpoint(config);
    return rest;
  };
  const alone = { testZone, folder, index: 0, port: await freePort(), relayer: account(6) };
  const victim = prepareNode({ ...alone, change });
  await victim.start();
  await until(
    async () => (await signedHeads(victim, laneId)).includes(head),
    60_000,
    "a signature on the forgery",
  ).catch((e) => {
    throw new Error(`${e}\n${victim.logs().split("\n").slice(-60).join("\n")}`);
  });
  await victim.kill("SIGKILL");
  // The node that asks three, two of which must agree, has read beyond that block, and goes on.
  const honest = await send([18n]);
  await delivered(honest.messageId);
  expect(await signedHeads(node, laneId)).not.toContain(head);
  expect(await signedHeads(node, laneId)).toContain(honest.messageId);
  expect(node.logs()).toMatch(new RegExp(`${bent.url}.*endpoint-contradicted`));
  expect((await fetch(`${node.url}/v1/transfers/${head}`)).status).toBe(404);
}, 180_000);

test("an endpoint that stalls holds nothing up", async () => {
  bent.is = "stalls";
  await delivered((await send([19n])).messageId);
  expect((await fetch(`${node.url}/v1/ready`)).status).toBe(200);
  bent.is = "honest";
}, 120_000);

test("an origin rewritten past finality halts its lane, until the council re-anchors it", async () => {
  const other = await makeCollection(home);
  await delivered((await send([1n], other)).messageId);
  const { messageId, transaction } = await send([7n]);
  const { sequence, ...status } = await delivered(messageId);
  const laneId = bytes32(status.laneId);
  const { messages } = await node.get<{ messages: { messageId: Bytes32; messageHash: Bytes32 }[] }>(
    `/v1/lanes/${laneId}/messages?from=${sequence - 1}&limit=2`,
  );
  const [common, lost] = messages;
  if (common === undefined || lost === undefined) throw new Error("the node lacks messages");
  await takeBack(transaction);
  const lane = async () => {
    const { lanes } = await node.get<{ lanes: Lane[] }>("/v1/lanes");
    return lanes.find((found) => found.laneId === laneId);
  };
  await until(async () => (await lane())?.halted !== undefined, 60_000, "the halt");

  const halt = { laneId, sequence, head: laneId };
  await decide(testZone, away, "Halt", halt, (signatures) => ({
    method: "halt",
    values: [laneId, sequence, laneId, signatures],
  }));
  await until(async () => (await chainTime(away)) >= (await reAnchorableFrom()), 60_000);
  const [commonSequence, commonHead] = [sequence - 1, common.messageId];
  const nextHash = bytes32(`0x${"0".repeat(64)}`);
  const act = { laneId, anchor: 1, commonSequence, commonHead, nextHash };
  await decide(testZone, away, "ReAnchor", act, (signatures) => ({
    method: "reanchor",
    values: [laneId, commonSequence, commonHead, nextHash, [lost.messageHash], signatures],
  }));

  // What was delivered from the lost fork is out, and its vault lacks it: that collection may be stopped. Others go on.
  const again = await send([2n], other);
  expect(again.sequence).toBe(sequence);
  await delivered(again.messageId);
  expect(await lane()).toMatchObject({ anchor: 1, delivered: sequence });
  expect(await lane()).not.toHaveProperty("halted");
}, 180_000);

interface Lane {
  laneId: Bytes32;
  anchor: number;
  delivered: number;
  halted?: object;
}

async function chainTime({ provider }: TestChain): Promise<number> {
  return (await provider.getBlock("latest"))?.timestamp ?? 0;
}

async function reAnchorableFrom(): Promise<number> {
  const { gateway } = zoneChain(testZone.zone, chainId(AWAY));
  const contract = new Contract(gateway, gatewayAbi, away.provider);
  const event = (await contract.queryFilter("LaneHalted")).at(-1);
  return event !== undefined && "args" in event ? Number(event.args.reanchorableFrom) : Infinity;
}
