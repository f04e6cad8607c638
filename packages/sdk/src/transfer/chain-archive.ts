import { type Bytes32, bytes32, hex } from "../primitives/index.ts";
import { type Zone, zoneLanes } from "../zone/index.ts";
import type { ArchivedMessage, MessageArchive } from "./archive.ts";
import { GATEWAY, gatewayLogs, numberTopic, type ProviderFor, type RawLog } from "./chain-logs.ts";
import { TransferSourceError } from "./errors.ts";

/** Messages from the logs of the chains themselves: it works when every node is dead. */
export function chainArchive(zone: Zone, providerFor: ProviderFor): MessageArchive {
  const lanes = zoneLanes(zone);
  const originOf = (laneId: Bytes32) => {
    const origin = lanes.find(({ id }) => id === laneId)?.origin.chain;
    return zone.manifest.chains.find(({ id }) => id === origin);
  };
  return {
    async find(messageId) {
      const answers = await Promise.allSettled(
        zone.manifest.chains.map((chain) =>
          gatewayLogs(chain, providerFor(chain), "MessageSent", [null, null, messageId]),
        ),
      );
      for (const answer of answers) {
        const log = answer.status === "fulfilled" ? answer.value[0] : undefined;
        if (log !== undefined) return toMessage(log);
      }
      const failed = answers.find(({ status }) => status === "rejected");
      if (failed?.status !== "rejected") return undefined;
      throw new TransferSourceError("A chain could not be asked.", { cause: failed.reason });
    },
    async messages(laneId, from, limit) {
      const chain = originOf(laneId);
      if (chain === undefined) return [];
      const places = Array.from({ length: limit }, (_, i) => numberTopic(from + i));
      try {
        const logs = await gatewayLogs(chain, providerFor(chain), "MessageSent", [laneId, places]);
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
