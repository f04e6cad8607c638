import { gatewayAbi } from "@ryugu/contracts";
import { Contract, Interface, type JsonRpcApiProvider, toBeHex } from "ethers";
import { decodeMessage } from "../lane/index.ts";
import type { Bytes32, Hex } from "../primitives/index.ts";
import { type Zone, type ZoneChain, zoneLanes } from "../zone/index.ts";
import { TransferSourceError } from "./errors.ts";
import { describeMessage } from "./message-status.ts";
import { describeRevert } from "./revert.ts";
import type { TransferSource } from "./source.ts";
import type { TransferStatus } from "./status.ts";

/** Gives the provider for a chain of the zone. The caller owns and closes it. */
export type ProviderFor = (chain: ZoneChain) => JsonRpcApiProvider;

const GATEWAY = new Interface(gatewayAbi);
const SENT = GATEWAY.getEvent("MessageSent")?.topicHash;
const PARKED = GATEWAY.getEvent("MessageParked")?.topicHash;

interface RawLog {
  address: string;
  topics: string[];
  data: string;
  blockNumber: Hex;
  transactionHash: Hex;
}

/**
 * Reads a transfer's status from the chains alone: it works when every node is dead, and is believed without
 * trusting one. It sees no signatures, so its states go from `final` to `delivered`.
 */
export function chainSource(zone: Zone, providerFor: ProviderFor): TransferSource {
  return {
    async status(messageId) {
      const answers = await Promise.allSettled(
        zone.manifest.chains.map((chain) => findSent(zone, chain, providerFor(chain), messageId)),
      );
      const sent = answers.find((a) => a.status === "fulfilled" && a.value !== undefined);
      if (sent?.status === "fulfilled" && sent.value) {
        return await withDestination(zone, sent.value, providerFor);
      }
      const failed = answers.find((answer) => answer.status === "rejected");
      if (failed === undefined) return undefined;
      throw new TransferSourceError("A chain could not be asked.", { cause: failed.reason });
    },
  };
}

async function logs(provider: JsonRpcApiProvider, chain: ZoneChain, topics: (string | null)[]) {
  const filter = {
    address: chain.gateway,
    topics,
    fromBlock: toBeHex(chain.startBlock),
    toBlock: "latest",
  };
  return (await provider.send("eth_getLogs", [filter])) as RawLog[];
}

async function findSent(
  zone: Zone,
  chain: ZoneChain,
  provider: JsonRpcApiProvider,
  messageId: Bytes32,
): Promise<TransferStatus | undefined> {
  const [log] = await logs(provider, chain, [SENT ?? null, null, null, messageId]);
  const event = log && GATEWAY.parseLog(log);
  if (!log || !event) return undefined;
  const lane = zoneLanes(zone).find(({ id }) => id === event.args.laneId);
  const block = await provider.getBlock(Number(log.blockNumber));
  if (lane === undefined || block === null) return undefined;
  const state = (await finalBlock(chain, provider)) >= block.number ? "final" : "sent";
  return {
    messageId,
    laneId: lane.id,
    sequence: Number(event.args.sequence),
    state,
    originChain: lane.origin.chain,
    destinationChain: lane.destination.chain,
    ...describeMessage(decodeMessage(event.args.message)),
    signers: [],
    quorum: zone.validatorSet.quorum,
    sent: {
      chain: chain.id,
      hash: log.transactionHash,
      block: block.number,
      time: block.timestamp,
    },
  };
}

/** The newest block that a chain will not take back. */
async function finalBlock(chain: ZoneChain, provider: JsonRpcApiProvider): Promise<number> {
  if (chain.finality.kind === "tag") return (await provider.getBlock("finalized"))?.number ?? -1;
  const newest = await provider.getBlockNumber();
  return chain.finality.kind === "instant" ? newest : newest - chain.finality.depth;
}

async function withDestination(
  zone: Zone,
  status: TransferStatus,
  providerFor: ProviderFor,
): Promise<TransferStatus> {
  const chain = zone.manifest.chains.find(({ id }) => id === status.destinationChain);
  if (chain === undefined) return status;
  const provider = providerFor(chain);
  const gateway = new Contract(chain.gateway, GATEWAY, provider);
  const { delivered } = await gateway.getFunction("inboundLane")(status.laneId);
  if (Number(delivered) < status.sequence) return status;
  if (BigInt(await gateway.getFunction("parkedMessage")(status.messageId)) === 0n) {
    return { ...status, state: "delivered" };
  }
  const [log] = await logs(provider, chain, [
    PARKED ?? null,
    status.laneId,
    null,
    status.messageId,
  ]);
  const reason = log && GATEWAY.parseLog(log)?.args.reason;
  return {
    ...status,
    state: "parked",
    ...(reason === undefined ? {} : { parkedReason: describeRevert(reason) }),
  };
}
