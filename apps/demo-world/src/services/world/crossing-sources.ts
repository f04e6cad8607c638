import { chainSource, nodeSource, type TransferSource } from "@ryugu/sdk/transfer";
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
 * @param onNodes - told after each look whether any node could be asked
 */
export function crossingSources(
  zone: Zone,
  chains: Chains,
  onNodes: (doAnswer: boolean) => void,
): CrossingSources {
  const nodes = nodeSource(
    zone.manifest.partners.map(({ nodeUrl }) => nodeUrl),
    { timeout: 2_500 },
  );
  const chain = chainSource(zone, ({ id }) => chains.provider(id));
  return { sources: [watched(nodes, onNodes), chain], confirm: chain };
}

function watched(source: TransferSource, onLook: (doAnswer: boolean) => void): TransferSource {
  return {
    async status(messageId, signal) {
      try {
        const status = await source.status(messageId, signal);
        onLook(true);
        return status;
      } catch (error) {
        signal?.throwIfAborted();
        onLook(false);
        throw error;
      }
    },
  };
}
