import {
  chainSource,
  nodeSource,
  type TransferSource,
  type TransferStatus,
} from "@ryugu/sdk/transfer";
import type { Zone } from "@ryugu/sdk/zone";
import type { Chains } from "./chains.ts";

/** Whom a crossing asks how it is going, and whom it believes. */
export interface CrossingSources {
  /** The nodes first, who see signatures; the chains themselves where no node answers. */
  sources: TransferSource[];
  /** The chains: no node is believed that something has arrived. */
  confirm: TransferSource;
}

/**
 * The zone's nodes and chains as sources.
 *
 * @param onHealth - told after each look whether the nodes, or at least the chains, could be asked
 */
export function crossingSources(
  zone: Zone,
  chains: Chains,
  onHealth: (health: "well" | "nodes-unreachable" | "chain-unreachable") => void,
): CrossingSources {
  const nodes = nodeSource(
    zone.manifest.partners.map(({ nodeUrl }) => nodeUrl),
    { timeout: 2_500 },
  );
  const chain = chainSource(zone, ({ id }) => chains.provider(id));
  return {
    sources: [
      watched(
        nodes,
        () => onHealth("well"),
        () => onHealth("nodes-unreachable"),
      ),
      watched(chain, undefined, () => onHealth("chain-unreachable")),
    ],
    confirm: watched(chain, undefined, () => onHealth("chain-unreachable")),
  };
}

function watched(
  source: TransferSource,
  onAnswer: ((status: TransferStatus | undefined) => void) | undefined,
  onFailure: () => void,
): TransferSource {
  return {
    async status(messageId, signal) {
      try {
        const status = await source.status(messageId, signal);
        onAnswer?.(status);
        return status;
      } catch (error) {
        signal?.throwIfAborted();
        onFailure();
        throw error;
      }
    },
  };
}
