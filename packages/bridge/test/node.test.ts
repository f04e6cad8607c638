import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gatewayAbi } from "@ryugu/contracts";
import type { Address, Bytes32 } from "@ryugu/sdk/primitives";
import { bytes32, chainId } from "@ryugu/sdk/primitives";
import { sendTransfer, type TransferStatus } from "@ryugu/sdk/transfer";
import { zoneChain } from "@ryugu/sdk/zone";
import { Contract } from "ethers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { account, freePort, startChain, type TestChain } from "./harness/anvil.ts";
import { decide } from "./harness/council.ts";
import { prepareNode, type TestNode, until } from "./harness/node.ts";
import { deployZone, type TestZone } from "./harness/zone.ts";

const HOME = 31_337;
const AWAY = 31_338;

let home: TestChain;
let away: TestChain;
let testZone: TestZone;
let node: TestNode;

beforeAll(async () => {
  [home, away] = await Promise.all([startChain(HOME), startChain(AWAY)]);
  const port = await freePort();
  testZone = await deployZone([home, away], [`http://127.0.0.1:${port}`], 1);
  const folder = mkdtempSync(join(tmpdir(), "node-"));
  node = prepareNode({ testZone, folder, index: 0, port, relayer: account(5) });
  await node.start();
}, 180_000);

afterAll(async () => {
  await node?.kill("SIGTERM");
  await Promise.all([home?.stop(), away?.stop()]);
});

const person = account(0);

function send(ids: bigint[]) {
  return sendTransfer(testZone.zone, person.connect(home.provider), {
    origin: chainId(HOME),
    destination: chainId(AWAY),
    token: testZone.collection,
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

test("an origin rewritten past finality halts its lane, until the council re-anchors it", async () => {
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

  const again = await send([8n]);
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
