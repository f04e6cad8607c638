import { Contract, type JsonRpcApiProvider } from "ethers";
import { decodeMessage, type Message } from "../lane/index.ts";
import type { Bytes32 } from "../primitives/index.ts";
import { type Zone, type ZoneChain, zoneLanes } from "../zone/index.ts";
import { GATEWAY, gatewayLog, type ProviderFor } from "./chain-logs.ts";
import { firstFound } from "./first-found.ts";
import { describeMessage } from "./message-status.ts";
import { passesThrough } from "./onward.ts";
import { describeRevert } from "./revert.ts";
import { findSentOn } from "./sent-on.ts";
import type { TransferSource } from "./source.ts";
import type { TransferStatus } from "./status.ts";

/** A message as its lane's origin tells of it. */
interface Sent {
  status: TransferStatus;
  body: Message;
}

/**
 * Reads a transfer's status from the chains alone: it works when every node is dead, and is believed without
 * trusting one. It sees no signatures, so its states go from `final` to `delivered`.
 */
export function chainSource(zone: Zone, providerFor: ProviderFor): TransferSource {
  return {
    async status(messageId) {
      const sent = await firstFound(
        zone.manifest.chains.map(
          (chain) => (signal: AbortSignal) =>
            findSent(zone, chain, providerFor(chain), messageId, signal),
        ),
      );
      return sent && (await withDestination(zone, sent, providerFor));
    },
  };
}

async function findSent(
  zone: Zone,
  chain: ZoneChain,
  provider: JsonRpcApiProvider,
  messageId: Bytes32,
  signal: AbortSignal,
): Promise<Sent | undefined> {
  const topics = [null, null, messageId];
  const log = await gatewayLog(chain, provider, "MessageSent", topics, signal);
  const event = log && GATEWAY.parseLog(log);
  if (!log || !event) return undefined;
  const lane = zoneLanes(zone).find(({ id }) => id === event.args.laneId);
  const block = await provider.getBlock(Number(log.blockNumber));
  if (lane === undefined || block === null) return undefined;
  const state = (await finalBlock(chain, provider)) >= block.number ? "final" : "sent";
  const body = decodeMessage(event.args.message);
  const status: TransferStatus = {
    messageId,
    laneId: lane.id,
    sequence: Number(event.args.sequence),
    state,
    originChain: lane.origin.chain,
    destinationChain: lane.destination.chain,
    ...describeMessage(body),
    signers: [],
    quorum: zone.validatorSet.quorum,
    sent: {
      chain: chain.id,
      hash: log.transactionHash,
      block: block.number,
      time: block.timestamp,
    },
  };
  return { status, body };
}

/** The newest block that a chain will not take back. */
async function finalBlock(chain: ZoneChain, provider: JsonRpcApiProvider): Promise<number> {
  if (chain.finality.kind === "tag") return (await provider.getBlock("finalized"))?.number ?? -1;
  const newest = await provider.getBlockNumber();
  return chain.finality.kind === "instant" ? newest : newest - chain.finality.depth;
}

async function withDestination(
  zone: Zone,
  { status, body }: Sent,
  providerFor: ProviderFor,
): Promise<TransferStatus> {
  const asked = (id: string) => {
    const chain = zone.manifest.chains.find((candidate) => candidate.id === id);
    return chain && { chain, provider: providerFor(chain) };
  };
  const destination = asked(status.destinationChain);
  if (destination === undefined) return status;
  const { chain, provider } = destination;
  const { laneId, messageId, sequence } = status;
  const gateway = new Contract(chain.gateway, GATEWAY, provider);
  const isConsumed = await gateway.getFunction("isConsumed")(laneId, sequence, messageId);
  if (!isConsumed) return status;
  const returned = await gatewayLog(chain, provider, "MessageReturned", [laneId, messageId]);
  const returnId = returned?.topics[3];
  if (returnId !== undefined) return { ...status, state: "returned", next: returnId };
  if (BigInt(await gateway.getFunction("parkedMessage")(messageId)) !== 0n) {
    const log = await gatewayLog(chain, provider, "MessageParked", [laneId, null, messageId]);
    const reason = log && GATEWAY.parseLog(log)?.args.reason;
    return {
      ...status,
      state: "parked",
      ...(reason === undefined ? {} : { parkedReason: describeRevert(reason) }),
    };
  }
  const delivered = { ...status, state: "delivered" as const };
  if (!passesThrough(body, chain.id)) return delivered;
  const next = await findSentOn(status, body, destination, asked(status.originChain));
  return next === undefined ? delivered : { ...delivered, next };
}
