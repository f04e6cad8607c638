import { gatewayAbi } from "@ryugu/contracts";
import { Interface } from "ethers";
import { expect, test } from "vitest";
import { accountOf, HOME, word } from "../../test/model/messages.ts";
import type { NodeEvent } from "../ports/report.ts";
import { rpcChainReader } from "./chain-reader.ts";
import type { Endpoint } from "./endpoint.ts";
import { EndpointRefusedError } from "./errors.ts";
import { endpointPool } from "./pool.ts";

const gatewayAddress = accountOf("gateway");
const gateway = new Interface(gatewayAbi);
const clock = { now: () => 0, sleep: () => new Promise<void>(() => undefined) };
const patience = 1_000;
const block = (number: number) => ({
  number: `0x${number.toString(16)}`,
  hash: word(`${number}`),
  timestamp: "0x64",
  baseFeePerGas: "0x7",
});

type Handlers = Record<string, (params: readonly unknown[]) => unknown>;

function readerOf(handlers: Handlers) {
  const endpoint: Endpoint = {
    name: "test",
    send: async ({ method, params }) => handlers[method]?.(params),
  };
  const pool = endpointPool({
    chain: HOME,
    endpoints: [endpoint],
    agreement: 1,
    patience,
    clock,
    report: () => undefined,
  });
  return rpcChainReader({ chain: HOME, gateway: gatewayAddress, pool, tagged: true });
}

const blocks: Handlers = {
  eth_getBlockByNumber: ([tag]) =>
    tag === "latest" ? block(100) : tag === "finalized" ? block(96) : block(Number(tag)),
};

const encoded = gateway.encodeEventLog("MessageRetried", [word("lane"), word("message")]);
const log = (change: object = {}) => ({
  address: gatewayAddress,
  topics: encoded.topics,
  data: encoded.data,
  blockNumber: "0x5",
  blockHash: word("5"),
  transactionHash: word("tx"),
  logIndex: "0x0",
  ...change,
});

test("heads, blocks, and logs in order with their blocks' times", async () => {
  const reader = readerOf({
    ...blocks,
    eth_getLogs: () => [log({ logIndex: "0x2" }), log({ logIndex: "0x1" })],
  });
  expect(await reader.heads()).toMatchObject({
    latest: { number: 100, hash: word("100"), time: 100, baseFee: 7n },
    tagged: 96,
  });
  expect(await reader.block(5)).toMatchObject({ number: 5 });
  const logs = await reader.logs(1, 9, "agreed");
  expect(logs.map(({ at }) => [at.logIndex, at.time])).toEqual([
    [1, 100],
    [2, 100],
  ]);
});

/** A chain of endpoints that are somewhere, by their newest and newest final block; two must agree. */
async function headsOf(...places: [latest: number, final: number][]) {
  const events: NodeEvent[] = [];
  const endpoints = places.map(
    ([latest, final], i): Endpoint => ({
      name: `endpoint ${i}`,
      send: async ({ params: [tag] }) => {
        const number = tag === "latest" ? latest : final;
        return { ...block(number), timestamp: `0x${(number * 2).toString(16)}` };
      },
    }),
  );
  const report = (event: NodeEvent) => events.push(event);
  const pool = endpointPool({ chain: HOME, endpoints, agreement: 2, patience, clock, report });
  const reader = rpcChainReader({ chain: HOME, gateway: gatewayAddress, pool, tagged: true });
  const { latest, tagged } = await reader.heads();
  const failed = events.flatMap((event) =>
    event.type === "endpoint-failed" ? [event.endpoint] : [],
  );
  return { latest: latest.number, final: tagged, failed };
}

test("nothing is final that fewer endpoints have got to than must agree", async () => {
  expect(await headsOf([120, 119], [100, 96])).toMatchObject({ latest: 100, final: 96 });
});

test("one that stands still holds nobody up and is told of; one that makes blocks up leads nobody on", async () => {
  const [honest, still, ahead] = [
    [100, 96],
    [20, 16],
    [9_000, 9_000],
  ] as const;
  expect(await headsOf([...still], [...honest], [...honest])).toEqual({
    latest: 100,
    final: 96,
    failed: ["endpoint 0"],
  });
  expect(await headsOf([...ahead], [...honest], [...honest])).toEqual({
    latest: 100,
    final: 96,
    failed: [],
  });
});

test("an endpoint that does not know the range's last block is not believed about its logs", async () => {
  const reader = readerOf({ eth_getBlockByNumber: () => null, eth_getLogs: () => [] });
  await expect(reader.logs(1, 9, "any")).rejects.toThrow();
  expect(await reader.block(9)).toBeUndefined();
});

test.each([
  ["another contract's", log({ address: accountOf("other") })],
  ["one from outside the range", log({ blockNumber: "0x63" })],
])("a log that was not asked for is refused: %s", async (_, wrong) => {
  const reader = readerOf({ ...blocks, eth_getLogs: () => [wrong] });
  await expect(reader.logs(1, 9, "any")).rejects.toMatchObject({ code: "chain-unreachable" });
});

test("a refused range may be tried smaller, a refused block not", async () => {
  const refuse = () => {
    throw new EndpointRefusedError("too many results", -32_005, undefined, []);
  };
  const reader = readerOf({ ...blocks, eth_getLogs: refuse });
  await expect(reader.logs(1, 9, "any")).rejects.toMatchObject({ code: "range-too-large" });
  await expect(reader.logs(9, 9, "any")).rejects.toMatchObject({ code: "endpoint-refused" });
});

test("the gateway's lanes; a head of no messages is the lane's id; pruned state is no answer", async () => {
  const answers: Record<string, string> = {
    outboundLane: gateway.encodeFunctionResult("outboundLane", [
      [`0x${"00".repeat(32)}`, 0, 0, false, false],
    ]),
    inboundLane: gateway.encodeFunctionResult("inboundLane", [
      [word("head"), 7, 1, 1, 0, 0, false, false],
    ]),
    vaultOf: gateway.encodeFunctionResult("vaultOf", [accountOf("vault")]),
  };
  const call = ([tx]: readonly unknown[]) =>
    answers[gateway.parseTransaction(tx as { data: string })?.name ?? ""];
  const reader = readerOf({ ...blocks, eth_call: call });
  expect(await reader.outboundLane(word("lane"), 5)).toEqual({ count: 0, head: word("lane") });
  expect(await reader.inboundLane(word("lane"))).toEqual({
    delivered: 7,
    anchor: 1,
    halted: false,
  });
  expect(await reader.vaultOf(HOME)).toBe(accountOf("vault"));
  const pruned = readerOf({
    ...blocks,
    eth_call: () => {
      throw new EndpointRefusedError("missing trie node", -32_000, undefined, []);
    },
  });
  expect(await pruned.outboundLane(word("lane"), 5)).toBeUndefined();
  await expect(
    readerOf({ ...blocks, eth_call: () => "0x" }).inboundLane(word("lane")),
  ).rejects.toMatchObject({ code: "chain-unreachable" });
});
