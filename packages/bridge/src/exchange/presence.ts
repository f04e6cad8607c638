import type { AttestationExchange } from "../ports/exchange.ts";
import type { RelayerStore } from "../ports/relayer-store.ts";

/** Asks every peer for something small, so that the exchange knows who answers. */
export interface Presence {
  tick(): Promise<boolean>;
}

/** Makes it, for processes in which nobody else asks peers. */
export function createPresence({
  exchange,
  store,
}: {
  exchange: AttestationExchange;
  store: Pick<RelayerStore, "lanes">;
}): Presence {
  return {
    async tick() {
      const [lane] = await store.lanes();
      if (lane === undefined) return false;
      const query = { laneId: lane.laneId, from: Math.max(1, lane.attested), limit: 1 };
      // Who does not answer is reported by the exchange.
      await Promise.allSettled(exchange.peers.map((peer) => exchange.pull(peer, query)));
      return false;
    },
  };
}
