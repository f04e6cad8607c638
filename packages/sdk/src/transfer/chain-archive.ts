import { type Bytes32, bytes32, hex, type RawLog } from "../primitives/index.ts";
import { type Zone, zoneLanes } from "../zone/index.ts";
import type { ArchivedMessage, MessageArchive } from "./archive.ts";
import {
  GATEWAY,
  gatewayLog,
  gatewayLogsBackTo,
  numberTopic,
  type ProviderFor,
} from "./chain-logs.ts";
import { TransferSourceError } from "./errors.ts";
import { firstFound } from "./first-found.ts";

/** Messages from the logs of the chains themselves: it works when every node is dead. */
export function chainArchive(zone: Zone, providerFor: ProviderFor): MessageArchive {
  const lanes = zoneLanes(zone);
  const originOf = (laneId: Bytes32) => {
    const origin = lanes.find(({ id }) => id === laneId)?.origin.chain;
    return zone.manifest.chains.find(({ id }) => id === origin);
  };
  return {
    async find(messageId) {
      const log = await firstFound(
        zone.manifest.chains.map((chain) => (signal: AbortSignal) => {
          const topics = [null, null, messageId];
          return gatewayLog(chain, providerFor(chain), "MessageSent", topics, signal);
        }),
      );
      return log && toMessage(log);
    },
    async messages(laneId, from, limit) {
      const chain = originOf(laneId);
      if (chain === undefined) return [];
      const places = Array.from({ length: limit }, (_, i) => numberTopic(from + i));
      try {
        const topics = [laneId, places];
        const isFirst = (log: RawLog) => toMessage(log).sequence === from;
        const provider = providerFor(chain);
        const logs = await gatewayLogsBackTo(isFirst, chain, provider, "MessageSent", topics);
        return logs.map(toMessage);
      } catch (cause) {
        throw new TransferSourceError("A chain could not be asked.", { cause });
      }
    },
  };
}

function toMessage(log: RawLog): ArchivedMessage {
  const { laneId, sequence, messageId, message } = GATEWAY.parseLog(log)?.args.toObject() ?? {};
  return {
    laneId: bytes32(laneId),
    sequence: Number(sequence),
    messageId: bytes32(messageId),
    message: hex(message),
  };
}
