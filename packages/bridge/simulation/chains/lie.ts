import { gatewayAbi } from "@ryugu/contracts";
import { appendHead, hashMessage } from "@ryugu/sdk/lane";
import type { Bytes32, Hex } from "@ryugu/sdk/primitives";
import { Interface } from "ethers";
import { TOPICS } from "../../src/chain/decode-log.ts";
import type { RpcRequest } from "../../src/chain/endpoint.ts";
import { custodyAddress } from "./addresses.ts";
import { nameAsWord, quantity, type SimLog } from "./block.ts";
import { dynamic, word } from "./logs.ts";
import type { ChainView } from "./rpc.ts";
import type { SimChain } from "./sim-chain.ts";

/**
 * How an endpoint lies. `omit` leaves out the newest message of every answer; `forge` makes a message up, in
 * logs and in the gateway's state alike; `ahead` claims blocks that nobody made; `poor` says of every token that nobody has any.
 */
export type Lie = "omit" | "forge" | "ahead" | "poor";

const OUTBOUND = new Interface(gatewayAbi).getFunction("outboundLane")?.selector;

/** An endpoint's answer with its lie in it. */
export function withLie(
  lie: Lie,
  chain: SimChain,
  view: ChainView,
  request: RpcRequest,
  honest: unknown,
): unknown {
  switch (lie) {
    case "omit":
      return request.method === "eth_getLogs" ? omit(honest as SimLog[]) : honest;
    case "forge":
      return forge(chain, view, request, honest);
    case "ahead":
      return ahead(request, honest);
    case "poor":
      return poor(chain, request, honest);
  }
}

function omit(logs: readonly SimLog[]): SimLog[] {
  const last = logs.findLastIndex(({ topics }) => topics[0] === TOPICS.sent);
  return logs.filter((_, i) => i !== last);
}

/** Everything that was ever said is said once more: a body that decodes, at the end of its lane. */
function forge(chain: SimChain, view: ChainView, request: RpcRequest, honest: unknown): unknown {
  const forged = forgedMessage(chain, view);
  if (forged === undefined) return honest;
  const { laneId, sequence, head, body } = forged;
  if (request.method === "eth_getLogs") {
    const { toBlock } = request.params[0] as { toBlock: Hex };
    const block = view.blocks[Number(toBlock)];
    if (block === undefined || Number(toBlock) !== view.blocks.length - 1) return honest;
    const log: SimLog = {
      address: chain.ground.model.zone.chains.get(chain.nature.id)?.gateway as never,
      topics: [TOPICS.sent as Bytes32, laneId, word(sequence), head],
      data: dynamic(body),
      blockNumber: quantity(block.number),
      blockHash: block.hash,
      transactionHash: nameAsWord(0xf, sequence),
      logIndex: quantity(block.logs.length),
      blockTimestamp: quantity(block.time),
    };
    return [...(honest as SimLog[]), log];
  }
  if (request.method !== "eth_call") return honest;
  const { data } = request.params[0] as { data: Hex };
  if (data !== `${OUTBOUND}${laneId.slice(2)}`) return honest;
  const rest = (honest as Hex).slice(2 + 128);
  return `0x${head.slice(2)}${word(sequence).slice(2)}${rest}`;
}

function forgedMessage(chain: SimChain, { blocks }: ChainView) {
  const lanes = blocks.at(-1)?.state.outgoing.values() ?? [];
  for (const lane of lanes) {
    const last = lane.log.at(-1);
    if (last === undefined || last.message.kind === "collection") continue;
    const body = chain.ground.wire.bodyOf(last.message);
    const head = appendHead(lane.head as Bytes32, hashMessage(body));
    return { laneId: lane.id as Bytes32, sequence: lane.log.length + 1, head, body };
  }
  return undefined;
}

function ahead({ method, params }: RpcRequest, honest: unknown): unknown {
  if (method !== "eth_getBlockByNumber" || honest === null) return honest;
  if (params[0] !== "latest" && params[0] !== "finalized") return honest;
  const block = honest as { number: Hex };
  const number = Number(block.number) + 40;
  return { ...block, number: quantity(number), hash: nameAsWord(0xf, number) };
}

/** Answers of tokens with every figure in them zero. */
function poor({ nature, ground }: SimChain, { method, params }: RpcRequest, honest: unknown) {
  if (method !== "eth_call") return honest;
  const { to } = params[0] as { to: Hex };
  const gateway = ground.model.zone.chains.get(nature.id)?.gateway;
  const isZones = [gateway, custodyAddress(nature.id)].includes(to.toLowerCase() as Hex);
  return isZones ? honest : (honest as Hex).replaceAll(/[1-9a-f]/g, "0");
}
